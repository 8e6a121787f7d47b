/** What the pages about things brought along may show. */
import type { Locale, Words } from '../../../schema/columns.ts';
import { inWords, translate, translateDynamic } from '../../platform/i18n.ts';
import type { StageConsequences } from '../../screening/votes/take-back.ts';
import { takenBackModel } from '../../screening/votes/taken-back-page.ts';
import type { Account, actOf, actsOf } from './acts.ts';
import { type Matched, type Matches, notReported, type Targets } from './matches.ts';
import { type Fate, fates, type Kind, kinds, type Line } from './plan.ts';

type Place = { locale: Locale; slug: string; mayOwn: boolean };
export type Shown = { fate: Fate | null; page: number };
type Acts = ReturnType<typeof actsOf>;

/** Lines on one page. */
const linesPerPage = 100;

export function broughtPage(
  place: Place,
  data: {
    importId: number;
    fileName: string;
    matches: Matches;
    targets: Targets;
    account: Account;
    lines: Line[];
    acts: Acts;
    shown: Shown;
    /** The choices as they stand in the address. */
    query: string;
    problem: string | null;
  },
) {
  const { locale, slug, mayOwn } = place;
  const { account, lines, shown, query } = data;
  const path = pathOf(slug, data.importId);
  const listed = shown.fate ? lines.filter(({ fate }) => fate === shown.fate) : lines;
  const pages = Math.max(1, Math.ceil(listed.length / linesPerPage));
  const at = (fate: Fate | null, page: number) =>
    `${path}?${query}${fate ? `&show=${fate}` : ''}&page=${page}#lines`;
  const from = (shown.page - 1) * linesPerPage;
  return {
    title: translate(locale, 'brought.title'),
    path,
    back: `/reviews/${slug}/imports/${data.importId}`,
    fileName: data.fileName,
    mayOwn,
    problem: data.problem,
    acts: data.acts.map((act) => actLine(path, act)),
    groups: groupsOf(place, data.matches, data.targets),
    total: kinds.reduce((sum, kind) => sum + (account[kind].apply ?? 0), 0),
    account: fates
      .filter((fate) => kinds.some((kind) => account[kind][fate]))
      .map((fate) => ({
        text: translateDynamic(locale, `brought.fate.${fate}`),
        href: at(fate, 1),
        counts: kinds.map((kind) => account[kind][fate] ?? 0),
      })),
    kinds: kinds.map((kind: Kind) => translateDynamic(locale, `brought.kind.${kind}`)),
    shown: shown.fate && translateDynamic(locale, `brought.fate.${shown.fate}`),
    all: at(null, 1),
    lines: listed
      .slice(from, from + linesPerPage)
      .map((line) => lineModel(place, data.targets, line)),
    page: shown.page,
    pages,
    previous: shown.page > 1 ? at(shown.fate, shown.page - 1) : null,
    next: shown.page < pages ? at(shown.fate, shown.page + 1) : null,
  };
}

const pathOf = (slug: string, importId: number) => `/reviews/${slug}/imports/${importId}/brought`;

function actLine(path: string, act: Acts[number]) {
  const { id, at, by, undoneAt, undoneBy, decisions, notes, codes } = act;
  const counts = { decisions, notes, codes };
  return {
    href: `${path}/acts/${id}`,
    at,
    by: by ?? '',
    undoneAt,
    undoneBy: undoneBy ?? '',
    ...counts,
  };
}

/** The words of the file, each with what it is here and what else it could be. */
function groupsOf({ locale }: Place, matches: Matches, targets: Targets) {
  const leave = { value: '', text: translate(locale, 'brought.leave_out') };
  const options = {
    people: targets.people.map(({ id, name }) => ({ value: String(id), text: name })),
    reasons: [
      { value: notReported, text: translate(locale, 'brought.reason_none') },
      ...targets.criteria.map(({ id, code, label }) => ({
        value: String(id),
        text: translate(locale, 'brought.reason_option', { code, label: textOf(locale, label) }),
      })),
    ],
    codes: targets.codes.map(({ id, label, bookLabel }) => ({
      value: String(id),
      text: translate(locale, 'brought.code_option', {
        code: textOf(locale, label),
        codebook: textOf(locale, bookLabel),
      }),
    })),
  };
  const nobody = { value: '', text: translate(locale, 'brought.nobody_here') };
  return (['people', 'reasons', 'codes'] as const)
    .map((kind) => ({
      kind,
      rows: matches[kind].map((row, at) =>
        rowModel(locale, kind, at, row, [kind === 'people' ? nobody : leave, ...options[kind]]),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowModel(
  locale: Locale,
  kind: keyof Matches,
  at: number,
  { said, count, value }: Matched,
  options: { value: string; text: string }[],
) {
  return {
    id: `${kind}-${at}`,
    name: `${kind}.${said}`,
    said: said || translate(locale, 'brought.no_reason'),
    count,
    // Who it was may stay open; what a reason or a code stands for may not.
    isOpen: value === null && kind !== 'people',
    options: options.map((option) => ({ ...option, isCurrent: option.value === (value ?? '') })),
  };
}

const textOf = (locale: Locale, label: Words): string => inWords(locale, label);

function lineModel({ locale, slug }: Place, targets: Targets, line: Line) {
  const { kind, fate, rootId, title, stage, by, at, here } = line;
  const nameOf = (id: number | null) =>
    targets.criteria.find((each) => each.id === id)?.code ?? null;
  const said =
    kind === 'decision' && (line.said === 'include' || line.said === 'exclude')
      ? translateDynamic(locale, `brought.answer.${line.said}`)
      : line.said;
  return {
    href: `/reviews/${slug}/reports/${rootId}`,
    title: title || translate(locale, 'records.no_title'),
    kind: translateDynamic(locale, `brought.kind_one.${kind}`),
    stage: stage && translateDynamic(locale, `stage.${stage}`),
    said,
    reason: line.reason || null,
    by: by || null,
    at: at.slice(0, 10) || null,
    fate: translateDynamic(locale, `brought.fate_one.${fate}`),
    color: fate === 'apply' ? 'success' : fate === 'same' ? 'neutral' : 'warning',
    here:
      here && fate === 'clash'
        ? translate(locale, 'brought.here', {
            state: translateDynamic(locale, `screening.standing_${here.state}`),
            reason: nameOf(here.criterionId) ?? '',
          })
        : null,
  };
}

/** One act, and what taking it back would change. */
export function actPage(
  { locale, slug, mayOwn }: Place,
  importId: number,
  act: ReturnType<typeof actOf>,
  consequences: StageConsequences[],
) {
  const path = pathOf(slug, importId);
  return {
    title: translate(locale, 'brought.act'),
    back: path,
    act: actLine(path, act),
    mayUndo: mayOwn && act.undoneAt === null,
    stages: takenBackModel(locale, consequences),
  };
}
