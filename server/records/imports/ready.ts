/**
 * What was read, with everything that can be worked out before the database is asked: a transaction must be short.
 * Plain data, so that one thread can read while another stores. Pure.
 */
import { type PackedFacts, packFacts } from '../../../import/duplicates/fact-store.ts';
import { factsOf } from '../../../import/duplicates/facts.ts';
import { contentHash, contentKey, numericKeys } from '../../../import/duplicates/keys.ts';
import type { Piece, ReferencePiece, RejectedPiece } from '../../../import/reference.ts';
import { type DerivedColumns, derivedColumns } from '../reports/shown.ts';
import { extrasAsTags } from './extras.ts';

/** A piece with its place among the pieces of its import, from 1. */
export type PlacedPiece<P extends Piece = Piece> = { piece: P; position: number };

type Place = { position: number; lineFrom: number; lineTo: number; raw: string };
export type ReadyRecord = Place & {
  kind: 'reference';
  /** As stored. */
  reference: string;
  unmapped: string;
  notices: string;
  shown: Omit<DerivedColumns, 'reference'>;
  hash: string;
  keys: number[];
  /** What is compared, packed: few are ever looked at. */
  facts: PackedFacts;
};
export type ReadyRejection = Place & { kind: 'rejected'; problem: string };
export type ReadyPiece = ReadyRecord | ReadyRejection | { kind: 'aside'; position: number };

export function makeReady({ piece, position }: PlacedPiece): ReadyPiece {
  if (piece.kind === 'aside') return { kind: 'aside', position };
  if (piece.kind === 'rejected') return rejection(piece, position);
  const { lineFrom, lineTo, raw, reference, notices } = piece;
  const facts = factsOf(reference);
  const hash = contentHash(reference);
  const { title, year, firstAuthor } = derivedColumns(reference);
  return {
    kind: 'reference',
    position,
    lineFrom,
    lineTo,
    raw,
    reference: JSON.stringify(reference),
    unmapped: JSON.stringify(tagsOf(piece)),
    notices: JSON.stringify(notices),
    shown: { title, year, firstAuthor },
    hash,
    keys: [contentKey(hash), ...numericKeys(facts)],
    facts: packFacts(facts),
  };
}

function rejection(piece: RejectedPiece, position: number): ReadyRejection {
  const { kind, lineFrom, lineTo, raw, problem } = piece;
  return { kind, position, lineFrom, lineTo, raw, problem: JSON.stringify(problem) };
}

/** What no field holds, and what came back of what left. */
export function tagsOf({ unmapped, extras }: ReferencePiece): ReferencePiece['unmapped'] {
  return extras ? [...unmapped, ...extrasAsTags(extras)] : unmapped;
}
