/** What a written report is made of before it is Word: headings, paragraphs, tables, figures, references. */
import type { Locale, Words } from '../../../schema/columns.ts';
import { pickWords } from '../../platform/i18n.ts';
import type { Bibliography } from '../csl/bibliography.ts';
import type { Grid } from '../tables/grid.ts';

/** Words with the language they are in, where it is not the report's. */
export type Phrase = { text: string; language: Locale | null };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; phrase: Phrase; style: 'body' | 'note' | 'search' | 'lead' }
  | { kind: 'bullets'; items: Phrase[] }
  | { kind: 'table'; grid: Grid }
  | { kind: 'figure'; png: Buffer; width: number; height: number; title: string; alt: string }
  | { kind: 'references'; list: Bibliography };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: 'heading',
  level,
  text,
});

export const say = (text: string, style: 'body' | 'note' | 'search' | 'lead' = 'body'): Block => ({
  kind: 'text',
  phrase: { text, language: null },
  style,
});

export function phraseOf(locale: Locale, words: Words): Phrase {
  const picked = pickWords(locale, words);
  return { text: picked.text, language: picked.locale === locale ? null : picked.locale };
}

/** A text that a person wrote, paragraph by paragraph; nothing where there is nothing. */
export function paragraphs(locale: Locale, words: Words, style: 'body' | 'note' = 'body'): Block[] {
  const { text, language } = phraseOf(locale, words);
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'text', phrase: { text: line.trim(), language }, style }));
}

/** A small table of our own: its caption is its title, there is nothing more to say under it. */
export function plainGrid(title: string, columns: Grid['columns'], cells: Grid['cells']): Block {
  const grid = {
    title,
    caption: title,
    columns,
    cells,
    headerAt: 0,
    totals: null,
    note: '',
    sources: [],
  };
  return { kind: 'table', grid };
}
