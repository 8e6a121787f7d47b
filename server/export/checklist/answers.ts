/** Where a review says what a checklist asks for: derived from what it holds; what it does not hold is not stated. */
import { sql } from 'drizzle-orm';
import type { Words } from '../../../schema/columns.ts';
import type { review } from '../../../schema/reviews.ts';
import { excerptsOfReview } from '../../coding/excerpts/excerpts.ts';
import type { Db } from '../../db.ts';
import { currentProtocol } from '../../reviews/protocol.ts';
import { flowOf } from '../../synthesis/flow/flow.ts';
import { abstractTopics, type Topic } from './items.ts';

type Review = typeof review.$inferSelect;

export const places = [
  'overview',
  'protocol',
  'version',
  'searches',
  'screening',
  'codebooks',
  'flow',
  'excluded',
  'publications',
  'excerpts',
  'findings',
  'instruments',
  'appraisal',
  'confidence',
  'tables',
] as const;
export type Place = (typeof places)[number];

/** `path` is below the review; `count` is of whatever stands there. */
export type Answers = Partial<Record<Topic, Answer>>;
export type Answer = { place: Place; path: string; count: number };

const paths: Record<Place, string> = {
  overview: '',
  protocol: '/protocol',
  version: '/protocol',
  searches: '/searches',
  screening: '/screening',
  codebooks: '/codebooks',
  flow: '/flow',
  excluded: '/flow/A2',
  publications: '/tables/publications',
  excerpts: '/tables/findings',
  findings: '/tables/findings',
  instruments: '/appraisal',
  appraisal: '/appraisal',
  confidence: '/confidence',
  tables: '/tables',
};

/** @returns only what is stated somewhere. */
export function answersOf(db: Db, row: Review, flow = flowOf(db, row)): Answers {
  const protocol = currentProtocol(db, row.id);
  const version = protocol?.number ?? 0;
  const criteria = protocol?.content.criteria.length ?? 0;
  const counts = countsOf(db, row.id);
  const counted = (id: string) => flow.boxes.find((box) => box.id === id)?.derived ?? 0;
  const found: [Topic, Place, number][] = [
    ['title', 'overview', said(row.title)],
    ['abstract', 'overview', said(row.summary)],
    ...abstractTopics.map((topic): [Topic, Place, number] => [
      topic,
      'overview',
      said(row.summary),
    ]),
    ['objectives', 'protocol', protocol?.content.questions.length ?? 0],
    ['eligibility', 'protocol', criteria],
    ['eligibility_reasons', 'protocol', criteria],
    ['sources', 'searches', counts.runs],
    ['search', 'searches', counts.queries],
    ['one_search', 'searches', counts.queries],
    ['selection', 'screening', counts.judged],
    ['collection', 'codebooks', counts.codings],
    ['outcomes', 'codebooks', counts.codes],
    ['variables', 'codebooks', counts.codes],
    ['data_items', 'codebooks', counts.codes],
    ['appraisal', 'instruments', counts.instruments],
    ['appraisal_results', 'appraisal', counts.appraised],
    ['certainty', 'confidence', counts.certain],
    ['certainty_results', 'confidence', counts.certain],
    ['contributing_studies', 'confidence', counts.certain],
    ['presentation', 'tables', counts.tables],
    ['synthesis_methods', 'tables', counts.tables],
    ['study_selection', 'flow', flow.boxes.filter((box) => box.derived !== null).length],
    ['near_misses', 'excluded', counted('A2')],
    ['characteristics', 'publications', counted('N2')],
    ['individual_results', 'excerpts', excerptsOfReview(db, row.id).length],
    ['synthesis_results', 'findings', counts.findings],
    ['protocol', 'version', version],
    ['amendments', 'version', version],
    ['protocol_and_registration', 'version', version],
    ['support', 'overview', said(row.attribution)],
    ['availability', 'overview', row.publishedAt ? 1 : 0],
  ];
  return Object.fromEntries(
    found
      .filter(([, , count]) => count > 0)
      .map(([topic, place, count]) => [topic, { place, path: paths[place], count }]),
  );
}

const said = (words: Words): number => (Object.values(words).some(Boolean) ? 1 : 0);

type Counted =
  | 'runs'
  | 'queries'
  | 'judged'
  | 'codings'
  | 'codes'
  | 'findings'
  | 'instruments'
  | 'appraised'
  | 'certain'
  | 'tables';

function countsOf(db: Db, id: number) {
  return db.get<Record<Counted, number>>(
    sql`select
      (select count(*) from search_run where review_id = ${id} and archived_at is null) as runs,
      (select count(*) from search_run where review_id = ${id} and archived_at is null
        and query <> '') as queries,
      (select count(*) from flow_path where review_id = ${id}
        and class not like '%|unscreened|unscreened|%') as judged,
      (select count(*) from coding join report on report.id = coding.report_id
        where report.review_id = ${id} and coding.removed_at is null) as codings,
      (select count(*) from code join codebook on codebook.id = code.codebook_id
        where codebook.review_id = ${id} and code.archived_at is null) as codes,
      (select count(*) from finding where review_id = ${id} and archived_at is null) as findings,
      (select count(distinct i.id) from appraisal_instrument i
        join appraisal a on a.instrument_id = i.id
        where i.review_id = ${id} and i.archived_at is null) as instruments,
      (select count(distinct r.root_id) from appraisal a join report r on r.id = a.report_id
        where r.review_id = ${id} and r.withdrawn_at is null and a.state <> 'begun') as appraised,
      (select count(distinct f.id) from confidence c join finding f on f.id = c.finding_id
        where f.review_id = ${id} and f.archived_at is null) as certain,
      (select count(*) from saved_table where review_id = ${id} and archived_at is null) as tables`,
  );
}
