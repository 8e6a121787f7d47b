/** Two publications side by side: which fields agree, and which words differ. Pure. */
import { printName } from '../../import/normalize/names.ts';
import type { Name, Reference } from '../../import/reference.ts';
import { type Field, shownFields } from './shown.ts';

export type Part = { text: string; isDifferent: boolean };
export type FieldComparison = {
  field: Field;
  /** `one_side`: only one of the two says anything. */
  outcome: 'same' | 'different' | 'one_side';
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
    return [{ field, ...compareTexts(one, other) }];
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

function compareTexts(one: string, other: string): Omit<FieldComparison, 'field'> {
  const whole = (text: string, isDifferent: boolean): Part[] =>
    text === '' ? [] : [{ text, isDifferent }];
  if (one === '' || other === '')
    return { outcome: 'one_side', left: whole(one, false), right: whole(other, false) };
  if (one === other)
    return { outcome: 'same', left: whole(one, false), right: whole(other, false) };
  const { left, right } = wordsApart(one.split(/(\s+)/), other.split(/(\s+)/));
  return { outcome: 'different', left, right };
}

// The table of common words grows with the product: two long abstracts are enough.
const wordsMax = 1200;

/** Marks the words that are not part of the longest common sequence. */
function wordsApart(one: string[], other: string[]): { left: Part[]; right: Part[] } {
  if (one.length > wordsMax || other.length > wordsMax) {
    const parts = (words: string[]) => [{ text: words.join(''), isDifferent: true }];
    return { left: parts(one), right: parts(other) };
  }
  const lengths = commonLengths(one, other);
  const left: Part[] = [];
  const right: Part[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [a, b] = [one[i], other[j]];
    if (a !== undefined && a === b) {
      add(left, a, false);
      add(right, b, false);
      i += 1;
      j += 1;
    } else if (
      b === undefined ||
      (a !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      add(left, a ?? '', true);
      i += 1;
    } else {
      add(right, b, true);
      j += 1;
    }
  }
  return { left, right };
}

function commonLengths(one: string[], other: string[]): Uint16Array[] {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    const row = table[i];
    if (!row) continue;
    for (let j = other.length - 1; j >= 0; j -= 1) {
      row[j] =
        one[i] === other[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

const at = (table: Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;

function add(parts: Part[], text: string, isDifferent: boolean): void {
  const last = parts.at(-1);
  if (last && (last.isDifferent === isDifferent || text.trim() === '')) last.text += text;
  else if (text !== '') parts.push({ text, isDifferent });
}
