/** Tables as web pages that stand alone: a real table with its caption, headers and language. */
import { tags } from '../../platform/i18n.ts';
import type { Cell, Column } from '../../synthesis/tables/table.ts';
import { legalText } from './cell-text.ts';
import { notesUnder } from './docx.ts';
import { type FileContext, type Grid, linkOf } from './grid.ts';
import { shownNumber } from './numbers.ts';
import { statedDate } from './stated-date.ts';

export function writeHtml(table: Grid, context: FileContext): string {
  const { locale, at } = context;
  return standalone(table.caption, locale, [
    ...tableLines(table, context),
    ...(table.below ? tableLines(table.below, context) : []),
    `<p>${html(statedDate(locale, at))}</p>`,
  ]);
}

function tableLines(table: Grid, context: FileContext): string[] {
  const head = table.columns.map(
    ({ label, kind }) => `<th scope="col"${end(kind)}>${html(label)}</th>`,
  );
  const line = (cells: Cell[]) => {
    const shown = table.columns.map((column, at) => {
      const inside = contentOf(cells[at], column, context);
      return at === table.headerAt
        ? `<th scope="row"${end(column.kind)}>${inside}</th>`
        : `<td${end(column.kind)}>${inside}</td>`;
    });
    return `<tr>${shown.join('')}</tr>`;
  };
  const foot = table.totals ? `<tfoot>\n${line(table.totals.cells)}\n</tfoot>\n` : '';
  return [
    `<table>\n<caption>${html(table.caption)}</caption>`,
    `<thead>\n<tr>${head.join('')}</tr>\n</thead>`,
    `<tbody>\n${table.cells.map(line).join('\n')}\n</tbody>\n${foot}</table>`,
    ...notesUnder(table, context).map((text) => `<p>${html(text)}</p>`),
  ];
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;margin:2rem;color:#1c2b33;background:#fff}
table{border-collapse:collapse}caption{text-align:start;font-weight:600;padding-block-end:.5rem}
th,td{border-block-end:1px solid #9aa8ae;padding:.35rem .6rem;text-align:start;vertical-align:top}
.number{text-align:end}ul{margin:0;padding-inline-start:1.1rem}p{max-width:70ch}
.hanging{padding-inline-start:2em;text-indent:-2em}.numbered{display:flex;gap:1em}`;

/** A whole page of its own, in the language that it is written in. */
export function standalone(title: string, locale: FileContext['locale'], body: string[]): string {
  return `<!doctype html>
<html lang="${tags[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${html(title)}</title>
<style>${style}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

const end = (kind: Column['kind']) => (kind === 'number' ? ' class="number"' : '');

function contentOf(cell: Cell | undefined, column: Column, context: FileContext): string {
  if (!cell || cell.items.length === 0) return '';
  const linked = (href: string | null, inside: string) => {
    const to = linkOf(href, context);
    return to === null ? inside : `<a href="${html(to)}">${inside}</a>`;
  };
  if (cell.number !== null)
    return linked(
      cell.items[0]?.href ?? null,
      html(shownNumber(cell.number, column, context.locale)),
    );
  const texts = cell.items.map(({ text, language, href }) =>
    linked(href, language ? `<span lang="${tags[language]}">${html(text)}</span>` : html(text)),
  );
  if (texts.length === 1) return texts[0] ?? '';
  return `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;
}

export const html = (text: string): string =>
  legalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
