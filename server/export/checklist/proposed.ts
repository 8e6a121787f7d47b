/** What the rows settle by themselves of a checklist's items: what only a reader can judge is left to a person. */
import { sql } from 'drizzle-orm';
import type { Checklist } from '../../../schema/checklists.ts';
import type { Db } from '../../db.ts';
import type { ReviewRow } from '../../platform/guards.ts';
import { currentProtocol } from '../../reviews/protocol.ts';
import type { Flow } from '../../synthesis/flow/flow.ts';
import type { Answers } from './answers.ts';
import type { Topic } from './items.ts';
import type { Sections } from './sections.ts';

/** `judge`: something stands there; whether it is what the item asks for, a person says. */
export type Proposed = 'reported' | 'judge' | 'not_reported';

type Asked = { db: Db; review: ReviewRow; list: Checklist; flow: Flow };
type Found = { answers: Answers; sections: Sections };

export function proposalsOf(asked: Asked, found: Found): (topic: Topic) => Proposed {
  const { review, list } = asked;
  const { answers, sections } = found;
  const settled = settledTopics(asked, found);
  const kind = kindNamed(Object.values(review.title).filter(Boolean), list);
  return (topic) => {
    const isInReport = sections[topic] !== undefined;
    if (!isInReport && !answers[topic]) return 'not_reported';
    if (topic === 'title' && kind === 'none') return 'not_reported';
    const isSettled = topic === 'title' ? kind === 'asked_for' : settled.has(topic);
    // What stands on pages that only the team can open has been reported to nobody.
    return isSettled && (isInReport || review.publishedAt) ? 'reported' : 'judge';
  };
}

/** Items that ask for nothing but what the rows hold, where they hold it for everything they are to hold it for. */
function settledTopics(
  { db, review, flow }: Asked,
  { answers, sections }: Found,
): ReadonlySet<Topic> {
  const { runs, dated, asked, findings } = wholesOf(db, review.id);
  const count = (topic: Topic) => answers[topic]?.count ?? 0;
  const included = count('characteristics');
  const version = currentProtocol(db, review.id)?.number ?? 0;
  const isCounted = review.flowBasis === 'records';
  const whole: [Topic, boolean][] = [
    ['objectives', count('objectives') > 0],
    ['sources', runs > 0 && dated === runs],
    ['search', runs > 0 && asked === runs],
    ['one_search', asked > 0],
    ['selection', isCounted && count('selection') > 0],
    ['study_selection', isCounted && !flow.isProvisional],
    ['characteristics', sections.characteristics !== undefined],
    ['appraisal_results', included > 0 && count('appraisal_results') >= included],
    ['certainty_results', findings > 0 && count('certainty_results') >= findings],
    ['protocol', version > 0],
    ['amendments', version > 1],
  ];
  return new Set(whole.filter(([, isWhole]) => isWhole).map(([topic]) => topic));
}

type Whole = 'runs' | 'dated' | 'asked' | 'findings';

const wholesOf = (db: Db, id: number) =>
  db.get<Record<Whole, number>>(
    sql`select count(*) as runs,
      count(*) filter (where searched_on is not null) as dated,
      count(*) filter (where query <> '') as asked,
      (select count(*) from finding where review_id = ${id} and archived_at is null) as findings
      from search_run where review_id = ${id} and archived_at is null`,
  );

const systematic =
  /systematic(\s+[\w-]+){0,3}\s+review|systematisk[ae]?(\s+[\p{L}-]+){0,2}\s+\p{L}*(översikt|oversikt|genomgång|gjennomgang)/u;
const scoping =
  /scoping[\s-]?(review|study|översikt|oversikt|studie)|kartlägg(ande|nings)\s*\p{L}*översikt|kartlegg(ende|ande|jande|ings)\s*\p{L}*oversikt/u;
const anyKind =
  /\breview\b|\p{L}*(översikt|oversikt)(en|a|er)?(?!\p{L})|meta-?anal|evidence (map|synthesis)|evidenskart|(evidens|meta)synte|kunskapssammanställning|kunnskapsoppsummering|forskningsgenomgång/u;

/** Whether titles name the kind of review that a list is for, in each language that they are written in. */
export function kindNamed(
  titles: readonly string[],
  list: Checklist,
): 'asked_for' | 'another' | 'none' {
  const asked = list === 'prisma-scr' ? scoping : systematic;
  const lower = titles.map((title) => title.toLowerCase());
  if (lower.length > 0 && lower.every((title) => asked.test(title))) return 'asked_for';
  return lower.some((title) => [asked, anyKind].some((kind) => kind.test(title)))
    ? 'another'
    : 'none';
}
