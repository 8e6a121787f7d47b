/**
 * Decisions, notes and codes that a file brought along from where it left. They are somebody else's word: kept with the
 * record as it gave them, shown, and written again when it leaves, but never made into votes of people here.
 */
import type { Extras, Unmapped } from '../../import/reference.ts';

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

export function extrasIn(unmapped: readonly Unmapped[]): Extras {
  const of = (kind: string) =>
    unmapped.filter(({ tag }) => tag === `${mark}${kind}`).map(({ value }) => JSON.parse(value));
  return { decisions: of('decision'), notes: of('note'), codes: of('code') } as Extras;
}
