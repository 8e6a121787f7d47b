/** Criteria into SQL on `search.db`. What a reader typed reaches FTS5 only as quoted terms of the analyser. */
import { type Criteria, type FacetName, facetNames } from './criteria.ts';
import { entryScore, matchOf } from './match.ts';

export type Sql = { text: string; params: (string | number)[] };

/**
 * The entries that meet the criteria, as a common table `hit (id, score)`; the less the score, the better.
 *
 * @param published the reviews that may be read now, whatever the index still holds.
 * @param without a facet whose own choice is left aside, to count what else could be chosen.
 */
export function hitsOf(criteria: Criteria, published: number[], without?: FacetName): Sql {
  const expression = matchOf(criteria.q, criteria.match);
  const conditions = [
    { text: 'entry.review_id in (select value from json_each(?))', params: [json(published)] },
    ...facetNames.filter((facet) => facet !== without).flatMap((facet) => chosen(criteria, facet)),
    ...years(criteria, without),
  ];
  if (criteria.type) conditions.push({ text: 'entry.kind = ?', params: [criteria.type] });
  const from = expression ? 'entry_text join entry on entry.id = entry_text.rowid' : 'entry';
  const score = expression ? entryScore : '0';
  if (expression) conditions.unshift({ text: 'entry_text match ?', params: [expression] });
  // Something was typed, but nothing that could be looked for: signs only.
  else if (criteria.q !== '') conditions.unshift({ text: '0', params: [] });
  const where = conditions.map((condition) => condition.text).join(' and ');
  return {
    text: `hit (id, score) as materialized (select entry.id, ${score} from ${from} where ${where})`,
    params: conditions.flatMap((condition) => condition.params),
  };
}

function chosen(criteria: Criteria, facet: FacetName): Sql[] {
  const values = criteria.values[facet];
  if (values.length === 0) return [];
  const text = `entry.id in (select entry_id from facet
    where facet = ? and value in (select value from json_each(?)))`;
  return [{ text, params: [facet, json(values)] }];
}

/** A period belongs to the facet of years: whoever looks for other years looks beyond it too. */
function years({ yearFrom, yearTo }: Criteria, without?: FacetName): Sql[] {
  if ((yearFrom === null && yearTo === null) || without === 'year') return [];
  const text = `entry.id in (select entry_id from facet
    where facet = 'year' and cast(value as integer) between ? and ?)`;
  return [{ text, params: [yearFrom ?? 0, yearTo ?? 9999] }];
}

const json = (list: (string | number)[]) => JSON.stringify(list);
