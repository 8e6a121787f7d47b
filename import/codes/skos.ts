/** Codebooks as SKOS in Turtle: what thesauri and other tools exchange. */
import {
  type CodeLanguage,
  CodesError,
  codeLanguages,
  inTreeOrder,
  languageOfTag,
  type PlainCode,
  type PlainCodebook,
} from './codes.ts';
import { readTriples, type Term, type Triple } from './turtle.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';
const dct = 'http://purl.org/dc/terms/';
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** @param base the address that the codebook is known by; its codes are below it. */
export function writeSkos(book: PlainCodebook, base: string): string {
  const iri = (key: string) => `<${base}/${encodeURIComponent(key)}>`;
  const scheme = `<${base}>`;
  const tops = book.codes.filter((code) => code.parentKey === null);
  const head = [
    `${scheme} a skos:ConceptScheme`,
    ...literals('skos:prefLabel', book.label),
    ...literals('dct:description', book.description),
    `skos:notation ${quoted(book.key)}`,
    ...(tops.length > 0
      ? [`skos:hasTopConcept ${tops.map(({ key }) => iri(key)).join(', ')}`]
      : []),
  ];
  const concepts = book.codes.map((code) => {
    const place =
      code.parentKey === null
        ? `skos:topConceptOf ${scheme}`
        : `skos:broader ${iri(code.parentKey)}`;
    return [
      `${iri(code.key)} a skos:Concept`,
      `skos:inScheme ${scheme}`,
      place,
      `skos:notation ${quoted(code.key)}`,
      ...literals('skos:prefLabel', code.label),
      ...literals('skos:definition', code.definition),
      ...literals('skos:example', code.examples),
      ...codeLanguages.flatMap((language) =>
        (code.synonyms[language] ?? []).map((word) => `skos:altLabel ${quoted(word)}@${language}`),
      ),
      ...(code.source === '' ? [] : [`dct:source ${quoted(code.source)}`]),
    ];
  });
  const prefixes = `@prefix skos: <${skos}> .\n@prefix dct: <${dct}> .\n`;
  return [prefixes, ...[head, ...concepts].map((lines) => `${lines.join(' ;\n  ')} .\n`)].join(
    '\n',
  );
}

function literals(property: string, words: Partial<Record<CodeLanguage, string>>): string[] {
  return codeLanguages.flatMap((language) =>
    words[language] ? [`${property} ${quoted(words[language])}@${language}`] : [],
  );
}

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const quoted = (text: string): string =>
  `"${text.replace(/[\\"\n\r\t]/g, (one) => escapes[one] ?? one)}"`;

/** The concepts of a Turtle file as codes, in the order of the file. @throws CodesError */
export function readSkos(text: string): PlainCodebook {
  const triples = readTriples(text);
  const bySubject = new Map<string, Triple[]>();
  for (const triple of triples)
    bySubject.set(triple.subject, [...(bySubject.get(triple.subject) ?? []), triple]);
  const ofType = (type: string) =>
    [...bySubject.keys()].filter((subject) =>
      bySubject
        .get(subject)
        ?.some((one) => one.property === rdfType && one.object.value === skos + type),
    );
  const concepts = ofType('Concept');
  const keys = new Map(concepts.map((iri) => [iri, keyOf(iri, bySubject.get(iri) ?? [])]));
  const broader = new Map(
    triples.flatMap(({ subject, property, object }): [string, string][] =>
      property === `${skos}broader`
        ? [[subject, object.value]]
        : property === `${skos}narrower`
          ? [[object.value, subject]]
          : [],
    ),
  );
  const codes = concepts.map((iri): PlainCode => {
    const own = bySubject.get(iri) ?? [];
    return {
      key: keys.get(iri) ?? '',
      parentKey: keys.get(broader.get(iri) ?? '') ?? null,
      label: wordsIn(own, `${skos}prefLabel`),
      definition: wordsIn(own, `${skos}definition`),
      examples: wordsIn(own, `${skos}example`),
      synonyms: synonymsIn(own),
      source: own.find(({ property }) => property === `${dct}source`)?.object.value ?? '',
    };
  });
  if (codes.length === 0) throw new CodesError('NO_COLUMNS', 1);
  const [scheme = ''] = ofType('ConceptScheme');
  const head = bySubject.get(scheme) ?? [];
  return {
    key: keyOf(scheme, head),
    label: wordsIn(head, `${skos}prefLabel`),
    description: wordsIn(head, `${dct}description`),
    codes: inTreeOrder(codes),
  };
}

function keyOf(iri: string, own: Triple[]): string {
  const notation = own.find(({ property }) => property === `${skos}notation`)?.object.value;
  if (notation) return notation;
  const name = iri.split(/[/#]/).at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** One text in each language; a second one in the same language, or one in no language of ours, is left out. */
function wordsIn(own: Triple[], property: string): Partial<Record<CodeLanguage, string>> {
  const words: Partial<Record<CodeLanguage, string>> = {};
  for (const { object } of own.filter((one) => one.property === property)) {
    const language = languageOf(object);
    if (language && object.value !== '') words[language] ??= object.value;
  }
  return words;
}

function synonymsIn(own: Triple[]): Partial<Record<CodeLanguage, string[]>> {
  const synonyms: Partial<Record<CodeLanguage, string[]>> = {};
  const named = own.filter(({ property }) => /(?:alt|hidden)Label$/.test(property));
  for (const { object } of named) {
    const language = languageOf(object);
    if (language) synonyms[language] = [...(synonyms[language] ?? []), object.value];
  }
  return synonyms;
}

/** A text without a language is English. */
const languageOf = (object: Term): CodeLanguage | undefined =>
  object.language === '' ? 'en' : languageOfTag(object.language);
