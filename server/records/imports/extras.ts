/**
 * Decisions, notes and codes that a file brought along from where it left. They are somebody else's word: kept with the
 * record as it gave them, shown, and written again when it leaves, but never made into votes of people here.
 */
import type { Extras, Unmapped } from '../../../import/reference.ts';

const lists = { decisions: 'decision', notes: 'note', codes: 'code' } as const;
const mark = 'underlag:';

/** As tags beside the record's fields. */
export function extrasAsTags(extras: Extras | undefined): Unmapped[] {
  if (!extras) return [];
  const names = Object.keys(lists) as (keyof Extras)[];
  return names.flatMap((name) =>
    (extras[name] ?? []).map((entry) => ({
      tag: `${mark}${lists[name]}`,
      value: JSON.stringify(entry),
    })),
  );
}

export function extrasIn(unmapped: readonly Unmapped[]): Required<Extras> {
  const of = (kind: string) =>
    unmapped.filter(({ tag }) => tag === `${mark}${kind}`).flatMap(({ value }) => entryIn(value));
  return { decisions: of('decision'), notes: of('note'), codes: of('code') } as Required<Extras>;
}

/** A source may have a column of that very name: what is no entry of ours is only a tag. */
function entryIn(value: string): object[] {
  try {
    const entry: unknown = JSON.parse(value);
    const isEntry = entry !== null && typeof entry === 'object' && !Array.isArray(entry);
    return isEntry && Object.values(entry).every((part) => typeof part === 'string') ? [entry] : [];
  } catch {
    return [];
  }
}

/** How much of each kind an import brought along, by the account of its tags. */
export function broughtCounts(tags: readonly { tag: string; count: number }[]) {
  const of = (kind: string) => tags.find(({ tag }) => tag === `${mark}${kind}`)?.count ?? 0;
  const counts = { decisions: of('decision'), notes: of('note'), codes: of('code') };
  return { ...counts, all: counts.decisions + counts.notes + counts.codes };
}

export const isExtraTag = (tag: string): boolean =>
  Object.values(lists).some((kind) => tag === `${mark}${kind}`);
