/** A finished reference as runs of text: the processor's HTML, read into what every file format can write. Pure. */

export type RunStyle = {
  isItalic?: boolean;
  isBold?: boolean;
  isUnderlined?: boolean;
  isSmallCaps?: boolean;
  position?: 'super' | 'sub';
};
export type Run = RunStyle & { text: string };

/** One reference. A numeric style's number stands apart, in the margin. */
export type CitationEntry = { id: string; label: Run[]; runs: Run[] };

const styles: [RegExp, RunStyle][] = [
  [/^<i>/, { isItalic: true }],
  [/^<b>/, { isBold: true }],
  [/^<sup/, { position: 'super' }],
  [/^<sub/, { position: 'sub' }],
  [/small-caps/, { isSmallCaps: true }],
  [/underline/, { isUnderlined: true }],
  [/font-style:\s*normal/, { isItalic: false }],
  [/font-weight:\s*normal/, { isBold: false }],
  [/font-variant:\s*normal/, { isSmallCaps: false }],
];

export function entryOf(id: string, html: string): CitationEntry {
  const label: Run[] = [];
  const runs: Run[] = [];
  let into = runs;
  const open: { tag: string; style: RunStyle }[] = [];
  for (const piece of html.match(/<[^>]*>|[^<]+/g) ?? []) {
    if (!piece.startsWith('<')) {
      const style = Object.assign({}, ...open.map((element) => element.style));
      append(into, { text: decode(piece), ...style });
      continue;
    }
    if (piece.startsWith('</')) {
      const closed = open.pop();
      if (closed?.tag.includes('csl-left-margin')) into = runs;
      continue;
    }
    if (piece.includes('csl-left-margin')) into = label;
    // A block of its own within one reference begins on a new line.
    if (/csl-(block|indent)/.test(piece) && runs.length > 0) append(runs, { text: '\n' });
    open.push({ tag: piece, style: styles.find(([tag]) => tag.test(piece))?.[1] ?? {} });
  }
  return { id, label: trimmed(label), runs: trimmed(runs) };
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && sameStyle(last, run)) last.text += run.text;
  else runs.push(run);
}

const sameStyle = (one: Run, other: Run) =>
  JSON.stringify({ ...one, text: '' }) === JSON.stringify({ ...other, text: '' });

/** The processor's HTML is indented; the spaces within a reference are its own. */
function trimmed(runs: Run[]): Run[] {
  const shown = runs.map((run) => ({ ...run, text: run.text.replaceAll(/[ \t]*\n\s*/g, '\n') }));
  const [first] = shown;
  const last = shown.at(-1);
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return shown.filter((run) => run.text !== '');
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const decode = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (number) return String.fromCodePoint(Number(number));
    return entities[name] ?? whole;
  });

export const plainRuns = (runs: Run[]): string => runs.map((run) => run.text).join('');
