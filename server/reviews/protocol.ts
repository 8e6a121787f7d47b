/** The protocol: written once, then amended with a reason; each version stays as it was. */
import { and, asc, desc, eq } from 'drizzle-orm';
import { person } from '../../schema/accounts.ts';
import type { Words } from '../../schema/columns.ts';
import {
  type Framework,
  type ProtocolContent,
  protocolVersion,
  review,
} from '../../schema/reviews.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../platform/context.ts';
import { enqueueIndex } from '../platform/jobs/jobs.ts';
import { syncCriteria } from './criteria.ts';

export type ProtocolVersion = ReturnType<typeof protocolVersions>[number];

export function emptyProtocol(framework: Framework = 'PCC'): ProtocolContent {
  return {
    questions: [],
    framework,
    elements: {},
    criteria: [],
    periodFrom: null,
    periodTo: null,
    languages: [],
    countries: [],
    countriesNote: {},
    notes: {},
  };
}

const hasWords = (words: Words): boolean => Object.keys(words).length > 0;

/** Texts without their blanks around; what says nothing is not there. */
function tidied(content: ProtocolContent): ProtocolContent {
  const elements = Object.entries(content.elements).map(
    ([key, text]) => [key, tidy(text)] as const,
  );
  return {
    ...content,
    questions: content.questions.map(tidy).filter(hasWords),
    elements: Object.fromEntries(elements.filter(([, text]) => hasWords(text))),
    criteria: content.criteria.map((row) => ({
      code: row.code.trim(),
      kind: row.kind,
      label: tidy(row.label),
      statement: tidy(row.statement),
    })),
    countriesNote: tidy(content.countriesNote),
    notes: tidy(content.notes),
  };
}

function tidy(words: Words): Words {
  const texts = Object.entries(words).map(([locale, text]) => [locale, text.trim()] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== '').sort()) as Words;
}

/**
 * Writes the first version, or amends the one in force; saving what already holds changes nothing.
 *
 * @param basedOn the version that the writer had before them.
 * @returns the number of the version that now holds; 0 when nothing has ever been written.
 * @throws AMENDMENT_NEEDS_REASON, PROTOCOL_CHANGED, CRITERION_INCOMPLETE, CRITERION_CODE_TWICE, PERIOD_BACKWARDS
 */
export function saveProtocol(
  context: PersonalContext,
  reviewId: number,
  content: ProtocolContent,
  reason = '',
  basedOn?: number,
): number {
  return inTransaction(context, (tx) => {
    const current = currentProtocol(tx.db, reviewId);
    if (basedOn !== undefined && current && current.number !== basedOn)
      throw new AppError('PROTOCOL_CHANGED', { number: current.number });
    const next = tidied(content);
    requireSound(next);
    const inForce = current?.content ?? emptyProtocol(next.framework);
    if (sameContent(inForce, next)) return current?.number ?? 0;
    const isFirst = current === null;
    if (!isFirst && reason.trim() === '')
      throw new AppError('AMENDMENT_NEEDS_REASON', {}, 'reason');
    const number = (current?.number ?? 0) + 1;
    const { id } = tx.db
      .insert(protocolVersion)
      .values({
        reviewId,
        number,
        content: next,
        reason: isFirst ? '' : reason.trim(),
        personId: tx.actor.personId,
        at: tx.at,
      })
      .returning({ id: protocolVersion.id })
      .get();
    syncCriteria(tx, reviewId, next.criteria);
    audit(tx, {
      action: isFirst ? 'protocol.written' : 'protocol.amended',
      entity: 'protocol_version',
      entityId: id,
      reviewId,
      before: current?.content ?? null,
      after: isFirst ? next : { ...next, reason: reason.trim() },
    });
    reindexPublished(tx, reviewId);
    return number;
  });
}

function reindexPublished(context: Context, reviewId: number): void {
  const row = context.db.select().from(review).where(eq(review.id, reviewId)).get();
  if (!row) throw notFound();
  if (row.publishedAt) enqueueIndex(context, reviewId);
}

function requireSound(content: ProtocolContent): void {
  const codes = new Set<string>();
  for (const [index, { code, label }] of content.criteria.entries()) {
    if (code === '' || !hasWords(label))
      throw new AppError('CRITERION_INCOMPLETE', { row: index + 1 }, 'criteria');
    if (codes.has(code.toLowerCase()))
      throw new AppError('CRITERION_CODE_TWICE', { code }, 'criteria');
    codes.add(code.toLowerCase());
  }
  const { periodFrom, periodTo } = content;
  // A year without months ends with December: 2021 is not before 2021-06.
  if (periodFrom && periodTo && periodFrom > `${periodTo}~`)
    throw new AppError('PERIOD_BACKWARDS', {}, 'periodTo');
}

/** Equal whatever the order in which the parts were written down. */
export const sameContent = (one: unknown, other: unknown): boolean =>
  canonical(one) === canonical(other);

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const columns = {
  id: protocolVersion.id,
  number: protocolVersion.number,
  content: protocolVersion.content,
  reason: protocolVersion.reason,
  at: protocolVersion.at,
  person: person.name,
};

const versionsOf = (db: Db) =>
  db
    .select(columns)
    .from(protocolVersion)
    .leftJoin(person, eq(person.id, protocolVersion.personId))
    .$dynamic();

/** The version in force; null when none has been written. */
export function currentProtocol(db: Db, reviewId: number): ProtocolVersion | null {
  const ofReview = eq(protocolVersion.reviewId, reviewId);
  const latest = versionsOf(db).where(ofReview).orderBy(desc(protocolVersion.number)).limit(1);
  return latest.get() ?? null;
}

/** Every version, the first one first. */
export function protocolVersions(db: Db, reviewId: number) {
  const ofReview = eq(protocolVersion.reviewId, reviewId);
  return versionsOf(db).where(ofReview).orderBy(asc(protocolVersion.number)).all();
}

export function protocolVersionOf(db: Db, reviewId: number, number: number): ProtocolVersion {
  const one = and(eq(protocolVersion.reviewId, reviewId), eq(protocolVersion.number, number));
  const row = versionsOf(db).where(one).get();
  if (!row) throw notFound();
  return row;
}
