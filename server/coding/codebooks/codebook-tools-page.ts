/** What the pages for merging, splitting, keeping and exchanging codes may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { typedWords, wordsInput } from '../../platform/words-form.ts';
import { codingNav, type ReviewPlace } from '../page.ts';
import type { carriersOf } from './code-carriers.ts';
import type {
  changesBetween,
  findVersion,
  latestReading,
  versionsOf,
} from './codebook-versions.ts';
import type { CodebookRow, CodebookWithCodes, CodeRow } from './codebooks.ts';
import { flatten } from './tree.ts';

export function splitPage(
  locale: Locale,
  review: ReviewPlace,
  read: { code: CodeRow; book: CodebookWithCodes; carriers: ReturnType<typeof carriersOf> },
  { problems, typed }: { problems: Problem[]; typed: unknown },
) {
  const { code, book, carriers } = read;
  const others = flatten(book.codes).filter(({ node }) => node.id !== code.id);
  const name = inWords(locale, code.label);
  return {
    title: translate(locale, 'code.split_title', { name }),
    nav: codingNav(review.slug, 'codebooks'),
    back: { href: `/reviews/${review.slug}/coding/codes/${code.id}`, label: code.label },
    action: `/reviews/${review.slug}/coding/codes/${code.id}`,
    others: others.map(({ node, depth }) => ({
      id: node.id,
      label: `${'– '.repeat(depth - 1)}${inWords(locale, node.label)}`,
    })),
    form: {
      label: wordsInput(locale, typedWords(typed, 'label')),
      definition: wordsInput(locale, typedWords(typed, 'definition')),
    },
    ...carriers,
    problems: problemsByField(problems, ['', 'label', 'intoId']),
  };
}

/** As the tools that read them say, in every language. */
const skosNames = { ttl: 'Turtle', rdf: 'RDF/XML', jsonld: 'JSON-LD' } as const;

/** More of them are in the log. */
const leftShown = 200;

export function versionsPage(
  locale: Locale,
  review: ReviewPlace,
  read: {
    book: CodebookRow;
    versions: ReturnType<typeof versionsOf>;
    reading: ReturnType<typeof latestReading>;
  },
  problems: Problem[],
) {
  const { book, versions, reading } = read;
  const path = `/reviews/${review.slug}/coding/codebooks/${book.id}`;
  return {
    title: translate(locale, 'codebook.versions_of', { name: inWords(locale, book.label) }),
    nav: codingNav(review.slug, 'codebooks'),
    back: { href: path, label: book.label },
    action: path,
    csv: `/reviews/${review.slug}/codebooks/${book.key}.csv`,
    skos: (['ttl', 'rdf', 'jsonld'] as const).map((form) => ({
      name: `SKOS (${skosNames[form]})`,
      href: `/reviews/${review.slug}/codebooks/${book.key}.${form}`,
    })),
    versions: versions.map(({ number, note, at, codes, person }) => ({
      number,
      note,
      at,
      codeCount: codes.length,
      person: person ?? '',
      href: `${path}/versions/${number}`,
    })),
    reading: reading && { ...reading, left: reading.left.slice(0, leftShown), shown: leftShown },
    problems: problemsByField(problems, ['', 'note', 'file']),
  };
}

export function versionPage(
  locale: Locale,
  review: ReviewPlace,
  read: {
    book: CodebookRow;
    version: ReturnType<typeof findVersion>;
    changes: ReturnType<typeof changesBetween>;
  },
) {
  const { book, version, changes } = read;
  const path = `/reviews/${review.slug}/coding/codebooks/${book.id}/versions`;
  const depths = new Map<string, number>();
  return {
    title: translate(locale, 'codebook.version', { number: version.number }),
    nav: codingNav(review.slug, 'codebooks'),
    back: { href: path, label: book.label },
    at: version.at,
    note: version.note,
    codes: version.codes.map(({ key, parentKey, label, definition }) => {
      const depth = parentKey === null ? 1 : (depths.get(parentKey) ?? 0) + 1;
      depths.set(key, depth);
      return { key, label, depth, definition, hasDefinition: Object.keys(definition).length > 0 };
    }),
    changes: changes.map(({ change, code }) => ({ change, label: code.label })),
  };
}
