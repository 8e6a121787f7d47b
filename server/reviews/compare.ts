/** What changed between two versions of a protocol, element by element. Pure. */
import type { Locale, Words } from '../../schema/columns.ts';
import type { Framework, ProtocolContent } from '../../schema/reviews.ts';

export type Change<T> = {
  /** What it is within its part: an element's key, a criterion's code, a number, a country. */
  key: string;
  change: 'added' | 'removed' | 'changed';
  before: T | null;
  after: T | null;
};
export type ProtocolCriterion = ProtocolContent['criteria'][number];
type Period = { from: string | null; to: string | null };

export type ProtocolComparison = {
  questions: Change<Words>[];
  framework: Change<Framework>[];
  elements: Change<Words>[];
  criteria: Change<ProtocolCriterion>[];
  period: Change<Period>[];
  languages: Change<string>[];
  countries: Change<string>[];
  countriesNote: Change<Words>[];
  notes: Change<Words>[];
};

/** Only what differs; an order that changed is not a change. */
export function compareProtocols(a: ProtocolContent, b: ProtocolContent): ProtocolComparison {
  const codes = (list: ProtocolContent['criteria']) =>
    new Map(list.map((row) => [row.code, row] as const));
  const each = (list: string[]) => new Map(list.map((code) => [code, code] as const));
  return {
    questions: compareQuestions(a.questions, b.questions),
    framework: single('framework', a.framework, b.framework),
    elements: compareMaps(new Map(Object.entries(a.elements)), new Map(Object.entries(b.elements))),
    criteria: compareMaps(codes(a.criteria), codes(b.criteria)),
    period: single('period', periodOf(a), periodOf(b)),
    languages: compareMaps(each(a.languages), each(b.languages)),
    countries: compareMaps(each(a.countries), each(b.countries)),
    countriesNote: single('countriesNote', given(a.countriesNote), given(b.countriesNote)),
    notes: single('notes', given(a.notes), given(b.notes)),
  };
}

const given = (words: Words): Words | null => (Object.keys(words).length > 0 ? words : null);

function periodOf({ periodFrom: from, periodTo: to }: ProtocolContent): Period | null {
  return from || to ? { from, to } : null;
}

function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!one || !other || typeof one !== 'object' || typeof other !== 'object') return false;
  const [first, second] = [Object.entries(one), Object.entries(other)];
  const lookup = new Map(second);
  return (
    first.length === second.length && first.every(([key, part]) => same(part, lookup.get(key)))
  );
}

function single<T>(key: string, before: T | null, after: T | null): Change<T>[] {
  if (same(before, after)) return [];
  if (before === null) return [{ key, change: 'added', before, after }];
  return [{ key, change: after === null ? 'removed' : 'changed', before, after }];
}

function compareMaps<T>(before: Map<string, T>, after: Map<string, T>): Change<T>[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => single(key, before.get(key) ?? null, after.get(key) ?? null));
}

/**
 * Questions have no codes. Equal ones are the same; of the rest, each is paired with the one most alike when they
 * share enough words, and counts as reworded.
 */
function compareQuestions(before: Words[], after: Words[]): Change<Words>[] {
  const old = numbered(before).filter(({ words }) => !after.some((other) => same(words, other)));
  const fresh = numbered(after).filter(({ words }) => !before.some((other) => same(words, other)));
  const reworded = old.flatMap((question) => {
    const [closest] = fresh
      .filter(({ isTaken }) => !isTaken)
      .map((candidate) => ({ candidate, likeness: likeness(question.words, candidate.words) }))
      .sort((one, other) => other.likeness - one.likeness);
    if (!closest || closest.likeness < likenessMin) return [];
    question.isTaken = true;
    closest.candidate.isTaken = true;
    const { key, words: now } = closest.candidate;
    return [{ key, change: 'changed' as const, before: question.words, after: now }];
  });
  return [
    ...old
      .filter(({ isTaken }) => !isTaken)
      .map(({ key, words }) => ({ key, change: 'removed' as const, before: words, after: null })),
    ...reworded,
    ...fresh
      .filter(({ isTaken }) => !isTaken)
      .map(({ key, words }) => ({ key, change: 'added' as const, before: null, after: words })),
  ];
}

const likenessMin = 0.4;
const numbered = (list: Words[]) =>
  list.map((words, index) => ({ key: String(index + 1), words, isTaken: false }));

/** The share of words in common, in the language where it is greatest. */
function likeness(one: Words, other: Words): number {
  const locales = Object.keys(one) as Locale[];
  return Math.max(
    0,
    ...locales.map((locale) => {
      const [first, second] = [tokens(one[locale]), tokens(other[locale])];
      const common = [...first].filter((word) => second.has(word)).length;
      return common / Math.max(1, first.size, second.size);
    }),
  );
}

const tokens = (text = ''): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
