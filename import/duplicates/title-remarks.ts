/** What stands in a title and is no title: databases' remarks, the words of a notice, a second language. */

/** What a document says it is to another one. */
export type Notice = 'correction' | 'retraction' | 'reply' | 'comment';

/**
 * What a title says it is about: an erratum, a reply, a comment, a review of a book. PubMed's
 * "[Comment in ...]" and "[Erratum appears in ...]" only point elsewhere and are no such thing.
 */
export function noticeIn(title: string): Notice | undefined {
  const named = title.includes('[') ? title.replace(pointer, '') : title;
  const text = named.replace(/[\u2018\u2019\u201c\u201d]/g, "'").replace(retracted, '');
  if (isPlaced(text)) return 'correction';
  if (!anyNotice.test(text)) return undefined;
  return notices.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Without the brackets of a translated title and the remarks databases add: `[Chinese]`. */
export function bareTitle(title: string): string {
  if (!/[[(]|retracted/i.test(title)) return title.trim();
  // A citation's year in brackets before its title is not part of it.
  let text = title
    .trim()
    .replace(pointer, '')
    .replace(retracted, '')
    .replace(/^[[(](?:19|20)\d\d[a-z]?[\])][.,:]?\s+/, '');
  for (;;) {
    const found = bracketed.exec(text);
    if (found && found.index > 0 && remark.test(found[0])) text = text.slice(0, found.index);
    else if (isWrapped(text)) text = text.replace(/^\[|\]\.?$/g, '');
    else return text;
  }
}

/** Of `Erratum to: Title`, the title; undefined when it is not plainly said that it is a notice of one. */
export function titleOfOther(title: string): string | undefined {
  const other = title
    .replace(isPlaced(title) ? placeOfOther : '', '')
    .replace(opening, '')
    .replace(closing, '');
  if (other === title || other.length < 12) return undefined;
  return other.replace(/^["'\u201c\u2018]|["'\u201d\u2019]\.?$/g, '');
}

/**
 * A title in two languages, one after the other: `Titel = Title` as library catalogues write it, `Title [Titel]` as
 * Scopus does. Parts that are too short to be titles are none.
 */
export function titleParts(title: string): string[] {
  const parts = title.includes(' = ')
    ? title.split(' = ')
    : (bracketedEnd.exec(title)?.slice(1) ?? []);
  return parts.length > 1 && parts.every(isLikeTitle) ? parts : [];
}

// Parts of a work in square brackets have numbers: `[Part 2 of the series]`.
const bracketedEnd = /^([^[\]]{20,}?)\.?\s*\[([^[\]\d]{20,})\]?\.?$/;
const isLikeTitle = (part: string) => part.length >= 20 && /\p{L}{2,}.*\s.*\s/u.test(part);

const bracketed = /\s*(?:\[[^[\]]{0,240}\]|\([^()]{0,240}\))\s*\.?$/;
/** A remark that the database hung on, to its end or to where the export cut it off. */
const pointer =
  /\s*\[(?:corrected\]|see comments?|(?:published )?(?:comment|errat(?:um|a)|corrections?|corrigend(?:um|a)|retraction|republished|republication|update|summary|letter|reply)\b[^[\]]{0,20}? in\b).*$/i;
const remark = new RegExp(
  `^[\\s[(]*(?:chinese|english|french|german|spanish|japanese|russian|italian|portuguese|polish|
  korean|turkish|swedish|norwegian|danish|finnish|dutch|czech|hebrew|persian|hungarian|icelandic|
  in [a-z]+|article in [a-z]+|abstract|(?:structured|provisional) abstract|brief record|review|[0-9]* ?refs?|editorial|letter|summary|
  see comments?)\\b[^[\\]()]*`.replace(/\s*\n\s*/g, ''),
  'i',
);
/** The article itself, marked after it was retracted; the notice of it says "Retraction". */
const retracted =
  /^\s*\[?retracted(?: article| paper)?\]?\s*[:.\u2013\u2014-]+\s*|\s*[([]retracted(?: article| paper)?\b[^()[\]]*[)\]]\s*\.?$/i;
/** `(vol 142, pg 310, 2003)`, `(New England Journal of Medicine (2009) 360 (542-544))`. */
const placeOfOther =
  /\s*\((?:[a-z]+ (?:of|to|on) )?vol\.? ?\d[^()]*\)\s*\.?$|\s*\([^()]{3,160}\((?:19|20)\d\d\)[^()]*(?:\([^()]*\)[^()]*)*\)\s*\.?$/i;
const isPlaced = (title: string) => title.endsWith(')') && placeOfOther.test(title);

const words = (text: string) => new RegExp(text.replace(/\s*\n\s*/g, ''), 'i');
const notices: [Notice, RegExp][] = [];
const noticeWords: Record<Notice, string> = {
  correction: `errat(?:um|a)|corrigend(?:um|a)|correction (?:to|of|for)|correction$|correction:|
    expression of concern|rättelse|rettelse`,
  retraction: 'retract(?:ion|ed)|withdrawn',
  reply: `repl(?:y|ies) (?:to|by|from)|reply$|in reply|response to|authors?'s? (?:reply|response)|
    replikk?|svar till?|svar på`,
  comment: 'comments? on|commentary on|re:|letter to|kommentar til',
};
for (const [kind, forms] of Object.entries(noticeWords))
  notices.push([kind as Notice, words(`\\b(?:${forms})`)]);
const anyNotice = words(`\\b(?:${Object.values(noticeWords).join('|')})`);

// `Correction of anaemia` and `Response to lithium` are titles: a mark must follow.
const certainly = 'errat(?:um|a)|corrigend(?:um|a)|rättelse|rettelse';
const withMark = `corrections?|retraction(?: notice| note)?|notice of retraction|repl(?:y|ies)|in reply|
  authors?'?s? (?:reply|response)|response|comments?|commentary|re|replikk?|svar|kommentar`;
const opening = words(
  `^\\W*(?:(?:${certainly})\\b(?: (?:to|till?|på|for|in))?\\s*[:.\u2013\u2014-]?\\s+|
  (?:${withMark})(?: (?:to|on|for|till?|på))?(?:\\s*[:\u2013\u2014]\\s+| (?=["\u201c\u2018])))`,
);
const closing = words(`\\s*[:.,\u2013\u2014([-]\\s*(?:${certainly}|reply|authors?'?s? reply)\\W*$`);

/** The bracket that opens the text closes at its end. */
function isWrapped(text: string): boolean {
  if (!text.startsWith('[') || !/\]\.?$/.test(text)) return false;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '[') depth += 1;
    else if (text[index] === ']') depth -= 1;
    if (depth === 0) return index >= text.length - 2;
  }
  return false;
}
