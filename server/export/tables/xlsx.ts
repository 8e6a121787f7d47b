/** Tables as Excel workbooks: numbers are numbers, the header stays in sight, a second sheet says what it is. */
import writeXlsxFile, { type Cell as ExcelCell, type Row } from 'write-excel-file/node';
import { translate } from '../../platform/i18n.ts';
import type { Cell, Column } from '../../synthesis/tables/table.ts';
import { type Parts, readParts, writeParts } from '../zip.ts';
import { cellText, legalText } from './cell-text.ts';
import { type FileContext, type Grid, linkOf } from './grid.ts';
import { statedDate } from './stated-date.ts';

export async function writeXlsx(table: Grid, context: FileContext): Promise<Buffer> {
  const header: Row = table.columns.map((column) => ({
    value: legalText(column.label),
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    bottomBorderStyle: 'thin',
  }));
  const totals = table.totals ? [table.totals.cells] : [];
  const rows = [...table.cells, ...totals].map(
    (cells): Row => table.columns.map((column, at) => excelCell(cells[at], column)),
  );
  const about = aboutRows(table, context);
  const bytes = await writeXlsxFile([
    {
      data: [header, ...rows],
      sheet: sheetName(table.title),
      columns: table.columns.map((column, at) => ({ width: widthOf(table, column, at) })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    {
      data: about,
      sheet: sheetName(translate(context.locale, 'tables.note')),
      columns: [{ width: 100 }],
    },
  ]).toBuffer();
  const parts = withLinks(withFilter(await readParts(bytes), table), table, context);
  return writeParts(parts, context.at);
}

/** Every column can be filtered, the header row is printed on every page; the library knows neither. */
function withFilter(parts: Parts, table: Grid): Parts {
  const sheet = 'xl/worksheets/sheet1.xml';
  const workbook = 'xl/workbook.xml';
  const last = columnName(table.columns.length - 1);
  const rows = table.cells.length + 1;
  const name = `'${sheetName(table.title).replaceAll("'", "''")}'`;
  const defined = [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${xml(name)}!$A$1:$${last}$${rows}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${xml(name)}!$1:$1</definedName>`,
  ].join('');
  replaceIn(parts, sheet, '</sheetData>', `</sheetData><autoFilter ref="A1:${last}${rows}"/>`);
  // The library writes an empty list; the format allows one list of names only.
  replaceIn(parts, workbook, '<definedNames/>', `<definedNames>${defined}</definedNames>`);
  // With no column frozen, what scrolls is the lower left: Excel puts other words right, and says so.
  replaceIn(parts, sheet, 'xSplit="0" ', '');
  replaceIn(parts, sheet, 'activePane="bottomRight"', 'activePane="bottomLeft"');
  return parts;
}

function replaceIn(parts: Parts, file: string, before: string, after: string): void {
  const text = parts.get(file)?.toString('utf8') ?? '';
  if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
  parts.set(file, Buffer.from(text.replace(before, () => after)));
}

/** Excel opens no sheet with more links than this. */
const linksMax = 65_530;

/** A cell can lead to one place: where the first of its things does that leads anywhere. */
function withLinks(parts: Parts, table: Grid, context: FileContext): Parts {
  const rows = [...table.cells, ...(table.totals ? [table.totals.cells] : [])];
  const links = rows.flatMap((cells, row) =>
    cells.flatMap(({ items }, column) => {
      const to = linkOf(items.find(({ href }) => href !== null)?.href ?? null, context);
      return to === null ? [] : [{ ref: `${columnName(column)}${row + 2}`, to }];
    }),
  );
  const shown = links.slice(0, linksMax);
  if (shown.length === 0) return parts;
  const sheet = 'xl/worksheets/sheet1.xml';
  const list = shown.map(({ ref }, at) => `<hyperlink ref="${ref}" r:id="link${at}"/>`).join('');
  // After the filter, before the margins of the page: the format has one order.
  replaceIn(parts, sheet, '<pageMargins', `<hyperlinks>${list}</hyperlinks><pageMargins`);
  const relations = shown.map(
    ({ to }, at) =>
      `<Relationship Id="link${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${xml(to)}" TargetMode="External"/>`,
  );
  const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
  replaceIn(parts, rels, '</Relationships>', `${relations.join('')}</Relationships>`);
  return parts;
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const xml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function excelCell(cell: Cell | undefined, column: Column): ExcelCell {
  if (!cell || cell.items.length === 0) return null;
  if (cell.number !== null) return { value: cell.number, type: Number, alignVertical: 'top' };
  return { value: cellText(cell, column), type: String, wrap: true, alignVertical: 'top' };
}

function aboutRows(table: Grid, { locale, at }: FileContext): Row[] {
  const lines = [table.caption, statedDate(locale, at), table.note, ...table.sources];
  const said = lines.filter((line) => line !== '');
  return said.map((line, index) => [
    {
      value: legalText(line),
      type: String,
      wrap: true,
      ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
    },
  ]);
}

/** In characters: wide enough for most cells, never wider than can be read. */
function widthOf(table: Grid, column: Column, at: number): number {
  if (column.kind === 'number') return Math.min(18, Math.max(8, column.label.length + 2));
  const lengths = table.cells.map((cells) => {
    const cell = cells[at];
    return cell
      ? Math.max(
          0,
          ...cellText(cell, column)
            .split('\n')
            .map((line) => line.length),
        )
      : 0;
  });
  return Math.min(60, Math.max(12, column.label.length + 2, ...lengths));
}

/** Excel refuses some characters, and names of more than 31. */
function sheetName(title: string): string {
  return title
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31);
}
