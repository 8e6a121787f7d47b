/** Zotero's RDF: items and, beside them, the journals, notes and attachments that they link to. */
import { nameOfParts, printName } from '../../normalize/names.ts';
import type { Name, Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { extraFields, isAuthorType, typeOfZotero } from '../json/zotero.ts';
import { aside, problem, readText, span, type TextReader } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField } from '../roles.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { childrenOf, leavesOf, lineOf, nodeAt, nodesAt, textOf, type XmlNode } from './xml-tree.ts';

const hasBibo = /<bibo:[A-Z]/;

export const zoteroRdf: Format = {
  id: 'zotero-rdf',
  label: 'Zotero RDF',
  extensions: ['rdf'],
  mediaType: 'application/rdf+xml',
  // Zotero's other RDF, in the words of the Bibliographic Ontology, is not read: better refused than taken for empty.
  detect: (head) =>
    /<rdf:RDF\b/.test(head) && head.includes('zotero.org/namespaces/export#') && !hasBibo.test(head)
      ? 0.99
      : 0,
  read: (chunks) => readText(chunks, rdfReader()),
};

const items =
  `Article|Book|BookSection|ConferenceProceedings|Data|Description|Document|Illustration|Image|Interview|
  Legislation|Letter|Manuscript|MotionPicture|Patent|Recording|Report|Thesis`.split(/\s*\|\s*/);
const things =
  `Attachment|Blog|Collection|CourtReporter|Forum|Journal|Memo|Newspaper|Organization|Part|Periodical|Series|
  Website`.split(/\s*\|\s*/);

type Things = Map<string, XmlNode>;

/**
 * What an item links to mostly stands right behind it: it waits for that, and those after it wait for their turn. In
 * whatever parts the text comes, the pieces come in one order.
 */
function rdfReader(): TextReader {
  const known: Things = new Map();
  const placeholders = new Set<Piece>();
  const waiting: XmlRecord[] = [];
  const inner = xmlReader([...items, ...things], (record) => {
    const piece = aside(record.lines);
    known.set(record.node.attributes['rdf:about'] ?? '', record.node);
    if (!isItem(record.node)) return piece;
    placeholders.add(piece);
    waiting.push(record);
    return piece;
  });
  const isReady = ({ node }: XmlRecord) => linksOf(node).every((link) => known.has(link));
  const shown = function* (pieces: Iterable<Piece>) {
    for (const piece of pieces) {
      if (!placeholders.delete(piece)) yield piece;
      for (let next = waiting[0]; next && isReady(next); next = waiting[0]) {
        waiting.shift();
        yield toPiece(next, known);
      }
    }
  };
  return {
    push: (text) => shown(inner.push(text)),
    *end() {
      yield* shown(inner.end());
      for (const record of waiting) yield toPiece(record, known);
    },
  };
}

function isItem(node: XmlNode): boolean {
  const type = lineOf(nodeAt(node, 'itemType'));
  if (/^(?:attachment|annotation|note)$/.test(type)) return false;
  return type !== '' || (items.includes(node.name) && nodeAt(node, 'title') !== undefined);
}

function linksOf(node: XmlNode): string[] {
  return childrenOf(node).flatMap((child) => {
    const link = child.attributes['rdf:resource'];
    const isOwn = /^(?:isPartOf|isReferencedBy|link)$/.test(child.name);
    return [...(isOwn && link ? [link] : []), ...(isOwn ? childrenOf(child).flatMap(linksOf) : [])];
  });
}

function toPiece({ node, raw, lines }: XmlRecord, known: Things): Piece {
  const given: RoleField[] = [];
  takeItem(node, known, given);
  const draft = draftFromRoles(given, {
    typeOf: typeOfZotero,
    names: { withoutComma: 'person' },
    keywordSeparator: /$^/,
  });
  // Cut off in the middle: what came is kept, and a person is told.
  if (!raw.trimEnd().endsWith('>')) draft.notices.push(problem('NO_END'));
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

const roleOfElement: Record<string, Role> = {
  itemType: 'type',
  title: 'title',
  date: 'date',
  dateEnacted: 'date',
  abstract: 'abstract',
  pages: 'pages',
  volume: 'volume',
  number: 'issue',
  edition: 'edition',
  language: 'language',
  libraryCatalog: 'database',
};

function takeItem(node: XmlNode, known: Things, given: RoleField[]) {
  const taken = new Set<XmlNode>();
  for (const child of childrenOf(node)) {
    const fields = fieldsOf(child, known);
    if (!fields) continue;
    taken.add(child);
    given.push(...fields);
  }
  given.push(...leftIn(node, taken));
}

const leftIn = (node: XmlNode, taken: ReadonlySet<XmlNode>): RoleField[] =>
  leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));

/** Undefined for an element that no rule is for. */
function fieldsOf(child: XmlNode, known: Things): RoleField[] | undefined {
  const { name: tag } = child;
  const linked = linkedIn(child, known);
  if (tag === 'isPartOf') return linked.flatMap((whole) => placeFields(whole, known));
  if (tag === 'isReferencedBy')
    return linked.map((note) => ({ tag, value: textOf(nodeAt(note, 'value')), role: 'note' }));
  if (tag === 'link')
    return linked.map((one) => ({
      tag,
      value: leftIn(one, new Set(nodesAt(one, 'itemType')))
        .map(({ value }) => value)
        .join(' '),
      role: undefined,
    }));
  if (tag === 'identifier') return identifierFields(child);
  if (tag === 'subject') return subjectFields(child);
  if (tag === 'publisher') return publisherFields(child);
  if (tag === 'description') return extraFields(textOf(child));
  const people = nodesAt(child, 'Seq', 'li', 'Person');
  if (people.length > 0) return people.map((person) => personField(tag, person));
  const role = roleOfElement[tag];
  if (!role || childrenOf(child).length > 0) return undefined;
  return [{ tag, value: role === 'abstract' ? textOf(child) : lineOf(child), role }];
}

/** What an element links to, written in its place or elsewhere in the file. */
function linkedIn(element: XmlNode, known: Things): XmlNode[] {
  const elsewhere = known.get(element.attributes['rdf:resource'] ?? '');
  return [...childrenOf(element), ...(elsewhere ? [elsewhere] : [])];
}

/** The journal, book or series that an item stands in, and what that stands in. */
function placeFields(whole: XmlNode, known: Things, inside: readonly XmlNode[] = []): RoleField[] {
  // A file may say that a thing stands in itself.
  if (inside.includes(whole)) return [];
  const isSeries = whole.name === 'Series';
  const isPart = whole.name === 'Part';
  return childrenOf(whole).flatMap((child): RoleField[] => {
    const tag = `${whole.name}/${child.name}`;
    if (child.name === 'isPartOf')
      return linkedIn(child, known).flatMap((one) => placeFields(one, known, [...inside, whole]));
    const value = lineOf(child);
    if (child.name === 'title')
      return [{ tag, value, role: isSeries ? 'series' : isPart ? undefined : 'container' }];
    if (isSeries || isPart) return [{ tag, value, role: undefined }];
    if (child.name === 'identifier') return identifierFields(child);
    return [{ tag, value, role: roleOfElement[child.name] }];
  });
}

function identifierFields(element: XmlNode): RoleField[] {
  const url = nodeAt(element, 'URI', 'value');
  if (url) return [{ tag: 'identifier', value: lineOf(url), role: 'url' }];
  const [, kind, value = ''] = /^(DOI|ISSN|ISBN) (.+)$/.exec(lineOf(element)) ?? [];
  if (kind) return [{ tag: kind, value, role: kind === 'DOI' ? 'doi' : 'number' }];
  return [{ tag: 'identifier', value: lineOf(element), role: 'accession' }];
}

function subjectFields(element: XmlNode): RoleField[] {
  const [inner] = childrenOf(element);
  const isTag = !inner || inner.name === 'AutomaticTag';
  return [
    { tag: inner?.name ?? 'subject', value: lineOf(element), role: isTag ? 'keyword' : undefined },
  ];
}

function publisherFields(element: XmlNode): RoleField[] {
  const organization = nodeAt(element, 'Organization') ?? element;
  const name = nodeAt(organization, 'name');
  const place = nodeAt(organization, 'adr', 'Address', 'locality');
  const taken = new Set([name, place].filter((one) => one !== undefined));
  return [
    { tag: 'publisher', value: lineOf(name), role: 'publisher' },
    { tag: 'place', value: lineOf(place), role: 'place' },
    ...leftIn(organization, taken),
  ];
}

/** `bib:authors`, `z:translators`: the element says what its people did. */
function personField(list: string, person: XmlNode): RoleField {
  const family = lineOf(nodeAt(person, 'surname')) || lineOf(nodeAt(person, 'name'));
  const given = lineOf(nodeAt(person, 'givenName')) || lineOf(nodeAt(person, 'givenname'));
  const type = list.replace(/s$/, '');
  const role = isAuthorType(type) ? 'author' : type === 'editor' ? 'editor' : undefined;
  const name: Name = given ? nameOfParts(family, given) : { literal: family };
  return { tag: list, value: family || given ? printName(name) : '', role, name };
}
