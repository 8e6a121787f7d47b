/** A framework of the working day: a codebook whose codes are steps in order. */
import type { Source } from '../tfou-2012/source.ts';
import type { Words } from '../words.ts';

export type FrameworkPart = { key: string; label: Words; text: Words };
export type FrameworkStep = {
  key: string;
  label: Words;
  /** Null where the slides give a name and nothing more. */
  definition: Words | null;
  parts?: FrameworkPart[];
  source: Source;
};
export type Framework = { key: string; label: Words; definition: Words; steps: FrameworkStep[] };

/** A place in the slides, by the title of the slide; slides have no page numbers. */
export const slide = (title: string): Source => ({
  document: 'workday-2025',
  locator: `slide: ${title}`,
});
