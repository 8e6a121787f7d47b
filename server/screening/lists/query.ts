/** Which publications a list of screening shows: parsed from an address or a form, printed back into an address. */
import { z } from 'zod';
import { type Answer, answers } from '../../../schema/screening.ts';

/** What one has answered, what still waits for one, what is to be settled: lists to act on. */
export const actingKinds = ['mine', 'left', 'conflicts'] as const;
/** What the overview counts of everybody's: nobody's answer yet, one of several, decided. Lists to look at. */
const teamKinds = ['unscreened', 'partly', 'settled'] as const;
export const listKinds = [...actingKinds, ...teamKinds] as const;
export type TeamKind = (typeof teamKinds)[number];
export type ListKind = (typeof listKinds)[number];

export const isTeamKind = (kind: ListKind): kind is TeamKind =>
  teamKinds.some((each) => each === kind);

export const facetNames = ['answer', 'source', 'year', 'language', 'label'] as const;
export type FacetName = (typeof facetNames)[number];

/** The value of publications that have none: no language, no label. */
export const noValue = 'none';

const value = z.string().trim().max(40).default('');

export const ListQuery = z.object({
  q: z.string().trim().max(200).default(''),
  answer: z.preprocess((text) => text || '', z.literal([...answers, ''])).default(''),
  source: value,
  year: value,
  language: value,
  label: value,
});
export type ListQuery = z.infer<typeof ListQuery> & { answer: Answer | '' };

/** The query as it stands in an address, with what follows it: `q=parks&page=2`. */
export function printListQuery(query: Partial<ListQuery>, page = 1): string {
  const pairs = Object.entries(query).filter(([, text]) => text !== '');
  if (page > 1) pairs.push(['page', String(page)]);
  return new URLSearchParams(pairs).toString();
}
