/** Codebooks as they stood: kept by people, compared with what is there now, written out and read in. */
import { and, desc, eq } from 'drizzle-orm';
import { inTreeOrder, type PlainCode } from '../../../import/codes/codes.ts';
import type { LeftOut } from '../../../import/codes/skos-left.ts';
import { auditEntry, person } from '../../../schema/accounts.ts';
import { codebookVersion, type VersionedCode } from '../../../schema/double-coding.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { codebooksOf, requireCodebook } from './codebooks.ts';
import { addCode, changeCode, moveCode } from './codes.ts';
import { flatten } from './tree.ts';

/** The codes in use, each parent before what is below it. */
export function codesAsPlain(db: Db, reviewId: number, codebookId: number): VersionedCode[] {
  const book = codebooksOf(db, reviewId).find((row) => row.id === codebookId);
  if (!book) throw notFound();
  const nodes = flatten(book.codes).map(({ node }) => node);
  const keys = new Map(nodes.map((node) => [node.id, node.key]));
  return nodes.map((node) => ({
    key: node.key,
    parentKey: node.parentId === null ? null : (keys.get(node.parentId) ?? null),
    label: node.label,
    definition: node.definition,
    examples: node.examples,
    synonyms: node.synonyms,
    position: node.position,
    source: node.source,
  }));
}

/** @returns the number of the version. @throws VERSION_UNCHANGED when nothing has changed since the latest. */
export function keepVersion(context: PersonalContext, codebookId: number, note: string): number {
  return inTransaction(context, (tx) => {
    const { reviewId, label, description } = requireCodebook(tx.db, codebookId);
    const codes = codesAsPlain(tx.db, reviewId, codebookId);
    const [latest] = versionsOf(tx.db, codebookId);
    if (latest && JSON.stringify(latest.codes) === JSON.stringify(codes))
      throw new AppError('VERSION_UNCHANGED', { number: latest.number });
    const number = (latest?.number ?? 0) + 1;
    const { personId } = tx.actor;
    const row = { codebookId, number, label, description, codes, note, personId, at: tx.at };
    const { id } = tx.db.insert(codebookVersion).values(row).returning().get();
    audit(tx, {
      action: 'codebook_version.kept',
      entity: 'codebook_version',
      entityId: id,
      reviewId,
      after: { codebookId, number, note, codes: codes.length },
    });
    return number;
  });
}

/** The newest first. */
export function versionsOf(db: Db, codebookId: number) {
  return db
    .select({ version: codebookVersion, person: person.name })
    .from(codebookVersion)
    .leftJoin(person, eq(person.id, codebookVersion.personId))
    .where(eq(codebookVersion.codebookId, codebookId))
    .orderBy(desc(codebookVersion.number))
    .all()
    .map(({ version, ...row }) => ({ ...version, ...row }));
}

export function findVersion(db: Db, codebookId: number, number: number) {
  const where = and(eq(codebookVersion.codebookId, codebookId), eq(codebookVersion.number, number));
  const row = db.select().from(codebookVersion).where(where).get();
  if (!row) throw notFound();
  return row;
}

export type CodeChange = 'added' | 'removed' | 'changed' | 'moved';

/** What is different in the later of two states of a codebook, by the codes' keys. */
export function changesBetween(earlier: readonly VersionedCode[], later: readonly VersionedCode[]) {
  const before = new Map(earlier.map((code) => [code.key, code]));
  const after = new Map(later.map((code) => [code.key, code]));
  const says = ({ label, definition, examples, synonyms, source }: VersionedCode) =>
    JSON.stringify([label, definition, examples ?? {}, synonyms, source]);
  const stands = ({ parentKey, position }: VersionedCode) => `${parentKey} ${position}`;
  const changes: { change: CodeChange; code: VersionedCode }[] = [];
  for (const code of later) {
    const old = before.get(code.key);
    if (!old) changes.push({ change: 'added', code });
    else if (says(old) !== says(code)) changes.push({ change: 'changed', code });
    else if (stands(old) !== stands(code)) changes.push({ change: 'moved', code });
  }
  for (const code of earlier) if (!after.has(code.key)) changes.push({ change: 'removed', code });
  return changes;
}

const codesRead = 'codebook.codes_read';
/** So many statements that found no place are kept to be read; all of them are counted. */
const leftMax = 1000;

export type Reading = {
  fileName: string;
  added: number;
  changed: number;
  leftCount: number;
  left: LeftOut[];
};

/** What the latest file of codes came to, with what it said that a codebook has no place for. */
export function latestReading(db: Db, codebookId: number): (Reading & { at: string }) | null {
  const row = db
    .select({ at: auditEntry.at, after: auditEntry.after })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.action, codesRead),
        eq(auditEntry.entity, 'codebook'),
        eq(auditEntry.entityId, codebookId),
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(1)
    .get();
  return row ? { ...(row.after as Reading), at: row.at } : null;
}

/**
 * Takes codes from a file into a codebook: those that it has by key get the file's words and place, the others are
 * added. A code that the file does not name stays.
 */
export function takeInCodes(
  context: PersonalContext,
  codebookId: number,
  codes: readonly PlainCode[],
  { fileName = '', left = [] }: { fileName?: string; left?: readonly LeftOut[] } = {},
): { added: number; changed: number } {
  return inTransaction(context, (tx) => {
    const { reviewId } = requireCodebook(tx.db, codebookId);
    const counts = { added: 0, changed: 0 };
    const idOf = () => {
      const book = codebooksOf(tx.db, reviewId).find((row) => row.id === codebookId);
      return new Map(flatten(book?.codes ?? []).map(({ node }) => [node.key, node]));
    };
    const there = idOf();
    const ids = new Map([...there].map(([key, node]) => [key, node.id]));
    const places = new Map<string | null, number>();
    for (const { key, parentKey, ...words } of inTreeOrder(codes)) {
      const parentId = parentKey === null ? null : (ids.get(parentKey) ?? null);
      const position = (places.get(parentKey) ?? 0) + 1;
      places.set(parentKey, position);
      const id = ids.get(key);
      if (id === undefined) {
        ids.set(key, addCode(tx, codebookId, { key, parentId, ...words, position }));
        counts.added += 1;
        continue;
      }
      changeCode(tx, id, words);
      if (there.get(key)?.parentId !== parentId) moveCode(tx, id, { parentId, position });
      counts.changed += 1;
    }
    const after = { fileName, ...counts, leftCount: left.length, left: left.slice(0, leftMax) };
    const about = { entity: 'codebook', entityId: codebookId, reviewId };
    audit(tx, { action: codesRead, ...about, after });
    return counts;
  });
}
