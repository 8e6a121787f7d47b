/** Names of people and bodies: taken apart once, here, and put together again for lists. */
import type { Name, Reference } from '../reference.ts';
import { isComposed } from './plain.ts';

/**
 * What a source means by a name without a comma: `Jane Smith`, or a body, or that it cannot say.
 */
export type NameOptions = { withoutComma?: 'person' | 'body' };

/** The parts a list view prints; "and" and "et al." come from the catalogues. */
export type ShortNames = { names: string[]; more: boolean };
/** Everybody a source names, and whether it says that there are others. */
export type NamesGiven = { names: readonly Name[]; othersOmitted: boolean };

// Written in lower case they belong to the family name but are no part of its first letter.
const particles = `van|von|vom|zu|zum|zur|de|del|della|dela|di|da|das|dos|do|du|des|der|den|la|le|
  las|los|af|av|ten|ter|te|el|al|ibn|bin|of|till?`.replace(/\s/g, '');
const particle = new RegExp(
  `^(?:(?:${particles})(?:\\s+|$)|[dlt]['\u2019](?=\\p{Lu})|'t\\s+)+`,
  'u',
);
// With a capital it is a part of the family name (`Max Van Kleek`), but in Vietnam a given name (`Thi Van Nguyen`).
const capitalParticle = /^(?:De|Van|Von|Vanden?|Della|Dos|Ten|Ter|El)$/;
const vietnamese =
  /^(?:Nguyen|Nguyễn|Tran|Trần|Le|Lê|Pham|Phạm|Hoang|Hoàng|Huynh|Vu|Vũ|Vo|Võ|Dang|Bui|Do|Ho|Ngo|Duong|Ly)$/u;
// `IV` after one comma is more often I. V. than a fourth; `Xi` is a given name.
const suffix = /^(?:(?:[Jj](?:n?r|unior)|[Ss](?:n?r|enior)|JR|SR)\.?|2nd|3rd)$/;
const numeral = /^(?:II|III|IV)$/;
// What some databases hang on every name: `Berg, Anna, PhD`.
const degree =
  /^(?:Ph\.? ?D|[DM]\.?D|D\.?Phil|[EJ]d\.?D|Psy\.?D|Sc\.?D|Dr\.?P\.?H|[BM]\.?[ASN]|[BM]\.?Sc|[BM]\.?Ed|M\.?P\.?H|M\.?B\.?A|M\.?L\.?S|M\.?S\.?W|M\.?S\.?N|DNP|DPT|DVM|DDS|JD|MBBS|R\.?N|FAAN|FACS|FRCP|MRCP|OTR|CRNP|APRN|LCSW)\.?$/;
// `JA`, `J.A.`, `J. A.`, `J-P`, `Å M`: what is left of given names in many databases.
const initials = /^(?:\p{Lu}\.?[ -]?){1,4}$/u;
// `A. Berg`, `J.-P. van der Ek`: nobody but a person; not `U.S. Congress`.
const initialsFirst =
  /^(?!U\. ?[KNS]\.|E\. ?U\.)(?:\p{Lu}\.[ -]?){1,4} ?(?:\p{Ll}{2,3} ){0,3}\p{Lu}[\p{L}'\u2019-]+$/u;
// What stands for people left out, in the languages of our sources.
const inWords =
  `et\\.?\\s*al(?:ii|ia)?\\.?|(?:and|&) others|&\\s*al\\.|o(?:ch|g) andr[ae]|und andere|
  med fle(?:ra|re|ire)`.replace(/\n\s*/g, '');
// In small letters only: `Silva MFL` and `Berg, U.A.` end in initials.
const abbreviated = '[Mm]\\.?\\s?fl\\.?|u\\.\\s?a\\.?(?:\\s?m\\.)?';
const atEnd = (forms: string, flags: string) =>
  new RegExp(`(?:^|[\\s,;])(?:${forms}|[([](?:${forms})[)\\]])$`, flags);
const othersAtEnd = [/^others$/i, atEnd(inWords, 'i'), atEnd(abbreviated, '')];
// Words that no person is called, and endings of Nordic authorities.
const bodyWords = `universit\\w+|college|school|institut\\w*|department|ministry|organi[sz]ation|
  association|society|group|committee|council|collaborat\\w+|consortium|network|centre|center|
  agency|authority|board|bureau|commission|foundation|academy|hospital|library|office|project|team|
  investigators|nations|union|federation|inc|ltd|llc|gmbh|press|statistics|research|service|the|for|
  of|and|och|og|för`.replace(/\s/g, '');
const bodyEndings = `kommun|kommune|kommunen|styrelsen|styrelse|verket|verk|myndigheten|myndighet|
  departementet|direktoratet|direktorat|högskola|høgskole|høyskole|universitet|universitetet|
  institutet|instituttet|utredningen|utvalget|forbund|förbund|förbundet|regionen|stiftelsen|
  stiftelse|nemnd|nämnd`.replace(/\s/g, '');
const bodyWord = new RegExp(
  `(?:^|[\\s(])(?:${bodyWords}|\\p{L}*(?:${bodyEndings}))(?=$|[\\s).,])`,
  'iu',
);

/** True for "et al.", "and others", "m.fl.": people left out, not a person. */
export function isEtAl(text: string): boolean {
  const { names, others } = cutOthers(text);
  return names === '' && others !== '';
}

/** A text that ends in "et al." apart: the names before it, and the words for the others. */
export function cutOthers(text: string): { names: string; others: string } {
  if (plainName(text)) return { names: text, others: '' };
  const trimmed = text.trim();
  const at = othersAtEnd.map((end) => trimmed.search(end)).find((found) => found >= 0);
  if (at === undefined) return { names: trimmed, others: '' };
  const others = trimmed.slice(at).replace(/^[\s,;]+/, '');
  return { names: trimmed.slice(0, at).replace(/[\s,;&]+$/, ''), others };
}

/** The people of a list in which "et al." may stand as if it were one of them. */
export function withoutOthers(listed: readonly Name[]): NamesGiven {
  const names = listed.filter((name) => 'given' in name || !isEtAl(familyOf(name)));
  return { names, othersOmitted: names.length < listed.length };
}

/** Whom a reference is listed under: its editors when it names no author. */
export function listedNames(reference: Reference): NamesGiven {
  const { authors, editors = [], othersOmitted = false } = reference;
  return authors.length > 0
    ? { names: authors, othersOmitted }
    : { names: editors, othersOmitted: false };
}

/**
 * One name as written in a reference: `Family, Given`, `Family, Given, Jr.`, `Family, Jr., Given`,
 * `Family GH`, and, where the source allows it, `Given Family`. A closing comma marks a body.
 * Undefined when there is no letter or digit in it.
 */
export function parseName(
  written: string,
  { withoutComma = 'body' }: NameOptions = {},
): Name | undefined {
  const plain = plainName(written);
  if (plain) return plain;
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (/,$/.test(text)) return { literal: text.replace(/[\s,]+$/, '') };
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > 1) return nameFromParts(parts, text);
  return nameFromWords(text, withoutComma);
}

/** A name whose parts the source keeps apart; a particle in the family name or behind the given one is found as in any other. */
export function nameOfParts(family: string, given = '', suffixWritten = ''): Name {
  // Who has only one name has it under either.
  const [only, rest] = family.trim() === '' ? [given, ''] : [family, given];
  const [first = '', ...others] = rest.normalize('NFC').split(/,\s*/);
  // `Martin Luther, Jr.`
  const isSuffixed = !suffixWritten && others.length > 0 && others.every(isAfterName);
  const bare = isSuffixed ? first : rest.normalize('NFC');
  return person(only.normalize('NFC'), bare, isSuffixed ? others.join(', ') : suffixWritten);
}

// `Berg, Anna B.`: capitals where names have them, nothing that needs a second look.
const plainForm = /^\p{Lu}[\p{L}'\u2019-]+, \p{Lu}[\p{Ll}.]*(?:[ -]?\p{Lu}[\p{Ll}.]*)*$/u;
/** The same in letters of Western Europe, which most names are in: tested in half the time. */
const plainLatin =
  /^[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ'-]+, [A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ.]*(?:[ -]?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ.]*)*$/;
const notPlain =
  /^(?:E[Tt]|A[Nn][Dd]|U[Nn][Dd]|O[Cc][Hh]|O[Gg]|M[Ee][Dd]|M\.?[Ff][Ll]|[JS][Nn]?[Rr]|Junior|Senior|II)/;

/** The most common form of a name, with nobody left out; undefined when it may be anything else. */
export function plainName(written: string): Name | undefined {
  const comma = written.indexOf(', ');
  if (comma < 2 || !(plainLatin.test(written) || plainForm.test(written))) return undefined;
  const text = isComposed(written) ? written : written.normalize('NFC');
  const at = text.indexOf(', ');
  const given = text.slice(at + 2);
  return notPlain.test(given) ? undefined : { family: text.slice(0, at), given };
}

/** Family name with its particle, or the body's name: what a person is listed under. */
export function familyOf(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.particle, name.family].filter(Boolean).join(glue(name.particle));
}

/** `Family, Given, Suffix`, or the body's name: reads back as the same name. */
export function printName(name: Name): string {
  if ('literal' in name) return printLiteral(name.literal);
  const parts = [familyOf(name), name.given ?? '', name.suffix ?? ''];
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts.join(', ');
}

/** The family names to show in a list: one, two, or the first of more. */
export function shortNames(authors: readonly Name[], othersOmitted = false): ShortNames {
  const more = authors.length > 2 || (othersOmitted && authors.length > 0);
  const shown = more ? authors.slice(0, 1) : authors;
  return { names: shown.map(familyOf), more };
}

function printLiteral(literal: string): string {
  const plain = parseName(literal, { withoutComma: 'person' });
  const readsBack = plain && 'literal' in plain && plain.literal === literal;
  return readsBack ? literal : `${literal},`;
}

function nameFromParts(parts: string[], text: string): Name | undefined {
  const [family = '', second = '', ...others] = parts;
  if (family === '')
    return nameFromParts(parts.slice(1).length > 0 ? parts.slice(1) : [text], text);
  if (others.length === 0 && !suffix.test(second)) return person(family, second);
  if (others.length === 0) return person(family, '', second);
  const third = others.join(', ');
  if (isSuffix(second) || (degree.test(second) && !others.some(isAfterName)))
    return person(family, third, second);
  // `Department of Health, Oslo, Norway` is an address, not a name with a suffix.
  return others.every(isAfterName) ? person(family, second, third) : { literal: text };
}

function nameFromWords(text: string, withoutComma: 'person' | 'body'): Name {
  const words = text.split(' ');
  if (words.length === 1) return lonelyWord(text);
  if (bodyWord.test(text) || /\d|[&/(]/.test(text)) return { literal: text };
  const endsInInitials = /^(\S.*?)\s((?:\p{Lu}\.?[ -]?){1,4})$/u.exec(text);
  if (endsInInitials?.[1] && initials.test(endsInInitials[2] ?? '')) {
    const family = endsInInitials[1];
    if (!initials.test(family)) return person(family, endsInInitials[2] ?? '');
  }
  if (withoutComma === 'body' && !initialsFirst.test(text)) return { literal: text };
  return fromGivenFirst(words, text);
}

/**
 * `Ludwig van der Berg Jr.`: the family name starts at the first particle, else at the last word.
 */
function fromGivenFirst(words: string[], text: string): Name {
  const last = words.at(-1) ?? '';
  const hasSuffix = words.length > 2 && suffix.test(last);
  const plain = hasSuffix ? words.slice(0, -1) : words;
  // A last word in lower case is no family name: `Statens vegvesen`.
  if (!/^\p{Lu}|^\P{Ll}/u.test(plain.at(-1) ?? '')) return { literal: text };
  let start = plain.length - 1;
  for (let index = 1; index < plain.length - 1; index += 1) {
    const word = plain[index] ?? '';
    const isParticle = particle.test(`${word} `) && /^\p{Ll}|^'/u.test(word);
    if (
      !isParticle &&
      !(capitalParticle.test(word) && !vietnamese.test(last) && !vietnamese.test(plain[0] ?? ''))
    )
      continue;
    start = index;
    break;
  }
  const given = plain.slice(0, start).join(' ');
  return person(plain.slice(start).join(' '), given, hasSuffix ? last : '');
}

function lonelyWord(text: string): Name {
  return /^[\p{Lu}\d]{2,}$/u.test(text) || bodyWord.test(text)
    ? { literal: text }
    : { family: text };
}

function person(
  written: string,
  givenWritten: string,
  suffixWritten = '',
): Name & { family: string } {
  const leading = particle.exec(written)?.[0] ?? '';
  const family = written.slice(leading.length);
  const trailing = / ((?:(?:van|von|de|der|den|af|av|du|da|di|la|le|zu)(?: |$))+)$/.exec(
    givenWritten,
  );
  const given = trailing ? givenWritten.slice(0, trailing.index) : givenWritten;
  const joined = [trailing?.[1]?.trim(), leading.trim()].filter(Boolean).join(' ');
  // A particle alone is a family name: `Le`, `de`.
  const name: Name & { family: string } = family === '' ? { family: written.trim() } : { family };
  if (given) name.given = given;
  if (family !== '' && joined) name.particle = joined;
  if (suffixWritten) name.suffix = suffixWritten;
  return name;
}

function glue(written: string | undefined): string {
  return written && /['\u2019]$/.test(written) ? '' : ' ';
}

const isAfterName = (text: string): boolean => isSuffix(text) || degree.test(text);

function isSuffix(text: string): boolean {
  return suffix.test(text) || numeral.test(text);
}
