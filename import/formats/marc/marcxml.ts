/** MARC 21 in XML, as library catalogues give it: Libris, Oria, the national libraries, also harvested through OAI. */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText, span } from '../lines.ts';
import { type XmlRecord, xmlReader } from '../xml/xml-records.ts';
import { childrenOf, leavesOf, lineOf, type XmlNode } from '../xml/xml-tree.ts';
import { draftOfMarc } from './marc-fields.ts';
import type { DataField } from './marc-parts.ts';

export const marcxml: Format = {
  id: 'marcxml',
  label: 'MARCXML (Libris, Oria)',
  extensions: ['xml', 'marcxml'],
  mediaType: 'application/marcxml+xml',
  detect: (head) =>
    /<(?:[\w.-]+:)?datafield\s[^<>]*\btag\s*=\s*["']\d{3}["']/.test(head) ? 0.98 : 0,
  read: (chunks) => readText(chunks, xmlReader(['record'], toPiece)),
};

function toPiece({ node, raw, lines }: XmlRecord): Piece | undefined {
  const record = marcRecord(node);
  if (!record) return undefined;
  const elements = childrenOf(record);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const data = named('datafield').map(dataField);
  const control = named('controlfield').map((field) => ({
    tag: field.attributes.tag ?? '',
    value: lineOf(field),
  }));
  const taken = new Set(elements.filter(({ name }) => /^(?:leader|data|control)/.test(name)));
  const leader = lineOf(named('leader')[0]);
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const draft = draftOfMarc({ leader, control, data }, left);
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

/** Harvested records stand within records of the protocol. */
function marcRecord(node: XmlNode): XmlNode | undefined {
  const elements = childrenOf(node);
  if (elements.some(({ name }) => name === 'datafield' || name === 'controlfield')) return node;
  for (const element of elements) {
    const found = marcRecord(element);
    if (found) return found;
  }
  return undefined;
}

function dataField(node: XmlNode): DataField {
  const { tag = '', ind2 = '' } = node.attributes;
  const subfields = childrenOf(node, 'subfield').map((subfield) => ({
    code: subfield.attributes.code ?? '',
    value: lineOf(subfield),
  }));
  const text = subfields.length === 0 ? lineOf(node) : '';
  return { tag, ind2, subfields: text ? [{ code: '', value: text }] : subfields };
}
