/**
 * What the public reads, behind one asynchronous interface: pages and commands know only this, so that another
 * database can answer them. `sqlite-store.ts` is the one there is.
 */
import type { Words } from '../../schema/columns.ts';
import type { ReviewRow } from '../platform/guards.ts';
import type { CodeView, FrameworkView } from './code-views.ts';
import type { CountryView } from './country-views.ts';
import type { Criteria, EntryKind, FacetName } from './criteria.ts';
import type { Entry, Passage } from './entry.ts';
import type { FindingView } from './finding-views.ts';
import type { PublicationListRow, PublicationView } from './publication-views.ts';

export type FoundEntry = Pick<Entry, 'kind' | 'facts'> & {
  refId: number;
  reviewSlug: string;
  title: Passage[];
  body: Passage[];
  alsoFoundBy: Passage[];
  year: number | null;
};

export type Found = {
  /** Entries of the chosen type, or of all. */
  total: number;
  /** Of each type, whatever type is chosen. */
  byType: Record<EntryKind, number>;
  entries: FoundEntry[];
  page: number;
  pages: number;
  /** How many have at least one of the words, when few have all of them; else null. */
  anyWord: number | null;
  /** How many each of several words finds by itself, when few have all of them. */
  eachWord: { word: string; count: number }[];
  /** The same search, better spelt. */
  suggestion: string | null;
};

export type FacetValue = {
  value: string;
  /** Null where the value names itself: a country, a year. */
  label: Words | null;
  count: number;
  isChosen: boolean;
  depth: number;
};
/** Counted under all the other criteria, so that a choice can be widened. */
export type Facet = { facet: FacetName; values: FacetValue[] };

export type PublishedReview = {
  id: number;
  slug: string;
  title: Words;
  summary: Words;
  kind: string;
  publishedAt: string | null;
  counts: Record<EntryKind, number>;
  frameworks: { key: string; label: Words; steps: number }[];
};

export type EvidenceStore = {
  search(criteria: Criteria): Promise<Found>;
  facets(criteria: Criteria): Promise<Facet[]>;
  get(kind: EntryKind, refId: number): Promise<FoundEntry | null>;
  reviews(): Promise<PublishedReview[]>;
  publications(review: ReviewRow): Promise<PublicationListRow[]>;
  publication(review: ReviewRow, reportId: number): Promise<PublicationView | null>;
  finding(review: ReviewRow, key: string): Promise<FindingView | null>;
  code(review: ReviewRow, codebookKey: string, codeKey: string): Promise<CodeView | null>;
  framework(review: ReviewRow, codebookKey: string): Promise<FrameworkView | null>;
  country(code: string): Promise<CountryView>;
};
