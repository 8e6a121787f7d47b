/** Text for showing, with markup gone, and text for comparing, with what is alike made equal. */
import { decodeHTMLStrict } from 'entities';
import { latexToText } from './latex.ts';
import { foldLatin } from './letters.ts';
import { isPlainThroughout } from './plain.ts';

// Named, so that `p < 0.05 and r > 0.3` is left alone.
const elements = `i|b|u|em|strong|sub|sup|inf|span|scp|sc|small|p|br|div|font|title|sec|italic|bold|
  bdi|a|h\\d|ul|ol|li|math|mi|mo|mn|mrow|msub|msup`.replace(/\s/g, '');
const prefixed = '(?:jats|mml|m|ce|sb):[\\w-]+';
const tag = new RegExp(`</?(?:${prefixed}|${elements})(?:\\s[^<>]*)?/?>`, 'gi');

const block = /<\/?(?:jats:)?(?:p|br|div|title|sec|h\d|ul|ol|li)(?:\s[^<>]*)?\/?>/gi;

/** Anything but printable ASCII without `&`, `<`, `\\` and `{`, and Latin letters: one class is tested fastest. */
const unusual = /[^ -%'-;=-[\]-z|-~\u00a1-\u017f]/;

/** What no text has use for, and what ends it for some programs. The raw text keeps it. */
const control = /[^\t-\r -~\u0080-\uffff]/g;

/**
 * A title or abstract without markup: tags, entities, LaTeX; blanks collapsed, letters untouched.
 */
export function plainText(text: string): string {
  // Most text is plain already: not looking closer makes a large import three times as fast.
  // Latin letters up to U+017F are in their composed form already.
  if (isPlain(text) && !text.includes('  ')) return trimmed(text);
  if (control.test(text)) return plainText(text.replaceAll(control, ''));
  if (!/[<&\\{]|[^\S ]| {2}/.test(text)) return text.trim().normalize('NFC');
  // Twice, since exports that were exported again hold `&amp;amp;` and `&lt;i&gt;`.
  const untagged = withoutTags(decodeEntities(withoutTags(decodeEntities(text))));
  const plain = /\\[a-zA-Z&%$#_"'`^~=.{]|\{[^{}]*\}/.test(untagged)
    ? latexToText(untagged)
    : untagged;
  return plain.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A class is tested fastest in a short text, single characters in a long one. */
function isPlain(text: string): boolean {
  return text.length < 100 ? !unusual.test(text) : !text.includes('\n') && isPlainThroughout(text);
}

/** As `trim`, which asks more than to look at both ends. */
export function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 32 && first < 128 && last > 32 && last < 128 ? text : text.trim();
}

function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  // Words on either side of a paragraph's end or a line break are not one word.
  return text.replace(block, ' ').replace(tag, '');
}

/** HTML entities, named and numbered, to the characters they stand for; unknown ones are kept. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|\w{2,31});/gi, (whole) => {
    const decoded = decodeHTMLStrict(whole);
    // A number that stands for no character, and a place where a word may be parted.
    if (decoded.includes('\ufffd')) return whole;
    return decoded === '\u00ad' ? '' : decoded;
  });
}

/**
 * The strict key: lower case, letters and digits only, one blank between words. Accents and the
 * Nordic letters still count, so that "Råd" is not "Rad".
 */
export function fold(text: string): string {
  return foldedLatin(text, false) ?? foldAny(text);
}

/** Most text is Latin without markup: then a table of letters does it, many times as fast. */
function foldedLatin(text: string, wide: boolean): string | undefined {
  const quick = foldLatin(text, { wide, isPlain: false });
  if (quick !== undefined || !/[&<\\{]/.test(text)) return quick;
  return foldLatin(plainText(text), { wide, isPlain: true });
}

function foldAny(text: string): string {
  return plainText(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['\u2019ʼ`\u00b4]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

const transliterations: Record<string, string> = {
  æ: 'a',
  ø: 'o',
  œ: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  ħ: 'h',
};

/**
 * The wide key, where the spellings of one word meet: å = aa = a, ä = æ = ae = a, ö = ø = oe = o,
 * ü = ue = u, ð = d, þ = th, ß = ss; other accents dropped. It brings together what only may be the
 * same ("Råd" and "Rad"), so it proposes and never decides alone.
 */
export function foldNordic(text: string): string {
  return foldedLatin(text, true) ?? widen(foldAny(text));
}

/** The wide key of a strict one. */
export function widen(strict: string): string {
  const quick = foldLatin(strict, { wide: true, isPlain: true });
  if (quick !== undefined) return quick;
  return transliterated(strict).replace(/a[ae]|oe|ue/g, (pair) => pair.charAt(0));
}

function transliterated(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[æøœðđþłıßħ]/g, (letter) => transliterations[letter] ?? letter);
}
