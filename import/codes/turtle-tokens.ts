/** Turtle cut into tokens, with the line on which each begins. */
import { CodesError } from './codes.ts';

export type Token = {
  kind: 'iri' | 'name' | 'blank' | 'text' | 'at' | 'typed' | 'mark' | 'number' | 'word' | 'end';
  value: string;
  line: number;
};

const local = String.raw`[\p{L}\p{N}\p{M}_\-:·]|%[0-9a-fA-F]{2}|\\[_~.\-!$&'()*+,;=/?#@%]`;
const kinds: [Token['kind'] | 'space', RegExp][] = [
  ['space', /(?:\s|#[^\n\r]*)+/y],
  ['iri', /<(?:[^\s<>"{}|^`\\]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8})*>/y],
  ['text', /"""(?:"{0,2}(?:[^"\\]|\\[\s\S]))*"""|'''(?:'{0,2}(?:[^'\\]|\\[\s\S]))*'''/y],
  ['text', /"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'/y],
  ['blank', /_:[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_\-·]|\.+(?=[\p{L}\p{N}\p{M}_\-·]))*/uy],
  [
    'name',
    new RegExp(
      String.raw`(?:[\p{L}](?:[\p{L}\p{N}\p{M}_\-·]|\.+(?=[\p{L}\p{N}_\-]))*)?:(?:${local}|\.+(?=${local}))*`,
      'uy',
    ),
  ],
  ['number', /[+-]?(?:\d*\.\d+|\d+)(?:[eE][+-]?\d+)?/y],
  ['at', /@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*/y],
  ['typed', /\^\^/y],
  ['mark', /[.;,[\]()]/y],
  ['word', /[A-Za-z]+/y],
];

/** @throws CodesError SYNTAX at the first place that is not Turtle. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let [at, line] = [text.startsWith('\ufeff') ? 1 : 0, 1];
  while (at < text.length) {
    const [kind, whole] = tokenAt(text, at, line);
    if (kind !== 'space') tokens.push({ kind, value: saidBy(kind, whole), line });
    at += whole.length;
    line += whole.split(/\r\n|\r|\n/).length - 1;
  }
  return [...tokens, { kind: 'end', value: '', line }];
}

function tokenAt(text: string, at: number, line: number): [Token['kind'] | 'space', string] {
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = at;
    const [whole] = pattern.exec(text) ?? [];
    if (whole) return [kind, whole];
  }
  throw new CodesError('SYNTAX', line);
}

function saidBy(kind: Token['kind'], whole: string): string {
  if (kind === 'iri') return unescaped(whole.slice(1, -1));
  if (kind === 'at') return whole.slice(1);
  if (kind === 'blank') return whole.slice(2);
  if (kind !== 'text') return whole;
  const edge = /^(?:"""|''')/.test(whole) ? 3 : 1;
  return unescaped(whole.slice(edge, -edge));
}

const characters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (whole, short, long, one) => {
      if (one !== undefined) return characters[one] ?? one;
      const point = Number.parseInt(short ?? long, 16);
      return point > 0x10ffff ? whole : String.fromCodePoint(point);
    },
  );
}
