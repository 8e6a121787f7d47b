/** What the pages about full texts may show. */
import type { Locale } from '../../schema/columns.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { ReviewRow } from '../platform/guards.ts';
import { translate } from '../platform/i18n.ts';
import { showLine, showReport } from '../screening/desk/show.ts';
import { pagerModel } from '../screening/page.ts';
import { type RetrievalState, retrievalMarkers, retrievalStates } from '../screening/retrieval.ts';
import { fileModel } from './file-page.ts';
import type { FileLine } from './files.ts';
import type { pageTexts } from './page-texts.ts';
import type { Attempt, documentOf, documentsPage } from './retrievals.ts';

export const documentsPath = (review: { slug: string }) => `/reviews/${review.slug}/documents`;

export function listPage(
  { locale, review }: { locale: Locale; review: ReviewRow },
  found: ReturnType<typeof documentsPage> & { page: number; pages: number },
  query: { state: RetrievalState | null; counts: Record<RetrievalState, number> },
) {
  const path = documentsPath(review);
  const { state, counts } = query;
  const all = counts.sought + counts.retrieved + counts.not_retrieved;
  return {
    title: translate(locale, 'documents.title'),
    slug: review.slug,
    filesPath: `${path}/files`,
    isEmpty: all === 0,
    total: found.total,
    filters: [null, ...retrievalStates].map((each) => ({
      state: each,
      count: each ? counts[each] : all,
      isCurrent: each === state,
      href: each ? `${path}?state=${each}` : path,
    })),
    rows: found.rows.map((row) => ({
      ...showLine(row),
      state: row.state,
      attempt: row.attempt && attemptModel(locale, row.attempt),
      href: `${path}/${row.id}`,
      form: `${path}/${row.id}/attempts`,
      back: state ?? '',
      isOpen: row.state === 'sought',
    })),
    pager: pagerModel(path, found, state ? `state=${state}&` : ''),
  };
}

export function documentPage(
  place: { locale: Locale; review: ReviewRow },
  found: ReturnType<typeof documentOf>,
  texts: { pages: ReturnType<typeof pageTexts>; files: FileLine[] },
  typed: { how: string; page: string; text: string },
  problems: Problem[],
) {
  const { locale, review } = place;
  const path = `${documentsPath(review)}/${found.id}`;
  return {
    title: found.reference.title,
    slug: review.slug,
    listPath: documentsPath(review),
    report: showReport(found),
    state: found.state,
    attempts: found.attempts.map((attempt) => attemptModel(locale, attempt)),
    attemptForm: `${path}/attempts`,
    pageForm: `${path}/pages`,
    typed,
    texts: texts.pages.map(({ page, text }) => ({ page, text, form: `${path}/pages` })),
    files: texts.files.map(fileModel(place)),
    fileForm: `${documentsPath(review)}/files`,
    readHref: `/reviews/${review.slug}/coding/reports/${found.id}/text`,
    hasText: texts.pages.length > 0 || texts.files.some((file) => file.state === 'read'),
    problems: problemsByField(problems, ['', 'outcome', 'how', 'page', 'text']),
  };
}

function attemptModel(locale: Locale, { outcome, how, at, person }: Attempt) {
  return {
    outcome,
    how: howText(locale, how),
    link: /^https?:\/\/\S+$/i.test(how) ? how : null,
    at,
    person: person ?? '',
  };
}

/** An attempt that no person described is described in words here. */
export function howText(locale: Locale, how: string): string {
  const marker = retrievalMarkers.find((each) => each === how);
  return marker ? translate(locale, `documents.how_${marker}`) : how;
}
