/** Words in a Word document: legal characters, and the language they are in where it is not the document's. */
import { TextRun } from 'docx';
import type { Locale } from '../../../schema/columns.ts';
import { tags } from '../../platform/i18n.ts';
import { legalText } from '../cell-text.ts';

export type RunOptions = { isBold?: boolean; language?: Locale | null };

export function run(text: string, { isBold = false, language = null }: RunOptions = {}): TextRun {
  return new TextRun({
    text: legalText(text),
    ...(isBold ? { bold: true } : {}),
    ...(language ? { language: { value: tags[language] } } : {}),
  });
}
