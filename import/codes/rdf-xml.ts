/** RDF/XML to triples: the whole of the language as W3C has it, but for statements about statements. */
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { CodesError } from './codes.ts';
import {
  blank,
  blankNames,
  iri,
  listTriples,
  rdf,
  rdfType,
  resolved,
  type Term,
  type Triple,
  text as textTerm,
} from './triples.ts';

type Element = {
  name: string;
  attributes: Map<string, string>;
  /** Holds for what is inside as well. */
  base: string;
  language: string;
  children: Element[];
  text: string;
  line: number;
};

const xml = 'http://www.w3.org/XML/1998/namespace';
const depthMax = 200;

/** @throws CodesError SYNTAX with the line. */
export function readRdfXml(text: string): Triple[] {
  const root = elementsOf(text);
  const reader = readerOf();
  if (root.name === `${rdf}RDF`) for (const child of root.children) reader.node(child);
  else reader.node(root);
  return reader.triples;
}

function elementsOf(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | null = null;
  const refuse = (): never => {
    throw new CodesError('SYNTAX', parser.line);
  };
  parser.on('error', refuse);
  parser.on('doctype', (doctype) => {
    // Plain names for addresses, as editors of ontologies write them; none that holds another.
    for (const [, name = '', one, other] of doctype.matchAll(
      /<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<]{0,2000})"|'([^'&<]{0,2000})')\s*>/g,
    ))
      parser.ENTITIES[name] = one ?? other ?? '';
  });
  parser.on('opentag', (tag) => {
    if (open.length > depthMax) refuse();
    const above = open.at(-1);
    const attributes = new Map(
      Object.values(tag.attributes as Record<string, SaxesAttributeNS>)
        .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
        .map(({ uri, local, value }) => [uri + (uri === xml ? '#' : '') + local, value]),
    );
    const element: Element = {
      name: tag.uri + tag.local,
      attributes,
      base: resolved(attributes.get(`${xml}#base`) ?? '', above?.base ?? '') || (above?.base ?? ''),
      language: attributes.get(`${xml}#lang`) ?? above?.language ?? '',
      children: [],
      text: '',
      line: parser.line,
    };
    above?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (found: string) => {
    const element = open.at(-1);
    if (element) element.text += found;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return root ?? refuse();
}

/** Attributes that are no properties. */
const grammar = new Set(
  ['about', 'ID', 'nodeID', 'resource', 'parseType', 'datatype', 'bagID'].map((name) => rdf + name),
);
const propertiesAmong = (element: Element): [string, string][] =>
  [...element.attributes].filter(([name]) => !grammar.has(name) && !name.startsWith(xml));

function readerOf() {
  const triples: Triple[] = [];
  const blanks = blankNames();
  const add = (triple: Triple) => void triples.push(triple);

  function node(element: Element): Term {
    const term = subjectOf(element);
    const subject = term.value;
    if (element.name !== `${rdf}Description`)
      add({ subject, property: rdfType, object: iri(element.name) });
    attributes(subject, element);
    properties(subject, element.children);
    return term;
  }

  function subjectOf({ attributes, base }: Element): Term {
    const about = attributes.get(`${rdf}about`);
    if (about !== undefined) return iri(resolved(about, base));
    const id = attributes.get(`${rdf}ID`);
    if (id !== undefined) return iri(resolved(`#${id}`, base));
    const name = attributes.get(`${rdf}nodeID`);
    return blank(name === undefined ? blanks.fresh() : blanks.named(name));
  }

  function attributes(subject: string, element: Element): void {
    for (const [property, value] of propertiesAmong(element))
      add({
        subject,
        property,
        object:
          property === rdfType
            ? iri(resolved(value, element.base))
            : textTerm(value, element.language),
      });
  }

  function properties(subject: string, elements: readonly Element[]): void {
    let items = 0;
    for (const element of elements) {
      if (element.name === `${rdf}li`) items += 1;
      const property = element.name === `${rdf}li` ? `${rdf}_${items}` : element.name;
      add({ subject, property, object: objectOf(element) });
    }
  }

  function objectOf(element: Element): Term {
    const { children, base } = element;
    const parseType = element.attributes.get(`${rdf}parseType`);
    const resource = element.attributes.get(`${rdf}resource`);
    if (parseType === 'Collection') return listTriples(children.map(node), blanks.fresh, add);
    if (parseType === 'Literal') return textTerm(deepText(element), '');
    if (parseType === 'Resource') {
      const subject = blanks.fresh();
      properties(subject, children);
      return blank(subject);
    }
    if (children.length > 1) throw new CodesError('SYNTAX', element.line);
    const [child] = children;
    if (child) return node(child);
    const name = element.attributes.get(`${rdf}nodeID`);
    const own = propertiesAmong(element);
    if (resource === undefined && name === undefined && own.length === 0) {
      const isTyped = element.attributes.has(`${rdf}datatype`);
      return textTerm(element.text, isTyped ? '' : element.language);
    }
    const term =
      resource === undefined
        ? blank(name === undefined ? blanks.fresh() : blanks.named(name))
        : iri(resolved(resource, base));
    attributes(term.value, element);
    return term;
  }

  return { node, triples };
}

const deepText = ({ text, children }: Element): string =>
  [text, ...children.map(deepText)].join(' ').replace(/\s+/g, ' ').trim();
