/** The styles in which references are printed, each by what stands at its end: nothing looser is taken apart. */
import type { ReferenceType } from '../../reference.ts';
import type { Role } from '../roles.ts';

/** What a style's form found; `people` and `editors` are still one text. */
export type Printed = Partial<Record<Role, string>> & {
  people?: string;
  editors?: string;
  kind?: ReferenceType;
};

type Style = { form: RegExp; kind?: ReferenceType };

const year = String.raw`(?:1[5-9]|20)\d{2}`;
const pages = String.raw`(?<pages>\w+(?:\.\w+)?(?:\s?[-\u2013]\s?\w+(?:[ .]e\d{1,6})?)?)`;
const quoted = String.raw`["\u201c\u201e'\u2018](?<title>.{6,400}?)[.,]?["\u201d'\u2019][.,]?`;
const place = String.raw`(?<place>\p{Lu}(?:[^.:;]|(?<=\bSt)\.){1,60})`;
const publisher = String.raw`(?<publisher>\p{Lu}[^.:;]{1,80}(?:\. ?[^.:;]{1,40})?)`;
/** Journal, 12(3), 1-9 / Journal 12 (3): 1-9 / Journal 11, no. 1 (Spring): 1-34 / Journal, vol. 1, no. 2, pp. 1-9 */
const inJournal = String.raw`(?<container>\p{L}[^.?!]{2,150}?),?\s+(?:[Vv]ol\.\s*)?(?<volume>\d{1,4})(?:\s?\((?<issue>[^)]{1,20})\)|, no\.? ?(?<number>[\w/-]+)(?: \([^)]{1,20}\))?)?(?:,? ?[:,]\s?(?:(?:pp?|s|sid)\.\s*)?${pages}|, (?:Article|Art\.) ?(?<articleNumber>\w+))?\.?`;

/** What follows people and year in APA, Harvard and Chicago. */
const afterYear: Style[] = [
  { form: new RegExp(`^${quoted} ${inJournal}$`, 'u'), kind: 'article-journal' },
  { form: new RegExp(`^(?<title>.{6,400}[^.][.?!]) ${inJournal}$`, 'u'), kind: 'article-journal' },
  // Title. In A. Editor & B. Editor (Eds.), Book (pp. 1-9). Publisher.
  {
    form: new RegExp(
      `^(?<title>.{6,300}?[^.\\s]{2}[.?!]) (?:In|I):? (?<editors>.{3,200}?) \\((?:Eds?|[Rr]ed)\\.\\)[,.:]? (?<container>.{3,200}?) \\((?:[^()]*, )?(?:pp?|s|ss)\\. ?${pages}\\)\\. (?:${place}: )?${publisher}\\.?$`,
      'u',
    ),
    kind: 'chapter',
  },
  // Title (2nd ed.). Place: Publisher.
  {
    form: new RegExp(
      `^(?<title>.{6,300}?) \\((?<edition>[^()]*(?:ed|uppl|utg|opplag)\\.?)\\)\\. (?:${place}: )?${publisher}\\.?$`,
      'u',
    ),
    kind: 'book',
  },
  {
    form: new RegExp(`^(?<title>[^.]{6,300}[.?!]) ${place}: ${publisher}\\.?$`, 'u'),
    kind: 'book',
  },
  { form: new RegExp(`^${quoted}(?: (?<rest>.*))?$`, 'u') },
  // A question may have an answer behind it: only a full stop ends a title.
  { form: /^(?<title>[^.]{6,400}?[^.\s]{2})(?:\. (?<rest>\p{Lu}.*)|\.?)$/u },
];

const medical = String.raw`(?<people>(?:[\p{Lu}\p{Ll}'\u2019 -]{2,40} \p{Lu}{1,4}(?:, |; |\. )){1,200}(?:et al\. )?(?:(?<=; )\p{Lu}[^.]{5,120}\. )?)`;
const body = String.raw`(?<people>\p{Lu}[^.,;]{7,150}\. )`;
const medicalTitle = String.raw`(?<title>.{8,500}?[^.\s]{2}[.?!])`;
const inMedical = String.raw`(?<container>[^.]{2,120})\. (?<date>${year}[^;:.]{0,12})(?:;(?<volume>[\w ]{1,20})?(?:\((?<issue>[^)]{1,20})\))?)?:${pages}\.?`;
const printedIn = String.raw`${place}: ${publisher}; (?<date>${year})\.?`;

/** Vancouver and AMA. */
const wholeMedical: Style[] = [
  {
    form: new RegExp(
      `^${medical}${medicalTitle} In: (?<editors>.{3,200}?), editors?\\. (?<container>.{3,200}?)\\. ${printedIn} pp?\\. ?${pages}\\.?$`,
      'u',
    ),
    kind: 'chapter',
  },
  { form: new RegExp(`^${medical}${medicalTitle} ${inMedical}$`, 'u'), kind: 'article-journal' },
  { form: new RegExp(`^${body}${medicalTitle} ${inMedical}$`, 'u'), kind: 'article-journal' },
  {
    form: new RegExp(
      `^(?:${medical}|${body.replace('people', 'body')})(?<title>(?!\\d+\\w* ed\\.)[^.]{6,300}?) \\[Internet\\][.?!](?: (?<edition>\\d+\\w* (?:ed|uppl|utg)\\.))? (?:${place}: )?${publisher}; (?<date>${year})(?: \\[(?:cited|citerad|sitert|lest) [^\\]]*\\])?\\.?$`,
      'u',
    ),
    kind: 'webpage',
  },
  {
    form: new RegExp(
      `^(?:${medical}|${body.replace('people', 'body')})(?<title>(?!\\d+\\w* ed\\.)[^.]{6,300}?)[.?!](?: (?<edition>\\d+\\w* (?:ed|uppl|utg)\\.))? (?:${place}: )?${publisher}; (?<date>${year})\\.?$`,
      'u',
    ),
    kind: 'book',
  },
];

/** IEEE: A. Berg and B. Ek, "Title," Journal, vol. 1, no. 2, pp. 1-9, Mar. 2019. */
const engineering = String.raw`(?<people>(?:\p{Lu}\.[ -]?){1,4}[^"\u201c]{1,600}?), ["\u201c](?<title>.{6,400}?),?["\u201d]`;
/** MLA: Berg, Anna, and Bo Ek. "Title." Journal, vol. 1, no. 2, 2019, pp. 1-9. */
const humanities = String.raw`(?<people>\p{Lu}[^"\u201c]{2,300}?)\. ["\u201c](?<title>.{6,400}?)\.?["\u201d]`;
const wholeQuoted: Style[] = [
  {
    form: new RegExp(
      `^${engineering} (?:in )?(?<container>[^,]{2,150}(?:, [^,\\d]{2,60})?), vol\\. (?<volume>\\w+)(?:, no\\. (?<issue>[\\w/\u2013-]+))?(?:, pp?\\. ${pages}|, Art\\. no\\. (?<articleNumber>\\w+))?, (?<date>[^,]{0,14}${year})\\.?$`,
      'u',
    ),
    kind: 'article-journal',
  },
  {
    form: new RegExp(
      `^${humanities} (?<container>[^,]{2,150}), vol\\. (?<volume>\\w+)(?:, no\\. (?<issue>[\\w/\u2013-]+))?, (?<date>[^,]{0,14}${year})(?:, pp?\\. ${pages})?\\.?$`,
      'u',
    ),
    kind: 'article-journal',
  },
  { form: new RegExp(`^${engineering} (?<rest>.*?(?<date>${year}).*)$`, 'u') },
  // B. Klaus and P. Horn, Robot Vision. Cambridge: MIT Press, 1986. / Gleick, James. Chaos. Penguin, 1987.
  {
    form: new RegExp(
      `^(?<people>(?:\\p{Lu}\\.[ -]?){1,4}[^"\u201c]{1,300}?), (?<title>\\p{Lu}[^.,]{4,200})\\. ${place}: ${publisher}, (?<date>${year})\\.?$`,
      'u',
    ),
    kind: 'book',
  },
  {
    form: new RegExp(
      `^(?<people>\\p{Lu}[\\p{L}'\u2019-]+, \\p{Lu}\\p{Ll}[\\p{L}' -]{0,40}(?: \\p{Lu}\\.)?(?:, (?:and|och|og) \\p{Lu}[\\p{L}. '-]{3,40})?)\\. (?<title>\\p{Lu}[^.]{4,200})\\. (?:${place}: )?${publisher}, (?<date>${year})\\.?$`,
      'u',
    ),
    kind: 'book',
  },
];

const authorAndYear = new RegExp(
  `^(?<people>\\p{Lu}.{1,600}?)(?:\\s*\\((?<inside>${year})[a-z]?(?:, [^)]{1,30})?\\)[.:,]?|,? (?<outside>${year})[a-z]?[.:])\\s+(?<rest>\\S.*)$`,
  'su',
);

// No printed reference is as long as this: nothing is tried on what cannot be one.
const referenceCharactersMax = 2000;

/** Undefined where no style is recognised. */
export function printedParts(text: string): Printed | undefined {
  if (text.length > referenceCharactersMax) return undefined;
  return firstOf([...wholeMedical, ...wholeQuoted], text) ?? byAuthorAndYear(text);
}

function byAuthorAndYear(text: string): Printed | undefined {
  const { people = '', inside, outside, rest = '' } = authorAndYear.exec(text)?.groups ?? {};
  const date = inside ?? outside;
  const found = date && firstOf(afterYear, rest);
  return found ? { ...found, people, date } : undefined;
}

function firstOf(styles: readonly Style[], text: string): Printed | undefined {
  for (const { form, kind } of styles) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const { body: named, number, rest: _rest, ...found } = groups;
    const people = found.people ?? named;
    const issue = found.issue ?? number;
    const parts = { ...found, ...(people && { people }), ...(issue && { issue }) };
    return { ...parts, ...(kind && { kind }) };
  }
  return undefined;
}
