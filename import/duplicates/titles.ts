/** Titles: what of them is compared, and how alike two of them are. */
import { fold, widen } from '../normalize/text.ts';
import { similarity } from './similarity.ts';
import { bareTitle, titleOfOther, titleParts } from './title-remarks.ts';

export type TitleFacts = {
  /** Letters and digits as written, in lower case, without blanks: "long-term" is "long term". */
  strict: string;
  /** The same with spellings folded together. */
  wide: string;
  /** What stands before the first colon or full stop, folded as `wide`. */
  head: string;
  /** Its words, folded as `wide`, with blanks between them. */
  spaced: string;
  /** Numbers in order, Roman ones after "part" included: what tells parts and years apart. */
  numbers: string;
  /** Too common to identify anything: "Editorial", "Introduction". */
  generic: boolean;
  /** One half of a title in two languages. */
  isPart: boolean;
  /** Of the document that this one corrects or answers. */
  isNotice: boolean;
};
export type TitleMatch = {
  /** `mistyped`: word by word the same but for a letter here and there. `part`: one holds the other's, in two languages. */
  kind:
    | 'same'
    | 'spelling'
    | 'mistyped'
    | 'part'
    | 'continues'
    | 'similar'
    | 'different'
    | 'unknown';
  /** What the longer title goes on with, where the shorter one ends. */
  rest: string;
  /** It ends where a subtitle begins, or is so long that an export cut it. */
  isCut: boolean;
  /** 0 to 1, of the pair of titles that are most alike. */
  similarity: number;
  /** `more`: one has the other's numbers and further ones. */
  numbers: 'same' | 'more' | 'different' | 'unknown';
  generic: boolean;
};

/** The best of all pairs: either may stand in the original language or in translation. */
export function bestTitle(as: readonly TitleFacts[], bs: readonly TitleFacts[]): TitleMatch {
  let best: TitleMatch = nothingKnown;
  for (const a of as) {
    for (const b of bs) {
      // A part is looked at only where the whole does not say as much.
      if ((a.isPart || b.isPart) && best.kind === 'same') continue;
      const match = matchOf(a, b);
      if (match.similarity < best.similarity) continue;
      // Between pairs as much alike as each other, what speaks against holds, whatever the order.
      if (match.similarity > best.similarity || rankOf(match) < rankOf(best)) best = match;
    }
  }
  return best;
}

/** How alike they are where every two of them differ; undefined where any two do not, or nothing is known. */
export function unlikeTitles(
  as: readonly TitleFacts[],
  bs: readonly TitleFacts[],
): number | undefined {
  let most: number | undefined;
  for (const a of as) {
    for (const b of bs) {
      const alike = similarity(a.wide, b.wide);
      if (kindOf(a, b, alike) !== 'different') return undefined;
      most = Math.max(most ?? 0, alike);
    }
  }
  return most;
}

function matchOf(a: TitleFacts, b: TitleFacts): TitleMatch {
  const alike = similarity(a.wide, b.wide);
  const whole = kindOf(a, b, alike);
  const isHalf = a.isPart || b.isPart;
  const kind = isHalf && (whole === 'same' || whole === 'spelling') ? 'part' : whole;
  return {
    kind,
    rest: kind === 'continues' ? restOf(a.wide, b.wide) : '',
    isCut: kind === 'continues' && isCut(a, b),
    similarity: alike,
    numbers: numbersMatch(a.numbers, b.numbers),
    // Two notices of one document need not be one notice.
    generic: a.generic || b.generic || (a.isNotice && b.isNotice),
  };
}

const nothingKnown: TitleMatch = {
  kind: 'unknown',
  rest: '',
  isCut: false,
  similarity: 0,
  numbers: 'unknown',
  generic: false,
};

const kinds = 'different similar continues part mistyped spelling same unknown'.split(' ');
const numberKinds = ['different', 'more', 'same', 'unknown'];
const rankOf = ({ kind, numbers, generic }: TitleMatch) =>
  kinds.indexOf(kind) * 8 + numberKinds.indexOf(numbers) * 2 + (generic ? 0 : 1);

const restOf = (a: string, b: string) =>
  a.length < b.length ? b.slice(a.length) : a.slice(b.length);

function isCut(a: TitleFacts, b: TitleFacts): boolean {
  const [short, long] = a.wide.length < b.wide.length ? [a, b] : [b, a];
  return long.head === short.wide || short.wide.length >= 80;
}

function kindOf(a: TitleFacts, b: TitleFacts, alike: number): TitleMatch['kind'] {
  if (a.strict === b.strict) return 'same';
  if (a.wide === b.wide) return 'spelling';
  const [short, long] = a.wide.length < b.wide.length ? [a, b] : [b, a];
  // Subtitles are dropped by some sources; one word in common is no evidence.
  if (short.wide.length >= 20 && long.wide.startsWith(short.wide)) return 'continues';
  if (short.wide.length >= 8 && long.head === short.wide) return 'continues';
  if (alike < 0.8) return 'different';
  return isMistyped(tellingWords(a), tellingWords(b)) ? 'mistyped' : 'similar';
}

/** Without those that come and go. */
const tellingWords = ({ spaced }: TitleFacts) =>
  spaced.split(' ').filter((word) => !comeAndGo.has(word));

/** As many words, each the same or, when long, at most one letter off: `behaviour`, `randomised`. */
function isMistyped(as: readonly string[], bs: readonly string[]): boolean {
  if (as.length !== bs.length || as.length < 4) return false;
  let off = 0;
  for (const [index, a] of as.entries()) {
    const b = bs[index] ?? '';
    if (a === b) continue;
    off += 1;
    if (off > 2 || Math.min(a.length, b.length) < 6 || !isOneLetterOff(a, b)) return false;
  }
  return true;
}

/** One letter more, less, other, or two turned round. */
function isOneLetterOff(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (Math.max(left.length, right.length) <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function numbersMatch(a: string, b: string): TitleMatch['numbers'] {
  if (a === b) return 'same';
  // `10 000` and `10000`.
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 'same';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const rest = long.split(' ');
  for (const number of short.split(' ').filter(Boolean)) {
    const index = rest.indexOf(number);
    if (index < 0) return 'different';
    rest.splice(index, 1);
  }
  return 'more';
}

/**
 * The title as it stands, or that of the document it is a notice of; and its halves when it is in two languages.
 */
export function titlesIn(written: string): TitleFacts[] {
  const title = bareTitle(written);
  const other = titleOfOther(title);
  const whole = { isPart: false, isNotice: other !== undefined };
  const parts = titleParts(title).map((part) => titleFacts(part, { ...whole, isPart: true }));
  return [titleFacts(other ?? title, whole), ...parts];
}

type Role = Pick<TitleFacts, 'isPart' | 'isNotice'>;

function titleFacts(written: string, { isPart, isNotice }: Role): TitleFacts {
  const title = written.replace(greek, (letter) => greekNames[letter] ?? letter);
  const folded = fold(title);
  const spaced = widen(folded);
  const wide = spaced.replaceAll(' ', '');
  const strict = folded.replace(conjunctions, '').replaceAll(' ', '');
  return {
    // One string in memory for both, where they are equal.
    strict: strict === wide ? wide : strict,
    wide,
    head: headOf(title),
    spaced,
    numbers: numbersIn(spaced),
    generic: wide.length < 12 || isGeneric(folded),
    isPart,
    isNotice,
  };
}

const greekNames: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ω: 'omega',
};
const greek = /[αβγδκλμω]/g;
// `&` is left out by folding; the word it stands for is then no difference either.
const conjunctions = /(?<= )(?:and|och|og|und|et) (?=\S)/g;

const comeAndGo = new Set('a an the of some its och og and en et ei den det de'.split(' '));

const genericTitle = new RegExp(
  `^(?:(?:guest )?editorial|editors? (?:notes?|choice|pages?|comments?|column|corner|letter)|
  introduction|preface|foreword|conclusions?|index|contents|table of contents|abstracts?|
  book reviews?(?: column)?|review|letters?(?: (?:to|from) the editors?)?|reply|comment|commentary|
  errat(?:um|a)|corrigend(?:um|a)|corrections?|news(?: in brief)?|obituar(?:y|ies)|in memoriam|
  announcements?|discussion|calendar(?: of events)?|contributors|(?:front|back) matter|
  (?:presidents?|chairs?|chairmans?|directors?|secretarys?|treasurers?|publishers?)
   (?:message|letter|report|column|page|corner|address|notes?)|
  from the (?:president|chair|director|publisher)|summary|background|no title|untitled|
  (?:private|personal) (?:correspondence|communication)|unpublished (?:manuscript|data)|
  annual report|förord|forord|føreord|inledning|innledning|ledare|leder|leiar|recension(?:er)?|
  anmeldelser?|bokanmeldelse|bokmeldingar|diskussion|från redaktionen|fra redaksjonen|
  ordföranden har ordet|redaktören har ordet|notiser|kalendarium|sammanfattning|sammendrag|
  samandrag|årsrapport|årsberättelse|årsmelding|årsredovisning|verksamhetsberättelse|
  redaksjonelt|redaktionellt|litteratur|nyheter|debatt|kronikk|krönika)(?: \\d+)?$`.replace(
    /\s*\n {2}/g,
    '',
  ),
);

/** What an issue, a congress or a volume opens and closes with, whatever it goes on to name. */
const genericStart = new RegExp(
  `^(?:introduction to (?:the |this )?(?:special|mini\\w*|theme|section|symposium|supplement|issue|track)|
  guest editorial|from the editors?|editors? introduction|message from|in this issue|
  call for papers|(?:author|subject|keyword|cumulative) index|list of (?:reviewers|contributors)|
  (?:acknowledge?ments?|thanks?(?: you)?) (?:to|of) (?:our |the )?(?:reviewers|referees)|
  abstracts? (?:of|from) (?:the|papers|posters|presentations)|(?:oral|poster) (?:abstracts|presentations)|
  proceedings of (?:the|a))\\b`.replace(/\s*\n\s*/g, ''),
);
const isGeneric = (folded: string) =>
  (folded.length < 60 && genericTitle.test(folded)) || genericStart.test(folded);

/** Empty when the title has no such parts. */
function headOf(title: string): string {
  const end = title.search(/[?!]?\s*(?::|[.?!]\s|\s[-\u2013\u2014]\s)/);
  return end > 0 ? widen(fold(title.slice(0, end))).replaceAll(' ', '') : '';
}

const partWords = `part|del|volume|vol|band|phase|fas|fase|study|studie|chapter|kapitel|kapittel|
  type|stage|grade|trial|nr|no|number|wave|round|book|bok|unit|enhet|module|modul|section`.replace(
  /\s+/g,
  '',
);
const partWord = new RegExp(`^(?:${partWords})$`);
const partLetter = /^[bcdfgh]$/;
/** Most titles have nothing of the kind: then no word of them is looked at. */
const mayHaveNumbers = new RegExp(`\\d|(?:^| )(?:${partWords}) |(?:^| )(?:i[iv]|iii|vi{1,3}|ix)$`);

/**
 * Numbers tell apart what is otherwise worded alike. A Roman numeral counts only after a word such
 * as "part": "i" is a common word in the Nordic languages. From "II" on it is a number at the end. A letter after such
 * a word counts too, "a" only at the end: elsewhere it is a word.
 */
function numbersIn(spaced: string): string {
  if (!mayHaveNumbers.test(spaced)) return '';
  const found: string[] = [];
  const words = spaced.split(' ');
  words.forEach((word, index) => {
    const digits = word.match(/\d+/g);
    if (digits) found.push(...digits);
    else if (partWord.test(words[index - 1] ?? '')) {
      const number = numerals[word] ?? partLetter.exec(word)?.[0];
      if (number) found.push(number);
      else if (word === 'a' && index === words.length - 1) found.push(word);
    } else if (index === words.length - 1 && /^(?:i[iv]|iii|vi{1,3}|ix)$/.test(word)) {
      found.push(numerals[word] ?? word);
    }
  });
  return found.join(' ');
}

const numerals: Record<string, string> = Object.fromEntries(
  [
    'i one ett en',
    'ii two två tva to',
    'iii three tre',
    'iv four fyra fire',
    'v five fem',
    'vi six sex seks',
    'vii seven sju',
    'viii eight åtta atta åtte atte',
    'ix nine nio ni',
    'x ten tio ti',
  ].flatMap((forms, index) => forms.split(' ').map((form) => [form, String(index + 1)])),
);
