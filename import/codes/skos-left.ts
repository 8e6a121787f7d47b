/** What a vocabulary says of its concepts that a codebook has no place for, statement by statement. */
import { languageOfTag, type PlainCode } from './codes.ts';
import { type Graph, skos, sources, xl } from './graph.ts';
import { rdf, rdfType, type Term } from './triples.ts';

/** `key` is the code's; `property` as vocabularies write it, `skos:related`. */
export type LeftOut = { key: string; property: string; value: string; language: string };

const prefixes: [string, string][] = [
  [skos, 'skos:'],
  [xl, 'skosxl:'],
  ['http://purl.org/dc/terms/', 'dct:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
];

/** Which scheme a concept is in is said by the codebook that it is read into. */
const placing = [rdfType, `${skos}inScheme`, `${skos}topConceptOf`];

/** @param keys of the concepts, by their addresses. */
export function leftOut(
  graph: Graph,
  keys: ReadonlyMap<string, string>,
  codes: readonly PlainCode[],
): LeftOut[] {
  const byKey = new Map(codes.map((code) => [code.key, code]));
  const left = new Map<string, LeftOut>();
  const add = (key: string, property: string, value: string, language = '') => {
    const statement = { key, property: shortName(property), value, language };
    left.set(JSON.stringify(statement), statement);
  };
  for (const { subject, property, object } of graph.triples) {
    const code = byKey.get(keys.get(subject) ?? '');
    if (!code || placing.includes(property)) continue;
    const other = keys.get(object.value);
    if (property === `${skos}narrower` && other !== undefined) {
      if (byKey.get(other)?.parentKey !== code.key) add(other, `${skos}broader`, code.key);
    } else if (property === `${skos}broader` && other !== undefined) {
      if (code.parentKey !== other) add(code.key, property, other);
    } else
      for (const { value, language } of textsOf(graph, object))
        if (!isTaken(code, property, value, language))
          add(code.key, property, keys.get(value) ?? value, language);
  }
  for (const collection of graph.ofType('Collection'))
    for (const { value } of graph.objects(collection, `${skos}member`))
      add(keys.get(value) ?? value, `${skos}Collection`, nameOf(graph, collection));
  return [...left.values()];
}

/** A text as it stands, or those inside a node of their own; an address is its own text. */
function textsOf(graph: Graph, term: Term): Term[] {
  if (term.kind === 'text') return [term];
  const inside = [`${rdf}value`, `${xl}literalForm`].flatMap((name) =>
    graph.objects(term.value, name),
  );
  return inside.length > 0 ? inside : [term];
}

function isTaken(code: PlainCode, property: string, value: string, tag: string): boolean {
  const language = tag === '' ? 'en' : languageOfTag(tag);
  if (property === `${skos}notation`) return code.key === value.trim();
  if (sources.includes(property)) return code.source === value;
  if (language === undefined) return false;
  const name = property.replace(skos, '').replace(xl, '');
  if (name === 'prefLabel') return code.label[language] === value;
  if (name === 'altLabel' || name === 'hiddenLabel')
    return code.synonyms[language]?.includes(value) ?? false;
  if (name === 'definition' || name === 'scopeNote') return code.definition[language] === value;
  return name === 'example' && code.examples[language] === value;
}

const nameOf = (graph: Graph, subject: string): string =>
  graph.objects(subject, `${skos}prefLabel`)[0]?.value ?? subject;

function shortName(property: string): string {
  const known = prefixes.find(([space]) => property.startsWith(space));
  return known ? property.replace(known[0], known[1]) : property;
}
