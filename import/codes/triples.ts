/** What every serialisation of RDF says in the end: triples. */
export type Term = {
  kind: 'iri' | 'blank' | 'text';
  value: string;
  /** Of a text; empty when none is given. */
  language: string;
};
export type Triple = { subject: string; property: string; object: Term };

export const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const rdfType = `${rdf}type`;
export const rdfNil = `${rdf}nil`;

export const iri = (value: string): Term => ({ kind: 'iri', value, language: '' });
export const blank = (value: string): Term => ({ kind: 'blank', value, language: '' });
export const text = (value: string, language = ''): Term => ({ kind: 'text', value, language });

/** Blank nodes have names that no address has, and that differ from those the file itself gives. */
export function blankNames() {
  let count = 0;
  return {
    fresh: () => {
      count += 1;
      return `_:made-${count}`;
    },
    named: (name: string) => `_:${name}`,
  };
}

/** An address as written, made whole by the address of the file where it is only a part. */
export function resolved(reference: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || base === '') return reference;
  const whole = base.replace(/#.*$/, '');
  if (reference === '' || reference.startsWith('#')) return whole + reference;
  return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}

/** A list as a chain of nodes, as RDF has them. @returns where it begins. */
export function listTriples(
  items: readonly Term[],
  fresh: () => string,
  add: (triple: Triple) => void,
): Term {
  const names = items.map(() => fresh());
  for (const [at, item] of items.entries()) {
    const subject = names[at] ?? '';
    const rest = names[at + 1];
    add({ subject, property: `${rdf}first`, object: item });
    add({ subject, property: `${rdf}rest`, object: rest ? blank(rest) : iri(rdfNil) });
  }
  const [first] = names;
  return first ? blank(first) : iri(rdfNil);
}
