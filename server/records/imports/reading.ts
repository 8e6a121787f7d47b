/**
 * A file's pieces, made ready chunk by chunk. A large file is read in a thread of its own: while a chunk is stored, the
 * next ones are being read.
 */
import { on } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { OpenedFile, OpenOptions } from '../../../import/files/open.ts';
import { startThread } from '../../platform/threads.ts';
import { makeReady, type ReadyPiece, tagsOf } from './ready.ts';

export type Chunk = {
  pieces: ReadyPiece[];
  /** Of the file, for a progress bar. */
  bytesRead: number;
  /** Of the whole file; comes with the last chunk. */
  account: FileAccount | null;
};
export type FileAccount = { declared: number; tags: { tag: string; count: number }[] };
export type Reading = AsyncGenerator<Chunk, void>;

/** What a thread is told. It goes on while fewer than `aheadMax` of its chunks wait to be taken. */
export type ToRead = { path: string; said: OpenOptions; after: number; taken: SharedArrayBuffer };
export const aheadMax = 4;

const piecesMax = 100;
/** A few enormous pieces are a chunk too. */
const charactersMax = 1024 * 1024;
/** More different tags than this are no tags but text. */
const tagsMax = 500;

/** @param after pieces that have been stored before: they are only counted. */
export async function* readHere(source: OpenedFile, after: number): Reading {
  const tags = new Map<string, number>();
  let pieces: ReadyPiece[] = [];
  let [characters, position, declared] = [0, 0, 0];
  for await (const piece of source.pieces) {
    position += 1;
    if (piece.kind !== 'aside') declared += 1;
    if (piece.kind === 'reference') countTags(tags, tagsOf(piece));
    if (position <= after) continue;
    pieces.push(makeReady({ piece, position }));
    characters += piece.raw.length;
    if (pieces.length < piecesMax && characters < charactersMax) continue;
    yield { pieces, bytesRead: source.bytesRead(), account: null };
    [pieces, characters] = [[], 0];
  }
  const account = { declared, tags: tagCounts(tags) };
  yield { pieces, bytesRead: source.bytesRead(), account };
}

/** The same, in a thread of its own. */
export async function* readAside(path: string, said: OpenOptions, after: number): Reading {
  const taken = new SharedArrayBuffer(4);
  const toRead: ToRead = { path, said, after, taken };
  const thread = startThread('records/imports/reading-thread', toRead);
  try {
    yield* chunksOf(thread, new Int32Array(taken));
  } finally {
    await thread.terminate();
  }
}

async function* chunksOf(thread: Worker, taken: Int32Array): Reading {
  for await (const [message] of on(thread, 'message', { close: ['exit'] })) {
    const chunk = message as Chunk;
    Atomics.add(taken, 0, 1);
    Atomics.notify(taken, 0);
    yield chunk;
    if (chunk.account) return;
  }
  throw new Error('The thread that reads ended before the file did');
}

function countTags(tags: Map<string, number>, found: { tag: string }[]): void {
  for (const { tag } of found)
    if (tags.has(tag) || tags.size < tagsMax) tags.set(tag, (tags.get(tag) ?? 0) + 1);
}

/** The most common first. */
export function tagCounts(tags: Map<string, number>): { tag: string; count: number }[] {
  const counts = [...tags].map(([tag, count]) => ({ tag, count }));
  return counts.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
