/** Keys under which a reference is looked up: two references that share none are never compared. */
import { hash } from 'node:crypto';
import type { Reference } from '../reference.ts';
import { type Facts, factsOf } from './facts.ts';

/** Raised with every change that gives any reference other keys: stored ones are then made again. */
export const keyRules = 5;

/** Everything a reference is found by: what it says as a whole, and the keys that others may share. */
export function keysOf(reference: Reference): number[] {
  return [contentKey(contentHash(reference)), ...numericKeys(factsOf(reference))];
}

/**
 * The blocking keys of a reference, as whole numbers of 53 bits: a clash costs a comparison. Store them beside the
 * record; the candidates for a new record are those that share a key with it. The sets follow the blocking of
 * bib-dedupe (Wagner 2024, JOSS 9(97):6318), narrowed so that no key is shared by chance alone.
 */
export function numericKeys(facts: Facts): number[] {
  const keys: number[] = [];
  eachKey(facts, (kind, parts) => {
    const key = hash53(`${kind}\n${parts.join('\n')}`);
    if (!keys.includes(key)) keys.push(key);
  });
  return keys;
}

type Part = string | number | undefined;

/** A key with an empty part is none. */
function eachKey(facts: Facts, take: (kind: string, parts: readonly Part[]) => unknown): void {
  const add = (kind: string, ...parts: Part[]) => {
    for (const part of parts) if (part === undefined || part === '') return;
    take(kind, parts);
  };
  const { year, volume } = facts;
  const author = facts.families[0];
  const page = facts.pages?.kind === 'end' ? undefined : facts.pages?.first;
  add('doi', facts.doi);
  add('accession', facts.accession.length > 5 ? facts.accession : '');
  for (const { wide, generic } of facts.titles) {
    // A generic title identifies nothing by itself.
    if (generic && wide.length < 24) add('generic', wide, page, volume || year);
    else {
      add('title', wide);
      add('start', wide.slice(0, 24), year);
      // A title that is cut begins the same, one that lost or gained a first word ends the same.
      if (wide.length >= 36) add('end', wide.slice(-24), year);
      else add('author-end', author, wide.slice(-12));
      add('author-title', author, wide.slice(0, 12));
    }
    add('page-title', page, wide.slice(0, 12));
    for (const number of facts.isbn) add('isbn', number, wide.slice(0, 8));
  }
  add('author-page', author, year, page);
  add('place', volume, page, year);
  for (const name of facts.container.split('|')) add('container', name, volume, page);
  if (facts.abstract.length > 100) add('abstract', facts.abstract.slice(0, 200));
}

/**
 * A hash of everything a reference says, the same on every machine and whatever order its fields
 * are in: equal hashes mean that the same record was read twice.
 */
export function contentHash(reference: Reference): string {
  return hash('sha256', JSON.stringify(inOrder(reference)), 'hex');
}

/** What stands for such a hash among the keys. */
export function contentKey(contentHash: string): number {
  return Number.parseInt(contentHash.slice(0, 13), 16);
}

/**
 * The same for a set that is compared at once in memory, as a number of 53 bits and much faster.
 * Fields are added up, so that their order is none.
 */
export function quickHash(reference: Reference): number {
  let sum = 0;
  for (const [name, value] of Object.entries(reference)) {
    if (value === undefined) continue;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    sum = (sum + hash53(text, seedOf(name))) % hashMax;
  }
  return sum;
}

const hashMax = 2 ** 53;
const seeds = new Map<string, number>();

/** Fields have few names: each is hashed once. */
function seedOf(name: string): number {
  const known = seeds.get(name);
  if (known !== undefined) return known;
  const seed = hash53(name) | 0;
  seeds.set(name, seed);
  return seed;
}

/** The same value with the fields of every object in the order of the alphabet. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const sorted: Record<string, unknown> = {};
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields).sort()) sorted[name] = inOrder(fields[name]);
  return sorted;
}

/** After cyrb53 (public domain), two letters at a time: two hashes of 32 bits, of which 53 fit a number exactly. */
function hash53(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  // Reading past the end gives NaN, and would make every step slow.
  const last = text.length - 1;
  for (let index = 0; index <= last; index += 2) {
    const next = index < last ? text.charCodeAt(index + 1) : 0;
    const code = text.charCodeAt(index) | (next << 16);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ text.length, 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
