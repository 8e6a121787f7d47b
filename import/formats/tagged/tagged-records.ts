/** Records of tagged lines, as Web of Science and EndNote write them: one splitter, two spellings. */
import type { Piece } from '../../reference.ts';
import type { Field } from '../field-bag.ts';
import { aside, type Line, type LineReader, problem, rejected } from '../lines.ts';

export type TaggedSpelling = {
  /** Tag and value of a line that begins a field; undefined for any other line. */
  parse(text: string): Field | undefined;
  /** Whether a field begins a record; `afterBlank` when an empty line stands before it. */
  begins(field: Field, record: readonly Field[], afterBlank: boolean): boolean;
  /** Whether a field ends the record it stands in. */
  ends(field: Field): boolean;
  /** Lines outside records that the format itself writes. */
  isFrame(text: string): boolean;
  toPiece(lines: Line[], found: Field[]): Piece;
};

const strayLinesMax = 1000;

/** Continued lines are joined by a line feed: what a line break means depends on the tag. */
export function taggedReader(spelling: TaggedSpelling): LineReader {
  let record: Line[] = [];
  let found: Field[] = [];
  let stray: Line[] = [];
  let afterBlank = true;
  const giveUp = (): Piece[] => {
    const lines = stray;
    stray = [];
    if (lines.every(({ text }) => text.trim() === '')) return [];
    const frame = lines.every(({ text }) => text.trim() === '' || spelling.isFrame(text));
    return [frame ? aside(lines) : rejected(lines, problem('OUTSIDE_RECORD'))];
  };
  const finish = (): Piece[] => {
    const [lines, fields] = [record, found];
    record = [];
    found = [];
    return lines.length > 0 ? [spelling.toPiece(lines, fields)] : [];
  };
  const extend = (line: Line) => {
    if (record.length === 0) stray.push(line);
    else record.push(line);
    const current = found.at(-1);
    const text = line.text.trim();
    if (current && text !== '') current.value += current.value === '' ? text : `\n${text}`;
    return stray.length < strayLinesMax ? [] : giveUp();
  };
  return {
    push(line) {
      const field =
        spelling.isFrame(line.text) && record.length === 0 ? undefined : spelling.parse(line.text);
      const blank = afterBlank;
      afterBlank = line.text.trim() === '';
      if (!field) return extend(line);
      if (spelling.ends(field)) {
        if (record.length === 0) return extend(line);
        record.push(line);
        return finish();
      }
      const before = record.length === 0 || spelling.begins(field, found, blank);
      const done = before ? [...finish(), ...giveUp()] : [];
      record.push(line);
      found.push(field);
      return done;
    },
    end: () => [...finish(), ...giveUp()],
  };
}
