/** What the desk of one publication may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { collator, countryName } from '../../platform/i18n.ts';
import { typedWords, wordsInput } from '../../platform/words-form.ts';
import type { CodebookWithCodes } from '../codebooks/codebooks.ts';
import type { FormRow } from '../forms/forms.ts';
import { typedText } from '../http.ts';
import { codeChoices, codingNav, publicationLine, type ReviewPlace } from '../page.ts';
import type { CodingRow } from './codings.ts';
import { countryCodes } from './countries.ts';
import type { Desk, neighbours } from './desk.ts';
import { excerptLine } from './list-page.ts';

type Choices = {
  books: CodebookWithCodes[];
  countriesInUse: string[];
  neighbours: ReturnType<typeof neighbours>;
  forms: FormRow[];
};
/** The form that came back, if one did: what was typed stays, in that form alone. */
type Refused = { problems: Problem[]; typed: unknown; part: string };

export function deskPage(
  locale: Locale,
  review: ReviewPlace,
  desk: Desk,
  choices: Choices,
  refused: Refused,
) {
  const { publication } = desk;
  const at = `/reviews/${review.slug}/coding/reports`;
  const problemsOf = <F extends string>(part: string, fields: readonly F[]) =>
    problemsByField(refused.part === part ? refused.problems : [], fields);
  const { before, after } = choices.neighbours;
  return {
    title: publication.title,
    nav: codingNav(review.slug, 'reports'),
    action: `${at}/${publication.rootId}`,
    excerptPath: `/reviews/${review.slug}/coding/excerpts`,
    before: before === undefined ? null : `${at}/${before}`,
    after: after === undefined ? null : `${at}/${after}`,
    publication: {
      ...publicationLine(locale, review.slug, publication),
      container: publication.reference.container ?? null,
      doi: publication.reference.doi ?? null,
      abstract: publication.reference.abstract ?? null,
    },
    aim: aimForm(locale, desk, refused),
    aimProblems: problemsOf('aim', ['', 'aim', 'source']),
    countries: countryForm(locale, desk, choices),
    countryProblems: problemsOf('countries', ['', 'countries']),
    codings: byCodebook(desk.codings),
    codebooks: codeChoices(locale, choices.books),
    codingProblems: problemsOf('codings', ['', 'codeId']),
    forms: choices.forms.map(({ id, label }) => ({
      label,
      href: `/reviews/${review.slug}/coding/forms/${id}/reports/${publication.rootId}`,
    })),
    turn: turnModel(`${at}/${publication.rootId}`, desk),
    excerpts: desk.excerpts.map((row) => excerptLine(locale, row, review.slug)),
    excerptForm: excerptForm(locale, choices.books, refused),
    excerptProblems: problemsOf('excerpts', ['', 'text', 'page', 'codeIds']),
    cases: desk.cases.map(({ id, label, country }) => ({ id, label, country })),
    caseForm: caseForm(locale, refused),
    caseProblems: problemsOf('cases', ['', 'label', 'country', 'position']),
  };
}

/** Where this person stands as one of two coders; null where one codes for all. */
function turnModel(path: string, { turn }: Desk) {
  if (turn === null) return null;
  const { pairing, own, isTaken } = turn;
  return {
    action: `${path}/turn`,
    compare: pairing.isOpen ? `${path}/compare` : null,
    isTaken,
    isAgreed: pairing.consensus !== null,
    isDone: own?.state === 'done',
    mayCode: !pairing.isOpen && !isTaken && own?.state !== 'done',
  };
}

function aimForm(locale: Locale, { aim }: Desk, { part, typed }: Refused) {
  const again = part === 'aim';
  return {
    text: wordsInput(locale, again ? typedWords(typed, 'aim') : (aim?.text ?? {})),
    summary: wordsInput(locale, again ? typedWords(typed, 'summary') : (aim?.plainSummary ?? {})),
    source: again ? typedText(typed, 'source') : (aim?.source ?? ''),
  };
}

/** Boxes for the countries that it has and those that others of the review have; a list for any other. */
function countryForm(locale: Locale, desk: Desk, choices: Choices) {
  const near = [...new Set([...desk.countries, ...choices.countriesInUse])];
  return {
    near: sorted(locale, near).map((country) => ({
      ...country,
      isChosen: desk.countries.includes(country.code),
    })),
    others: sorted(
      locale,
      countryCodes.filter((code) => !near.includes(code)),
    ),
  };
}

function sorted(locale: Locale, codes: readonly string[]) {
  return codes
    .map((code) => ({ code, name: countryName(locale, code) }))
    .sort((one, other) => collator(locale).compare(one.name, other.name));
}

function byCodebook(codings: CodingRow[]) {
  const books = new Map<number, { label: CodingRow['codebookLabel']; codings: CodingRow[] }>();
  for (const row of codings) {
    const book = books.get(row.codebookId) ?? { label: row.codebookLabel, codings: [] };
    book.codings.push(row);
    books.set(row.codebookId, book);
  }
  return [...books.values()].map((book) => ({
    label: book.label,
    codings: book.codings.map(({ codingId, label, locator }) => ({ codingId, label, locator })),
  }));
}

function excerptForm(locale: Locale, books: CodebookWithCodes[], { part, typed }: Refused) {
  const again = part === 'excerpts' ? typed : undefined;
  const sent = (again as { codeIds?: string | string[] } | null | undefined)?.codeIds ?? [];
  return {
    isRestatement: typedText(again, 'kind') === 'restatement',
    text: wordsInput(locale, typedWords(again, 'text')),
    page: typedText(again, 'page'),
    locator: typedText(again, 'locator'),
    citedIn: typedText(again, 'citedIn'),
    codebooks: codeChoices(locale, books, [sent].flat().map(Number)),
  };
}

function caseForm(locale: Locale, { part, typed }: Refused) {
  const again = part === 'cases' ? typed : undefined;
  const chosen = typedText(again, 'country');
  return {
    label: typedText(again, 'label'),
    position: typedText(again, 'position'),
    countries: sorted(locale, countryCodes).map((country) => ({
      ...country,
      isChosen: country.code === chosen,
    })),
  };
}

export function deskAsJson(desk: Desk) {
  const { publication, codings, excerpts, cases, turn: _turn, ...rest } = desk;
  return {
    id: publication.rootId,
    reference: publication.reference,
    ...rest,
    codes: codings.map(({ codebookKey, key, label, locator }) => ({
      codebook: codebookKey,
      key,
      label,
      locator,
    })),
    excerpts: excerpts.map(({ id, kind, text, page, locator, citedIn, match, codes }) => ({
      id,
      kind,
      text,
      page,
      locator,
      citedIn,
      match,
      codes: codes.map(({ codebookKey, key }) => ({ codebook: codebookKey, key })),
    })),
    cases: cases.map(({ key, label, country }) => ({ key, label, country })),
  };
}
