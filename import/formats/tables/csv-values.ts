/** Cells that hold more than one value, and the words tables use for types. */
import { parseName } from '../../normalize/names.ts';
import { type ReferenceType, referenceTypes } from '../../reference.ts';

const words: [RegExp, ReferenceType][] = [
  // Web of Science: printed in a journal, whatever else they are.
  [/^(?:article; (?!book)|meeting abstract|editorial material$)/, 'article-journal'],
  [/conference|proceeding|konferens|konferanse|c-?paper|会议/, 'paper-conference'],
  [/chapter|book ?section|kapitel|kapittel|bokdel/, 'chapter'],
  [/thesis|dissertation|avhandling|examensarbete|masteroppg|uppsats|博士|硕士|学位/, 'thesis'],
  [/report|rapport|working paper|utredning|working-paper/, 'report'],
  [/magazine|tidning/, 'article-magazine'],
  [/newspaper|dagstidning|avis|报纸/, 'article-newspaper'],
  [/data ?set|datam/, 'dataset'],
  [/web|blog|online resource|nettside/, 'webpage'],
  [/encyclop|dictionary/, 'entry-encyclopedia'],
  [/patent|专利/, 'patent'],
  [/software|computer program/, 'software'],
  [/statute|legislation|lag\b|lov\b/, 'legislation'],
  [/presentation|speech/, 'speech'],
  [/manuscript|unpublished/, 'manuscript'],
  [
    /^j$|journal|artic?k?k?el|article|review|editorial|letter|note|erratum|early access|översikt|期刊|辑刊/,
    'article-journal',
  ],
  [/^b$|book|bok\b|monograph|monografi|antologi|图书|年鉴/, 'book'],
];

/** The CSL type that a word for a type means; undefined when it says nothing. */
export function typeOfWord(written: string): ReferenceType | undefined {
  const word = written.trim().toLowerCase();
  const exact = referenceTypes.find((type) => type === word);
  return exact ?? words.find(([pattern]) => pattern.test(word))?.[1];
}

const initials = '(?:\\p{Lu}\\.?[ -]?){1,4}';
const withInitials = new RegExp(`^\\S.* ${initials}$`, 'u');
/** `AG Meyer`, as Google Scholar writes names. */
const initialsFirst = /^\p{Lu}{1,4} (?:\p{L}[\p{Ll}'\u2019]* )*\p{Lu}[\p{L}'\u2019-]+$/u;
/** `A. B. van der Berg`, as EndNote's styles print names. */
const dottedFirst =
  /^(?:\p{Lu}\.[ -]?){1,5}(?:\p{L}[\p{L}'\u2019]* ){0,3}\p{Lu}[\p{L}'\u2019-]+(?:,? [JS]r\.?)?$/u;
/** `Anna B. Berg`: no family is called so, and what comes after a comma is another person. */
const middleInitial = /^\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )+\p{Lu}\p{L}*\p{Ll}$/u;
const onlyInitials = new RegExp(`^${initials}$`, 'u');

/** `Berg, Anna [abc1] (Lunds universitet [1], Vård [2]);Ek, Bo (...)`, as DiVA writes who they are and where. */
const affiliated =
  /(?<=^|;)([^;()[\]]+,[^;()[\]]+?)\s*(?:\[[^\][]*\])?\s*(?:\((?:[^()]|\([^()]*\))*\))?\s*(?=;|$)/gu;

export function withoutAffiliations(cell: string): string {
  if (!/\S \((?:[^()]|\([^()]*\))*\)\s*(?:;|$)|\[\w+\]/.test(cell) || !cell.includes('['))
    return cell;
  return cell.replace(affiliated, '$1');
}

/** `Anna T. BergBo McEk`: Springer puts nothing at all between people. */
export function gluedPeople(cell: string): string {
  return cell.replace(
    /(?<=\p{Ll})(?<!\b(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|O['\u2019]))(?=\p{Lu}\p{Ll}*\.?[ -])/gu,
    '; ',
  );
}

/**
 * One cell to single names. Semicolons, bars and line breaks part names; then " and "; a comma only
 * where both sides are whole names: `Andfossen N.B., Bai W.` and `Nina Andfossen, Wenfei Bai`.
 */
export function splitPeople(cell: string): string[] {
  // Scopus writes an identifier after each full name.
  const plain = cell.replace(/\s*\(\d{6,}\)/g, '').trim();
  // PubMed ends its list with a full stop: `Berg A, Ek B.` The one of `Berg, Anna B.` is her own.
  const text = /^[^.,]* \p{Lu}+(?: \w{2,3})?, [^.]* \p{Lu}+\.$/u.test(plain)
    ? plain.slice(0, -1)
    : plain;
  if (/^\[?no author/i.test(text)) return [];
  for (const separator of [/\s*[;；]\s*/, /\s*\|\s*/, /\s*\n\s*/, /\s*[、，]\s*/]) {
    if (separator.test(text)) return text.split(separator).filter((name) => name.trim() !== '');
  }
  const printed = text.split(/,\s*(?:(?:and|och|og|&)\s+)?|\s+(?:and|och|og|&)\s+/);
  if (printed.length > 1 && printed.every((part) => dottedFirst.test(part))) return printed;
  // `Ministry of Health and Care` is one body, `Jane Smith and Bo Ek` are two people.
  const joined = text.split(/ (?:and|och|og|&) /);
  const people = joined.map((name) => parseName(name, { withoutComma: 'person' }));
  const whole = people.every((name) => name && 'family' in name && name.given !== undefined);
  if (joined.length > 1 && whole) return joined.flatMap(splitPeople);
  const parts = text.split(/\s*,\s*/);
  if (parts.length < 2 || text.endsWith(',')) return text ? [text] : [];
  if (parts.every((part) => withInitials.test(part))) return parts;
  if (parts.every((part) => initialsFirst.test(part))) return parts;
  const paired = parts.length > 2 && parts.length % 2 === 0;
  if (paired && parts.every((part, index) => index % 2 === 0 || onlyInitials.test(part))) {
    return parts.flatMap((part, index) =>
      index % 2 === 0 ? [`${part}, ${parts[index + 1]}`] : [],
    );
  }
  const several = parts.length > 2 || middleInitial.test(parts[0] ?? '');
  const listed = several && parts.every((part) => /^\S+(?: \S+){1,3}$/.test(part));
  return listed ? parts : [text];
}
