/** The styles of our Word documents: one typeface, headings that stand out by size, quiet captions and notes. */
import type { IStylesOptions } from 'docx';
import type { Locale } from '../../../schema/columns.ts';
import { tags } from '../../platform/i18n.ts';

const ink = '1C2B33';

const heading = (size: number, before: number) => ({
  run: { font: 'Calibri', size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

/** @param textSize in half points: tables that stand alone are set smaller than a text to be read. */
export function stylesFor(locale: Locale, textSize: 20 | 22 = 20): IStylesOptions {
  const language = { value: tags[locale] };
  const font = 'Calibri';
  const after = textSize === 22 ? 140 : 80;
  return {
    default: {
      document: { run: { font, size: textSize, language }, paragraph: { spacing: { after } } },
      title: {
        run: { font, size: 52, bold: true, color: ink },
        paragraph: { spacing: { before: 1200, after: 240 } },
      },
      heading1: heading(32, textSize === 22 ? 360 : 0),
      heading2: heading(26, 280),
      heading3: heading(22, 220),
    },
    paragraphStyles: [
      own('Subtitle', 'Subtitle', { size: 26, color: '46545B' }, { after: 160 }),
      own('Caption', 'caption', { bold: true, size: 20, color: ink }, { before: 160, after: 100 }),
      own('TableText', 'Table Text', { size: 18 }, { after: 20 }),
      own('TableNote', 'Table Note', { size: 17 }, { before: 80, after: 40 }),
      own(
        'SearchString',
        'Search String',
        { size: 18, font: 'Consolas' },
        { before: 40, after: 120 },
      ),
      own('TocHeading', 'TOC Heading', { size: 32, bold: true, color: ink }, { after: 120 }),
      {
        ...own('Bibliography', 'Bibliography', {}, { after: 100 }),
        paragraph: { spacing: { after: 100 }, indent: { left: 567, hanging: 567 } },
      },
    ],
  };
}

function own(id: string, name: string, run: object, spacing: { before?: number; after: number }) {
  return {
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run,
    paragraph: { spacing },
  };
}
