/** What a finding of the TFoU review is, and support that is a cell of its tables. */
import type { Words } from '../words.ts';
import { type CaseKey, caseCells } from './cases.ts';
import type { FactorKey } from './codes.ts';
import type { Source } from './source.ts';

export type Stance = 'supports' | 'contradicts';
export type FindingKind = 'success_factor' | 'risk_or_barrier' | 'recommendation';

/** `publication` is a key of `tfouReport`, of `tfouStudies`, or of a municipality (a case). */
export type FindingSupport = {
  publication: 'solbjor-2012' | CaseKey | (string & {});
  stance: Stance;
  /** Our own wording of the place, never a quotation. */
  excerpt: { text: Words; locator: string; page: number };
};

export type TfouFinding = {
  key: string;
  kind: FindingKind;
  number: number;
  statement: Words;
  themes: FactorKey[];
  /** The table, or the section where no table holds it, that the finding comes from. */
  origin: '6-1' | '6-2' | (string & {});
  source: Source;
  support: FindingSupport[];
};

/** A cell of Table 5-1 or 6-1 as support from that municipality. */
export function fromCell(key: string): FindingSupport {
  const cell = caseCells.find((each) => each.key === key);
  if (cell?.source.page === undefined) throw new Error(`No cell ${key} in Tables 5-1 and 6-1`);
  const { locator, page } = cell.source;
  return {
    publication: cell.case,
    stance: 'supports',
    excerpt: { text: cell.text, locator, page },
  };
}
