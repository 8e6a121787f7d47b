/** What the pages of instruments may show. */
import { type InstrumentQuestion, type Judgement, judgements } from '../../schema/appraisal.ts';
import type { Locale } from '../../schema/columns.ts';
import { studyDesigns } from '../../schema/extraction.ts';
import { typedText } from '../coding/http.ts';
import type { ReviewPlace } from '../coding/page.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { Rights } from '../platform/guards.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { typedWords, wordsInput } from '../platform/words-form.ts';
import type { InstrumentTemplate } from './instruments/make.ts';
import { type Instrument, questionsOf } from './instruments.ts';
import { appraisalNav } from './page.ts';

type Refused = { problems: Problem[]; typed: unknown; rights: Rights | null };

export function instrumentsPage(
  locale: Locale,
  review: ReviewPlace,
  read: { instruments: Instrument[]; templates: readonly InstrumentTemplate[] },
  rights: Rights | null,
) {
  const path = `/reviews/${review.slug}/appraisal/instruments`;
  const taken = new Set(read.instruments.map(({ key }) => key));
  return {
    title: translate(locale, 'appraisal.instruments'),
    nav: appraisalNav(review.slug, 'instruments', rights),
    action: path,
    json: `${path}.json`,
    instruments: read.instruments.map((instrument) => ({
      ...shownInstrument(locale, instrument),
      version: instrument.number,
      href: `${path}/${instrument.id}`,
    })),
    templates: read.templates
      .filter(({ key }) => !taken.has(key))
      .map((template) => ({ key: template.key, ...shownInstrument(locale, template) })),
  };
}

function shownInstrument(
  locale: Locale,
  {
    label,
    source,
    designs,
    sections,
  }: Pick<InstrumentTemplate, 'label' | 'source' | 'designs' | 'sections'>,
) {
  return {
    label,
    source: inWords(locale, source) === '' ? null : source,
    designs,
    count: questionsOf(sections).length,
  };
}

export function instrumentPage(
  locale: Locale,
  review: ReviewPlace,
  instrument: Instrument,
  { problems, typed, rights }: Refused,
) {
  const room = `/reviews/${review.slug}/appraisal/instruments`;
  const path = `${room}/${instrument.id}`;
  const own = (field: 'label' | 'source') =>
    wordsInput(locale, typed ? typedWords(typed, field) : instrument[field]);
  return {
    title: inWords(locale, instrument.label),
    nav: appraisalNav(review.slug, 'instruments', rights),
    back: room,
    action: path,
    json: `${path}.json`,
    version: instrument.number,
    ...shownInstrument(locale, instrument),
    sections: instrument.sections.map(({ key, label, questions }, at, all) => ({
      id: `section-${key}`,
      label,
      ...placeIn(all.length, at, `${path}/sections/${key}/move`),
      questions: questions.map((question, index) => ({
        id: `question-${question.key}`,
        ...placeIn(questions.length, index, `${path}/questions/${question.key}/move`),
        text: question.text,
        guidance: inWords(locale, question.guidance) === '' ? null : question.guidance,
        judgements: replied.map((reply) => ({ reply, light: question.judgements[reply] })),
        edit: `${path}/questions/${question.key}`,
      })),
    })),
    form: {
      label: own('label'),
      source: own('source'),
      designs: studyDesigns.map((design) => ({
        design,
        isChosen: instrument.designs.includes(design),
      })),
      isOpen: problems.length > 0,
    },
    problems: problemsByField(problems, ['', 'label', 'designs']),
  };
}

/** The first has nowhere to go up to, the last nowhere down, and one alone nowhere at all. */
const placeIn = (count: number, at: number, move: string) => ({
  move: count > 1 ? move : null,
  isFirst: at === 0,
  isLast: at === count - 1,
});

const replied = ['yes', 'no', 'unclear'] as const;
const usual: Record<(typeof replied)[number], Judgement> = {
  yes: 'good',
  no: 'bad',
  unclear: 'some_concern',
};

export function questionPage(
  locale: Locale,
  review: ReviewPlace,
  { instrument, question }: { instrument: Instrument; question: InstrumentQuestion | null },
  { problems, typed, rights }: Refused,
) {
  const back = `/reviews/${review.slug}/appraisal/instruments/${instrument.id}`;
  const own = (field: 'text' | 'guidance') =>
    wordsInput(locale, typed ? typedWords(typed, field) : (question?.[field] ?? {}));
  const section = typed
    ? typedText(typed, 'section')
    : (instrument.sections.find(({ questions }) =>
        questions.some(({ key }) => key === question?.key),
      )?.key ?? '');
  const meaning = (reply: (typeof replied)[number]) =>
    typed ? typedText(typed, reply) : (question?.judgements ?? usual)[reply];
  return {
    title: translate(locale, question ? 'appraisal.question_edit' : 'appraisal.question_add'),
    nav: appraisalNav(review.slug, 'instruments', rights),
    back,
    instrument: instrument.label,
    action: question ? `${back}/questions/${question.key}` : `${back}/questions`,
    remove: question ? `${back}/questions/${question.key}/remove` : null,
    text: own('text'),
    guidance: own('guidance'),
    meanings: replied.map((reply) => ({
      reply,
      options: judgements.map((judgement) => ({
        judgement,
        isChosen: judgement === meaning(reply),
      })),
    })),
    sections: instrument.sections.map(({ key, label }) => ({
      key,
      label,
      isChosen: key === section,
    })),
    newSection: wordsInput(locale, typed ? typedWords(typed, 'newSection') : {}),
    problems: problemsByField(problems, ['', 'text', 'section']),
  };
}

export const instrumentJson = ({
  id,
  key,
  number,
  label,
  source,
  designs,
  sections,
}: Instrument) => ({
  id,
  key,
  version: number,
  label,
  source,
  designs,
  sections,
});
