/** EndNote's XML, as EndNote, Bookends, Rayyan and others write it: text in runs of style. */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText, span } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfEndnote } from '../tagged/endnote-types.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { leavesOf, lineOf, nodeAt, nodesAt, textOf, type XmlNode } from './xml-tree.ts';

export const endnoteXml: Format = {
  id: 'endnote-xml',
  label: 'EndNote XML',
  extensions: ['xml'],
  mediaType: 'application/xml',
  detect: (head) =>
    /<(?:ref-type|rec-number|secondary-title|source-app name=)/.test(head) ||
    /<xml>\s*<records>/.test(head)
      ? 0.97
      : 0,
  read: (chunks) => readText(chunks, xmlReader(['record'], toPiece)),
};

/** One line each; a carriage return inside keeps values apart. */
const paths: [Role, ...string[]][] = [
  ['title', 'titles', 'title'],
  ['translatedTitle', 'titles', 'translated-title'],
  ['container', 'titles', 'secondary-title'],
  ['container', 'periodical', 'full-title'],
  ['series', 'titles', 'tertiary-title'],
  ['author', 'contributors', 'authors', 'author'],
  ['editor', 'contributors', 'secondary-authors', 'author'],
  ['pages', 'pages'],
  ['volume', 'volume'],
  ['issue', 'number'],
  ['edition', 'edition'],
  ['keyword', 'keywords', 'keyword'],
  ['date', 'dates', 'year'],
  ['publisher', 'publisher'],
  ['place', 'pub-location'],
  ['number', 'isbn'],
  ['number', 'issn'],
  ['accession', 'accession-num'],
  ['abstract', 'abstract'],
  ['note', 'notes'],
  ['note', 'research-notes'],
  ['doi', 'electronic-resource-num'],
  ['language', 'language'],
  ['database', 'remote-database-name'],
  ['url', 'urls', 'related-urls', 'url'],
  ['url', 'urls', 'web-urls', 'url'],
  ['url', 'urls', 'text-urls', 'url'],
];
const standsAlone = new Set(['book', 'report', 'thesis']);
const inLines = new Set<Role>(['abstract', 'note', 'number', 'url', 'doi']);

function toPiece({ node, raw, lines }: XmlRecord): Piece {
  const taken = new Set<XmlNode>();
  const refType = nodeAt(node, 'ref-type');
  const typeName = refType?.attributes.name ?? lineOf(refType);
  const type = typeOfEndnote(typeName);
  if (refType) taken.add(refType);
  const given: RoleField[] = [{ tag: 'ref-type', value: typeName, role: 'type' }];
  for (const [role, ...path] of paths) {
    for (const found of nodesAt(node, ...path)) {
      taken.add(found);
      given.push(...fieldsOf(roleIn(role, path, type), path.join('/'), found));
    }
  }
  takeDate(node, given, taken);
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const draft = draftFromRoles([...given, ...left.filter((leaf) => !isRepeated(leaf, given))], {
    typeOf: typeOfEndnote,
  });
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

function roleIn(role: Role, path: string[], type: string | undefined): Role {
  return path[1] === 'secondary-title' && standsAlone.has(type ?? '') ? 'series' : role;
}

function fieldsOf(role: Role, tag: string, node: XmlNode): RoleField[] {
  // Under an article the edition is the day it was first online.
  const text = inLines.has(role) ? textOf(node).replace(/\r\n?/g, '\n') : lineOf(node);
  if (role === 'edition' && /^\d{8}$|\d{4}\//.test(text))
    return [{ tag, value: text, role: undefined }];
  if (role === 'number') return [{ tag, value: text.replace(/\s+/g, ' '), role }];
  if (role === 'keyword') return text.split(/\s*[;\r\n]\s*/).map((value) => ({ tag, value, role }));
  return [{ tag, value: text.trim(), role }];
}

/** A day without its year stands for itself. */
function takeDate(node: XmlNode, given: RoleField[], taken: Set<XmlNode>) {
  for (const date of nodesAt(node, 'dates', 'pub-dates', 'date')) {
    taken.add(date);
    const value = lineOf(date);
    given.push({
      tag: 'dates/pub-dates/date',
      value,
      role: /\d{4}/.test(value) ? 'date' : undefined,
    });
  }
}

/** Reference managers repeat the title as its own short form; that says nothing more. */
function isRepeated(leaf: { tag: string; value: string }, given: readonly RoleField[]): boolean {
  return (
    /short-title|alt-title|abbr-1|alt-periodical/.test(leaf.tag) &&
    given.some(({ value }) => value === leaf.value)
  );
}
