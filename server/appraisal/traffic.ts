/** The traffic-light table: studies by questions, what was replied and what that says of the study. */
import type { AppraisalReply, InstrumentQuestion, Judgement } from '../../schema/appraisal.ts';
import { includedPublications, type Publication } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { type AppraisalRow, standingsOf } from './appraisals.ts';
import { type Instrument, instrumentsOf, questionsOf } from './instruments.ts';

/** `none`: not applicable, which says nothing of the study. */
export type Light = Judgement | 'none';
export type TrafficCell = { reply: AppraisalReply; light: Light; comment: string } | null;
export type TrafficRow = {
  publication: Publication;
  cells: TrafficCell[];
  overall: Judgement;
  reason: string;
};
export type TrafficTable = {
  instrument: Instrument;
  questions: InstrumentQuestion[];
  rows: TrafficRow[];
};

/** One for each instrument in use: the included publications with an appraisal that holds. */
export function trafficTables(db: Db, reviewId: number): TrafficTable[] {
  const publications = includedPublications(db, reviewId);
  const rootIds = publications.map(({ rootId }) => rootId);
  const standings = standingsOf(db, reviewId, rootIds);
  return instrumentsOf(db, reviewId).map((instrument) => {
    const questions = questionsOf(instrument.sections);
    const rows = publications.flatMap((publication) => {
      const held = standings.get(instrument.id)?.get(publication.rootId)?.held;
      return held ? [rowOf(instrument, questions, publication, held)] : [];
    });
    return { instrument, questions, rows };
  });
}

function rowOf(
  instrument: Instrument,
  questions: readonly InstrumentQuestion[],
  publication: Publication,
  held: AppraisalRow,
): TrafficRow {
  // A reply means what it meant in the version that asked.
  const asked = new Map(
    questionsOf(instrument.versions.get(held.version) ?? []).map((each) => [each.key, each]),
  );
  const cells = questions.map(({ key }) => {
    const answer = held.answers[key];
    const question = asked.get(key);
    if (!answer || !question) return null;
    const { reply, comment } = answer;
    return { reply, comment, light: lightOf(question, reply) };
  });
  return { publication, cells, overall: held.overall ?? 'some_concern', reason: held.reason };
}

export const lightOf = (question: InstrumentQuestion, reply: AppraisalReply): Light =>
  reply === 'not_applicable' ? 'none' : question.judgements[reply];
