/** JSON-LD to triples, as far as vocabularies are written in it: contexts in the file itself, none from elsewhere. */
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

type Json = Record<string, unknown>;
type Meaning = { id: string; type: string; container: string; language: string | null };
type Context = {
  terms: ReadonlyMap<string, Meaning>;
  vocab: string;
  base: string;
  language: string;
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const depthMax = 200;

/** @throws CodesError SYNTAX; CONTEXT_ELSEWHERE when what the names mean stands in another place on the web. */
export function readJsonLd(text: string): Triple[] {
  const { reader, triples } = readerOf();
  const empty: Context = { terms: new Map(), vocab: '', base: '', language: '' };
  for (const item of listOf(parsed(text))) if (isObject(item)) reader(item, empty, 0);
  return triples;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /line (\d+)/.exec(error instanceof Error ? error.message : '');
    throw new CodesError('SYNTAX', Number(place?.[1] ?? 1));
  }
}

function extended(context: Context, given: unknown): Context {
  return listOf(given).reduce<Context>((before, each) => {
    if (each === null) return { terms: new Map(), vocab: '', base: '', language: '' };
    if (typeof each === 'string') throw new CodesError('CONTEXT_ELSEWHERE', each);
    return isObject(each) ? withTerms(before, each) : before;
  }, context);
}

function withTerms(before: Context, given: Json): Context {
  const terms = new Map(before.terms);
  const base = '@base' in given ? resolved(textIn(given['@base']), before.base) : before.base;
  const language = '@language' in given ? textIn(given['@language']) : before.language;
  const context = { terms, base, language, vocab: before.vocab };
  const names = Object.entries(given).filter(([name]) => !name.startsWith('@'));
  // Twice, as a name may be told by one that stands further down.
  for (let round = 0; round < 2; round += 1) {
    if ('@vocab' in given) context.vocab = expanded(context, textIn(given['@vocab']));
    for (const [name, meaning] of names) {
      const told: Json = isObject(meaning) ? meaning : { '@id': meaning };
      const own = textIn(told['@id']) || (told['@id'] === null ? '' : name);
      terms.delete(name);
      terms.set(name, {
        id: told['@id'] === null ? '' : expanded(context, own),
        type: expanded(context, textIn(told['@type'])),
        container: listOf(told['@container']).map(textIn).join(' '),
        language: '@language' in told ? textIn(told['@language']) : null,
      });
    }
  }
  return context;
}

/** A name as the address that it stands for; one that stands for nothing is empty. */
function expanded(context: Context, name: string): string {
  if (name === '' || name.startsWith('@')) return name;
  const known = context.terms.get(name);
  if (known) return known.id;
  const colon = name.indexOf(':');
  if (colon > 0) {
    const prefix = context.terms.get(name.slice(0, colon));
    return prefix && !name.startsWith('//', colon + 1) ? prefix.id + name.slice(colon + 1) : name;
  }
  return context.vocab === '' ? '' : context.vocab + name;
}

/** An address that names a thing: not looked for among the names of properties. */
function address(context: Context, value: string): string {
  if (value.startsWith('_:')) return value;
  const prefix = context.terms.get(value.slice(0, Math.max(0, value.indexOf(':'))));
  return prefix ? expanded(context, value) : resolved(value, context.base);
}

function readerOf() {
  const triples: Triple[] = [];
  const blanks = blankNames();
  const add = (triple: Triple) => void triples.push(triple);

  function reader(node: Json, above: Context, depth: number): Term {
    if (depth > depthMax) throw new CodesError('SYNTAX', 1);
    const context = '@context' in node ? extended(above, node['@context']) : above;
    const entries = Object.entries(node)
      .filter(([name]) => name !== '@context')
      .map(([name, value]) => ({ name, meaning: expanded(context, name), value }));
    const id = entries.find(({ meaning }) => meaning === '@id');
    const whole = id ? address(context, textIn(id.value)) : blanks.fresh();
    const subject = whole.startsWith('_:') ? blank(whole) : iri(whole);
    for (const { name, meaning, value } of entries) {
      if (meaning === '@graph')
        for (const item of listOf(value)) if (isObject(item)) reader(item, context, depth + 1);
      if (meaning === '@type')
        for (const type of listOf(value).map(textIn))
          add({ subject: whole, property: rdfType, object: iri(expanded(context, type) || type) });
      if (meaning === '' || meaning.startsWith('@')) continue;
      const told = context.terms.get(name);
      for (const object of termsOf(value, told, context, depth))
        add({ subject: whole, property: meaning, object });
    }
    return subject;
  }

  function termsOf(
    value: unknown,
    told: Meaning | undefined,
    context: Context,
    depth: number,
  ): Term[] {
    const container = told?.container ?? '';
    if (container.includes('@language') && isObject(value))
      return Object.entries(value).flatMap(([tag, texts]) =>
        listOf(texts).map((each) => textTerm(textIn(each), tag === '@none' ? '' : tag)),
      );
    const terms = listOf(value).flatMap((each) => termOf(each, told, context, depth));
    return container.includes('@list') ? [listTriples(terms, blanks.fresh, add)] : terms;
  }

  function termOf(
    value: unknown,
    told: Meaning | undefined,
    context: Context,
    depth: number,
  ): Term[] {
    if (value === null || value === undefined) return [];
    if (!isObject(value)) {
      if (typeof value !== 'string') return [textTerm(String(value))];
      if (told?.type === '@id') return [iri(address(context, value))];
      if (told?.type === '@vocab') return [iri(expanded(context, value) || value)];
      return [textTerm(value, told?.type ? '' : (told?.language ?? context.language))];
    }
    const named = new Map(
      Object.entries(value).map(([name, each]) => [expanded(context, name), each]),
    );
    if (named.has('@value'))
      return [textTerm(String(named.get('@value') ?? ''), textIn(named.get('@language')))];
    if (named.has('@list') || named.has('@set')) {
      const inside = listOf(named.get('@list') ?? named.get('@set'));
      const terms = inside.flatMap((each) => termOf(each, told, context, depth));
      return named.has('@list') ? [listTriples(terms, blanks.fresh, add)] : terms;
    }
    return [reader(value, context, depth + 1)];
  }

  return { reader, triples };
}
