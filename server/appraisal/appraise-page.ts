/** What the forms of one appraisal may show: the questions with guidance, and two people's answers side by side. */
import {
  type AppraisalAnswer,
  type AppraisalReply,
  appraisalReplies,
  type Judgement,
  judgements,
} from '../../schema/appraisal.ts';
import type { Locale, Words } from '../../schema/columns.ts';
import type { ExcerptRow } from '../coding/excerpts/excerpts.ts';
import { placeText, publicationLine, type ReviewPlace } from '../coding/page.ts';
import type { Publication } from '../coding/publications.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { Rights } from '../platform/guards.ts';
import { inWords, translate } from '../platform/i18n.ts';
import type { AppraisalInput, AppraisalRow, Standing } from './appraisals.ts';
import type { Instrument } from './instruments.ts';
import { questionsOf } from './instruments.ts';
import { appraisalNav, signs } from './page.ts';
import { lightOf } from './traffic.ts';

export type Appraised = {
  instrument: Instrument;
  publication: Publication;
  standing: Standing;
  isDouble: boolean;
};

const problemFields = ['', 'overall', 'reason'] as const;

function headOf(
  locale: Locale,
  review: ReviewPlace,
  { instrument, publication }: Appraised,
  rights: Rights | null,
) {
  const { rootId } = publication;
  return {
    nav: appraisalNav(review.slug, 'studies', rights),
    label: instrument.label,
    source: inWords(locale, instrument.source) === '' ? null : instrument.source,
    publication: {
      label: publicationLine(locale, review.slug, publication).label,
      desk: `/reviews/${review.slug}/coding/reports/${rootId}`,
      text: `/reviews/${review.slug}/coding/reports/${rootId}/text`,
    },
    action: `/reviews/${review.slug}/appraisal/${instrument.id}/reports/${rootId}`,
  };
}

export function appraisePage(
  locale: Locale,
  review: ReviewPlace,
  read: Appraised & { excerpts: ExcerptRow[]; shown: AppraisalInput; personId: number },
  refused: { problems: Problem[]; rights: Rights | null },
) {
  const { instrument, standing, shown, isDouble } = read;
  const own = standing.own.find((row) => row.personId === read.personId);
  return {
    title: translate(locale, 'appraisal.appraise'),
    ...headOf(locale, review, read, refused.rights),
    isAlone: isDouble && !standing.isOpen,
    isOpen: isDouble && standing.isOpen,
    isWaiting: isDouble && !standing.isOpen && own?.state === 'done',
    saved: savedLine(standing, own, isDouble),
    sections: instrument.sections.map(({ label, questions }) => ({
      label,
      questions: questions.map((question) => {
        const { key, text, guidance } = question;
        const answer = shown.answers[key];
        return {
          key,
          text,
          guidance: inWords(locale, guidance) === '' ? null : guidance,
          replies: appraisalReplies.map((reply) => ({
            reply,
            light: lightOf(question, reply),
            sign: signs[lightOf(question, reply)],
            isChosen: answer?.reply === reply,
          })),
          comment: answer?.comment ?? '',
          locator: answer?.locator ?? '',
          excerpts: read.excerpts.map((excerpt) => ({
            id: excerpt.id,
            text: excerpt.text,
            place: placeText(locale, excerpt),
            isChosen: answer?.excerptIds.includes(excerpt.id) ?? false,
          })),
          chosen: answer?.excerptIds.length ?? 0,
        };
      }),
    })),
    overall: overallChoices(shown.overall),
    reason: shown.reason,
    problems: problemsByField(refused.problems, problemFields),
  };
}

const overallChoices = (chosen: Judgement | null) =>
  judgements.map((judgement) => ({
    judgement,
    sign: signs[judgement],
    isChosen: judgement === chosen,
  }));

/** Whose answers the form holds, and since when. */
function savedLine(standing: Standing, own: AppraisalRow | undefined, isDouble: boolean) {
  const all = [...standing.own, ...(standing.agreed ? [standing.agreed] : [])];
  const latest = all.toSorted((one, other) => one.id - other.id).at(-1);
  const row = isDouble ? (own ?? null) : (latest ?? null);
  return row && { name: row.name, at: row.at, state: row.state };
}

/** The two's answers; where they say the same that is proposed, where they differ people choose. */
export function comparePage(
  locale: Locale,
  review: ReviewPlace,
  read: Appraised,
  refused: { problems: Problem[]; rights: Rights | null; typed: AppraisalInput | null },
) {
  const { instrument, standing } = read;
  const [first, second] = standing.own.filter(({ state }) => state === 'done');
  const shown = refused.typed ?? standing.agreed ?? proposed(first, second);
  return {
    title: translate(locale, 'appraisal.compare'),
    ...headOf(locale, review, read, refused.rights),
    names: [first?.name ?? '', second?.name ?? ''],
    isAgreed: standing.agreed !== null,
    lines: questionsOf(instrument.sections).map(({ key, text }) => {
      const said = [first?.answers[key], second?.answers[key]];
      const chosen = shown.answers[key];
      return {
        key,
        text,
        said: said.map(saidView),
        isDifferent: said[0]?.reply !== said[1]?.reply,
        replies: appraisalReplies.map((reply) => ({ reply, isChosen: chosen?.reply === reply })),
        comment: chosen?.comment ?? '',
      };
    }),
    overalls: [first, second].map((row) => ({
      overall: row?.overall ?? null,
      reason: row?.reason ?? '',
    })),
    overall: overallChoices(shown.overall),
    reason: shown.reason,
    problems: problemsByField(refused.problems, problemFields),
  };
}

const saidView = (answer: AppraisalAnswer | undefined) => ({
  reply: answer?.reply ?? null,
  comment: answer?.comment ?? '',
  locator: answer?.locator ?? '',
});

function proposed(
  first: AppraisalRow | undefined,
  second: AppraisalRow | undefined,
): AppraisalInput {
  const same = Object.entries(first?.answers ?? {}).filter(
    ([key, answer]) => second?.answers[key]?.reply === answer.reply,
  );
  const isSame = first?.overall === second?.overall;
  return {
    answers: Object.fromEntries(same),
    overall: isSame ? (first?.overall ?? null) : null,
    reason: '',
  };
}

/** An agreed answer keeps the place and the excerpts of the first who said the same. */
export function agreedAnswer(
  standing: Standing,
  key: string,
  { reply, comment }: { reply: AppraisalReply; comment: string },
): AppraisalAnswer {
  const like = standing.own.map((row) => row.answers[key]).find((own) => own?.reply === reply);
  return { reply, comment, locator: like?.locator ?? '', excerptIds: like?.excerptIds ?? [] };
}

export function appraisalJson(row: AppraisalRow | null, instrument: Instrument, label: Words) {
  return {
    instrument: { id: instrument.id, key: instrument.key, label },
    appraisal: row && {
      publication: row.rootId,
      version: row.version,
      state: row.state,
      answers: row.answers,
      overall: row.overall,
      reason: row.reason,
      person: row.name,
      at: row.at,
    },
  };
}
