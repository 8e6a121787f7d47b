/** What the page of a publication's text may show. */
import { type Locale, locales } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate } from '../../platform/i18n.ts';
import type { CodebookWithCodes } from '../codebooks/codebooks.ts';
import type { Desk } from '../desk/desk.ts';
import { excerptLine } from '../desk/list-page.ts';
import { typedText } from '../http.ts';
import { codeChoices, codingNav, publicationLine, type ReviewPlace } from '../page.ts';
import { hasOwnPages, printedNumber, segmentsOf, type TextSource } from './reading.ts';

export function readingPage(
  locale: Locale,
  review: ReviewPlace,
  desk: Desk,
  read: { sources: TextSource[]; source: TextSource | null; page: number },
  choices: { books: CodebookWithCodes[] },
  refused: { problems: Problem[]; typed: unknown },
) {
  const { publication } = desk;
  const home = `/reviews/${review.slug}/coding/reports/${publication.rootId}`;
  return {
    title: translate(locale, 'reading.title', { title: publication.title }),
    nav: codingNav(review.slug, 'reports'),
    heading: publication.title,
    publication: publicationLine(locale, review.slug, publication),
    deskHref: home,
    action: `${home}/text`,
    filesHref: `/reviews/${review.slug}/documents/${publication.rootId}`,
    sources: read.sources.map((source) => ({
      label: source.file?.fileName ?? translate(locale, 'reading.typed_pages'),
      href: `${home}/text?file=${source.file?.id ?? 'typed'}`,
      isCurrent: source === read.source,
    })),
    hasSources: read.sources.length > 1,
    view: read.source && viewOf(locale, `${home}/text`, desk, read.source, read.page),
    form: formOf(locale, desk, choices.books, read, refused.typed),
    problems: problemsByField(refused.problems, ['', 'quotation', 'page', 'codeIds']),
  };
}

function viewOf(locale: Locale, path: string, desk: Desk, source: TextSource, wanted: number) {
  const at = Math.max(
    0,
    source.pages.findIndex(({ page }) => page === wanted),
  );
  const page = source.pages[at];
  const id = source.file?.id ?? 'typed';
  const href = (index: number) => {
    const other = source.pages[index];
    return other ? `${path}?file=${id}&page=${other.page}` : null;
  };
  const isScanned = page?.text === '';
  const key = hasOwnPages(source) ? 'reading.page' : 'reading.part';
  const segments = page ? segmentsOf(page, desk.excerpts) : [];
  const here = new Set(segments.map((segment) => segment.excerptId));
  return {
    fileId: source.file?.id ?? '',
    page: page?.page ?? 1,
    heading: translate(locale, key, { page: page ? printedNumber(page) : '1' }),
    place: translate(locale, 'reading.place', { at: at + 1, of: source.pages.length }),
    before: href(at - 1),
    after: href(at + 1),
    path,
    id: String(id),
    pages: source.pages.map((each) => ({
      page: each.page,
      label: printedNumber(each),
      isCurrent: each === page,
    })),
    isScanned,
    lang: desk.publication.reference.language ?? null,
    segments,
    excerpts: desk.excerpts
      .filter((row) => here.has(row.id))
      .map((row) => excerptLine(locale, row)),
    original: source.file
      ? `/reviews/${path.split('/')[2]}/documents/files/${source.file.id}/file`
      : null,
  };
}

function formOf(
  locale: Locale,
  desk: Desk,
  books: CodebookWithCodes[],
  read: { source: TextSource | null; page: number },
  typed: unknown,
) {
  const page = read.source?.pages.find((each) => each.page === read.page) ?? read.source?.pages[0];
  const isPaged = read.source !== null && hasOwnPages(read.source);
  const number = page && isPaged ? printedNumber(page) : '';
  const place = page && !isPaged ? translate(locale, 'reading.part', { page: page.page }) : '';
  const sent = (typed as { codeIds?: string | string[] } | null | undefined)?.codeIds ?? [];
  const isSent = typed !== null && typed !== undefined;
  const chosen = isSent ? typedText(typed, 'language') : languageOf(locale, desk);
  return {
    quotation: typedText(typed, 'quotation'),
    page: isSent ? typedText(typed, 'page') : number,
    locator: isSent ? typedText(typed, 'locator') : place,
    languages: locales.map((code) => ({ code, isChosen: code === chosen })),
    codebooks: codeChoices(locale, books, [sent].flat().map(Number)),
  };
}

/** The language of the publication when it is one of ours. */
function languageOf(locale: Locale, { publication }: Desk): Locale {
  const said = (publication.reference.language ?? '').toLowerCase().split(/[-_]/)[0];
  if (said === 'no' || said === 'nor' || said === 'nob') return 'nb';
  const long: Record<string, Locale> = { eng: 'en', swe: 'sv', nno: 'nn' };
  return locales.find((code) => code === said) ?? long[said ?? ''] ?? locale;
}
