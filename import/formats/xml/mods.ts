/** MODS, as Libris, SwePub and DiVA give it: alone, in a collection, or harvested through OAI. */
import { nameOfParts, printName } from '../../normalize/names.ts';
import type { Name, Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText, span } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField, titleOf } from '../roles.ts';
import { typeOfGenre } from './mods-genres.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { childrenOf, leavesOf, lineOf, nodeAt, nodesAt, textOf, type XmlNode } from './xml-tree.ts';

export const mods: Format = {
  id: 'mods',
  label: 'MODS (Libris, SwePub)',
  extensions: ['xml', 'mods'],
  mediaType: 'application/mods+xml',
  detect: (head) => (/<(?:[\w.-]+:)?mods(?:Collection)?[\s>]/.test(head) ? 0.98 : 0),
  read: (chunks) => readText(chunks, xmlReader(['mods'], toPiece)),
};

type Taker = {
  add(role: Role | undefined, tag: string, value: string, name?: Name): void;
  take(node: XmlNode | undefined): void;
};

function toPiece({ node, raw, lines }: XmlRecord): Piece {
  const given: RoleField[] = [];
  const taken = new Set<XmlNode>();
  const taker: Taker = {
    add: (role, tag, value, name) => given.push({ tag, value, role, ...(name ? { name } : {}) }),
    take: (one) => one && taken.add(one),
  };
  for (const info of nodesAt(node, 'titleInfo')) takeTitle(info, taker);
  for (const name of nodesAt(node, 'name')) takeName(name, taker);
  for (const origin of nodesAt(node, 'originInfo')) takeOrigin(origin, taker);
  for (const item of nodesAt(node, 'relatedItem')) takeRelated(item, taker);
  takePart(nodeAt(node, 'part'), taker);
  for (const identifier of nodesAt(node, 'identifier')) takeIdentifier(identifier, taker);
  takeTexts(node, taker);
  const genres = nodesAt(node, 'genre');
  for (const genre of genres) taker.take(genre);
  const type = typeOfGenres(genres, nodesAt(node, 'relatedItem'), nodeAt(node, 'originInfo'));
  for (const genre of genres) taker.add(undefined, 'genre', lineOf(genre));
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const draft = draftFromRoles([...given, ...left], type ? { type } : {});
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

function titleText(info: XmlNode): string {
  const [nonSort, title, sub, number, name] = [
    'nonSort',
    'title',
    'subTitle',
    'partNumber',
    'partName',
  ].map((part) => lineOf(nodeAt(info, part)));
  const main = [nonSort, title]
    .filter(Boolean)
    .join(nonSort && /['\u2019]$/.test(nonSort) ? '' : ' ');
  const parts = [titleOf(main, sub), number, name].filter(Boolean);
  return parts.join('. ');
}

function takeTitle(info: XmlNode, { add, take }: Taker) {
  const { type } = info.attributes;
  const role =
    type === undefined || type === 'uniform'
      ? 'title'
      : type === 'translated'
        ? 'translatedTitle'
        : undefined;
  add(role, type ? `titleInfo[${type}]` : 'titleInfo', titleText(info));
  take(info);
}

const authorRoles = /^(?:aut|author|cre|creator|författare|forfatter|art|com)$/i;
const editorRoles = /^(?:edt|editor|pbd|redaktör|redaktør|pbl editor)$/i;

function takeName(node: XmlNode, { add, take }: Taker) {
  const terms = nodesAt(node, 'role', 'roleTerm').map(lineOf);
  const isAuthor = terms.length === 0 || terms.some((term) => authorRoles.test(term));
  const role = isAuthor
    ? 'author'
    : terms.some((term) => editorRoles.test(term))
      ? 'editor'
      : undefined;
  const name = nameOf(node);
  if (!name) return;
  const tag = `name${terms[0] ? `[${terms[0]}]` : ''}`;
  add(role, tag, printName(name), typeof name === 'string' ? undefined : name);
  for (const part of [...nodesAt(node, 'namePart'), ...nodesAt(node, 'role')]) take(part);
}

function nameOf(node: XmlNode): Name | undefined {
  const parts = nodesAt(node, 'namePart');
  const of = (type: string | undefined) =>
    parts
      .filter((part) => part.attributes.type === type)
      .map(lineOf)
      .filter(Boolean)
      .join(' ');
  const [family, given, plain] = [of('family'), of('given'), of(undefined)];
  const suffix = of('termsOfAddress');
  if (family)
    return nameOfParts(family, given, /^(?:jr|sr|i{2,3}|iv)\b/i.test(suffix) ? suffix : '');
  const written = plain || given;
  if (!written) return undefined;
  const [, before = '', after = ''] = /^([^,]*),\s*(.*)$/s.exec(written) ?? [];
  if (node.attributes.type === 'corporate' || !before || !after) return { literal: written };
  return nameOfParts(before, after.replace(/,?\s*\d{4}-(?:\d{4})?$/, ''));
}

function takeOrigin(node: XmlNode, { add, take }: Taker) {
  for (const [role, name] of [
    ['publisher', 'publisher'],
    ['edition', 'edition'],
    ['date', 'dateIssued'],
    ['date', 'copyrightDate'],
  ] as const) {
    for (const found of nodesAt(node, name)) {
      const isEnd = found.attributes.point === 'end';
      add(
        isEnd ? undefined : role,
        `originInfo/${name}`,
        lineOf(found).replace(/^[[©c]*(\d{4})\]?$/, '$1'),
      );
      take(found);
    }
  }
  for (const place of nodesAt(node, 'place', 'placeTerm')) {
    add(place.attributes.type === 'code' ? undefined : 'place', 'place', lineOf(place));
    take(place);
  }
}

function takeRelated(item: XmlNode, taker: Taker) {
  const { type } = item.attributes;
  if (type !== 'host' && type !== 'series') return;
  for (const info of nodesAt(item, 'titleInfo')) {
    const role = info.attributes.type ? undefined : type === 'host' ? 'container' : 'series';
    taker.add(role, `relatedItem[${type}]/titleInfo`, titleText(info));
    taker.take(info);
  }
  if (type === 'series') return;
  takePart(nodeAt(item, 'part'), taker);
  for (const identifier of nodesAt(item, 'identifier')) {
    const kind = identifier.attributes.type ?? '';
    if (!/^(?:issn|isbn|eissn)/i.test(kind)) continue;
    taker.add('number', `relatedItem/identifier[${kind}]`, lineOf(identifier));
    taker.take(identifier);
  }
  for (const name of nodesAt(item, 'name')) {
    const terms = nodesAt(name, 'role', 'roleTerm').map(lineOf);
    if (terms.some((term) => editorRoles.test(term))) takeName(name, taker);
  }
  for (const origin of nodesAt(item, 'originInfo')) takeOrigin(origin, taker);
}

function takePart(part: XmlNode | undefined, { add, take }: Taker) {
  if (!part) return;
  for (const detail of nodesAt(part, 'detail')) {
    const { type } = detail.attributes;
    const role =
      type === 'volume'
        ? 'volume'
        : type === 'issue'
          ? 'issue'
          : type === 'artNo' || type === 'article'
            ? 'articleNumber'
            : undefined;
    add(
      role,
      `part/${type ?? 'detail'}`,
      lineOf(nodeAt(detail, 'number') ?? nodeAt(detail, 'caption')),
    );
    take(detail);
  }
  for (const extent of nodesAt(part, 'extent')) {
    for (const [role, name] of [
      ['firstPage', 'start'],
      ['lastPage', 'end'],
      ['pages', 'list'],
    ] as const) {
      const found = nodeAt(extent, name);
      if (found) add(role, `extent/${name}`, lineOf(found));
      take(found);
    }
  }
  const date = nodeAt(part, 'date');
  if (date) add('date', 'part/date', lineOf(date));
  take(date);
}

function takeIdentifier(node: XmlNode, { add, take }: Taker) {
  const kind = (node.attributes.type ?? '').toLowerCase();
  const value = lineOf(node);
  const isAddress = /^https?:/.test(value);
  const role: Role | undefined = /^(?:doi)$/.test(kind)
    ? 'doi'
    : /^(?:e?issn|isbn)/.test(kind)
      ? 'number'
      : isAddress
        ? 'url'
        : undefined;
  add(role, `identifier[${kind}]`, value);
  take(node);
}

function takeTexts(node: XmlNode, { add, take }: Taker) {
  const takeAll = (role: Role | undefined, nodes: XmlNode[], tag: string, text = lineOf) => {
    for (const found of nodes) {
      add(role, tag, text(found));
      take(found);
    }
  };
  takeAll('abstract', nodesAt(node, 'abstract'), 'abstract', textOf);
  for (const subject of nodesAt(node, 'subject')) {
    takeAll(
      'keyword',
      childrenOf(subject).filter(({ name }) => /^(?:topic|geographic|temporal)$/.test(name)),
      'subject',
    );
  }
  takeAll(
    'note',
    nodesAt(node, 'note').filter(
      (note) =>
        !/^(?:creatorCount|publicationStatus|statementOfResponsibility)$|^verification/i.test(
          note.attributes.type ?? '',
        ),
    ),
    'note',
  );
  takeAll('language', nodesAt(node, 'language', 'languageTerm'), 'language');
  takeAll('url', nodesAt(node, 'location', 'url'), 'location/url');
  takeAll('accession', nodesAt(node, 'recordInfo', 'recordIdentifier'), 'recordIdentifier');
  takeAll('database', nodesAt(node, 'recordInfo', 'recordContentSource'), 'recordContentSource');
}

/** By the genres; else a host is a journal or a book, and something issued alone is a book. */
function typeOfGenres(
  genres: XmlNode[],
  related: XmlNode[],
  origin: XmlNode | undefined,
): ReferenceType | undefined {
  for (const genre of genres) {
    const type = typeOfGenre(lineOf(genre));
    if (type) return type;
  }
  const host = related.find((item) => item.attributes.type === 'host');
  const hostIsJournal =
    host && nodesAt(host, 'identifier').some((id) => /issn/i.test(id.attributes.type ?? ''));
  if (host) return hostIsJournal ? 'article-journal' : 'chapter';
  const issuance = lineOf(nodeAt(origin, 'issuance'));
  return issuance === 'monographic' ? 'book' : undefined;
}
