/** CSL-YAML: what Pandoc, Quarto and Zettlr keep references in. Each item is parsed alone: a bad one costs only itself. */
import { parse } from 'yaml';
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { aside, type Line, type LineReader, problem, readLines, rejected } from '../lines.ts';
import { pieceOfItem } from './csl-json.ts';

export const cslYaml: Format = {
  id: 'csl-yaml',
  label: 'CSL-YAML (Pandoc)',
  extensions: ['yaml', 'yml'],
  mediaType: 'application/yaml',
  detect: detectYaml,
  read: (chunks) => readLines(chunks, yamlReader()),
};

/** Marks of the document, comments, and other keys stand before the list. */
const frame = /^(?:---|\.\.\.|#.*|[\w-]+:.*|)\s*$/;
const itemStart = /^( *)- /;
const strayLinesMax = 1000;

function detectYaml(head: string): number {
  const lines = head.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => !frame.test(line));
  const isList = itemStart.test(lines[first] ?? '') && lines.slice(0, first).every(isHeading);
  if (!isList) return 0;
  const keys = head.match(
    /^ *(?:- )?(?:id|type|title|author|issued|container-title|publisher|DOI|URL|family|given):(?= |\r?$)/gm,
  );
  return (keys?.length ?? 0) > 2 ? 0.92 : 0;
}

/** Nothing but marks and keys; a key with a value is some other YAML's unless it is Pandoc's own. */
const isHeading = (line: string): boolean => /^(?:---|#.*|[\w-]+:(?: .*)?|)\s*$/.test(line);

/** Items begin where the first one does; what stands outside of the list is the file's frame. */
function yamlReader(): LineReader {
  let indent: string | undefined;
  let item: Line[] = [];
  let outside: Line[] = [];
  const giveUp = (): Piece[] => {
    const lines = outside;
    outside = [];
    if (lines.every(({ text }) => text.trim() === '')) return [];
    const isFrame = lines.every(({ text }) => frame.test(text));
    return [isFrame ? aside(lines) : rejected(lines, problem('OUTSIDE_RECORD'))];
  };
  const finish = (): Piece[] => {
    const lines = item;
    item = [];
    return lines.length > 0 ? [toPiece(lines, indent ?? '')] : [];
  };
  return {
    push(line) {
      const { text } = line;
      const start = itemStart.exec(text)?.[1];
      indent ??= start;
      if (start !== undefined && start === indent) {
        const before = [...finish(), ...giveUp()];
        item.push(line);
        return before;
      }
      // Deeper lines and blank ones are the item's; any other ends it.
      const isInside = item.length > 0 && (text.trim() === '' || text.startsWith(`${indent} `));
      if (isInside) {
        item.push(line);
        return [];
      }
      const before = finish();
      outside.push(line);
      return outside.length < strayLinesMax ? before : [...before, ...giveUp()];
    },
    end: () => [...finish(), ...giveUp()],
  };
}

/** All values stay the text that they are: a volume `012` is no number. */
function toPiece(lines: Line[], indent: string): Piece {
  const text = lines.map((line) => line.text.slice(indent.length)).join('\n');
  try {
    const [item]: unknown[] = parse(text, {
      schema: 'failsafe',
      logLevel: 'error',
      uniqueKeys: false,
    });
    return pieceOfItem(item, lines);
  } catch {
    return rejected(lines, problem('UNREADABLE_ENTRY', { entry: 'YAML' }));
  }
}
