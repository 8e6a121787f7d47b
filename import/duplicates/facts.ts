/** What is compared when two references are held against each other, made ready once. */
import { type PageRange, pageRange } from '../normalize/pages.ts';
import { fold, foldNordic } from '../normalize/text.ts';
import type { Name, Reference, ReferenceType } from '../reference.ts';

export type Facts = {
  type: ReferenceType;
  doi: string | undefined;
  titles: TitleFacts[];
  /** Says that it is about another document: an erratum, a reply, a comment, a review of a book. */
  about: string | undefined;
  year: number | undefined;
  /** Each author's words, folded; the first set is the first author's. */
  authors: Set<string>[];
  /** Folded family names, in order. */
  families: string[];
  container: string;
  issn: readonly string[];
  isbn: readonly string[];
  volume: string;
  issue: string;
  pages: PageRange | undefined;
  abstract: string;
  accession: string;
  edition: string;
};

export type TitleFacts = {
  /** Words as written, in lower case. */
  strict: string;
  /** The wide key without blanks, so that "long-term" and "long term" are one. */
  wide: string;
  /** Numbers in order, Roman ones after "part" included: what tells parts and years apart. */
  numbers: string;
  /** Too common to identify anything: "Editorial", "Introduction". */
  generic: boolean;
};

const bracketed = /\s*(?:\[[^[\]]{0,240}\]|\([^()]{0,240}\))\s*\.?$/;
const remark = new RegExp(
  `chinese|english|french|german|spanish|japanese|russian|italian|portuguese|polish|korean|turkish|
  swedish|norwegian|danish|finnish|dutch|czech|hebrew|persian|in [a-z]+|article in|abstract|review|
  refs?|editorial|letter|comment|erratum|summary|appears in|see comments?`.replace(/\s*\n\s*/g, ''),
  'i',
);
const aboutAnother = new RegExp(
  `\\b(errat(?:um|a)|corrigend(?:um|a)|correction|retract(?:ion|ed)|withdrawn|expression of concern|
  repl(?:y|ies) (?:to|by|from)|reply$|in reply|response to|authors?'s? (?:reply|response)|
  comments? on|commentary on|re:|letter to|rättelse|rettelse|replikk?)`.replace(/\s*\n\s*/g, ''),
  'i',
);
const genericTitle = new RegExp(
  `^(?:editorial|editors? note|introduction|preface|foreword|conclusions?|index|contents|
  table of contents|abstracts?|book reviews?|review|letters?(?: to the editor)?|reply|comment|
  commentary|erratum|corrigendum|correction|news|obituary|in memoriam|announcements?|discussion|
  summary|background|no title|untitled|förord|forord|inledning|innledning|ledare|leder|recension|
  anmeldelse|diskussion|sammanfattning)(?: \\d+)?$`.replace(/\s*\n\s*/g, ''),
);
const unpaired = /[\u2018\u2019\u201c\u201d]/g;

export function factsOf(reference: Reference): Facts {
  const { title, translatedTitle, authors } = reference;
  const titles = [title, translatedTitle ?? ''].filter((text) => text.trim() !== '');
  return {
    type: reference.type,
    doi: reference.doi?.toLowerCase(),
    titles: titles.map(titleFacts).filter(({ wide }) => wide !== ''),
    about: aboutAnother.exec(bare(title).replace(unpaired, "'"))?.[1]?.toLowerCase(),
    year: reference.year,
    authors: authors.map((name) => new Set(nameWords(name))),
    families: authors.map(familyKey),
    container: foldNordic(reference.container ?? '').replace(/^the /, ''),
    issn: reference.issn ?? [],
    isbn: reference.isbn ?? [],
    volume: numberKey(reference.volume),
    issue: numberKey(reference.issue),
    pages: pageRange(reference.pages ?? ''),
    abstract: foldNordic(reference.abstract ?? '').slice(0, 400),
    accession: (reference.accession ?? '').trim().toLowerCase(),
    edition: numberKey(reference.edition),
  };
}

/** The family name alone, folded wide and without blanks: `Van der Berg` and `vanderberg` meet. */
export function familyKey(name: Name): string {
  const written = 'literal' in name ? name.literal : `${name.particle ?? ''} ${name.family}`;
  return foldNordic(written).replaceAll(' ', '');
}

function nameWords(name: Name): string[] {
  const written = 'literal' in name ? name.literal : `${name.family} ${name.given ?? ''}`;
  return foldNordic(written).split(' ').filter(Boolean);
}

function titleFacts(written: string): TitleFacts {
  const title = bare(written);
  const strict = fold(title);
  const words = foldNordic(title).split(' ').filter(Boolean);
  const wide = words.join('');
  const generic = genericTitle.test(strict) || wide.length < 12;
  return { strict, wide, numbers: numbersIn(words), generic };
}

/** Without the brackets of a translated title and the remarks databases add: `[Chinese]`. */
function bare(title: string): string {
  let text = title.trim();
  for (;;) {
    const found = bracketed.exec(text);
    if (!found || found.index === 0 || !remark.test(found[0])) break;
    text = text.slice(0, found.index);
  }
  return /^\[.*\]\.?$/.test(text) ? text.replace(/^\[|\]\.?$/g, '') : text;
}

/**
 * Numbers tell apart what is otherwise worded alike. A Roman numeral counts only after a word such
 * as "part": "i" is a common word in the Nordic languages.
 */
function numbersIn(words: readonly string[]): string {
  const part = /^(?:part|del|volume|vol|band|phase|fas|fase|study|chapter|type|stage|grade)$/;
  const found: string[] = [];
  words.forEach((word, index) => {
    const digits = word.match(/\d+/g);
    if (digits) found.push(...digits);
    else if (part.test(words[index - 1] ?? '') && /^(?:[ivx]+|one|two|three|four)$/.test(word)) {
      found.push(romans[word] ?? word);
    }
  });
  return found.join(' ');
}

const romans: Record<string, string> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
};

/** `v. 40`, `Vol. 40`, `40` and `040` are one number. */
function numberKey(written = ''): string {
  const text = foldNordic(written).replace(/^(?:v|vol|volume|no|nr|issue|band|bd) ?(?=\d)/, '');
  return text.replace(/^0+(?=\d)/, '').replaceAll(' ', '-');
}
