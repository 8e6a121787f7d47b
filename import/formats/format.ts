/** What every reference format offers: to recognise a file, to read it, and often to write one. */
import type { Extras, Piece, Reference } from '../reference.ts';

/** A reference with the name it goes under in our own files. */
export type WritableReference = Reference & {
  id?: string | number;
  /** Written by the formats that have a place for it: RIS. */
  extras?: Extras;
};

/** Which field a column feeds, by its heading as written; `null` keeps a column as unmapped. */
export type ColumnMapping = Record<string, string | null>;
export type ReadOptions = { columns?: ColumnMapping };

export type Format = {
  id: string;
  /** A proper name, the same in every language. */
  label: string;
  /** Without the dot; the first one is used for files that we write. */
  extensions: string[];
  mediaType: string;
  /** How sure we are, from the first kilobytes of text, that a file is in this format: 0 to 1. */
  detect(head: string): number;
  /**
   * Reads decoded text, in pieces of any size, and accounts for every line that is not blank.
   * Never throws on what the text says: what cannot be read comes out as a rejected piece.
   */
  read(chunks: AsyncIterable<string>, options?: ReadOptions): AsyncIterable<Piece>;
  write?(references: Iterable<WritableReference>): string;
};
