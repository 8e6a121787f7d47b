/** Dublin Core as repositories give it to harvesters (OAI-PMH, `oai_dc`): DiVA, DSpace, OJS, Digital Commons, DOAJ. */
import { isDoi } from '../../normalize/doi.ts';
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { aside, readText, span } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfGenre } from './mods-genres.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { childrenOf, leavesOf, lineOf, nodeAt, type XmlNode } from './xml-tree.ts';

export const dublinCore: Format = {
  id: 'dublin-core',
  label: 'Dublin Core (OAI-PMH)',
  extensions: ['xml'],
  mediaType: 'application/xml',
  detect: (head) =>
    /<(?:[\w.-]+:)?(?:dc|qualifieddc)[\s>]/.test(head) &&
    /<dc(?:terms)?:(?:title|creator)\b/.test(head)
      ? 0.93
      : 0,
  read: (chunks) => readText(chunks, xmlReader(['record', 'dc', 'qualifieddc'], toPiece)),
};

const roleOfElement: Record<string, Role> = {
  creator: 'author',
  subject: 'keyword',
  publisher: 'publisher',
  language: 'language',
  type: 'type',
  alternative: 'translatedTitle',
  abstract: 'abstract',
};

function toPiece({ node, raw, lines }: XmlRecord): Piece | undefined {
  const core = coreOf(node);
  if (!core) {
    // What was withdrawn has a header and nothing else.
    return nodeAt(node, 'header')?.attributes.status === 'deleted' ? aside(lines) : undefined;
  }
  const elements = childrenOf(core);
  const given = [
    ...titleFields(elements),
    ...dateFields(elements),
    ...elements.flatMap((element) => fieldsOf(element.name, lineOf(element))),
  ];
  const own = core === node ? undefined : nodeAt(node, 'header', 'identifier');
  if (own) given.push({ tag: 'header/identifier', value: lineOf(own), role: 'accession' });
  const taken = new Set([core, ...(own ? [own] : [])]);
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const draft = draftFromRoles([...given, ...(core === node ? [] : left)], {
    typeOf,
    names: { withoutComma: 'person' },
    keywordSeparator: /;/,
  });
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

/** Within a record of the protocol, or the record itself. */
function coreOf(node: XmlNode): XmlNode | undefined {
  if (childrenOf(node).some(({ name }) => name === 'title' || name === 'creator')) return node;
  for (const element of childrenOf(node)) {
    const found = coreOf(element);
    if (found) return found;
  }
  return undefined;
}

/** The second of two titles is the same in another language. */
function titleFields(elements: readonly XmlNode[]): RoleField[] {
  const titles = elements.filter(({ name }) => name === 'title');
  return titles.map((title, index) => ({
    tag: 'title',
    value: lineOf(title),
    role: index === 0 ? 'title' : 'translatedTitle',
  }));
}

/** DSpace says first when a record came in, to the second; the day of publication has no time. */
function dateFields(elements: readonly XmlNode[]): RoleField[] {
  const dates = elements.filter(({ name }) => /^(?:date|issued)$/.test(name)).map(lineOf);
  const hasTime = (date: string) => /T\d{2}:/.test(date);
  return dates
    .toSorted((a, b) => Number(hasTime(a)) - Number(hasTime(b)))
    .map((date) => ({ tag: 'date', value: date.replace(/T\d{2}:.*$/, ''), role: 'date' }));
}

// A remark ("Includes bibliographical references") is shorter.
const abstractCharactersMin = 100;

function fieldsOf(tag: string, value: string): RoleField[] {
  if (/^(?:title|date|issued)$/.test(tag) || value === '') return [];
  if (tag === 'description')
    return [{ tag, value, role: value.length < abstractCharactersMin ? 'note' : 'abstract' }];
  if (tag === 'identifier') return [identifier(tag, value)];
  if (
    tag === 'source' ||
    tag === 'relation' ||
    tag === 'isPartOf' ||
    tag === 'bibliographicCitation'
  )
    return placeFields(tag, value);
  return [{ tag, value, role: roleOfElement[tag] }];
}

function identifier(tag: string, value: string): RoleField {
  const bare = value.replace(/^(?:info:doi\/|doi:|urn:is[bs]n:|is[bs]n:?\s*)/i, '').trim();
  if (isDoi(bare)) return { tag, value: bare, role: 'doi' };
  if (/^https?:/.test(value)) return { tag, value, role: 'url' };
  return { tag, value: bare, role: /^[\d-]{9,17}[\dXx]$/.test(bare) ? 'number' : undefined };
}

/** Where it stands, as OJS, DOAJ and DiVA write it. */
const placeForms = [
  // Journal; Vol. 12 No. 3 (2019): Theme; 1-9
  /^(?<container>[^;]{3,200}); (?:(?:Vol|Bd|Årg)\.? ?(?<volume>[\w-]+),? ?)?(?:(?:No|Nr|Núm|N\.?º|Iss)\.? ?(?<issue>[\w/-]+) ?)?\((?<date>\d{4})\)(?::[^;]*)?(?:; (?<pages>[\w.]+(?:\s*[-–]\s*\w+)?))?$/iu,
  // Journal, Vol 6, Iss 4, p e18595 (2011)
  /^(?<container>.{3,200}?), Vol (?<volume>[\w-]+)(?:, Iss (?<issue>[\w/ -]+?))?(?:, Pp? (?<pages>[\w.]+(?:-\w+)?))? \((?<date>\d{4})\)$/iu,
  // Journal, 0144-686X, 2019, 39:3, s. 1-20
  /^(?<container>.{3,200}?), (?<number>\d{4}-\d{3}[\dX]), (?<date>\d{4}), (?<volume>\w+)(?::(?<issue>[\w/-]+))?(?:, (?:s|p|pp)\. (?<pages>[\w.]+(?:-\w+)?))?$/u,
  // Series, 0345-7524 ; 1234
  /^(?<series>.{3,200}?), (?<number>\d{4}-\d{3}[\dX]) ; (?<part>.{1,40})$/u,
  // 0144-686X
  /^(?<number>\d{4}-\d{3}[\dX])$/u,
];
const placeRoles = ['container', 'volume', 'issue', 'pages', 'date', 'series', 'number'] as const;

function placeFields(tag: string, value: string): RoleField[] {
  const groups = placeForms.map((form) => form.exec(value)?.groups).find(Boolean);
  if (!groups) return [{ tag, value, role: undefined }];
  return placeRoles.flatMap((role): RoleField[] => {
    const found = groups[role]?.trim();
    if (!found) return [];
    return [{ tag, value: role === 'series' ? `${found} ; ${groups.part}` : found, role }];
  });
}

const coarTypes: Record<string, ReferenceType> = {
  c_6501: 'article-journal',
  c_2df8fbb1: 'article-journal',
  c_dcae04bc: 'article-journal',
  c_2f33: 'book',
  c_3248: 'chapter',
  c_5794: 'paper-conference',
  c_46ec: 'thesis',
  c_db06: 'thesis',
  c_bdcc: 'thesis',
  c_7a1f: 'thesis',
  c_93fc: 'report',
  c_18gh: 'report',
  c_8042: 'report',
  c_ddb1: 'dataset',
};

/** `info:eu-repo/semantics/bookPart`, COAR's addresses, and words of a repository's own. */
function typeOf(written: string): ReferenceType | undefined {
  const last = written.replace(/^.*[/#]/, '');
  const words = last.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
  const known: Record<string, ReferenceType> = {
    'book part': 'chapter',
    'conference object': 'paper-conference',
    'contribution to periodical': 'article-journal',
    review: 'article-journal',
    lecture: 'speech',
  };
  return coarTypes[last] ?? known[words] ?? typeOfGenre(words.length > 3 ? words : '');
}
