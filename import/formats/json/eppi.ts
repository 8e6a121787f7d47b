/** EPPI-Reviewer's JSON: references with the codes that people gave them, named by the code sets beside them. */
import { parseName } from '../../normalize/names.ts';
import type { Extras, Piece } from '../../reference.ts';
import type { Line } from '../lines.ts';
import { objectPiece } from './json-dialects.ts';
import { isObject, type Json } from './json-paths.ts';

type CodeName = { code: string; codebook: string };

/** `beside`: what the file says beside its list of references. Undefined for an item of another kind. */
export function eppiPiece(item: Json, lines: Line[], beside: unknown): Piece | undefined {
  if (!('ItemId' in item) || !('Title' in item)) return undefined;
  const { Codes: given, ...rest } = item;
  const piece = objectPiece(
    { ...rest, Authors: people(rest.Authors), ParentAuthors: people(rest.ParentAuthors) },
    lines,
  );
  if (piece?.kind !== 'reference' || !Array.isArray(given)) return piece;
  const names = codeNames(beside);
  const codes: NonNullable<Extras['codes']> = [];
  for (const code of given.filter(isObject)) {
    const name = names.get(Number(code.AttributeId));
    if (name) codes.push(name);
    // What was written or marked with a code stays with the record as text.
    const label = name?.code ?? `AttributeId ${code.AttributeId}`;
    const texts = textsOf(code);
    const kept = texts.length > 0 || name ? texts : [''];
    for (const text of kept)
      piece.unmapped.push({ tag: 'Codes', value: text ? `${label}: ${text}` : label });
  }
  return codes.length > 0 ? { ...piece, extras: { ...piece.extras, codes } } : piece;
}

function textsOf({ AdditionalText: said, ItemAttributeFullTextDetails: marked }: Json): string[] {
  const quotes = (Array.isArray(marked) ? marked : [])
    .filter(isObject)
    .map(({ Text, DocTitle }) => {
      const quote = typeof Text === 'string' ? Text.replace(/\[\u00ac[se]\]/g, '').trim() : '';
      return quote && typeof DocTitle === 'string' && DocTitle ? `${quote} (${DocTitle})` : quote;
    });
  return [typeof said === 'string' ? said.trim() : '', ...quotes].filter(Boolean);
}

const known = new WeakMap<object, ReadonlyMap<number, CodeName>>();

/** The names of all codes in the file, read once for all its references. */
function codeNames(beside: unknown): ReadonlyMap<number, CodeName> {
  if (!isObject(beside)) return new Map();
  const found = known.get(beside) ?? new Map(setsOf(beside).flatMap(namesIn));
  known.set(beside, found);
  return found;
}

const setsOf = ({ CodeSets: sets }: Json): Json[] =>
  (Array.isArray(sets) ? sets : []).filter(isObject);

function namesIn(set: Json): [number, CodeName][] {
  const codebook = typeof set.SetName === 'string' ? set.SetName : '';
  const below = (node: Json): [number, CodeName][] => {
    const list = isObject(node.Attributes) ? node.Attributes.AttributesList : undefined;
    return (Array.isArray(list) ? list : []).filter(isObject).flatMap((attribute) => {
      const { AttributeId: id, AttributeName: name } = attribute;
      const own: [number, CodeName][] =
        typeof name === 'string' ? [[Number(id), { code: name.trim(), codebook }]] : [];
      return [...own, ...below(attribute)];
    });
  };
  return below(set);
}

/** `Berg Anna ; van der Ek Bo ;`: the family name first, without a comma; a body as it is called. */
function people(written: unknown): unknown {
  if (typeof written !== 'string') return written;
  return written
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const parsed = parseName(name, { withoutComma: 'person' });
      if (name.includes(',') || !parsed || 'literal' in parsed) return name;
      return name.replace(/^((?:\p{Ll}[\p{L}'\u2019]* )*\S+) /u, '$1, ');
    })
    .join('; ');
}
