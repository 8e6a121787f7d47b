/** The method, told from what was done: searches, duplicates, who screened, coded and appraised and how, amendments. */
import type { Stage } from '../../../schema/screening.ts';
import { translate } from '../../platform/i18n.ts';
import { protocolVersions } from '../../reviews/protocol.ts';
import { stageCounts, teamProgress } from '../../screening/progress.ts';
import { searchRuns } from '../../searches/runs.ts';
import { numberCell, plainCell } from '../../synthesis/tables/table.ts';
import { blindLines } from '../archive/archive-page.ts';
import { unblindings } from '../archive/blind-work.ts';
import { recordCounts, takenOverCount } from '../tables/record-counts.ts';
import { type Block, heading, plainGrid, say } from './blocks.ts';
import { appraisalNotes, codingNotes } from './coding-notes.ts';
import { type DeliveryRequest, dayInWords, listed } from './request.ts';
import { screeningNotes } from './screening-notes.ts';

export function methodBlocks(request: DeliveryRequest): Block[] {
  const { locale } = request;
  const t = (key: 'searches' | 'duplicates' | 'screening' | 'amendments') =>
    heading(2, translate(locale, `method.${key}`));
  return [
    t('searches'),
    ...searching(request),
    ...(request.review.flowBasis === 'records' ? [t('duplicates'), ...duplicates(request)] : []),
    t('screening'),
    ...screening(request),
    ...codingNotes(request),
    ...appraisalNotes(request),
    t('amendments'),
    ...amendments(request),
  ];
}

function searching({ db, review, locale }: DeliveryRequest): Block[] {
  const runs = searchRuns(db, review.id);
  const isCounted = review.flowBasis === 'records';
  const sources = listed(locale, [...new Set(runs.map(({ source }) => source))]);
  const days = runs.flatMap(({ searchedOn }) => searchedOn ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const when =
    first && last
      ? first === last
        ? translate(locale, 'method.searched_on', { date: dayInWords(locale, first) })
        : translate(locale, 'method.searched_between', {
            from: dayInWords(locale, first),
            to: dayInWords(locale, last),
          })
      : '';
  const strings = runs.filter(({ query }) => query !== '').length;
  const known = strings === 0 ? 'none' : strings < runs.length ? 'some' : 'all';
  const text = translate(locale, 'method.searches_text', { runs: runs.length, sources, known });
  const missing = translate(locale, 'delivery.not_reported');
  const column = (key: 'source' | 'platform' | 'date' | 'hits' | 'records', isNumber = false) => ({
    key,
    label: translate(locale, `list.column.${key}`),
    kind: isNumber ? ('number' as const) : ('text' as const),
  });
  const table = plainGrid(
    translate(locale, 'list.searches.title'),
    [
      column('source'),
      column('date'),
      column('hits', true),
      ...(isCounted ? [column('records', true)] : []),
    ],
    runs.map((run) => [
      plainCell(run.platform ? `${run.source} (${run.platform})` : run.source),
      plainCell(run.searchedOn ? dayInWords(locale, run.searchedOn) : missing),
      run.hitsDeclared === null ? plainCell(missing) : numberCell(run.hitsDeclared),
      ...(isCounted ? [numberCell(run.records)] : []),
    ]),
  );
  return [say(when ? `${text} ${when}` : text), ...(runs.length > 0 ? [table] : [])];
}

function duplicates({ db, review, locale }: DeliveryRequest): Block[] {
  return [say(translate(locale, 'method.duplicates_text', recordCounts(db, review.id)))];
}

function screening(request: DeliveryRequest): Block[] {
  const { review, locale } = request;
  if (review.flowBasis === 'included_list') return [say(translate(locale, 'method.legacy'))];
  return [
    ...stage(request, 'title_abstract', review.reviewersTitleAbstract),
    ...stage(request, 'full_text', review.reviewersFullText),
    ...unblinded(request),
  ];
}

/** Who has looked at the work of others before it was finished. */
function unblinded({ db, review, locale }: DeliveryRequest): Block[] {
  return unblindings(db, review.id).map(({ name, at, seen }) => {
    const date = dayInWords(locale, at.slice(0, 10));
    const lines = listed(locale, blindLines(locale, seen));
    return say(translate(locale, 'method.unblinded', { date, name, seen: lines }));
  });
}

function stage(request: DeliveryRequest, name: Stage, reviewers: number): Block[] {
  const { db, review, locale } = request;
  const counts = stageCounts(db, review.id, name);
  const open = counts.unscreened + counts.partly + counts.conflict;
  const people = teamProgress(db, review.id, name).filter(({ answered }) => answered > 0);
  const names = people.map(({ name: person, answered }) =>
    translate(locale, 'method.person', { name: person, count: answered }),
  );
  const hasBegun = names.length > 0 || counts.unscreened < counts.total;
  const takenOver = takenOverCount(db, review.id, name);
  const result = [
    translate(locale, 'method.stage_result', counts),
    counts.not_retrieved > 0 &&
      translate(locale, 'method.stage_not_retrieved', { count: counts.not_retrieved }),
    open > 0 && translate(locale, 'method.stage_open', { count: open }),
    takenOver > 0 && translate(locale, 'method.stage_taken_over', { count: takenOver }),
  ];
  const title = heading(3, translate(locale, `stage.${name}`));
  // What nobody did is not told as if it had been done.
  if (!hasBegun) return [title, say(translate(locale, 'method.stage_to_begin', { reviewers }))];
  if (names.length === 0) return [title, say(result.filter(Boolean).join(' '))];
  return [
    title,
    say(translate(locale, 'method.reviewers', { count: reviewers })),
    say(result.filter(Boolean).join(' ')),
    say(translate(locale, 'method.people', { names: listed(locale, names) })),
    ...screeningNotes(request, name, reviewers),
  ];
}

function amendments({ db, review, locale }: DeliveryRequest): Block[] {
  const later = protocolVersions(db, review.id).filter(({ number }) => number > 1);
  const table = plainGrid(
    translate(locale, 'method.amendments'),
    [
      { key: 'version', label: translate(locale, 'method.version'), kind: 'number' },
      { key: 'date', label: translate(locale, 'list.column.date'), kind: 'text' },
      { key: 'reason', label: translate(locale, 'list.column.reason'), kind: 'text' },
    ],
    later.map(({ number, at, reason }) => [
      numberCell(number),
      plainCell(dayInWords(locale, at.slice(0, 10))),
      plainCell(reason),
    ]),
  );
  const text = translate(locale, 'method.amendments_text', { count: later.length });
  return [say(text), ...(later.length > 0 ? [table] : [])];
}
