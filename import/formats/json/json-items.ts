/** Cuts JSON text into its items while it comes in: a list, one object, or one object a line. */
import type { Piece } from '../../reference.ts';
import { aside, type Line, type LineReader, problem, rejected } from '../lines.ts';
import { isObject, type Json } from './json-paths.ts';

/** `beside`: what a wrapper says beside the list that the item stands in. */
type ToPiece = (item: unknown, lines: Line[], beside?: unknown) => Piece;
type Item = { text: string; lines: Line[]; wrapper: boolean };

/**
 * Objects at the outermost level, or in the outermost list, are items; an object that holds a list
 * named `items` stands for that list. Brackets and commas between items are asides.
 */
export function jsonSplitter(toPiece: ToPiece): LineReader {
  const nesting = nestingOf();
  let inList = false;
  let item: string[] | undefined;
  let lines: Line[] = [];
  let between: Line[] = [];
  let stray = false;

  const finish = (): Piece[] => {
    const done = { text: (item ?? []).join(''), lines, wrapper: !inList };
    item = undefined;
    lines = [];
    return piecesOf(done, toPiece);
  };
  const giveUpBetween = (): Piece[] => {
    const held = between;
    const wasStray = stray;
    between = [];
    stray = false;
    if (held.every((line) => line.text.trim() === '')) return [];
    return [wasStray ? rejected(held, problem('OUTSIDE_RECORD')) : aside(held)];
  };
  const outside = (character: string, atStart: boolean) => {
    if (character === '[' && atStart && !inList) inList = true;
    else if (!/[\s,[\]]/.test(character)) stray = true;
  };
  /** Walks one line; an item may begin and end in it more than once. */
  const walk = (line: Line): Piece[] => {
    const pieces: Piece[] = [];
    const { text } = line;
    let start = 0;
    let used = item !== undefined;
    if (item) lines.push(line);
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? '';
      if (item === undefined) {
        if (character !== '{') {
          outside(character, true);
          continue;
        }
        if (stray) pieces.push(...giveUpBetween());
        item = [];
        lines = [line];
        start = at;
        used = true;
      }
      nesting.see(character);
      if (nesting.open()) continue;
      item.push(text.slice(start, at + 1));
      pieces.push(...giveUpBetween());
      // One by one: a wrapper may list more than a call takes.
      for (const piece of finish()) pieces.push(piece);
    }
    if (item) item.push(text.slice(start), line.isOpen ? '' : '\n');
    if (!used && text.trim() !== '') between.push(line);
    return pieces;
  };

  return {
    push: walk,
    end() {
      const open = item ? [rejected(lines, problem('UNCLOSED_ENTRY', { entry: '' }))] : [];
      return [...giveUpBetween(), ...open];
    },
  };
}

/** How deep in brackets and strings we are; an item is whole when nothing is open. */
function nestingOf() {
  let depth = 0;
  let quoted = false;
  let escaped = false;
  return {
    see(character: string) {
      if (escaped) escaped = false;
      else if (quoted) {
        if (character === '\\') escaped = true;
        else if (character === '"') quoted = false;
      } else if (character === '"') quoted = true;
      else if (character === '{' || character === '[') depth += 1;
      else if (character === '}' || character === ']') depth -= 1;
    },
    open: () => depth > 0 || quoted,
  };
}

function piecesOf({ text, lines, wrapper }: Item, toPiece: ToPiece) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ ...rejected(lines, problem('UNREADABLE_JSON')), raw: text }];
  }
  // A whole list often stands on one line, which must not be kept once for every item.
  const withRaw = (piece: Piece, raw: string): Piece => ({ ...piece, raw });
  const listed = wrapper ? itemsOf(value) : undefined;
  if (!listed) return [withRaw(toPiece(value, lines), text)];
  const { items, rest } = listed;
  const pieces = items.map((item) => withRaw(toPiece(item, lines, rest), JSON.stringify(item)));
  // What the wrapper says beside its list is no record; it is kept all the same.
  return [withRaw(aside(lines), JSON.stringify(rest)), ...pieces];
}

/** Where services put the list that was asked for: `items`, or Crossref's `message.items`. */
const wrappers =
  `items references References publications collection studies results hits data message message.items resultList.result response.docs
  search-results.entry`
    .split(/\s+/)
    .map((path) => path.split('.'));

/** An object that says nothing of a document itself, but holds a list of those that do. */
function itemsOf(value: unknown): { items: unknown[]; rest: unknown } | undefined {
  if (!isObject(value) || 'title' in value) return undefined;
  const keyed = keyedItems(value);
  if (keyed) return keyed;
  for (const path of wrappers) {
    const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), value);
    const isItem = isObject(found) && ('DOI' in found || 'attributes' in found);
    if (!Array.isArray(found) && !isItem) continue;
    return { items: Array.isArray(found) ? found : [found], rest: without(value, path) };
  }
  return undefined;
}

/** PubMed's summaries stand under their own numbers, beside a list of these. */
function keyedItems(value: Json): { items: unknown[]; rest: unknown } | undefined {
  const { result } = value;
  if (!isObject(result) || !Array.isArray(result.uids)) return undefined;
  const ids = result.uids.map(String).filter((id) => isObject(result[id]));
  const others = Object.entries(result).filter(([key]) => !ids.includes(key));
  return {
    items: ids.map((id) => result[id]),
    rest: { ...value, result: Object.fromEntries(others) },
  };
}

function without(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (!isObject(value)) return value;
  const { [name]: found, ...others } = value;
  return rest.length > 0 ? { ...others, [name]: without(found, rest) } : others;
}
