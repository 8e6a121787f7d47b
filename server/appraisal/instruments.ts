/** The instruments of a review: taken from ours, copied, changed question by question; every change is a version. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import {
  appraisalInstrument,
  appraisalInstrumentVersion,
  type InstrumentQuestion,
  type InstrumentSection,
  type Judgement,
} from '../../schema/appraisal.ts';
import type { Words } from '../../schema/columns.ts';
import type { StudyDesign } from '../../schema/extraction.ts';
import { audit } from '../accounts/audit.ts';
import { cleanWords, keyFrom, requireWords } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { instrumentTemplates } from './instruments/templates.ts';

type Content = {
  label: Words;
  source: Words;
  designs: StudyDesign[];
  sections: InstrumentSection[];
};
export type Instrument = Content & {
  id: number;
  key: string;
  number: number;
  /** The sections as each version had them, for answers given on an earlier one. */
  versions: Map<number, InstrumentSection[]>;
};
export type QuestionInput = {
  text: Words;
  guidance: Words;
  judgements: Record<'yes' | 'no' | 'unclear', Judgement>;
  /** The key of a section; empty: a new one by the name of `newSection`. */
  section: string;
  newSection: Words;
};

export const questionsOf = (sections: readonly InstrumentSection[]): InstrumentQuestion[] =>
  sections.flatMap(({ questions }) => questions);

/** Takes one of ours into a review. @throws NOT_FOUND */
export function takeInstrument(context: PersonalContext, reviewId: number, key: string): number {
  const template = instrumentTemplates.find((each) => each.key === key);
  if (!template) throw notFound();
  const { label, source, designs, sections } = template;
  return addInstrument(context, reviewId, { label, source, designs, sections }, key);
}

/** A copy to change, beside the one that it was made from. */
export function copyInstrument(context: PersonalContext, reviewId: number, id: number): number {
  const { label, source, designs, sections, key } = requireInstrument(context.db, reviewId, id);
  return addInstrument(context, reviewId, { label, source, designs, sections }, key);
}

function addInstrument(
  context: PersonalContext,
  reviewId: number,
  content: Content,
  wanted: string,
): number {
  return inTransaction(context, (tx) => {
    const ofReview = eq(appraisalInstrument.reviewId, reviewId);
    const taken = tx.db
      .select({ key: appraisalInstrument.key })
      .from(appraisalInstrument)
      .where(ofReview)
      .all()
      .map((row) => row.key);
    const key = keyFrom({ en: wanted }, taken);
    const row = { reviewId, key, position: taken.length + 1 };
    const { id } = tx.db.insert(appraisalInstrument).values(row).returning().get();
    addVersion(tx, id, 1, content);
    const about = { entity: 'appraisal_instrument', entityId: id, reviewId };
    audit(tx, { action: 'instrument.added', ...about, after: { key, label: content.label } });
    return id;
  });
}

function addVersion(tx: PersonalContext, instrumentId: number, number: number, content: Content) {
  const row = { instrumentId, number, ...content, personId: tx.actor.personId, at: tx.at };
  tx.db.insert(appraisalInstrumentVersion).values(row).run();
}

export function describeInstrument(
  context: PersonalContext,
  reviewId: number,
  id: number,
  input: Pick<Content, 'label' | 'source' | 'designs'>,
): void {
  change(context, reviewId, id, ({ sections }) => ({
    label: requireWords(input.label, 'label'),
    source: cleanWords(input.source),
    designs: input.designs,
    sections,
  }));
}

/** Adds a question, or, with a key, changes one. */
export function saveQuestion(
  context: PersonalContext,
  reviewId: number,
  id: number,
  input: QuestionInput,
  key: string | null = null,
): void {
  change(context, reviewId, id, (content) => {
    const all = questionsOf(content.sections);
    const old = all.find((question) => question.key === key);
    if (key !== null && !old) throw notFound();
    const text = requireWords(input.text, 'text');
    const taken = all.map((question) => question.key);
    const made: InstrumentQuestion = {
      key: old?.key ?? keyFrom(text, taken),
      text,
      guidance: cleanWords(input.guidance),
      judgements: input.judgements,
    };
    return { ...content, sections: placed(content.sections, made, input) };
  });
}

/** The question where it stood, or at the end of the section that it goes to; empty sections go. */
function placed(
  sections: readonly InstrumentSection[],
  made: InstrumentQuestion,
  { section: wanted, newSection }: QuestionInput,
): InstrumentSection[] {
  const label = cleanWords(newSection);
  const isNew = Object.keys(label).length > 0;
  if (!isNew && !sections.some(({ key }) => key === wanted))
    throw new AppError('SECTION_REQUIRED', {}, 'section');
  const sectionKey = isNew
    ? keyFrom(
        label,
        sections.map(({ key }) => key),
      )
    : wanted;
  const all = isNew ? [...sections, { key: sectionKey, label, questions: [] }] : [...sections];
  return all
    .map(({ questions, ...section }) => {
      const others = questions.filter(({ key }) => key !== made.key);
      if (section.key !== sectionKey) return { ...section, questions: others };
      const at = questions.findIndex(({ key }) => key === made.key);
      return { ...section, questions: others.toSpliced(at < 0 ? others.length : at, 0, made) };
    })
    .filter(({ questions }) => questions.length > 0);
}

export function removeQuestion(
  context: PersonalContext,
  reviewId: number,
  id: number,
  key: string,
): void {
  change(context, reviewId, id, (content) => ({
    ...content,
    sections: content.sections
      .map(({ questions, ...section }) => ({
        ...section,
        questions: questions.filter((question) => question.key !== key),
      }))
      .filter(({ questions }) => questions.length > 0),
  }));
}

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** Past the next one of its section. What was answered is known by the key, wherever the question stands. */
export function moveQuestion(
  context: PersonalContext,
  reviewId: number,
  id: number,
  { key, direction }: { key: string; direction: Direction },
): void {
  change(context, reviewId, id, (content) => {
    if (!questionsOf(content.sections).some((question) => question.key === key)) throw notFound();
    const sections = content.sections.map((section) => ({
      ...section,
      questions: moved(section.questions, key, direction),
    }));
    return { ...content, sections };
  });
}

export function moveSection(
  context: PersonalContext,
  reviewId: number,
  id: number,
  { key, direction }: { key: string; direction: Direction },
): void {
  change(context, reviewId, id, (content) => {
    if (!content.sections.some((section) => section.key === key)) throw notFound();
    return { ...content, sections: moved(content.sections, key, direction) };
  });
}

/** The first stays first when it is moved up, and the last last. */
function moved<T extends { key: string }>(list: T[], key: string, direction: Direction): T[] {
  const at = list.findIndex((each) => each.key === key);
  const one = list[at];
  const to = at + (direction === 'up' ? -1 : 1);
  if (!one || to < 0 || to >= list.length) return list;
  return list.toSpliced(at, 1).toSpliced(to, 0, one);
}

function change(
  context: PersonalContext,
  reviewId: number,
  id: number,
  make: (content: Content) => Content,
): void {
  inTransaction(context, (tx) => {
    const held = requireInstrument(tx.db, reviewId, id);
    const { label, source, designs, sections } = held;
    const before = { label, source, designs, sections };
    const after = make(before);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    addVersion(tx, id, held.number + 1, after);
    const about = { entity: 'appraisal_instrument', entityId: id, reviewId };
    audit(tx, { action: 'instrument.changed', ...about, before, after });
  });
}

/** Takes an instrument out of use. What was appraised with it stays in the database. */
export function archiveInstrument(context: PersonalContext, reviewId: number, id: number): void {
  inTransaction(context, (tx) => {
    const { key } = requireInstrument(tx.db, reviewId, id);
    const archived = { archivedAt: tx.at };
    tx.db.update(appraisalInstrument).set(archived).where(eq(appraisalInstrument.id, id)).run();
    const about = { entity: 'appraisal_instrument', entityId: id, reviewId, before: { key } };
    audit(tx, { action: 'instrument.archived', ...about });
  });
}

/** The instruments in use, as their latest versions have them. */
export function instrumentsOf(db: Db, reviewId: number): Instrument[] {
  const rows = db
    .select({
      id: appraisalInstrument.id,
      key: appraisalInstrument.key,
      version: appraisalInstrumentVersion,
    })
    .from(appraisalInstrument)
    .innerJoin(
      appraisalInstrumentVersion,
      eq(appraisalInstrumentVersion.instrumentId, appraisalInstrument.id),
    )
    .where(and(eq(appraisalInstrument.reviewId, reviewId), isNull(appraisalInstrument.archivedAt)))
    .orderBy(asc(appraisalInstrument.position), asc(appraisalInstrumentVersion.number))
    .all();
  const found = new Map<number, Instrument>();
  for (const { id, key, version } of rows) {
    const { number, label, source, designs, sections } = version;
    const versions = found.get(id)?.versions ?? new Map<number, InstrumentSection[]>();
    versions.set(number, sections);
    found.set(id, { id, key, number, label, source, designs, sections, versions });
  }
  return [...found.values()];
}

export function requireInstrument(db: Db, reviewId: number, id: number): Instrument {
  const found = instrumentsOf(db, reviewId).find((each) => each.id === id);
  if (!found) throw notFound();
  return found;
}
