/** The reference: what a source says about one document, in one shape, with CSL's names. */

/**
 * A person in parts, or a body (organisation, or a name that could not be taken apart) as one
 * literal.
 */
export type Name =
  | { family: string; given?: string; particle?: string; suffix?: string }
  | { literal: string };

/**
 * CSL item types (citationstyles.org, CSL 1.0.2 appendix III) that sources in this field really
 * use.
 */
export const referenceTypes = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'chapter',
  'dataset',
  'document',
  'entry-encyclopedia',
  'legislation',
  'manuscript',
  'paper-conference',
  'patent',
  'report',
  'software',
  'speech',
  'thesis',
  'webpage',
] as const;
export type ReferenceType = (typeof referenceTypes)[number];

/** Absent means that the source does not say. Nothing is invented and nothing is cut. */
export type Reference = {
  type: ReferenceType;
  /** Empty only when the source gives no title; such a record is kept and flagged. */
  title: string;
  translatedTitle?: string;
  authors: Name[];
  /** The source names fewer authors than there are: et al., m.fl., and others. */
  othersOmitted?: true;
  editors?: Name[];
  year?: number;
  /** The date as the source writes it, when it says more than the year. */
  date?: string;
  /** Journal, book or proceedings that the document stands in. */
  container?: string;
  volume?: string;
  issue?: string;
  /** As printed: `123-8`, `e1234`. */
  pages?: string;
  edition?: string;
  series?: string;
  publisher?: string;
  place?: string;
  /** Bare and lower case: `10.1017/s1463423620000341`. */
  doi?: string;
  isbn?: string[];
  issn?: string[];
  urls?: string[];
  abstract?: string;
  keywords?: string[];
  /** As the source writes it, or ISO 639-1 where that is certain. */
  language?: string;
  notes?: string[];
  /** The source's own number for the record (PMID, WOS:..., 2-s2.0-...). */
  accession?: string;
  /** The database that the record says it comes from. */
  database?: string;
};

/** A tag of the source that no field of `Reference` holds, kept so that nothing is lost. */
export type Unmapped = { tag: string; value: string };

/**
 * One accounted-for stretch of an import file. Lines count from 1, both ends included; together the
 * pieces of a file cover every line that is not blank. `raw` is the text as decoded, lines joined
 * by a line feed.
 */
export type Piece = ReferencePiece | RejectedPiece | AsidePiece;
export type ReferencePiece = {
  kind: 'reference';
  lineFrom: number;
  lineTo: number;
  raw: string;
  reference: Reference;
  unmapped: Unmapped[];
  /** What a person may want to look at, though the record was read. */
  notices: Problem[];
  /** What we wrote beside the reference when it left, and the file brought back. */
  extras?: Extras;
};
/**
 * What people did with a reference, so that a file that leaves and comes back loses nothing. The
 * values are the names of the installation that wrote them: whoever applies them checks them.
 */
export type Extras = {
  decisions?: { stage: string; decision: string; reason?: string; by?: string; at?: string }[];
  notes?: { text: string; stage?: string; by?: string; at?: string }[];
  codes?: { code: string; codebook?: string; locator?: string; by?: string; at?: string }[];
};
export type RejectedPiece = {
  kind: 'rejected';
  lineFrom: number;
  lineTo: number;
  raw: string;
  problem: Problem;
};
/** Text that the format itself puts beside its records: a heading row, comments, brackets. */
export type AsidePiece = { kind: 'aside'; lineFrom: number; lineTo: number; raw: string };

/** A code with its parameters; the words stand in the catalogues. */
export type Problem = { code: ProblemCode; params: Record<string, string | number> };

/** Why a piece was rejected, or what is odd about a record that was read. */
export const problemCodes = [
  'EMPTY_FILE',
  'BINARY_FILE',
  'OUTSIDE_RECORD',
  'UNREADABLE_ENTRY',
  'UNCLOSED_ENTRY',
  'UNCLOSED_QUOTE',
  'UNREADABLE_JSON',
  'NOT_A_REFERENCE',
  'NO_HEADER',
  'NO_TITLE',
  'NO_TYPE',
  'NO_END',
  'SEVERAL_DOIS',
  'INVALID_DOI',
  'NAMES_LEFT_OUT',
  'TOO_MANY_CELLS',
  'PARTLY_READ',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
