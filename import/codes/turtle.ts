/** Turtle, and N-Triples within it, to triples: the whole of the language as W3C has it. */
import { CodesError } from './codes.ts';
import {
  blank,
  blankNames,
  iri,
  listTriples,
  rdfType,
  resolved,
  type Term,
  type Triple,
  text as textTerm,
} from './triples.ts';
import { type Token, tokensOf } from './turtle-tokens.ts';

// Nobody nests a vocabulary deeper; a file that does would use up the stack.
const depthMax = 200;

/** @throws CodesError SYNTAX with the line. */
export function readTurtle(text: string): Triple[] {
  const reader = readerOf(tokensOf(text));
  while (reader.peek().kind !== 'end') reader.statement();
  return reader.triples;
}

function readerOf(tokens: readonly Token[]) {
  const prefixes = new Map<string, string>();
  const triples: Triple[] = [];
  const blanks = blankNames();
  let [at, base, depth] = [0, '', 0];
  const last: Token = tokens.at(-1) ?? { kind: 'end', value: '', line: 1 };
  const peek = (): Token => tokens[at] ?? last;
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const wrong = (token: Token) => new CodesError('SYNTAX', token.line);
  const isMark = (value: string) => peek().kind === 'mark' && peek().value === value;
  const skip = (value: string): boolean => {
    if (!isMark(value)) return false;
    next();
    return true;
  };
  const expect = (value: string) => {
    if (!skip(value)) throw wrong(peek());
  };

  function statement(): void {
    const head = peek();
    const word = head.kind === 'at' || head.kind === 'word' ? head.value.toLowerCase() : '';
    if (word === 'prefix' || word === 'base') {
      next();
      directive(word);
      // SPARQL's form has no full stop, Turtle's own has one.
      if (head.kind === 'at') expect('.');
      return;
    }
    const isNode = isMark('[');
    const subject = nodeTerm();
    if (subject.kind === 'text') throw wrong(head);
    if (!(isNode && isMark('.'))) properties(subject.value);
    expect('.');
  }

  function directive(word: 'prefix' | 'base'): void {
    const name = word === 'prefix' ? next() : null;
    if (name && !(name.kind === 'name' && name.value.endsWith(':'))) throw wrong(name);
    const address = next();
    if (address.kind !== 'iri') throw wrong(address);
    const whole = resolved(address.value, base);
    if (name) prefixes.set(name.value.slice(0, -1), whole);
    else base = whole;
  }

  function properties(subject: string): void {
    for (;;) {
      const head = peek();
      const property = head.kind === 'word' && head.value === 'a' ? iri(rdfType) : null;
      if (property) next();
      const { kind, value } = property ?? nodeTerm();
      if (kind !== 'iri') throw wrong(head);
      do triples.push({ subject, property: value, object: nodeTerm() });
      while (skip(','));
      if (!isMark(';')) return;
      while (skip(';'));
      if (isMark('.') || isMark(']')) return;
    }
  }

  function nodeTerm(): Term {
    const token = next();
    const { kind, value } = token;
    if (kind === 'iri') return iri(resolved(value, base));
    if (kind === 'name') return iri(expanded(token));
    if (kind === 'blank') return blank(blanks.named(value));
    if (kind === 'number') return textTerm(value);
    if (kind === 'word' && (value === 'true' || value === 'false')) return textTerm(value);
    if (kind === 'text') return literal(value);
    if (kind === 'mark' && (value === '[' || value === '(')) return nested(token);
    throw wrong(token);
  }

  function nested(token: Token): Term {
    depth += 1;
    if (depth > depthMax) throw wrong(token);
    const made = token.value === '[' ? nodeOfProperties() : listOfTerms();
    depth -= 1;
    return made;
  }

  function nodeOfProperties(): Term {
    const subject = blanks.fresh();
    if (!isMark(']')) properties(subject);
    expect(']');
    return blank(subject);
  }

  function listOfTerms(): Term {
    const items: Term[] = [];
    while (!skip(')')) items.push(nodeTerm());
    return listTriples(items, blanks.fresh, (triple) => triples.push(triple));
  }

  function literal(value: string): Term {
    if (peek().kind === 'at') return textTerm(value, next().value);
    if (peek().kind !== 'typed') return textTerm(value);
    next();
    const type = next();
    if (type.kind === 'name') expanded(type);
    else if (type.kind !== 'iri') throw wrong(type);
    return textTerm(value);
  }

  function expanded(token: Token): string {
    const colon = token.value.indexOf(':');
    const whole = prefixes.get(token.value.slice(0, colon));
    if (whole === undefined) throw new CodesError('PREFIX_UNKNOWN', token.line);
    return whole + token.value.slice(colon + 1).replace(/\\(.)/g, '$1');
  }

  return { peek, statement, triples };
}
