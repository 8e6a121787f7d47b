/** A record's tagged values, each to be taken once. */
import { trimmed } from '../normalize/text.ts';
import type { Unmapped } from '../reference.ts';

export type Field = { tag: string; value: string };

/** The place of the first field under each tag. A format with few tags has a quicker one than a map. */
export type TagIndex = {
  get(tag: string): number | undefined;
  set(tag: string, place: number): unknown;
};

type Test = (value: string) => boolean;

/** The fields still there, and for each the place of the next under its tag: no list a tag is made. */
type Chains = { open: (Field | undefined)[]; nextPlace: number[]; firstPlace: TagIndex };

/** The fields with a value, to be taken once each. Made for every record: hardly a function of its own in it. */
export function fieldBag(fields: readonly Field[], firstPlace: TagIndex = new Map()) {
  const chains = chained(fields, firstPlace);
  return {
    /** The first value under the first of these tags that has one; its repetitions go with it. */
    first(tags: readonly string[]): string | undefined {
      const found = firstValue(chains, tags);
      if (found !== undefined) for (const tag of tags) takeEqual(chains, tag, found);
      return found;
    },
    /** Every value under any of these tags, in the order of the record. */
    all(tags: readonly string[]): readonly Field[] {
      return take(chains, tags);
    },
    /** Every value under any of these tags that passes a test. */
    where(tags: readonly string[], test: Test): readonly Field[] {
      return take(chains, tags, test);
    },
    /** Looks without taking: the first value under the first tag that has one. */
    peek(tags: readonly string[]): string | undefined {
      return firstValue(chains, tags);
    },
    rest(): Unmapped[] {
      return chains.open.filter((field) => field !== undefined);
    },
  };
}
export type FieldBag = ReturnType<typeof fieldBag>;

const none: never[] = [];

function chained(fields: readonly Field[], firstPlace: TagIndex): Chains {
  const open: (Field | undefined)[] = fields.slice();
  const nextPlace: number[] = new Array(open.length);
  for (let place = open.length - 1; place >= 0; place -= 1) {
    const { tag, value: written } = open[place] ?? { tag: '', value: '' };
    const value = trimmed(written);
    if (value !== written) open[place] = { tag, value };
    if (value === '') {
      open[place] = undefined;
      continue;
    }
    nextPlace[place] = firstPlace.get(tag) ?? -1;
    firstPlace.set(tag, place);
  }
  return { open, nextPlace, firstPlace };
}

function firstValue({ open, nextPlace, firstPlace }: Chains, tags: readonly string[]) {
  for (const tag of tags) {
    for (let place = firstPlace.get(tag) ?? -1; place >= 0; place = nextPlace[place] ?? -1) {
      const field = open[place];
      if (field) return field.value;
    }
  }
  return undefined;
}

function takeEqual({ open, nextPlace, firstPlace }: Chains, tag: string, value: string) {
  for (let place = firstPlace.get(tag) ?? -1; place >= 0; place = nextPlace[place] ?? -1)
    if (open[place]?.value === value) open[place] = undefined;
}

function take(chains: Chains, tags: readonly string[], test?: Test): Field[] {
  const only = onlyPlace(chains, tags);
  if (only === -1) return none;
  if (only >= 0) return takeFrom(chains, only, test);
  // Several tags: in the order of the record.
  const before = chains.open.slice();
  const taken = new Set<Field>();
  for (const tag of tags)
    for (const field of takeFrom(chains, chains.firstPlace.get(tag) ?? -1, test)) taken.add(field);
  return before.filter((field) => field !== undefined && taken.has(field)) as Field[];
}

/** The first place of the one of these tags that is there; -1 for none, -2 for several. */
function onlyPlace({ firstPlace }: Chains, tags: readonly string[]): number {
  let only = -1;
  for (const tag of tags) {
    const place = firstPlace.get(tag) ?? -1;
    if (place >= 0 && only >= 0) return -2;
    if (place >= 0) only = place;
  }
  return only;
}

function takeFrom({ open, nextPlace }: Chains, first: number, test?: Test): Field[] {
  const found: Field[] = [];
  for (let place = first; place >= 0; place = nextPlace[place] ?? -1) {
    const field = open[place];
    if (!field || (test && !test(field.value))) continue;
    open[place] = undefined;
    found.push(field);
  }
  return found;
}
