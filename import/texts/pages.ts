/** What a full text is once it has been read: its pages, and what it says about itself. */
import { doisIn } from '../normalize/doi.ts';

export type TextPage = {
  /** From 1. */
  page: number;
  /** The number printed on it, when the file says so: "iv", "117". */
  label: string;
  text: string;
  /** A picture of a page, without text in it. */
  isScanned: boolean;
};
export type TextFacts = { title: string; dois: string[] };
export type TextFormat = 'pdf' | 'docx' | 'html' | 'text';
/** Why a file gives no text: the words stand in the catalogues under `full_text_problem.`. */
const textProblems = ['EMPTY', 'UNKNOWN', 'OLD_WORD', 'PASSWORD', 'BROKEN', 'TOO_LONG'] as const;
export type TextProblem = (typeof textProblems)[number];

export type ReadText =
  | { kind: 'read'; format: TextFormat; pages: TextPage[]; facts: TextFacts }
  | { kind: 'unreadable'; problem: TextProblem };

export class TextError extends Error {
  readonly problem: TextProblem;
  constructor(problem: TextProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** A book of three thousand pages is read; a file that claims more is refused. */
export const pagesMax = 3000;
/** No page says more; a file without pages is cut into stretches of about one. */
export const pageCharactersMax = 50_000;
const stretchCharacters = 3000;

/** A text without pages, cut between paragraphs; a form feed ends a page. */
export function cutIntoPages(text: string): TextPage[] {
  const parts = text.includes('\f') ? text.split('\f') : stretches(text);
  const pages = parts.map(tidy).flatMap((part) => withinLimit(part));
  if (pages.length > pagesMax) throw new TextError('TOO_LONG');
  return pages.map((part, index) => pageOf(index + 1, part));
}

export const pageOf = (page: number, text: string, label = '', isScanned = false): TextPage => ({
  page,
  label,
  text,
  isScanned,
});

function stretches(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const paragraph of text.split(/\n{2,}/)) {
    if (part !== '' && part.length + paragraph.length > stretchCharacters) {
      parts.push(part);
      part = '';
    }
    part = part === '' ? paragraph : `${part}\n\n${paragraph}`;
  }
  return part === '' ? parts : [...parts, part];
}

function withinLimit(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length || from === 0; from += pageCharactersMax)
    parts.push(text.slice(from, from + pageCharactersMax));
  return parts;
}

/** Line ends of one kind, no trailing blanks, no character that a page of ours cannot hold. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** DOIs that stand where a document names itself: on its first page, or on the second when that is a cover. */
export function ownDois(pages: readonly TextPage[], stated: string): string[] {
  const first = pages.slice(0, 2).map((page) => page.text.slice(0, 6000));
  return [...new Set([stated, ...first].flatMap((text) => doisIn(text)))].slice(0, 20);
}
