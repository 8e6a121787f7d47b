/** What the search keeps of each thing that can be found: its texts, its facets, and what a line about it shows. */
import type { ShortNames } from '../../import/normalize/names.ts';
import type { ExcerptKind } from '../../schema/coding.ts';
import type { Words } from '../../schema/columns.ts';
import type { FacetName } from './criteria.ts';
import type { Source } from './sources.ts';

/** A text and the language it is in: one of ours, another code, or empty when nobody says. */
export type Passage = { lang: string; text: string };

export type FindingFacts = {
  key: string;
  number: number;
  kindKey: string;
  kindLabel: Words;
  /** Publications that speak for and against it. */
  supporting: number;
  contradicting: number;
  sources: Source[];
  countries: string[];
};
export type PublicationFacts = {
  authors: ShortNames;
  year: number | null;
  container: string;
  countries: string[];
  findings: number;
  excerpts: number;
};
export type ExcerptFacts = {
  excerptKind: ExcerptKind;
  page: string;
  locator: string;
  citedIn: string;
  publicationId: number;
  authors: ShortNames;
  year: number | null;
  countries: string[];
};
type Facts =
  | { kind: 'finding'; facts: FindingFacts }
  | { kind: 'publication'; facts: PublicationFacts }
  | { kind: 'excerpt'; facts: ExcerptFacts };

export type Entry = Facts & {
  refId: number;
  title: Passage[];
  body: Passage[];
  /** Labels, synonyms, keywords: found by, and shown where nothing else on the line tells why. */
  alsoFoundBy: Passage[];
  /** Names of people, found as exactly as a title. */
  names: string;
  year: number | null;
  sort: string;
  facets: [FacetName, string][];
};
export type FacetLabel = {
  facet: FacetName;
  value: string;
  label: Words;
  position: number;
  depth: number;
};
