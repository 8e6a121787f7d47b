/** A codebook as SKOS, in the three forms of RDF that tools for vocabularies exchange. */
import { type CodeLanguage, codeLanguages, type PlainCodebook } from './codes.ts';

const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
};
type Value = { text: string; language: CodeLanguage | '' } | { iri: string } | { list: string[] };
type Resource = { iri: string; type: string; properties: [name: string, value: Value][] };
type Words = Partial<Record<CodeLanguage, string>>;

export const skosForms = ['ttl', 'rdf', 'jsonld'] as const;
export type SkosForm = (typeof skosForms)[number];

/** Where the codebook is read, and below which address each of its codes is, by its key. */
export type BookAddresses = { book: string; codes: string };

export function writeSkos(
  book: PlainCodebook,
  addresses: BookAddresses,
  form: SkosForm = 'ttl',
): string {
  const resources = resourcesOf(book, addresses);
  if (form === 'rdf') return asRdfXml(resources);
  return form === 'jsonld' ? asJsonLd(resources) : asTurtle(resources);
}

function resourcesOf(book: PlainCodebook, addresses: BookAddresses): Resource[] {
  const iri = (key: string) => `${addresses.codes}/${encodeURIComponent(key)}`;
  const scheme = { iri: addresses.book };
  const tops = book.codes.filter((code) => code.parentKey === null);
  const head: Resource = {
    ...scheme,
    type: 'skos:ConceptScheme',
    properties: [
      ...literals('skos:prefLabel', book.label),
      ...literals('dct:description', book.description),
      ['skos:notation', plain(book.key)],
      ...tops.map(({ key }): Resource['properties'][number] => [
        'skos:hasTopConcept',
        { iri: iri(key) },
      ]),
    ],
  };
  const concepts = book.codes.map(
    (code): Resource => ({
      iri: iri(code.key),
      type: 'skos:Concept',
      properties: [
        ['skos:inScheme', scheme],
        code.parentKey === null
          ? ['skos:topConceptOf', scheme]
          : ['skos:broader', { iri: iri(code.parentKey) }],
        ['skos:notation', plain(code.key)],
        ...literals('skos:prefLabel', code.label),
        ...literals('skos:definition', code.definition),
        ...literals('skos:example', code.examples),
        ...codeLanguages.flatMap((language) =>
          (code.synonyms[language] ?? []).map((text): Resource['properties'][number] => [
            'skos:altLabel',
            { text, language },
          ]),
        ),
        ...(code.source === '' ? [] : [['dct:source', plain(code.source)] as [string, Value]]),
      ],
    }),
  );
  // Triples have no order of their own: a tool that stores them gives the codes back in this one.
  const order: Resource = {
    iri: `${addresses.book}#order`,
    type: 'skos:OrderedCollection',
    properties: [
      ...literals('skos:prefLabel', book.label),
      ['skos:memberList', { list: book.codes.map(({ key }) => iri(key)) }],
    ],
  };
  return [head, ...concepts, order];
}

const plain = (text: string): Value => ({ text, language: '' });

const literals = (name: string, words: Words): [string, Value][] =>
  codeLanguages.flatMap((language) =>
    words[language] ? [[name, { text: words[language], language }] as [string, Value]] : [],
  );

function asTurtle(resources: readonly Resource[]): string {
  const prefixes = Object.entries(namespaces)
    .filter(([name]) => name !== 'rdf')
    .map(([name, address]) => `@prefix ${name}: <${address}> .\n`);
  const written = resources.map(({ iri, type, properties }) => {
    const lines = properties.map(([name, value]) => `${name} ${turtleValue(value)}`);
    return `<${iri}> a ${[type, ...lines].join(' ;\n  ')} .\n`;
  });
  return [prefixes.join(''), ...written].join('\n');
}

function turtleValue(value: Value): string {
  if ('iri' in value) return `<${value.iri}>`;
  if ('list' in value) return `( ${value.list.map((iri) => `<${iri}>`).join(' ')} )`;
  const text = `"${value.text.replace(/[\\"\n\r\t]/g, (one) => escapes[one] ?? one)}"`;
  return value.language === '' ? text : `${text}@${value.language}`;
}

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function asRdfXml(resources: readonly Resource[]): string {
  const spaces = Object.entries(namespaces).map(([name, address]) => `xmlns:${name}="${address}"`);
  const written = resources.map(({ iri, type, properties }) => {
    const lines = properties.map(([name, value]) => `    ${xmlProperty(name, value)}\n`);
    return `  <${type} rdf:about="${xmlText(iri)}">\n${lines.join('')}  </${type}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ${spaces.join(' ')}>\n${written.join('')}</rdf:RDF>\n`;
}

function xmlProperty(name: string, value: Value): string {
  if ('iri' in value) return `<${name} rdf:resource="${xmlText(value.iri)}"/>`;
  if ('list' in value) {
    const items = value.list.map((iri) => `<rdf:Description rdf:about="${xmlText(iri)}"/>`);
    return `<${name} rdf:parseType="Collection">${items.join('')}</${name}>`;
  }
  const language = value.language === '' ? '' : ` xml:lang="${value.language}"`;
  return `<${name}${language}>${xmlText(value.text)}</${name}>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
/** XML has no way to write most control characters. */
const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '')
    .replace(/[&<>"\r]/g, (one) => entities[one] ?? one);

function asJsonLd(resources: readonly Resource[]): string {
  const { skos, dct } = namespaces;
  const graph = resources.map(({ iri, type, properties }) => {
    const names = [...new Set(properties.map(([name]) => name))];
    const values = names.map((name) => [
      name,
      properties.filter(([other]) => other === name).map(([, value]) => jsonValue(value)),
    ]);
    return { '@id': iri, '@type': type, ...Object.fromEntries(values) };
  });
  return `${JSON.stringify({ '@context': { skos, dct }, '@graph': graph }, null, 2)}\n`;
}

function jsonValue(value: Value): unknown {
  if ('iri' in value) return { '@id': value.iri };
  if ('list' in value) return { '@list': value.list.map((iri) => ({ '@id': iri })) };
  const { text, language } = value;
  return language === '' ? { '@value': text } : { '@value': text, '@language': language };
}
