/** Words in a Word document: legal characters, and the language they are in where it is not the document's. */
import { TextRun } from 'docx';
import type { Locale } from '../../../schema/columns.ts';
import { tags } from '../../platform/i18n.ts';
import { legalText } from '../tables/cell-text.ts';

export type RunOptions = { isBold?: boolean; language?: Locale | null; isLink?: boolean };

export function run(
  text: string,
  { isBold = false, language = null, isLink = false }: RunOptions = {},
): TextRun {
  return new TextRun({
    text: legalText(text),
    ...(isBold ? { bold: true } : {}),
    ...(isLink ? { style: 'Hyperlink' } : {}),
    ...(language ? { language: { value: tags[language] } } : {}),
  });
}
