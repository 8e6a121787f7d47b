/** Rows as lines of CSV and back, without loss: nothing (`\N`) is told from an empty text. Pure. */
export type Value = string | number | Buffer | null;

const nothing = '\\N';

/** A text that looks like the sign for nothing gets one more stroke before it. */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(cell).join(',')}\n`;
}

function cell(value: Value): string {
  if (value === null) return nothing;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return cell(value.toString('base64'));
  const text = /^\\+N$/.test(value) ? `\\${value}` : value;
  return /[",\r\n]|^$|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const unmarked = (text: string): string | null =>
  text === nothing ? null : /^\\\\+N$/.test(text) ? text.slice(1) : text;

/** The rows of a file that `csvLine` wrote. @throws when a quotation mark stands where none can. */
export async function* csvRows(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let row: string[] = [];
  let text = '';
  // before a cell, in a bare cell, in a quoted cell, after a quotation mark inside one
  let state: 'start' | 'bare' | 'quoted' | 'closing' = 'start';
  for await (const chunk of chunks)
    for (const letter of chunk) {
      if (state === 'quoted') {
        if (letter === '"') state = 'closing';
        else text += letter;
        continue;
      }
      if (letter === '"') {
        if (state === 'closing') text += '"';
        else if (state !== 'start') throw new Error('a quotation mark inside a cell');
        state = 'quoted';
        continue;
      }
      if (letter === ',' || letter === '\n') {
        row.push(text);
        text = '';
        state = 'start';
        if (letter === '\n') {
          yield row;
          row = [];
        }
        continue;
      }
      if (state === 'closing') throw new Error('text after a closed cell');
      text += letter;
      state = 'bare';
    }
  if (state !== 'start' || row.length > 0 || text !== '')
    throw new Error('the last row is cut off');
}
