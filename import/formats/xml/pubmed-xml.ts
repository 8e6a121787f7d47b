/** PubMed's XML (PubmedArticleSet), articles and books. */

import { nameOfParts, printName } from '../../normalize/names.ts';
import type { Name, Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText, span } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField } from '../roles.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { leavesOf, lineOf, nodeAt, nodesAt, type XmlNode } from './xml-tree.ts';

export const pubmedXml: Format = {
  id: 'pubmed-xml',
  label: 'PubMed XML',
  extensions: ['xml'],
  mediaType: 'application/xml',
  detect: (head) =>
    /<(?:PubmedArticle(?:Set)?|PubmedBookArticle(?:Set)?|MedlineCitation(?:Set)?)[\s>]/.test(head)
      ? 0.98
      : 0,
  read: (chunks) => readText(chunks, xmlReader(['PubmedArticle', 'PubmedBookArticle'], toPiece)),
};

/** Below `MedlineCitation/Article`, or below `BookDocument`. */
const paths: [Role, ...string[]][] = [
  ['title', 'ArticleTitle'],
  ['translatedTitle', 'VernacularTitle'],
  ['container', 'Journal', 'Title'],
  ['volume', 'Journal', 'JournalIssue', 'Volume'],
  ['issue', 'Journal', 'JournalIssue', 'Issue'],
  ['number', 'Journal', 'ISSN'],
  ['pages', 'Pagination', 'MedlinePgn'],
  ['doi', 'ELocationID'],
  ['language', 'Language'],
  ['type', 'PublicationTypeList', 'PublicationType'],
  ['type', 'PublicationType'],
  ['container', 'Book', 'BookTitle'],
  ['publisher', 'Book', 'Publisher', 'PublisherName'],
  ['place', 'Book', 'Publisher', 'PublisherLocation'],
  ['number', 'Book', 'Isbn'],
  ['volume', 'Book', 'Volume'],
  ['edition', 'Book', 'Edition'],
];

function toPiece({ node, raw, lines }: XmlRecord): Piece {
  const citation = nodeAt(node, 'MedlineCitation');
  const book = nodeAt(node, 'BookDocument');
  const article = nodeAt(citation, 'Article') ?? book ?? node;
  const taken = new Set<XmlNode>();
  const given: RoleField[] = [];
  const add = (role: Role | undefined, found: XmlNode, value = lineOf(found), name?: Name) => {
    taken.add(found);
    given.push({ tag: found.name, value, role, ...(name ? { name } : {}) });
  };
  for (const [role, ...path] of paths) {
    for (const found of nodesAt(article, ...path)) {
      const isOther = role === 'doi' && found.attributes.EIdType !== 'doi';
      add(isOther ? undefined : role, found);
    }
  }
  for (const id of nodesAt(citation ?? book, 'PMID')) add('accession', id);
  takePeople(article, add);
  takePeople(nodeAt(article, 'Book'), add);
  takeDates(article, add);
  takeAbstract(article, add);
  takeKeywords(citation ?? book, add);
  const ids = [
    ...nodesAt(node, 'PubmedData', 'ArticleIdList', 'ArticleId'),
    ...nodesAt(book, 'ArticleIdList', 'ArticleId'),
  ];
  for (const id of ids) add(id.attributes.IdType === 'doi' ? 'doi' : undefined, id);
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const type: ReferenceType = book
    ? nodeAt(book, 'ArticleTitle')
      ? 'chapter'
      : 'book'
    : 'article-journal';
  const draft = draftFromRoles([...withBookTitle(given), ...left], {
    type,
    keywordSeparator: /$^/,
  });
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

type Add = (role: Role | undefined, found: XmlNode, value?: string, name?: Name) => void;

function takePeople(parent: XmlNode | undefined, add: Add) {
  for (const list of nodesAt(parent, 'AuthorList')) {
    const role = list.attributes.Type === 'editors' ? 'editor' : 'author';
    for (const person of nodesAt(list, 'Author')) {
      const [family, given, initials, suffix, body] = [
        'LastName',
        'ForeName',
        'Initials',
        'Suffix',
        'CollectiveName',
      ].map((part) => lineOf(nodeAt(person, part)));
      const name: Name | undefined = family
        ? nameOfParts(family, given || initials, suffix)
        : body
          ? { literal: body }
          : undefined;
      if (name) add(role, person, printName(name), name);
    }
  }
}

function takeDates(article: XmlNode, add: Add) {
  const dates = [
    ...nodesAt(article, 'Journal', 'JournalIssue', 'PubDate'),
    ...nodesAt(article, 'Book', 'PubDate'),
  ];
  for (const date of dates) {
    const parts = ['Year', 'Month', 'Day', 'MedlineDate', 'Season'].map((part) =>
      lineOf(nodeAt(date, part)),
    );
    add('date', date, parts.filter(Boolean).join(' '));
  }
}

function takeAbstract(article: XmlNode, add: Add) {
  for (const part of nodesAt(article, 'Abstract', 'AbstractText')) {
    const { Label: label } = part.attributes;
    add('abstract', part, label ? `${label}: ${lineOf(part)}` : lineOf(part));
  }
}

function takeKeywords(parent: XmlNode | undefined, add: Add) {
  for (const word of nodesAt(parent, 'KeywordList', 'Keyword')) add('keyword', word);
  for (const heading of nodesAt(parent, 'MeshHeadingList', 'MeshHeading')) {
    const parts = ['DescriptorName', 'QualifierName'].flatMap((part) => nodesAt(heading, part));
    add('keyword', heading, parts.map(lineOf).join('/'));
  }
}

/** A whole book has no other title than its own. */
function withBookTitle(given: RoleField[]): RoleField[] {
  if (given.some(({ role, value }) => role === 'title' && value !== '')) return given;
  return given.map((field) => (field.tag === 'BookTitle' ? { ...field, role: 'title' } : field));
}
