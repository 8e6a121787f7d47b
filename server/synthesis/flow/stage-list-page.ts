/** What the pages of a list of an older review, and of one of its lines, may show. */
import { printName } from '../../../import/normalize/names.ts';
import type { Locale } from '../../../schema/columns.ts';
import { typedText } from '../../coding/http.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import { authorsLine, languageTag } from '../../records/page.ts';
import { reasonTexts } from '../../records/reports/report-page.ts';
import type { Candidate } from '../../screening/stage-lists/candidates.ts';
import type { LinesQuery, stageListPage } from '../../screening/stage-lists/lists.ts';
import type { StageConsequences } from '../../screening/votes/take-back.ts';
import { takenBackModel } from '../../screening/votes/taken-back-page.ts';
import { flowAddress, reportAddress } from '../addresses.ts';
import type { AskedLine } from './stage-list-routes.ts';

type Found = ReturnType<typeof stageListPage> & { undo: StageConsequences[] | null };

export function stageListModel(locale: Locale, slug: string, found: Found, query: LinesQuery) {
  const { list, standing, rows, undo } = found;
  const { state, page, size } = query;
  const base = `${flowAddress(slug)}/basis/lists/${list.id}`;
  const pages = Math.max(1, Math.ceil(list[state] / size));
  const at = (number: number) => `${base}?state=${state}&page=${number}`;
  return {
    title: list.fileName,
    list: { ...list, person: list.person ?? '', undoneBy: list.undoneBy ?? '' },
    standing: list.undoneAt === null ? standing : null,
    undo: undo && { action: `${base}/undo`, stages: takenBackModel(locale, undo) },
    back: `${flowAddress(slug)}/basis`,
    tabs: (['unmatched', 'matched', 'repeats', 'absent'] as const).map((each) => ({
      text: translateDynamic(locale, `stage_list.${each}`),
      count: list[each],
      href: `${base}?state=${each}`,
      isCurrent: each === state,
    })),
    isUnmatched: state === 'unmatched',
    isAbsent: state === 'absent',
    rows: rows.map(({ position, reference, reportId, nearestId, answer }) => ({
      position,
      title: reference.title,
      year: reference.year ?? null,
      // What a person may answer for has a page of its own.
      line: answer || state === 'unmatched' ? `${base}/lines/${position}` : null,
      href: reportId === null ? null : reportAddress(slug, reportId),
      nearest: nearestId === null ? null : reportAddress(slug, nearestId),
      reason: answer?.reason ?? '',
      said: answer && { at: answer.at, person: answer.person ?? '' },
    })),
    page,
    pages,
    previous: page > 1 ? at(page - 1) : null,
    next: page < pages ? at(page + 1) : null,
  };
}

type Asked = { q: string; problems: Problem[]; typed: unknown; mayAnswer: boolean };

/** One line that the program found nothing for, with what it could be. */
export function stageLineModel(locale: Locale, slug: string, line: AskedLine, asked: Asked) {
  const { list, position, reference, said, found, likely, sought } = line;
  const path = `${flowAddress(slug)}/basis/lists/${list.id}`;
  const at = (other: number | null) => other && `${path}/lines/${other}`;
  const mayAnswer = asked.mayAnswer && line.undoneAt === null;
  const candidate = (each: Candidate) => candidateModel(locale, slug, each);
  return {
    title: reference.title || translate(locale, 'flow.untitled'),
    lang: languageTag(reference.language),
    list,
    position,
    back: path,
    action: `${path}/lines/${position}`,
    mayAnswer,
    undoneAt: line.undoneAt,
    facts: factsOf(reference),
    said: said && {
      ...said,
      person: said.person ?? '',
      isAbsent: said.answer === 'absent',
      found: found && {
        href: reportAddress(slug, found.id),
        title: found.title || translate(locale, 'flow.untitled'),
        lang: languageTag(found.reference.language),
      },
    },
    likely: likely.map(candidate),
    q: asked.q,
    sought: sought && {
      total: sought.total,
      shown: sought.shown.length,
      isCut: sought.shown.length < sought.total,
      rows: sought.shown.map(candidate),
    },
    reason: typedText(asked.typed, 'reason'),
    problems: problemsByField(asked.problems, ['', 'reason']),
    previous: at(line.previous),
    next: at(line.next),
  };
}

/** As the file says it. */
function factsOf({ authors, year, container, pages, doi, urls }: AskedLine['reference']) {
  const facts = {
    authors: authors.map(printName).join('; '),
    year: year === undefined ? '' : String(year),
    container: container ?? '',
    pages: pages ?? '',
    doi: doi ?? '',
    urls: urls?.join(' ') ?? '',
  };
  return Object.entries(facts)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => ({ field, text }));
}

function candidateModel(locale: Locale, slug: string, each: Candidate) {
  const { id, title, year, reference, score, standing, isJudged } = each;
  return {
    id,
    href: reportAddress(slug, id),
    title: title || translate(locale, 'flow.untitled'),
    lang: languageTag(reference.language),
    authors: authorsLine(locale, reference),
    year,
    container: reference.container ?? null,
    likelihood: score,
    reasons: reasonTexts(locale, each.reasons),
    against: reasonTexts(locale, each.against),
    // Who is still at it is nobody's to see.
    standing:
      standing === 'passed' || standing === 'excluded'
        ? translateDynamic(locale, `screening.standing_${standing}`)
        : null,
    isJudged,
  };
}
