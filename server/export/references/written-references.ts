/** A finished list of references as Word, a web page, Markdown or plain text. */
import { Footer, HeadingLevel, Paragraph, TextRun } from 'docx';
import { translate } from '../../platform/i18n.ts';
import type { Bibliography } from '../csl/bibliography.ts';
import { type CitationEntry, plainRuns, type Run } from '../csl/runs.ts';
import { legalText } from '../tables/cell-text.ts';
import type { FileContext } from '../tables/grid.ts';
import { html, standalone } from '../tables/html.ts';
import { markdown } from '../tables/markdown.ts';
import { statedDate } from '../tables/stated-date.ts';
import { footerLine, wordFile } from '../word/file.ts';
import { pageFor } from '../word/paper.ts';
import { run } from '../word/runs.ts';

export const writtenFormats = ['docx', 'html', 'md', 'txt'] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

/** @param review the title of the review whose references these are. */
export async function writtenReferences(
  list: Bibliography & { review: string },
  format: WrittenFormat,
  context: FileContext,
): Promise<Buffer> {
  if (format === 'docx') return asWord(list, context);
  const { locale, at } = context;
  const title = translate(locale, 'references.of_review', { review: list.review });
  const stated = statedDate(locale, at);
  if (format === 'txt') return Buffer.from(`${list.entries.map(plainEntry).join('\n')}\n`);
  if (format === 'md') {
    const lines = list.entries.map(markdownEntry);
    return Buffer.from([`# ${markdown(title)}`, ...lines, markdown(stated), ''].join('\n\n'));
  }
  const body = [`<h1>${html(title)}</h1>`, ...htmlEntries(list), `<p>${html(stated)}</p>`];
  return Buffer.from(standalone(title, locale, body));
}

const plainEntry = ({ label, runs }: CitationEntry): string =>
  legalText(`${label.length > 0 ? `${plainRuns(label)} ` : ''}${plainRuns(runs)}`);

function markdownEntry({ label, runs }: CitationEntry): string {
  return [...label, ...(label.length > 0 ? [{ text: ' ' }] : []), ...runs].map(marked).join('');
}

/** Marks stand close to the letters, or they are no marks. */
function marked({ text, isItalic, isBold, position }: Run): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return text;
  const plain = markdown(inner);
  const raised = position ? `<${tagOf(position)}>${plain}</${tagOf(position)}>` : plain;
  const bold = isBold ? `**${raised}**` : raised;
  return `${before}${isItalic ? `*${bold}*` : bold}${after}`;
}

const tagOf = (position: 'super' | 'sub') => (position === 'super' ? 'sup' : 'sub');

function htmlEntries({ entries, isHanging }: Bibliography): string[] {
  return entries.map(({ label, runs }) => {
    const inside = runs.map(htmlRun).join('');
    if (label.length > 0)
      return `<p class="numbered"><span>${label.map(htmlRun).join('')}</span><span>${inside}</span></p>`;
    return `<p${isHanging ? ' class="hanging"' : ''}>${inside}</p>`;
  });
}

function htmlRun({ text, isItalic, isBold, isUnderlined, position }: Run): string {
  const wrap = (tag: string, isOn: boolean | undefined, inside: string) =>
    isOn ? `<${tag}>${inside}</${tag}>` : inside;
  const plain = html(text).replaceAll('\n', '<br>');
  const placed = position ? wrap(tagOf(position), true, plain) : plain;
  return wrap('i', isItalic, wrap('b', isBold, wrap('u', isUnderlined, placed)));
}

function asWord(list: Bibliography & { review: string }, context: FileContext): Promise<Buffer> {
  const { locale, at } = context;
  const title = translate(locale, 'references.title');
  const section = {
    properties: { page: pageFor(false) },
    footers: { default: new Footer({ children: [footerLine(title, context)] }) },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }),
      new Paragraph({ style: 'Subtitle', children: [run(list.review)] }),
      ...wordEntries(list),
      new Paragraph({ style: 'TableNote', children: [run(statedDate(locale, at))] }),
    ],
  };
  const description = translate(locale, 'references.of_review', { review: list.review });
  return wordFile({ title, description, sections: [section], textSize: 22 }, context);
}

export function wordEntries({ entries, isHanging }: Bibliography): Paragraph[] {
  return entries.map(({ label, runs }) => {
    const number = label.length > 0 ? [...label.map(wordRun), new TextRun({ text: '\t' })] : [];
    const isPlain = !isHanging && label.length === 0;
    return new Paragraph({
      style: 'Bibliography',
      ...(isPlain ? { indent: { left: 0, hanging: 0 } } : {}),
      children: [...number, ...runs.map(wordRun)],
    });
  });
}

function wordRun({ text, isItalic, isBold, isUnderlined, isSmallCaps, position }: Run): TextRun {
  const words = legalText(text).replaceAll('\n', ' ');
  return new TextRun({
    ...(isItalic ? { italics: true } : {}),
    ...(isBold ? { bold: true } : {}),
    ...(isUnderlined ? { underline: {} } : {}),
    ...(isSmallCaps ? { smallCaps: true } : {}),
    ...(position === 'super' ? { superScript: true } : {}),
    ...(position === 'sub' ? { subScript: true } : {}),
    text: words,
  });
}
