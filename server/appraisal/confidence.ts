/** GRADE-CERQual: how much confidence a finding deserves, why, and whether what that rested on has changed since. */
import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { person } from '../../schema/accounts.ts';
import {
  type ComponentJudgement,
  type ConfidenceComponent,
  type ConfidenceLevel,
  confidence,
  confidenceComponents,
} from '../../schema/appraisal.ts';
import type { Words } from '../../schema/columns.ts';
import { finding } from '../../schema/findings.ts';
import { audit } from '../accounts/audit.ts';
import { cleanWords, groupBy, isOneOf, requireWords } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { isSupported, requireFinding } from '../findings/findings.ts';
import { supportsOf } from '../findings/support-rows.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { standingsOf } from './appraisals.ts';

export type ConfidenceInput = {
  components: Record<ConfidenceComponent, ComponentJudgement>;
  level: ConfidenceLevel;
  explanation: Words;
};

/** What has changed since a judgement was made; nothing in it: the judgement stands. */
export type Changes = {
  statement: boolean;
  supportsAdded: number;
  supportsRemoved: number;
  appraisals: number;
};
export type Confidence = typeof confidence.$inferSelect & {
  name: string;
  isStale: boolean;
  changes: Changes;
};

/**
 * Judges a finding; what was judged before stays.
 * @throws FINDING_WITHOUT_SUPPORT: where nothing supports it there is nothing to have confidence in;
 * COMPONENT_REASON where a concern is named without saying why.
 */
export function judgeConfidence(
  context: PersonalContext,
  reviewId: number,
  findingId: number,
  input: ConfidenceInput,
): number {
  return inTransaction(context, (tx) => {
    requireFinding(tx.db, findingId, reviewId);
    if (!isSupported(tx.db, findingId)) throw new AppError('FINDING_WITHOUT_SUPPORT');
    const before = confidenceOf(tx.db, reviewId, [findingId]).get(findingId);
    const said = {
      components: checked(input.components),
      level: input.level,
      explanation: requireWords(input.explanation, 'explanation'),
    };
    const basis = basisOf(tx.db, reviewId, [findingId]).get(findingId) ?? [];
    const row = { findingId, ...said, basis, personId: tx.actor.personId, at: tx.at };
    const { id } = tx.db.insert(confidence).values(row).returning({ id: confidence.id }).get();
    audit(tx, {
      action: 'confidence.judged',
      entity: 'confidence',
      entityId: id,
      reviewId,
      before: before && { level: before.level, components: before.components },
      after: { findingId, ...said },
    });
    return id;
  });
}

function checked(components: ConfidenceInput['components']): ConfidenceInput['components'] {
  const entries = confidenceComponents.map((component) => {
    const { concern, reason } = components[component];
    const words = cleanWords(reason);
    if (concern !== 'none' && Object.keys(words).length === 0)
      throw new AppError('COMPONENT_REASON', {}, component);
    return [component, { concern, reason: words }] as const;
  });
  return Object.fromEntries(entries) as ConfidenceInput['components'];
}

/** By finding, the judgement that holds, compared with what the finding rests on now. */
export function confidenceOf(
  db: Db,
  reviewId: number,
  findingIds: readonly number[],
): Map<number, Confidence> {
  const histories = confidenceHistory(db, findingIds);
  const judged = [...histories.keys()];
  const now = judged.length > 0 ? basisOf(db, reviewId, judged) : new Map<number, string[]>();
  const found = new Map<number, Confidence>();
  for (const [findingId, rows] of histories) {
    const last = rows.at(-1);
    if (!last) continue;
    const changes = changesBetween(last.basis, now.get(findingId) ?? []);
    const isStale = Object.values(changes).some(Boolean);
    found.set(findingId, { ...last, isStale, changes });
  }
  return found;
}

/** Every judgement of these findings, oldest first. */
export function confidenceHistory(db: Db, findingIds: readonly number[]) {
  const rows = db
    .select({ row: confidence, name: person.name })
    .from(confidence)
    .innerJoin(person, eq(person.id, confidence.personId))
    .where(isOneOf(confidence.findingId, findingIds))
    .orderBy(asc(confidence.id))
    .all()
    .map(({ row, name }) => ({ ...row, name }));
  return groupBy(rows, (row) => row.findingId);
}

/** What findings rest on, as facts that can be compared: kind, what it is about, and its words as a hash. */
export function basisOf(
  db: Db,
  reviewId: number,
  findingIds: readonly number[],
): Map<number, string[]> {
  const statements = db
    .select({ id: finding.id, statement: finding.statement })
    .from(finding)
    .where(isOneOf(finding.id, findingIds))
    .all();
  const supports = supportsOf(db, findingIds);
  const rootIds = new Set([...supports.values()].flat().map(({ rootId }) => rootId));
  const standings = standingsOf(db, reviewId, rootIds);
  return new Map(
    statements.map(({ id, statement }) => {
      const rows = supports.get(id) ?? [];
      const own = new Set(rows.map(({ rootId }) => rootId));
      const facts = [
        `statement ${hashOf(statement)}`,
        ...rows.map(({ stance, rootId, excerpt }) => {
          const quoted = excerpt ? `${excerpt.id} ${hashOf(excerpt.text)}` : '-';
          return `support ${stance} ${rootId} ${quoted}`;
        }),
        ...[...standings].flatMap(([instrumentId, byRoot]) =>
          [...byRoot].flatMap(([rootId, { held }]) =>
            held && own.has(rootId) ? [`appraisal ${rootId} ${instrumentId} ${held.overall}`] : [],
          ),
        ),
      ];
      return [id, [...new Set(facts)].sort()] as const;
    }),
  );
}

const hashOf = (words: Words): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(words).sort()))
    .digest('hex')
    .slice(0, 16);

function changesBetween(before: readonly string[], now: readonly string[]): Changes {
  const added = now.filter((fact) => !before.includes(fact));
  const removed = before.filter((fact) => !now.includes(fact));
  const of = (facts: readonly string[], kind: string) =>
    facts.filter((fact) => fact.startsWith(`${kind} `));
  const appraised = [...of(added, 'appraisal'), ...of(removed, 'appraisal')];
  // A judgement changed and a judgement given are one change of that study with that instrument.
  const studies = new Set(appraised.map((fact) => fact.split(' ').slice(1, 3).join(' ')));
  return {
    statement: of(added, 'statement').length > 0,
    supportsAdded: of(added, 'support').length,
    supportsRemoved: of(removed, 'support').length,
    appraisals: studies.size,
  };
}
