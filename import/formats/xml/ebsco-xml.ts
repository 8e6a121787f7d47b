/** EBSCO's XML, as its "XML" export and its search service give it: `<rec>` with a `<header>`. */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText, span } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfWord } from '../tables/csv-values.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { leavesOf, lineOf, nodeAt, nodesAt, textOf, type XmlNode } from './xml-tree.ts';

export const ebscoXml: Format = {
  id: 'ebsco-xml',
  label: 'EBSCO XML',
  extensions: ['xml'],
  mediaType: 'application/xml',
  detect: (head) =>
    /<rec [^>]*(?:resultID|recordID)=|<header [^>]*shortDbName=/.test(head) ? 0.98 : 0,
  read: (chunks) => readText(chunks, xmlReader(['rec'], toPiece)),
};

/** Below `header/controlInfo`. */
const paths: [Role, ...string[]][] = [
  ['title', 'artinfo', 'tig', 'atl'],
  ['title', 'dissinfo', 'disstl'],
  ['container', 'jinfo', 'jtl'],
  ['container', 'bkinfo', 'btl'],
  ['author', 'artinfo', 'aug', 'au'],
  ['author', 'bkinfo', 'aug', 'au'],
  ['date', 'pubinfo', 'dt'],
  ['volume', 'pubinfo', 'vid'],
  ['issue', 'pubinfo', 'iid'],
  ['publisher', 'pubinfo', 'pub'],
  ['place', 'pubinfo', 'place'],
  ['firstPage', 'artinfo', 'ppf'],
  ['lastPage', 'artinfo', 'ppl'],
  ['number', 'jinfo', 'issn'],
  ['number', 'bkinfo', 'isbn'],
  ['keyword', 'artinfo', 'sug', 'subj'],
  ['keyword', 'artinfo', 'keyword'],
  ['abstract', 'artinfo', 'ab'],
  ['type', 'artinfo', 'doctype'],
  ['type', 'artinfo', 'pubtype'],
  ['language', 'language'],
];

function toPiece({ node, raw, lines }: XmlRecord): Piece {
  const header = nodeAt(node, 'header');
  const info = nodeAt(header, 'controlInfo');
  const taken = new Set<XmlNode>();
  const given: RoleField[] = [
    { tag: 'header', value: header?.attributes.uiTerm ?? '', role: 'accession' },
    { tag: 'header', value: header?.attributes.longDbName ?? '', role: 'database' },
  ];
  const add = (role: Role | undefined, tag: string, found: XmlNode, value = lineOf(found)) => {
    taken.add(found);
    given.push({ tag, value, role });
  };
  const isPart = nodeAt(info, 'artinfo', 'tig', 'atl') !== undefined;
  for (const [role, ...path] of paths)
    for (const found of nodesAt(info, ...path)) {
      // A book that nothing is said to stand in is the document itself.
      const own = path[1] === 'btl' && !isPart ? 'title' : role;
      const { year = '' } = found.attributes;
      const value = role === 'abstract' ? textOf(found) : lineOf(found);
      add(own, path.join('/'), found, role === 'date' ? value || year : value);
    }
  for (const number of nodesAt(info, 'artinfo', 'ui')) {
    const { type } = number.attributes;
    const role = type === 'doi' ? 'doi' : type === undefined ? 'accession' : undefined;
    add(role, type ? `ui[${type}]` : 'ui', number);
  }
  const links = [
    ...nodesAt(node, 'plink'),
    ...nodesAt(header, 'displayInfo', 'pLink', 'url'),
    ...nodesAt(node, 'header', 'displayInfo', 'pLink'),
  ];
  for (const link of links) add('url', 'plink', link);
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const draft = draftFromRoles([...given, ...left], { typeOf: typeOfWord, keywordSeparator: /$^/ });
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}
