/** Keys under which a reference is looked up: two references that share none are never compared. */
import { createHash } from 'node:crypto';
import type { Reference } from '../reference.ts';
import { type Facts, factsOf } from './facts.ts';

/**
 * The blocking keys of a reference, short and safe for an index. Store them beside the record; the
 * candidates for a new record are those that share a key with it. The sets follow the blocking of
 * bib-dedupe (Wagner 2024, JOSS 9(97):6318), narrowed so that no key is shared by chance alone.
 */
export function keysOf(reference: Reference): string[] {
  return keysOfFacts(factsOf(reference));
}

export function keysOfFacts(facts: Facts): string[] {
  return [...new Set(keyParts(facts).map(([kind, ...parts]) => `${kind}:${digest(parts)}`))];
}

/** The same keys as numbers, for a set that is compared at once in memory: 53 bits, cheaply. */
export function numericKeys(facts: Facts): number[] {
  return [...new Set(keyParts(facts).map((parts) => hash53(parts.join('\n'))))];
}

type Part = string | number | undefined;

function keyParts(facts: Facts): [kind: string, ...Part[]][] {
  const keys: [string, ...Part[]][] = [];
  const add = (kind: string, ...parts: Part[]) => {
    if (parts.every((part) => part !== undefined && part !== '')) keys.push([kind, ...parts]);
  };
  const { year, volume } = facts;
  const author = facts.families[0];
  const page = facts.pages?.kind === 'end' ? undefined : facts.pages?.first;
  add('doi', facts.doi);
  add('accession', facts.accession.length > 5 ? facts.accession : '');
  for (const { wide, generic } of facts.titles) {
    // A generic title identifies nothing by itself.
    if (generic) add('generic', wide, page, volume || year);
    else {
      add('title', wide);
      add('start', wide.slice(0, 24), year);
      add('author-title', author, wide.slice(0, 12));
    }
    add('page-title', page, wide.slice(0, 12));
    for (const number of facts.isbn) add('isbn', number, wide.slice(0, 8));
  }
  add('author-page', author, year, page);
  add('place', volume, page, year);
  add('container', facts.container, volume, page);
  if (facts.abstract.length > 100) add('abstract', facts.abstract.slice(0, 200));
  return keys;
}

/**
 * A hash of everything a reference says, the same on every machine and whatever order its fields
 * are in: equal hashes mean that the same record was read twice.
 */
export function contentHash(reference: Reference): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(reference)))
    .digest('hex');
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

/**
 * Titles are long and DOIs hold anything: 64 bits of hash are short, and a clash costs a
 * comparison.
 */
function digest(parts: readonly Part[]): string {
  return createHash('sha1').update(parts.join('\n')).digest('base64url').slice(0, 11);
}

/** cyrb53 (public domain): two 32-bit hashes, of which 53 bits fit a number exactly. */
function hash53(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
