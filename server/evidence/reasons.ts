/** Why a line is in the list, where nothing on it shows: a synonym, another language's words, a keyword. */
import type { Locale } from '../../schema/columns.ts';
import type { QueryPart } from '../platform/analyser.ts';
import { countryName } from '../platform/i18n.ts';
import type { Passage } from './entry.ts';
import { distanceFrom } from './languages.ts';
import { bestSnippet, excerptOf, type Snippet } from './snippets.ts';

/** A synonym or a name longer than this is shown around its word; a whole list of them says less. */
const piecesMax = 60;

/**
 * @param shown what the line shows anyway.
 * @param hidden what else the entry is found by, in all its languages.
 * @returns for each word that is not seen on the line the text that has it, each text once.
 */
export function reasonsOf(
  locale: Locale,
  parts: QueryPart[],
  { shown, hidden }: { shown: Passage[]; hidden: Passage[] },
): Snippet[] {
  const pieces = hidden.flatMap(piecesOf);
  const unseen = parts.filter((part) => !shown.some((passage) => matches(passage, part)));
  const told = unseen.flatMap((part) => {
    const best = bestSnippet(pieces, [part], distanceFrom(locale));
    return best && best.matches > 0 ? [best] : [];
  });
  const byText = new Map(told.map((snippet) => [plain(snippet), snippet]));
  return [...byText.values()];
}

const matches = (passage: Passage, part: QueryPart) => excerptOf(passage, [part]).matches > 0;
const plain = ({ segments }: Snippet) => segments.map(({ text }) => text).join('');

/** Lists of synonyms and keywords are taken apart; sentences stay whole. */
function piecesOf({ lang, text }: Passage): Passage[] {
  const pieces = text.split(';').map((piece) => piece.trim());
  const isList = pieces.length > 1 && pieces.every((piece) => piece.length <= piecesMax);
  return isList ? pieces.filter(Boolean).map((piece) => ({ lang, text: piece })) : [{ lang, text }];
}

/** What countries are called in a language; the index knows them in all four. */
export const countryNames = (locale: Locale, codes: string[]): Passage[] =>
  codes.map((code) => ({ lang: locale, text: countryName(locale, code) }));
