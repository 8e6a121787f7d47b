/** Feeds: what arXiv's interface answers (Atom), and what PubMed and journals send to followers (RSS). */
import { isDoi } from '../../normalize/doi.ts';
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText, span } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfWord } from '../tables/csv-values.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import {
  childrenOf,
  leavesOf,
  lineOf,
  nodeAt,
  paragraphs,
  textOf,
  type XmlNode,
} from './xml-tree.ts';

export const feeds: Format = {
  id: 'feeds',
  label: 'Atom / RSS (arXiv, PubMed)',
  extensions: ['xml', 'atom', 'rss'],
  mediaType: 'application/atom+xml',
  detect: (head) =>
    /<feed[\s>][^>]*http:\/\/www\.w3\.org\/2005\/Atom/.test(head) ||
    /<rss[\s>]|<rdf:RDF[^>]*http:\/\/purl\.org\/rss\/1\.0\//.test(head)
      ? 0.95
      : 0,
  read: (chunks) => readText(chunks, xmlReader(['entry', 'item'], toPiece)),
};

const roleOfElement: Record<string, Role> = {
  title: 'title',
  creator: 'author',
  summary: 'abstract',
  description: 'abstract',
  published: 'date',
  issued: 'date',
  date: 'date',
  publicationDate: 'date',
  coverDate: 'date',
  pubDate: 'date',
  doi: 'doi',
  publicationName: 'container',
  source: 'container',
  journal_ref: 'note',
  comment: 'note',
  volume: 'volume',
  number: 'issue',
  startingPage: 'firstPage',
  endingPage: 'lastPage',
  issn: 'number',
  isbn: 'number',
  eIssn: 'number',
  publisher: 'publisher',
  language: 'language',
  subject: 'keyword',
  type: 'type',
  aggregationType: 'type',
};
/** Of two dates the day of publication comes first, and the day the feed was made last. */
const dates = ['coverDate', 'publicationDate', 'published', 'issued', 'date', 'pubDate'];

function toPiece({ node, raw, lines }: XmlRecord): Piece {
  const taken = new Set<XmlNode>();
  const given = childrenOf(node).flatMap((element) => {
    const fields = fieldsOf(element);
    if (fields.every(({ role }) => role === undefined)) return [];
    taken.add(element);
    return fields;
  });
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const rank = ({ tag }: RoleField) => dates.indexOf(tag);
  const inOrder = given.toSorted((a, b) => rank(a) - rank(b));
  const draft = draftFromRoles([...inOrder, ...left], {
    typeOf: typeOfWord,
    type: typeOfFeed(given),
    names: { withoutComma: 'person' },
    keywordSeparator: /$^/,
  });
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

function typeOfFeed(given: readonly RoleField[]): ReferenceType {
  if (given.some(({ tag }) => tag === 'arXiv')) return 'manuscript';
  return given.some(({ role }) => role === 'container') ? 'article-journal' : 'document';
}

function fieldsOf(element: XmlNode): RoleField[] {
  const { name, attributes } = element;
  const value = lineOf(element);
  if (name === 'author') return authorFields(element);
  if (name === 'category') return [{ tag: name, value: attributes.term ?? value, role: 'keyword' }];
  if (name === 'link') return linkFields(attributes.href ?? value, attributes.title);
  if (/^(?:id|identifier|guid)$/.test(name)) return numberFields(name, value);
  const role = roleOfElement[name];
  if (role === 'abstract') return abstractFields(name, paragraphs(textOf(element)));
  if (role === 'date')
    return [{ tag: name, value: value.replace(/(?<=\d{4}-\d\d-\d\d)T.*$/, ''), role }];
  return [{ tag: name, value, role }];
}

/** A person's address and place of work are no part of the name. */
function authorFields(element: XmlNode): RoleField[] {
  const name = nodeAt(element, 'name');
  const value = lineOf(name ?? element);
  const left = name ? leavesOf(element, new Set([name])) : [];
  return [
    { tag: 'author', value, role: 'author' },
    ...left.map(
      ([tag, text]): RoleField => ({ tag: `author/${tag}`, value: text, role: undefined }),
    ),
  ];
}

/** PubMed puts the place in the journal before the abstract. */
function abstractFields(tag: string, value: string): RoleField[] {
  const [place, ...rest] = value.split(/<br\s*\/?>\s*ABSTRACT\s*<br\s*\/?>/);
  if (rest.length === 0) return [{ tag, value, role: 'abstract' }];
  return [
    { tag, value: place ?? '', role: 'note' },
    { tag, value: rest.join('\n'), role: 'abstract' },
  ];
}

/** arXiv links to the publisher's page by the DOI, which stands in a field of its own too. */
function linkFields(href: string, title: string | undefined): RoleField[] {
  const doi = title === 'doi' ? href.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '') : '';
  return isDoi(doi)
    ? [{ tag: 'link', value: doi, role: 'doi' }]
    : [{ tag: 'link', value: href, role: 'url' }];
}

/** `http://arxiv.org/abs/2301.12345v1`, `pmid:12345678`, `doi:10.1000/x`. */
function numberFields(tag: string, value: string): RoleField[] {
  const arxiv = /arxiv\.org\/abs\/(\S+)$/.exec(value)?.[1];
  if (arxiv) return [{ tag: 'arXiv', value: `arXiv:${arxiv}`, role: 'accession' }];
  const pmid = /^(?:pmid|pubmed):\s*(\d+)$/i.exec(value)?.[1];
  if (pmid) return [{ tag, value: pmid, role: 'accession' }];
  const bare = value.replace(/^doi:\s*/i, '');
  if (isDoi(bare)) return [{ tag, value: bare, role: 'doi' }];
  return [{ tag, value, role: /^https?:/.test(value) ? 'url' : undefined }];
}
