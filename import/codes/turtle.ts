/** Turtle to triples, as far as exchanged vocabularies use it: prefixes, lists of objects, texts with languages. */
import { CodesError } from './codes.ts';

export type Term = { value: string; language: string };
export type Triple = { subject: string; property: string; object: Term };

const tokens =
  /(?<blank>\s+|#[^\n]*)|<(?<iri>[^<>"{}|^`\\\s]*)>|(?<long>"""(?:[^"\\]|\\[\s\S]|"(?!""))*""")|(?<text>"(?:[^"\\\n]|\\.)*")|(?<single>'(?:[^'\\\n]|\\.)*')|@(?<at>[a-zA-Z]+(?:-[a-zA-Z0-9]+)*)|\^\^(?<typed>)|(?<mark>[.;,[\]()])|(?<name>[^\s<>"'.;,[\]()@^#]*(?:[.][^\s<>"'.;,[\]()@^#]+)*)/guy;

type Token = {
  kind: 'iri' | 'text' | 'at' | 'typed' | 'mark' | 'name';
  value: string;
  line: number;
};

/** @throws CodesError */
export function readTriples(text: string): Triple[] {
  const list = tokensOf(text);
  const prefixes = new Map<string, string>();
  const triples: Triple[] = [];
  let at = 0;
  const peek = () => list[at];
  const next = (): Token => {
    const token = list[at];
    if (!token) throw new CodesError('SYNTAX', list.at(-1)?.line ?? 1);
    at += 1;
    return token;
  };
  const isMark = (value: string) => peek()?.kind === 'mark' && peek()?.value === value;
  const term = (): Term => {
    const token = next();
    if (token.kind === 'text') return literal(token);
    if (token.kind === 'iri') return { value: token.value, language: '' };
    if (token.kind !== 'name') throw new CodesError('SYNTAX', token.line);
    if (token.value === 'a')
      return { value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', language: '' };
    const [, prefix = '', local = ''] = /^([^:]*):(.*)$/.exec(token.value) ?? [];
    const base = prefixes.get(prefix);
    // Numbers, truth values and blank nodes are terms that say nothing here.
    return {
      value: base === undefined ? token.value : base + local.replaceAll('\\', ''),
      language: '',
    };
  };
  function literal(token: Token): Term {
    if (peek()?.kind === 'at') return { value: token.value, language: next().value };
    if (peek()?.kind === 'typed') {
      next();
      term();
    }
    return { value: token.value, language: '' };
  }
  while (at < list.length) {
    const head = next();
    const isPrefix =
      (head.kind === 'at' && head.value === 'prefix') ||
      (head.kind === 'name' && /^prefix$/i.test(head.value));
    const isBase =
      (head.kind === 'at' && head.value === 'base') ||
      (head.kind === 'name' && /^base$/i.test(head.value));
    if (isPrefix || isBase) {
      if (isPrefix) prefixes.set(next().value.replace(/:$/, ''), next().value);
      else next();
      if (isMark('.')) next();
      continue;
    }
    at -= 1;
    const subject = term().value;
    readProperties(subject);
  }
  function readProperties(subject: string): void {
    for (;;) {
      const property = term().value;
      do {
        triples.push({ subject, property, object: term() });
      } while (isMark(',') && next());
      if (!isMark(';')) break;
      while (isMark(';')) next();
      if (isMark('.')) break;
    }
    const end = next();
    if (end.kind !== 'mark' || end.value !== '.') throw new CodesError('SYNTAX', end.line);
  }
  return triples;
}

function tokensOf(text: string): Token[] {
  const list: Token[] = [];
  let line = 1;
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const groups = match.groups ?? {};
    const [whole] = match;
    if (whole === '') break;
    end = (match.index ?? 0) + whole.length;
    const written = groups.long ?? groups.text ?? groups.single;
    if (groups.iri !== undefined) list.push({ kind: 'iri', value: groups.iri, line });
    else if (written !== undefined) {
      const edge = groups.long === undefined ? 1 : 3;
      list.push({ kind: 'text', value: unescaped(written.slice(edge, -edge)), line });
    } else if (groups.at !== undefined) list.push({ kind: 'at', value: groups.at, line });
    else if (groups.typed !== undefined) list.push({ kind: 'typed', value: '', line });
    else if (groups.mark !== undefined) list.push({ kind: 'mark', value: groups.mark, line });
    else if (groups.name !== undefined) list.push({ kind: 'name', value: groups.name, line });
    line += whole.split('\n').length - 1;
  }
  if (end < text.length) throw new CodesError('SYNTAX', line);
  return list;
}

const characters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (_, short, long, one) => {
      if (one !== undefined) return characters[one] ?? one;
      return String.fromCodePoint(Number.parseInt(short ?? long, 16));
    },
  );
}
