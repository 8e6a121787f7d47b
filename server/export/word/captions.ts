/** Captions that number themselves, in the way of the program that reads them. */
import { Paragraph, SequentialIdentifier } from 'docx';
import { translate } from '../../platform/i18n.ts';
import type { FileContext } from '../tables/grid.ts';
import { run } from './runs.ts';

/** "Table 3. Included publications": the number is a field, in the word order of the language. */
export function caption(kind: 'Table' | 'Figure', title: string, { locale }: FileContext) {
  const key = kind === 'Table' ? 'delivery.table_caption' : 'delivery.figure_caption';
  // Word counts by this name: a table that somebody adds in the Word of that language counts on.
  const label = translate(
    locale,
    kind === 'Table' ? 'delivery.table_label' : 'delivery.figure_label',
  );
  const words = translate(locale, key, { number: '\ue000', title });
  const children = words
    .split(/(\ue000)/)
    .map((part) => (part === '\ue000' ? new SequentialIdentifier(label) : run(part)));
  // What it names stands below a table's caption, and above a figure's.
  return new Paragraph({ style: 'Caption', keepNext: kind === 'Table', children });
}
