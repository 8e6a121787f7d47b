/** Which publication a full text is of: by the DOI it states, its title on the first pages, the name of its file. */
import { fold } from '../normalize/text.ts';
import type { TextFacts, TextPage } from './pages.ts';

export type TextCandidate = {
  id: number;
  title: string;
  doi: string | null;
  family: string;
  year: number | null;
};
export type TextMatch = { id: number; reason: 'doi' | 'title' | 'file_name'; isCertain: boolean };

/** Words of the first pages among which a title is looked for. */
const headWordsMax = 700;
/** A title of fewer words may stand anywhere. */
const tellingWords = 5;

type Signs = {
  candidate: TextCandidate;
  title: string;
  hasDoi: boolean;
  hasTitle: boolean;
  overlap: number;
  isNamed: boolean;
};

/** The publication it is, or may be; null when nothing speaks for one more than for others. */
export function matchText(
  text: { facts: TextFacts; pages: readonly TextPage[]; fileName: string },
  candidates: readonly TextCandidate[],
): TextMatch | null {
  const head = wordsOf(
    text.pages
      .slice(0, 2)
      .map((page) => page.text)
      .join('\n'),
    headWordsMax,
  );
  const seen = {
    dois: text.facts.dois,
    head: ` ${head.join(' ')} `,
    words: new Set(head),
    stated: fold(text.facts.title),
    file: ` ${fold(text.fileName.replace(/\.\w+$/, '').replace(/[_.+-]/g, ' '))} `,
  };
  const signs = candidates.map((candidate) => signsOf(candidate, seen)).filter(hasAny);
  const kept = signs.filter((one) => !signs.some((other) => isPartOf(one, other)));
  const ranked = kept.toSorted((one, other) => weight(other) - weight(one));
  const [best, next] = ranked;
  if (!best || (next && weight(next) === weight(best))) return null;
  const reason = best.hasDoi
    ? 'doi'
    : best.hasTitle || best.overlap >= overlapMin
      ? 'title'
      : 'file_name';
  return { id: best.candidate.id, reason, isCertain: isCertain(best, kept) };
}

const overlapMin = 0.8;

function signsOf(
  candidate: TextCandidate,
  seen: { dois: string[]; head: string; words: Set<string>; stated: string; file: string },
): Signs {
  const title = fold(candidate.title);
  const words = title.split(' ').filter((word) => word.length > 2);
  const inHead = words.filter((word) => seen.words.has(word)).length;
  const family = fold(candidate.family);
  const byName =
    family !== '' &&
    candidate.year !== null &&
    seen.file.includes(` ${family} `) &&
    seen.file.includes(` ${candidate.year} `);
  return {
    candidate,
    title,
    hasDoi: candidate.doi !== null && seen.dois.includes(candidate.doi),
    hasTitle: title.length >= 12 && (seen.head.includes(` ${title} `) || seen.stated === title),
    overlap: words.length >= 4 ? inHead / words.length : 0,
    isNamed: byName || (title.length >= 20 && seen.file.includes(title)),
  };
}

const hasAny = (signs: Signs): boolean =>
  signs.hasDoi || signs.hasTitle || signs.isNamed || signs.overlap >= overlapMin;

const weight = (signs: Signs): number =>
  (signs.hasDoi ? 4 : 0) + (signs.hasTitle ? 2 : 0) + (signs.isNamed ? 1 : 0) + signs.overlap;

/** "Trust in care" within "Trust in care: a review": the longer title is the one that stands there. */
const isPartOf = (one: Signs, other: Signs): boolean =>
  one !== other &&
  !one.hasDoi &&
  one.hasTitle &&
  other.hasTitle &&
  other.title.length > one.title.length &&
  ` ${other.title} `.includes(` ${one.title} `);

/** Two signs that agree, or a title that says enough while no DOI names another publication. */
function isCertain(best: Signs, all: readonly Signs[]): boolean {
  if (best.hasDoi) return best.hasTitle || best.overlap >= overlapMin;
  const isContested = all.some((other) => other !== best && (other.hasDoi || other.hasTitle));
  return best.hasTitle && best.title.split(' ').length >= tellingWords && !isContested;
}

/** The first words, those that a line's end divided made whole. */
function wordsOf(text: string, max: number): string[] {
  return fold(text.replace(/\u00ad\s*/g, '').replace(/(\p{L})[-\u2010]\n(?=\p{Ll})/gu, '$1'))
    .split(' ')
    .slice(0, max);
}
