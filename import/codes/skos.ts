/** Vocabularies in SKOS, in any of the forms of RDF that tools write, to codes. */
import {
  type CodeLanguage,
  CodesError,
  type CodeWords,
  inTreeOrder,
  languageOfTag,
  type PlainCode,
  type PlainCodebook,
} from './codes.ts';
import { type Graph, graphOf, skos, sources, xl } from './graph.ts';
import { readJsonLd } from './json-ld.ts';
import { readRdfXml } from './rdf-xml.ts';
import { type LeftOut, leftOut } from './skos-left.ts';
import { rdf, rdfNil, type Term, type Triple } from './triples.ts';
import { readTurtle } from './turtle.ts';

const titles = ['http://purl.org/dc/terms/title', 'http://purl.org/dc/elements/1.1/title'];
const descriptions = [
  'http://purl.org/dc/terms/description',
  'http://purl.org/dc/elements/1.1/description',
];

/** Whether a file begins as one of the forms of RDF does. */
export const isRdf = (text: string, fileName: string): boolean =>
  /\.(?:ttl|turtle|nt|n3|rdf|xml|owl|skos|jsonld|json)$/i.test(fileName) ||
  /^\ufeff?\s*(?:@?(?:prefix|base)\b|<|\{|\[)/i.test(text);

function triplesOf(text: string): Triple[] {
  const head = text.replace(/^\ufeff/, '').trimStart();
  if (head.startsWith('{') || /^\[\s*[\]{]/.test(head)) return readJsonLd(head);
  // Turtle may begin with an address in angle brackets, which holds no space; XML says its namespaces.
  const isXml = /^<(?:\?xml|!DOCTYPE|!--|[\w.-]+(?::[\w.-]+)?\s)/i.test(head);
  return isXml ? readRdfXml(head) : readTurtle(text);
}

/**
 * The concepts of a file as codes, in the file's own order or in that of its ordered collections, and every statement
 * about them that a codebook has no place for. @throws CodesError
 */
export function readSkos(text: string): { book: PlainCodebook; left: LeftOut[] } {
  const graph = graphOf(triplesOf(text));
  const concepts = inOrder(graph, conceptsIn(graph));
  if (concepts.length === 0) throw new CodesError('NO_COLUMNS', 1);
  const keys = keysFor(graph, concepts);
  const parents = parentsIn(graph, new Set(concepts));
  const codes = concepts.map((subject): PlainCode => {
    const label = wordsIn(graph, subject, [`${skos}prefLabel`], `${xl}prefLabel`);
    if (Object.keys(label).length === 0) throw new CodesError('NO_LABEL', subject);
    return {
      key: keys.get(subject) ?? '',
      parentKey: keys.get(parents.get(subject) ?? '') ?? null,
      label,
      definition: wordsIn(graph, subject, [`${skos}definition`, `${skos}scopeNote`]),
      examples: wordsIn(graph, subject, [`${skos}example`]),
      synonyms: synonymsIn(graph, subject),
      source: sources.flatMap((property) => graph.objects(subject, property))[0]?.value ?? '',
    };
  });
  const [scheme = ''] = graph.ofType('ConceptScheme');
  const book = {
    key: keyOf(graph, scheme),
    label: wordsIn(graph, scheme, [`${skos}prefLabel`, ...titles]),
    description: wordsIn(graph, scheme, descriptions),
    codes: inTreeOrder(codes),
  };
  return { book, left: leftOut(graph, keys, codes) };
}

/** What is said to be a concept; else whatever is named and stands in a tree, which nothing else does. */
function conceptsIn(graph: Graph): string[] {
  const said = graph.ofType('Concept');
  if (said.length > 0) return said;
  const placed = ['inScheme', 'topConceptOf', 'broader', 'narrower'].map((name) => skos + name);
  return [...graph.bySubject.keys()].filter(
    (subject) =>
      graph.objects(subject, `${skos}prefLabel`).length > 0 &&
      placed.some((property) => graph.objects(subject, property).length > 0),
  );
}

function inOrder(graph: Graph, concepts: readonly string[]): string[] {
  const listed = graph
    .ofType('OrderedCollection')
    .flatMap((collection) => graph.objects(collection, `${skos}memberList`))
    .flatMap((list) => itemsOf(graph, list));
  const places = new Map<string, number>();
  for (const subject of listed) if (!places.has(subject)) places.set(subject, places.size);
  const placeOf = (subject: string) => places.get(subject) ?? places.size;
  return concepts.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function itemsOf(graph: Graph, list: Term): string[] {
  const items: string[] = [];
  const seen = new Set<string>();
  let node = list.value;
  while (node !== rdfNil && !seen.has(node)) {
    seen.add(node);
    items.push(...graph.objects(node, `${rdf}first`).map(({ value }) => value));
    node = graph.objects(node, `${rdf}rest`)[0]?.value ?? rdfNil;
  }
  return items;
}

/** Of several above one, the first that the file names. */
function parentsIn(graph: Graph, concepts: ReadonlySet<string>): Map<string, string> {
  const parents = new Map<string, string>();
  const put = (child: string, parent: string) => {
    if (concepts.has(parent) && !parents.has(child)) parents.set(child, parent);
  };
  for (const { subject, property, object } of graph.triples)
    if (property === `${skos}broader`) put(subject, object.value);
  for (const { subject, property, object } of graph.triples)
    if (property === `${skos}narrower`) put(object.value, subject);
  return parents;
}

/** Notations name codes where each has its own; else the last part of the address does. */
function keysFor(graph: Graph, concepts: readonly string[]): Map<string, string> {
  const keys = new Map(concepts.map((subject) => [subject, keyOf(graph, subject)]));
  const counts = new Map<string, number>();
  for (const key of keys.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [subject, key] of keys)
    if ((counts.get(key) ?? 0) > 1) keys.set(subject, nameIn(subject));
  return keys;
}

const keyOf = (graph: Graph, subject: string): string =>
  graph.objects(subject, `${skos}notation`)[0]?.value.trim() || nameIn(subject);

function nameIn(address: string): string {
  const name =
    address
      .replace(/[/#]+$/, '')
      .split(/[/#]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** One text in each language, by the first property that has one; what is in no language of ours is left out. */
function wordsIn(
  graph: Graph,
  subject: string,
  properties: readonly string[],
  xlProperty?: string,
): CodeWords {
  const words: CodeWords = {};
  for (const property of properties)
    for (const [language, text] of textsIn(graph, graph.objects(subject, property)))
      words[language] ??= text;
  if (xlProperty)
    for (const [language, text] of textsIn(graph, graph.objects(subject, xlProperty)))
      words[language] ??= text;
  return words;
}

/** Texts as they stand, or inside a node of their own, as notes and extended labels have them. */
function textsIn(graph: Graph, terms: readonly Term[]): [CodeLanguage, string][] {
  return terms
    .flatMap((term) =>
      term.kind === 'text'
        ? [term]
        : [`${rdf}value`, `${xl}literalForm`].flatMap((name) => graph.objects(term.value, name)),
    )
    .flatMap(({ kind, value, language }) => {
      const known = language === '' ? 'en' : languageOfTag(language);
      return kind === 'text' && known && value !== '' ? [[known, value] as const] : [];
    })
    .map(([language, value]) => [language, value]);
}

function synonymsIn(graph: Graph, subject: string): PlainCode['synonyms'] {
  const names = [skos, xl].flatMap((space) => [`${space}altLabel`, `${space}hiddenLabel`]);
  const synonyms: PlainCode['synonyms'] = {};
  const terms = names.flatMap((name) => graph.objects(subject, name));
  for (const [language, text] of textsIn(graph, terms))
    synonyms[language] = [...(synonyms[language] ?? []), text];
  return synonyms;
}
