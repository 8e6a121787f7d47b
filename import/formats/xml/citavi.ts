/** Citavi's own project file: references in one list, people, journals and links between them in others. */
import { nameOfParts } from '../../normalize/names.ts';
import type { Name, Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { aside, problem, readText, span, type TextReader } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField, titleOf } from '../roles.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { childrenOf, lineOf, nodeAt, textOf, type XmlNode } from './xml-tree.ts';

export const citavi: Format = {
  id: 'citavi',
  label: 'Citavi',
  extensions: ['xml', 'ctv6', 'ctv5'],
  mediaType: 'application/xml',
  detect: (head) => (/<CitaviExchangeData[\s>]/.test(head) ? 0.99 : 0),
  read: (chunks) => readText(chunks, citaviReader()),
};

/** Each list of links has lines like `reference;first;second`. */
const linkLists = [
  'ReferenceAuthors',
  'ReferenceEditors',
  'ReferenceOrganizations',
  'ReferenceCollaborators',
  'ReferencePublishers',
  'ReferenceKeywords',
  'ReferenceReferences',
  'ReferenceCategories',
] as const;
type LinkList = (typeof linkLists)[number];
const thingNames = ['Person', 'Keyword', 'Publisher', 'Periodical', 'SeriesTitle', 'Category'];

const types: Record<string, ReferenceType> = {
  ArchiveMaterial: 'manuscript',
  AudioBook: 'book',
  Book: 'book',
  BookEdited: 'book',
  CollectedWorks: 'book',
  ComputerProgram: 'software',
  ConferenceProceedings: 'book',
  Contribution: 'chapter',
  ContributionInLegalCommentary: 'chapter',
  CourtDecision: 'legislation',
  File: 'manuscript',
  InternetDocument: 'webpage',
  JournalArticle: 'article-journal',
  Lecture: 'speech',
  LegalCommentary: 'book',
  Manuscript: 'manuscript',
  NewspaperArticle: 'article-newspaper',
  Patent: 'patent',
  SpecialIssue: 'book',
  StatuteOrRegulation: 'legislation',
  Thesis: 'thesis',
  UnpublishedWork: 'report',
};
const roleOfElement: Record<string, Role> = {
  Title: 'title',
  Subtitle: 'subtitle',
  ParallelTitle: 'translatedTitle',
  Abstract: 'abstract',
  Year: 'date',
  Date: 'date',
  Volume: 'volume',
  Number: 'issue',
  Edition: 'edition',
  PlaceOfPublication: 'place',
  DOI: 'doi',
  ISBN: 'number',
  OnlineAddress: 'url',
  Language: 'language',
  Notes: 'note',
  Evaluation: 'note',
  PubMedID: 'accession',
  SourceOfBibliographicInformation: 'database',
};
/** What the program notes for itself, and texts that it keeps a second time with their layout. */
const ownBusiness =
  /^(?:Created|Modified)(?:By|On)$|(?:IsComplex|Complexity|SourceTextFormat|UpdateType|Formatted)$|^(?:PageRangeNumber|PageRangeNumeralSystem|SequenceNumber|DateForSorting|HasLabel\d|Rating|PeriodicalID|SeriesTitleID|StaticIDs|ReferenceType|CoverPath)$/;

/** What a project holds beside its references, by identifier. */
type Project = {
  things: Map<string, XmlNode>;
  links: Map<LinkList, Map<string, string[]>>;
  /** The reference that another stands in. */
  parents: Map<string, string>;
  references: Map<string, XmlNode>;
  quotations: Map<string, string[]>;
};

/** The links come last: references are held until then. A project is no larger than a person's reading. */
function citaviReader(): TextReader {
  const held: XmlRecord[] = [];
  const placeholders = new Set<Piece>();
  const project: Project = {
    things: new Map(),
    links: new Map(),
    parents: new Map(),
    references: new Map(),
    quotations: new Map(),
  };
  const names = [...thingNames, ...linkLists, 'Reference', 'KnowledgeItem'];
  const inner = xmlReader(names, (record) => {
    const piece = aside(record.lines);
    if (record.node.name === 'Reference') {
      held.push(record);
      placeholders.add(piece);
      project.references.set(record.node.attributes.id ?? '', record.node);
    } else collect(record.node, project);
    return piece;
  });
  const shown = function* (pieces: Iterable<Piece>) {
    for (const piece of pieces) if (!placeholders.delete(piece)) yield piece;
  };
  return {
    push: (text) => shown(inner.push(text)),
    *end() {
      yield* shown(inner.end());
      for (const record of held) yield toPiece(record, project);
    },
  };
}

function collect(node: XmlNode, { things, links, parents, quotations }: Project) {
  const list = linkLists.find((name) => name === node.name);
  if (list) {
    const linked = new Map(
      childrenOf(node).map((child) => {
        const [from = '', ...to] = lineOf(child).split(';');
        return [from, to] as const;
      }),
    );
    links.set(list, linked);
    if (list === 'ReferenceReferences')
      for (const [parent, children] of linked)
        for (const child of children) parents.set(child, parent);
  } else if (node.name === 'KnowledgeItem') {
    const reference = lineOf(nodeAt(node, 'ReferenceID'));
    const said = ['CoreStatement', 'Text'].map((name) => textOf(nodeAt(node, name)).trim());
    const pages = pagesIn(textOf(nodeAt(node, 'PageRange')));
    const text = [...new Set(said)].filter(Boolean).join(': ') + (pages ? ` (${pages})` : '');
    if (reference) quotations.set(reference, [...(quotations.get(reference) ?? []), text]);
  } else things.set(node.attributes.id ?? '', node);
}

/** The range as it was typed stands last, in a fragment of its own. */
const pagesIn = (text: string): string => /<os>([^<]*)<\/os>\s*$/.exec(text)?.[1] ?? text.trim();

function toPiece({ node, raw, lines }: XmlRecord, project: Project): Piece {
  const id = node.attributes.id ?? '';
  const written = lineOf(nodeAt(node, 'ReferenceType')).replace(/\s/g, '');
  const parent = project.references.get(project.parents.get(id) ?? '');
  const given: RoleField[] = [
    { tag: 'ReferenceType', value: written, role: 'type' },
    ...childrenOf(node).flatMap(elementField),
    ...placeFields(node, parent, project),
    ...peopleFields(node, project),
    ...named('ReferenceKeywords', id, 'keyword', project),
    ...named('ReferenceCategories', id, undefined, project),
    ...(project.quotations.get(id) ?? []).map(
      (value): RoleField => ({ tag: 'KnowledgeItem', value, role: 'note' }),
    ),
  ];
  const inProceedings =
    parent && lineOf(nodeAt(parent, 'ReferenceType')) === 'ConferenceProceedings';
  const draft = draftFromRoles(given, {
    typeOf: (type) => (inProceedings ? 'paper-conference' : types[type]),
    keywordSeparator: /$^/,
  });
  // Cut off in the middle: what came is kept, and a person is told.
  if (!/<\/Reference\s*>\s*$/.test(raw)) draft.notices.push(problem('NO_END'));
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

function elementField(element: XmlNode): RoleField[] {
  const { name } = element;
  if (ownBusiness.test(name)) return [];
  const text = textOf(element).replace(/\r\n?/g, '\n').trim();
  if (name === 'PageRange') return [{ tag: name, value: pagesIn(text), role: 'pages' }];
  if (name === 'PageCount') return [{ tag: name, value: pagesIn(text), role: undefined }];
  return [{ tag: name, value: text, role: roleOfElement[name] }];
}

const linkedTo = (list: LinkList, id: string, { links, things }: Project): XmlNode[] =>
  (links.get(list)?.get(id) ?? []).flatMap((one) => things.get(one) ?? []);

function named(list: LinkList, id: string, role: Role | undefined, project: Project): RoleField[] {
  return linkedTo(list, id, project).map((thing) => ({
    tag: list,
    value: lineOf(nodeAt(thing, 'Name')) || lineOf(nodeAt(thing, 'LastName')),
    role,
  }));
}

/** Where a document names no author, the bodies behind it are. */
function peopleFields(node: XmlNode, project: Project): RoleField[] {
  const id = node.attributes.id ?? '';
  const of = (list: LinkList, role: Role | undefined) => personFields(list, id, role, project);
  const authors = of('ReferenceAuthors', 'author');
  const editors = of('ReferenceEditors', 'editor');
  const isNameless = authors.length === 0 && editors.length === 0;
  return [
    ...authors,
    ...editors,
    ...of('ReferenceOrganizations', isNameless ? 'author' : 'publisher'),
    ...of('ReferenceCollaborators', undefined),
  ];
}

function personFields(
  list: LinkList,
  id: string,
  role: Role | undefined,
  project: Project,
): RoleField[] {
  return linkedTo(list, id, project).flatMap((person): RoleField[] => {
    const of = (name: string) => lineOf(nodeAt(person, name));
    const [family, given] = [
      of('LastName'),
      [of('FirstName'), of('MiddleName')].filter(Boolean).join(' '),
    ];
    const [particle, suffix] = [of('Prefix'), of('Suffix')];
    const value = [family, given].filter(Boolean).join(', ');
    const name: Name = given
      ? nameOfParts([particle, family].filter(Boolean).join(' '), given, suffix)
      : { literal: family };
    return value ? [{ tag: list, value, role, name }] : [];
  });
}

/** Its journal and series; what a chapter does not say itself its book says. */
function placeFields(node: XmlNode, parent: XmlNode | undefined, project: Project): RoleField[] {
  const id = node.attributes.id ?? '';
  const periodical = project.things.get(lineOf(nodeAt(node, 'PeriodicalID')));
  const series = (of: XmlNode | undefined) =>
    lineOf(nodeAt(project.things.get(lineOf(nodeAt(of, 'SeriesTitleID'))), 'Name'));
  const publishers = (of: string) => named('ReferencePublishers', of, 'publisher', project);
  const own = publishers(id);
  const field = (role: Role, tag: string, value: string): RoleField => ({ tag, value, role });
  const ofParent = (role: Role, name: string) =>
    parent && lineOf(nodeAt(node, name)) === ''
      ? [field(role, `parent/${name}`, lineOf(nodeAt(parent, name)))]
      : [];
  const parentId = parent?.attributes.id ?? '';
  const hasEditors = (project.links.get('ReferenceEditors')?.get(id) ?? []).length > 0;
  return [
    field('container', 'Periodical/Name', lineOf(nodeAt(periodical, 'Name'))),
    field('number', 'Periodical/ISSN', lineOf(nodeAt(periodical, 'ISSN'))),
    ...(parent ? [field('container', 'parent/Title', titleOfReference(parent))] : []),
    ...ofParent('date', 'Year'),
    ...ofParent('number', 'ISBN'),
    ...ofParent('place', 'PlaceOfPublication'),
    ...ofParent('volume', 'Volume'),
    ...ofParent('edition', 'Edition'),
    ...(parent && !hasEditors ? personFields('ReferenceEditors', parentId, 'editor', project) : []),
    ...(own.length > 0 ? own : publishers(parentId)),
    field('series', 'SeriesTitle', series(node) || series(parent)),
  ];
}

const titleOfReference = (node: XmlNode): string =>
  titleOf(lineOf(nodeAt(node, 'Title')), lineOf(nodeAt(node, 'Subtitle')));
