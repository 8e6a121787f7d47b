/** Two publications side by side: which fields agree, and which words differ. Pure. */
import { containerKey, sameContainer } from '../../../import/duplicates/containers.ts';
import { printName } from '../../../import/normalize/names.ts';
import { pageRange } from '../../../import/normalize/pages.ts';
import { foldNordic } from '../../../import/normalize/text.ts';
import type { Name, Reference } from '../../../import/reference.ts';
import { type Field, shownFields } from '../reports/shown.ts';

/** `spelling`: the other side has the same word in other letters, capitals or marks, or in short. */
export type Mark = 'none' | 'spelling' | 'different';
export type Part = { text: string; mark: Mark };
export type FieldComparison = {
  field: Field;
  /** `one_side`: only one of the two says anything. */
  outcome: 'same' | 'spelling' | 'different' | 'one_side';
  left: Part[];
  right: Part[];
};

/** Every field that either has, in the order in which fields are shown. */
export function compareShown(
  left: Reference,
  right: Reference,
  andOthers?: (names: string) => string,
): FieldComparison[] {
  return shownFields.flatMap((field) => {
    const one = printField(left, field, andOthers);
    const other = printField(right, field, andOthers);
    if (one === '' && other === '') return [];
    return [{ field, ...compareTexts(one, other, field) }];
  });
}

/**
 * A field as text; lists joined by semicolons. The type is a word of the catalogues.
 * @param andOthers says that there are more authors than these.
 */
export function printField(
  reference: Reference,
  field: Field,
  andOthers = (names: string) => `${names} et al.`,
): string {
  const printed = printValue(reference[field]);
  return field === 'authors' && reference.othersOmitted ? andOthers(printed) : printed;
}

function printValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (!Array.isArray(value)) return String(value);
  return value
    .map((item) => (typeof item === 'string' ? item : printName(item as Name)))
    .join('; ');
}

function compareTexts(one: string, other: string, field: Field): Omit<FieldComparison, 'field'> {
  const sides = (mark: Mark) => ({ left: whole(one, mark), right: whole(other, mark) });
  if (one === '' || other === '') return { outcome: 'one_side', ...sides('none') };
  if (one === other) return { outcome: 'same', ...sides('none') };
  if (meansTheSame(one, other, field)) return { outcome: 'spelling', ...sides('spelling') };
  const { left, right } = wordsApart(wordsOf(one), wordsOf(other), sameWordIn(field));
  const differs = [...left, ...right].some(({ mark }) => mark === 'different');
  return { outcome: differs ? 'different' : 'spelling', left, right };
}

const whole = (text: string, mark: Mark): Part[] => (text === '' ? [] : [{ text, mark }]);

/** `Statsvet. tidskr.` is the journal written in short, `411-38` the pages 411 to 438. */
function meansTheSame(one: string, other: string, field: Field): boolean {
  if (field === 'container') return sameContainer(containerKey(one), containerKey(other));
  if (field !== 'pages') return false;
  const [ours, theirs] = [pageRange(one), pageRange(other)];
  return ours !== undefined && ours.first === theirs?.first && ours.last === theirs.last;
}

type Word = { text: string; key: string };
type SameWord = (a: Word, b: Word) => boolean;

/** Each with the blanks behind it. */
const wordsOf = (text: string): Word[] =>
  (text.match(/\S+\s*/g) ?? []).map((word) => ({ text: word, key: foldNordic(word) }));

function sameWordIn(field: Field): SameWord {
  const areNames = field === 'authors' || field === 'editors';
  return (a, b) => a.key === b.key || (areNames && isInitialOf(a.key, b.key));
}

/** `P.-O.` for Per-Ola, `K` for Karin. */
function isInitialOf(a: string, b: string): boolean {
  const [ours, theirs] = [a.split(' '), b.split(' ')];
  const short = (one: string, other: string) => one.length === 1 && other.startsWith(one);
  const pairs = ours.map((one, index) => [one, theirs[index] ?? ''] as const);
  return (
    ours.length === theirs.length &&
    (pairs.every(([one, other]) => short(one, other)) ||
      pairs.every(([one, other]) => short(other, one)))
  );
}

// The table of common words grows with the product: two long abstracts are enough.
const wordsMax = 1200;

/** Marks the words that are not part of the longest common sequence, and those in it that are spelt otherwise. */
function wordsApart(one: Word[], other: Word[], isSame: SameWord) {
  const [left, right]: [Part[], Part[]] = [[], []];
  if (one.length > wordsMax || other.length > wordsMax) {
    add(left, one, 'different');
    add(right, other, 'different');
    return { left, right };
  }
  const lengths = commonLengths(one, other, isSame);
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [a, b] = [one[i], other[j]];
    if (a && b && isSame(a, b)) {
      const mark = a.text.trim() === b.text.trim() ? 'none' : 'spelling';
      add(left, [a], mark);
      add(right, [b], mark);
      i += 1;
      j += 1;
    } else if (a && (!b || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      add(left, [a], 'different');
      i += 1;
    } else if (b) {
      add(right, [b], 'different');
      j += 1;
    }
  }
  return { left: left.flatMap(withoutEdge), right: right.flatMap(withoutEdge) };
}

function commonLengths(one: Word[], other: Word[], isSame: SameWord): Uint16Array[] {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    const [row, a] = [table[i], one[i]];
    if (!row || !a) continue;
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const b = other[j];
      row[j] =
        b && isSame(a, b)
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

const at = (table: Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;

function add(parts: Part[], words: Word[], mark: Mark): void {
  const text = words.map((word) => word.text).join('');
  const last = parts.at(-1);
  if (last?.mark === mark) last.text += text;
  else parts.push({ text, mark });
}

/** A mark ends with its last letter, not with the blank behind it. */
function withoutEdge(part: Part): Part[] {
  const text = part.text.trimEnd();
  if (part.mark === 'none' || text === part.text) return [part];
  return [
    { ...part, text },
    { text: part.text.slice(text.length), mark: 'none' },
  ];
}
