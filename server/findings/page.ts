/** What the pages about findings may show. */
import type { Locale, Words } from '../../schema/columns.ts';
import type { Stance } from '../../schema/findings.ts';
import type { CodebookWithCodes } from '../coding/codebooks/codebooks.ts';
import type { excerptList } from '../coding/desk/desk.ts';
import { excerptLine } from '../coding/desk/list-page.ts';
import { typedText } from '../coding/http.ts';
import { codeChoices, placeText, publicationLine, type ReviewPlace } from '../coding/page.ts';
import type { Publication } from '../coding/publications.ts';
import { gridLinks } from '../platform/file-formats.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { Rights } from '../platform/guards.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { typedWords, wordsInput } from '../platform/words-form.ts';
import type { FindingWithThemes, findingWithSupport } from './findings.ts';
import type { KindRow } from './kinds.ts';
import type { SupportRow } from './support-rows.ts';
import type { orphansOf } from './supports.ts';

type Found = NonNullable<ReturnType<typeof findingWithSupport>>;
type Viewer = Pick<Rights, 'mayRead' | 'mayReview' | 'mayOwn'>;

export function findingsPage(
  locale: Locale,
  review: ReviewPlace,
  read: { findings: FindingWithThemes[]; kinds: KindRow[]; theme: Words | null },
  viewer: Viewer,
) {
  const line = findingLine(review.slug, viewer);
  const finals = read.findings.filter((row) => row.state === 'final').length;
  return {
    title: translate(locale, 'findings.title'),
    slug: review.slug,
    viewer,
    theme: read.theme,
    count: read.findings.length,
    finalCount: finals,
    draftCount: read.findings.length - finals,
    kinds: read.kinds
      .map(({ id, key, label }) => ({
        key,
        label,
        findings: read.findings.filter((row) => row.kind.id === id).map(line),
      }))
      .filter((kind) => viewer.mayReview || kind.findings.length > 0),
  };
}

function findingLine(slug: string, viewer: Viewer) {
  return (row: FindingWithThemes) => ({
    id: row.id,
    number: row.number,
    statement: row.statement,
    isDraft: row.state === 'draft',
    themes: row.themes.map(({ codeId, label }) => ({
      label,
      href: `/reviews/${slug}/findings?theme=${codeId}`,
    })),
    supporting: row.supportingIds.length,
    contradicting: row.contradictingIds.length,
    href: `/reviews/${slug}/findings/${row.id}`,
    edit: viewer.mayReview ? `/reviews/${slug}/findings/${row.id}/edit` : null,
  });
}

export function findingsAsJson(findings: FindingWithThemes[], supports: Map<number, SupportRow[]>) {
  return {
    findings: findings.map((row) => ({
      id: row.id,
      key: row.key,
      kind: { key: row.kind.key, label: row.kind.label },
      number: row.number,
      statement: row.statement,
      explanation: row.explanation,
      state: row.state,
      themes: row.themes.map(({ codebookKey, key, label }) => ({
        codebook: codebookKey,
        key,
        label,
      })),
      supports: (supports.get(row.id) ?? []).map(supportAsJson),
    })),
  };
}

function supportAsJson({ stance, rootId, publication, excerpt }: SupportRow) {
  const { title, year, firstAuthor, countries } = publication;
  return { stance, publication: { id: rootId, firstAuthor, title, year, countries }, excerpt };
}

type FormChoices = { kinds: KindRow[]; books: CodebookWithCodes[] };

export function newFindingPage(
  locale: Locale,
  review: ReviewPlace,
  choices: FormChoices,
  problems: Problem[],
  typed: unknown,
) {
  return {
    title: translate(locale, 'findings.add'),
    slug: review.slug,
    form: findingForm(locale, choices, null, typed),
    problems: problemsByField(problems, ['', 'kind', 'number', 'statement', 'themes']),
  };
}

/** The form's own words: what was typed and refused, else what stands in the finding, else nothing. */
function findingForm(
  locale: Locale,
  { kinds, books }: FormChoices,
  found: Found | null,
  typed: unknown,
) {
  const sent = typed !== null && typed !== undefined;
  const kindKey = sent ? typedText(typed, 'kind') : (found?.kind.key ?? '');
  const themes = sent
    ? [(typed as { themes?: string | string[] }).themes ?? []].flat().map(Number)
    : (found?.themes ?? []).map((theme) => theme.codeId);
  const own = (field: 'statement' | 'explanation') =>
    wordsInput(locale, sent ? typedWords(typed, field) : (found?.[field] ?? {}));
  return {
    statement: own('statement'),
    explanation: own('explanation'),
    number: sent ? typedText(typed, 'number') : String(found?.number ?? ''),
    kinds: kinds.map(({ key, label }) => ({ key, label, isChosen: key === kindKey })),
    codebooks: codeChoices(locale, books, themes),
    themeCount: themes.length,
  };
}

export type EditChoices = FormChoices & {
  excerpts: ReturnType<typeof excerptList>;
  publications: Publication[];
  q: string;
};
type Refused = { problems: Problem[]; typed: unknown };

/** So many excerpts are shown to choose from; the search narrows them. */
const excerptsShownMax = 30;

export function editFindingPage(
  locale: Locale,
  review: ReviewPlace,
  found: Found,
  choices: EditChoices,
  { problems, typed }: Refused,
) {
  const used = new Set([...found.supports, ...found.contradicts].map((row) => row.excerpt?.id));
  const free = choices.excerpts.filter((row) => !used.has(row.id));
  const matching = free.filter((row) => mentions(locale, row, choices.q));
  return {
    title: translate(locale, 'findings.edit_title', { number: found.number }),
    statement: found.statement,
    kindLabel: found.kind.label,
    action: `/reviews/${review.slug}/findings/${found.id}`,
    back: `/reviews/${review.slug}/findings`,
    isFinal: found.state === 'final',
    maySupport: found.supports.length > 0,
    form: findingForm(locale, choices, found, typed),
    stances: [
      stancePart(locale, review.slug, 'supports', found.supports),
      stancePart(locale, review.slug, 'contradicts', found.contradicts),
    ],
    q: choices.q,
    matchingCount: matching.length,
    isCut: matching.length > excerptsShownMax,
    excerpts: matching.slice(0, excerptsShownMax).map((row) => ({
      ...excerptLine(locale, row, review.slug),
      publication: publicationLine(locale, review.slug, row.publication).label,
    })),
    publications: choices.publications.map((row) => ({
      id: row.rootId,
      label: publicationLine(locale, review.slug, row).label,
    })),
    problems: problemsByField(problems, ['', 'kind', 'number', 'statement', 'themes', 'reportId']),
  };
}

function stancePart(locale: Locale, slug: string, stance: Stance, rows: SupportRow[]) {
  return {
    stance,
    rows: rows.map((row) => ({
      id: row.id,
      publication: publicationLine(locale, slug, row.publication),
      countries: row.publication.countries,
      excerpt: row.excerpt && {
        isQuotation: row.excerpt.kind === 'quotation',
        text: row.excerpt.text,
        place: placeText(locale, row.excerpt),
        match: null,
        codes: [],
      },
    })),
  };
}

/** Every word that was asked for stands in the excerpt, its publication or its codes. */
function mentions(locale: Locale, row: EditChoices['excerpts'][number], q: string): boolean {
  const text = [
    ...Object.values(row.text),
    publicationLine(locale, '', row.publication).label,
    row.locator,
    ...row.codes.flatMap((code) => Object.values(code.label)),
  ]
    .join(' ')
    .toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function kindsPage(
  locale: Locale,
  review: ReviewPlace,
  kinds: (KindRow & { findingCount: number })[],
  problems: Problem[],
  typed: unknown,
) {
  return {
    title: translate(locale, 'findings.kinds'),
    slug: review.slug,
    kinds: kinds.map((row, index) => ({
      id: row.id,
      label: row.label,
      position: index + 1,
      findingCount: row.findingCount,
      input: wordsInput(locale, row.label),
      action: `/reviews/${review.slug}/findings/kinds/${row.id}`,
    })),
    newKind: wordsInput(locale, problems.length > 0 ? typedWords(typed, 'label') : {}),
    problems: problemsByField(problems, ['', 'label', 'position']),
  };
}

export function orphansPage(
  locale: Locale,
  review: ReviewPlace,
  orphans: ReturnType<typeof orphansOf>,
  excerpts: ReturnType<typeof excerptList>,
) {
  const loose = new Set(orphans.excerpts.map((row) => row.id));
  return {
    title: translate(locale, 'findings.orphans'),
    slug: review.slug,
    files: {
      claims: gridLinks(`/reviews/${review.slug}/findings/orphans/claims`),
      excerpts: gridLinks(`/reviews/${review.slug}/findings/orphans/excerpts`),
    },
    findings: orphans.findings.map((row) => ({
      label: translate(locale, 'findings.numbered', {
        kind: inWords(locale, row.kind.label),
        number: row.number,
      }),
      statement: row.statement,
      edit: `/reviews/${review.slug}/findings/${row.id}/edit`,
    })),
    excerpts: excerpts
      .filter((row) => loose.has(row.id))
      .map((row) => ({
        ...excerptLine(locale, row),
        publication: publicationLine(locale, review.slug, row.publication).label,
        desk: `/reviews/${review.slug}/coding/reports/${row.rootId}#excerpt-${row.id}`,
      })),
  };
}
