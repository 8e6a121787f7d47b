/** What the pages about codebooks may show. */
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { typedWords, wordsInput } from '../../platform/words-form.ts';
import { typedText } from '../http.ts';
import { codingNav, type ReviewPlace } from '../page.ts';
import { type CodeUse, unused } from './code-use.ts';
import type { CodebookWithCodes } from './codebooks.ts';
import type { Synonyms } from './codes.ts';
import { flatten, withDescendants } from './tree.ts';

type Uses = Map<number, CodeUse>;
type CodeNode = CodebookWithCodes['codes'][number];
type Read = { book: CodebookWithCodes; uses: Uses };

export function codebooksPage(
  locale: Locale,
  review: ReviewPlace,
  books: CodebookWithCodes[],
  problems: Problem[],
  typed: unknown,
) {
  return {
    title: translate(locale, 'coding.title'),
    nav: codingNav(review.slug, 'codebooks'),
    slug: review.slug,
    codebooks: books.map(({ id, key, kind, label, description, codeCount }) => ({
      id,
      key,
      kind,
      label,
      description,
      codeCount,
      href: `/reviews/${review.slug}/coding/codebooks/${id}`,
    })),
    isRefused: problems.length > 0,
    form: {
      label: wordsInput(locale, typedWords(typed, 'label')),
      description: wordsInput(locale, typedWords(typed, 'description')),
      source: typedText(typed, 'source'),
      isFramework: typedText(typed, 'kind') === 'framework',
    },
    problems: problemsByField(problems, ['', 'label', 'source']),
  };
}

export function codebookPage(
  locale: Locale,
  review: ReviewPlace,
  { book, uses }: Read,
  problems: Problem[],
  typed: unknown,
) {
  const edit = (id: number) => `/reviews/${review.slug}/coding/codes/${id}`;
  const isRefused = problems.length > 0;
  return {
    title: inWords(locale, book.label),
    nav: codingNav(review.slug, 'codebooks'),
    slug: review.slug,
    action: `/reviews/${review.slug}/coding/codebooks/${book.id}`,
    publicHref: `/reviews/${review.slug}/codebooks/${book.key}`,
    book: headOf(book),
    form: {
      label: wordsInput(locale, book.label),
      description: wordsInput(locale, book.description),
      source: book.source,
    },
    newCode: {
      label: wordsInput(locale, isRefused ? typedWords(typed, 'label') : {}),
      definition: wordsInput(locale, isRefused ? typedWords(typed, 'definition') : {}),
      examples: wordsInput(locale, isRefused ? typedWords(typed, 'examples') : {}),
      synonyms: wordsInput(locale, isRefused ? typedWords(typed, 'synonyms') : {}),
      source: isRefused ? typedText(typed, 'source') : '',
      parents: parentChoices(locale, book, Number(typedText(typed, 'parentId')), new Set()),
    },
    codes: book.codes.map((node) => treeNode(locale, node, uses, teamLinks(review.slug), edit)),
    problems: problemsByField(problems, ['', 'label', 'parentId', 'source']),
  };
}

export function codePage(
  locale: Locale,
  review: ReviewPlace,
  { book, code }: { book: CodebookWithCodes; code: Omit<CodeNode, 'children'> },
  problems: Problem[],
  typed: unknown,
) {
  const isRefused = problems.length > 0 && typedText(typed, 'position') === '';
  const words = (field: string, own: Words) => (isRefused ? typedWords(typed, field) : own);
  const lines = flatten(book.codes).map(({ node }) => node);
  const siblings = lines.filter((node) => node.parentId === code.parentId);
  return {
    title: inWords(locale, code.label),
    nav: codingNav(review.slug, 'codebooks'),
    action: `/reviews/${review.slug}/coding/codes/${code.id}`,
    back: { href: `/reviews/${review.slug}/coding/codebooks/${book.id}`, label: book.label },
    form: {
      label: wordsInput(locale, words('label', code.label)),
      definition: wordsInput(locale, words('definition', code.definition)),
      examples: wordsInput(locale, words('examples', code.examples)),
      synonyms: wordsInput(locale, words('synonyms', joinSynonyms(code.synonyms))),
      source: isRefused ? typedText(typed, 'source') : code.source,
    },
    parents: parentChoices(locale, book, code.parentId, withDescendants(lines, code.id)),
    position: siblings.findIndex((node) => node.id === code.id) + 1,
    problems: problemsByField(problems, ['', 'label', 'parentId', 'position', 'source']),
  };
}

export function publicCodebooksPage(
  locale: Locale,
  review: ReviewPlace & { title: Words },
  books: CodebookWithCodes[],
) {
  return {
    title: translate(locale, 'codebooks.title'),
    review: { slug: review.slug, title: review.title },
    codebooks: books.map((book) => ({
      ...headOf(book),
      href: `/reviews/${review.slug}/codebooks/${book.key}`,
    })),
  };
}

export function publicCodebookPage(
  locale: Locale,
  review: ReviewPlace & { title: Words },
  { book, uses }: Read,
) {
  return {
    title: inWords(locale, book.label),
    review: { slug: review.slug, title: review.title },
    book: headOf(book),
    codes: book.codes.map((node) =>
      treeNode(locale, node, uses, publicLinks(review.slug, book.key), () => null),
    ),
  };
}

export function codebookAsJson(book: CodebookWithCodes, uses: Uses) {
  const { key, kind, label, description, source } = book;
  return {
    key,
    kind,
    label,
    description,
    source,
    codes: book.codes.map((node) => codeAsJson(node, uses)),
  };
}

function codeAsJson(node: CodeNode, uses: Uses): object {
  const { id, key, label, definition, examples, synonyms, position, source } = node;
  const children = node.children.map((child) => codeAsJson(child, uses));
  const use = uses.get(id) ?? unused;
  return { key, label, definition, examples, synonyms, position, source, use, children };
}

function headOf({ key, kind, label, description, source, codeCount }: CodebookWithCodes) {
  const isFramework = kind === 'framework';
  return { key, kind, isFramework, label, description, source, codeCount };
}

type Links = (node: CodeNode) => { publications: string; excerpts: string; findings: string };

/** The lists behind the numbers, as the team sees them. */
const teamLinks =
  (slug: string): Links =>
  ({ id }) => ({
    publications: `/reviews/${slug}/coding/reports?code=${id}`,
    excerpts: `/reviews/${slug}/coding/excerpts?code=${id}`,
    findings: `/reviews/${slug}/findings?theme=${id}`,
  });

/** The same for everybody: the code's own page lists publications and excerpts. */
const publicLinks =
  (slug: string, codebookKey: string): Links =>
  ({ id, key }) => ({
    publications: `/reviews/${slug}/codes/${codebookKey}/${key}`,
    excerpts: `/reviews/${slug}/codes/${codebookKey}/${key}`,
    findings: `/reviews/${slug}/findings?theme=${id}`,
  });

type TreeNode = ReturnType<typeof nodeOf> & { children: TreeNode[] };

function treeNode(
  locale: Locale,
  node: CodeNode,
  uses: Uses,
  links: Links,
  edit: (id: number) => string | null,
): TreeNode {
  const children = node.children.map((child) => treeNode(locale, child, uses, links, edit));
  return { ...nodeOf(locale, node, uses.get(node.id) ?? unused, links(node), edit), children };
}

function nodeOf(
  locale: Locale,
  node: CodeNode,
  use: CodeUse,
  links: ReturnType<Links>,
  edit: (id: number) => string | null,
) {
  const { id, key, label, definition, examples, source } = node;
  const hasDefinition = Object.keys(definition).length > 0;
  const synonyms = synonymsIn(locale, node.synonyms);
  return {
    id,
    key,
    label,
    definition,
    hasDefinition,
    examples,
    hasExamples: Object.keys(examples).length > 0,
    synonyms,
    source,
    use,
    links,
    edit: edit(id),
  };
}

/** Synonyms in the page's language, else in the first language that has any. */
function synonymsIn(locale: Locale, synonyms: Synonyms) {
  const code = [locale, ...locales].find((each) => (synonyms[each] ?? []).length > 0);
  return code ? { code, text: (synonyms[code] ?? []).join(', ') } : null;
}

const joinSynonyms = (synonyms: Synonyms): Words =>
  Object.fromEntries(locales.map((locale) => [locale, (synonyms[locale] ?? []).join(', ')]));

function parentChoices(
  locale: Locale,
  book: CodebookWithCodes,
  chosen: number | null,
  without: Set<number>,
) {
  return flatten(book.codes)
    .filter(({ node }) => !without.has(node.id))
    .map(({ node, depth }) => ({
      id: node.id,
      label: `${'– '.repeat(depth - 1)}${inWords(locale, node.label)}`,
      isChosen: node.id === chosen,
    }));
}
