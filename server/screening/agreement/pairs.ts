/** Who judged the same publications, and what each said last of their own accord, before anything was settled. */
import { type Answer, answers, type Stage, stages } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import { type Agreement, agreementOf } from './measures.ts';
import { ownAnswers } from './own-answers.ts';

/** Three answers, or only whether a publication was kept. At full text there are no more than two. */
const scales = ['answers', 'kept'] as const;
export type Scale = (typeof scales)[number];
export const samples = ['all', 'pilot'] as const;
export type Sample = (typeof samples)[number];

export type PairAgreement = {
  stage: Stage;
  sample: Sample;
  scale: Scale;
  people: [Person, Person];
  /** Rows are the first person's answers, columns the second's, in the order of `categories`. */
  table: number[][];
  categories: string[];
} & Agreement;

export type Person = { id: number; name: string };

/** Every pair with a publication that both have judged, in each stage; never pooled over pairs. */
export function agreements(db: Db, reviewId: number): PairAgreement[] {
  return stages.flatMap((stage) => {
    const all = finalAnswers(db, reviewId, stage);
    const pilot = pilotOnly(db, reviewId, stage, all);
    return [...pairsOf(all, stage, 'all'), ...(pilot ? pairsOf(pilot, stage, 'pilot') : [])];
  });
}

type Said = { rootId: number; personId: number; name: string; answer: Answer };

function finalAnswers(db: Db, reviewId: number, stage: Stage): Said[] {
  const names = new Map(
    (statement(db, peopleSql).all() as Person[]).map(({ id, name }) => [id, name]),
  );
  return ownAnswers(db, { reviewId, stage }).map((said) => ({
    ...said,
    name: names.get(said.personId) ?? '',
  }));
}

const peopleSql = 'select id, name from person';

/** The publications of the latest pilot; null where there was none. */
function pilotOnly(db: Db, reviewId: number, stage: Stage, all: Said[]): Said[] | null {
  const rows = statement(db, pilotSql).all({ reviewId, stage }) as { rootId: number }[];
  if (rows.length === 0) return null;
  const drawn = new Set(rows.map((row) => row.rootId));
  return all.filter((row) => drawn.has(row.rootId));
}

const pilotSql = `select distinct report.root_id as rootId from pilot_report
  join report on report.id = pilot_report.report_id
  where pilot_report.pilot_id = (select max(id) from pilot
    where review_id = @reviewId and stage = @stage)`;

function pairsOf(said: Said[], stage: Stage, sample: Sample): PairAgreement[] {
  const byPerson = new Map<number, { person: Person; answers: Map<number, Answer> }>();
  for (const { rootId, personId, name, answer } of said) {
    const known = byPerson.get(personId) ?? { person: { id: personId, name }, answers: new Map() };
    known.answers.set(rootId, answer);
    byPerson.set(personId, known);
  }
  const people = [...byPerson.values()].sort((a, b) => a.person.id - b.person.id);
  const pairs: PairAgreement[] = [];
  people.forEach((one, at) => {
    for (const other of people.slice(at + 1)) {
      const both = [...one.answers].flatMap(([rootId, answer]): [Answer, Answer][] => {
        const second = other.answers.get(rootId);
        return second ? [[answer, second]] : [];
      });
      if (both.length === 0) continue;
      for (const scale of stage === 'full_text' ? (['kept'] as const) : scales)
        pairs.push(measured(both, { stage, sample, scale, people: [one.person, other.person] }));
    }
  });
  return pairs;
}

type Heading = Pick<PairAgreement, 'stage' | 'sample' | 'scale' | 'people'>;

function measured(both: [Answer, Answer][], heading: Heading): PairAgreement {
  const categories = heading.scale === 'answers' ? [...answers] : ['kept', 'exclude'];
  const placeOf = (answer: Answer) =>
    heading.scale === 'answers' ? answers.indexOf(answer) : answer === 'exclude' ? 1 : 0;
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of both) {
    const row = table[placeOf(first)];
    const column = placeOf(second);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return { ...heading, table, categories, ...agreementOf(table) };
}
