/**
 * Table 4: what helps, what endangers or hinders, and what is recommended, each with the
 * publications behind it.
 *
 * Table 4 itself names no publications. A support is `stated` where the results chapter says of a
 * publication the same thing as the table's line, and `judgement` where we read the connection;
 * the comment beside a judgement says why.
 */
import type { Words } from '../words.ts';
import { recommendations } from './recommendations.ts';
import { risks } from './risks.ts';
import { risksOfTheParties } from './risks-parties.ts';
import { type Source, table } from './source.ts';
import { successFactors } from './success-factors.ts';

export type FindingKindKey = 'success-factor' | 'risk-barrier' | 'recommendation';
export type Stance = 'supports' | 'contradicts';

export type FindingKind = { key: FindingKindKey; label: Words; plural: Words; source: Source };

export type Support = {
  publication: string;
  stance: Stance;
  basis: 'stated' | 'judgement';
  /** A restatement in our own words, not a quotation. */
  excerpt: { text: Words; locator: Source };
};

export type Finding = {
  key: string;
  kind: FindingKindKey;
  /** The place in its column of Table 4. */
  number: number;
  statement: Words;
  themes: string[];
  support: Support[];
  source: Source;
};

export const findingKinds: FindingKind[] = [
  {
    key: 'success-factor',
    label: {
      en: 'Success factor',
      sv: 'Framgångsfaktor',
      nb: 'Suksessfaktor',
      nn: 'Suksessfaktor',
    },
    plural: {
      en: 'Success factors',
      sv: 'Framgångsfaktorer',
      nb: 'Suksessfaktorer',
      nn: 'Suksessfaktorar',
    },
    source: table(4),
  },
  {
    key: 'risk-barrier',
    label: {
      en: 'Risk or barrier',
      sv: 'Risk eller hinder',
      nb: 'Risiko eller hindring',
      nn: 'Risiko eller hindring',
    },
    plural: {
      en: 'Risks and barriers',
      sv: 'Risker och hinder',
      nb: 'Risikoer og hindringer',
      nn: 'Risikoar og hindringar',
    },
    source: table(4),
  },
  {
    key: 'recommendation',
    label: {
      en: 'Recommendation',
      sv: 'Rekommendation',
      nb: 'Anbefaling',
      nn: 'Tilråding',
    },
    plural: {
      en: 'Recommendations',
      sv: 'Rekommendationer',
      nb: 'Anbefalinger',
      nn: 'Tilrådingar',
    },
    source: table(4),
  },
];

export const findings: Finding[] = [
  ...successFactors,
  ...risks,
  ...risksOfTheParties,
  ...recommendations,
];
