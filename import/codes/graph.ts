/** What a file of RDF says, by what it says it of; and the vocabularies that codes are told in. */
import { rdfType, type Term, type Triple } from './triples.ts';

export const skos = 'http://www.w3.org/2004/02/skos/core#';
export const xl = 'http://www.w3.org/2008/05/skos-xl#';
export const sources = [
  'http://purl.org/dc/terms/source',
  'http://purl.org/dc/elements/1.1/source',
];

export type Graph = ReturnType<typeof graphOf>;

export function graphOf(triples: readonly Triple[]) {
  const bySubject = new Map<string, Triple[]>();
  for (const triple of triples) {
    const own = bySubject.get(triple.subject);
    if (own) own.push(triple);
    else bySubject.set(triple.subject, [triple]);
  }
  const objects = (subject: string, property: string): Term[] =>
    (bySubject.get(subject) ?? [])
      .filter((triple) => triple.property === property)
      .map(({ object }) => object);
  const ofType = (type: string): string[] =>
    [...bySubject.keys()].filter((subject) =>
      objects(subject, rdfType).some(({ value }) => value === skos + type),
    );
  return { triples, bySubject, objects, ofType };
}
