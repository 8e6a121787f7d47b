/** What a reader gets: what has all the words, or, when nothing has, what has any of them, the best first. */
import type { Criteria } from './criteria.ts';
import type { EvidenceStore, Facet, Found } from './store.ts';

export type Answer = {
  /** Those that were met. */
  criteria: Criteria;
  found: Found;
  facets: Facet[];
  /** Whether other words were asked for than all of them. */
  isWidened: boolean;
};

export async function answer(store: EvidenceStore, asked: Criteria): Promise<Answer> {
  const strict = await store.search(asked);
  const isWidened = strict.total === 0 && strict.anyWord !== null;
  const criteria: Criteria = isWidened ? { ...asked, match: 'any' } : asked;
  const [found, facets] = await Promise.all([
    isWidened ? store.search(criteria) : strict,
    store.facets(criteria),
  ]);
  const { eachWord, suggestion } = strict;
  return { criteria, found: { ...found, eachWord, suggestion }, facets, isWidened };
}
