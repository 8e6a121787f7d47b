/** A found entry as its line in a list of results shows it. */
import { type Locale, locales } from '../../schema/columns.ts';
import type { QueryPart } from '../platform/analyser.ts';
import { collator, countryName, inWords, translate } from '../platform/i18n.ts';
import { findingAddress, publicationAddress } from '../synthesis/addresses.ts';
import { citedAs, namesInShort } from './citations.ts';
import type { ExcerptFacts, FindingFacts, Passage, PublicationFacts } from './entry.ts';
import { distanceFrom, langAttribute } from './languages.ts';
import { countryNames, reasonsOf } from './reasons.ts';
import { bestSnippet, highlight, type Segment, type Snippet } from './snippets.ts';
import type { Source } from './sources.ts';
import type { FoundEntry } from './store.ts';

type Text = { lang: string | null; segments: Segment[] };

/** What templates may ask of a line; every field is there, empty where its type has none. */
export type EntryLine = {
  type: FoundEntry['kind'];
  href: string;
  reviewSlug: string;
  /** What kind of finding or excerpt it is. */
  label: string;
  title: Text;
  /** The stretch that shows why it was found; null when there is none to show. */
  text: Text | null;
  /** Words that it was found by and that nothing else on the line shows. */
  reasons: Text[];
  /** Authors and year, where it was published, page. */
  source: string;
  detail: string;
  countries: { code: string; name: string }[];
  supporting: number;
  contradicting: number;
  /** Some of those who say so, and of those who say otherwise. */
  supportedBy: Place[];
  contradictedBy: Place[];
  findings: number;
  excerpts: number;
};

/** A publication and where in it, as a link. */
type Place = { href: string; cited: string; locator: string };

export function entryLine(locale: Locale, entry: FoundEntry, parts: QueryPart[]): EntryLine {
  const line = lineOf(locale, entry, parts);
  const { countries } = entry.facts;
  const snippets = [line.title, line.text].flatMap((text) => text ?? []);
  const shown = [
    ...snippets.map(({ lang, segments }) => ({
      lang: lang ?? locale,
      text: segments.map(({ text }) => text).join(''),
    })),
    ...[line.label, line.source, line.detail].map((text) => ({ lang: locale, text })),
    ...countryNames(locale, countries),
  ];
  const hidden = [
    ...entry.title,
    ...entry.body,
    ...entry.alsoFoundBy,
    ...locales.flatMap((each) => countryNames(each, countries)),
  ];
  const reasons = reasonsOf(locale, parts, { shown, hidden });
  return { ...line, reasons: reasons.map((reason) => textOf(locale, reason)) };
}

function lineOf(locale: Locale, entry: FoundEntry, parts: QueryPart[]): Omit<EntryLine, 'reasons'> {
  const { kind, refId, reviewSlug } = entry;
  const base = {
    type: kind,
    reviewSlug,
    text: snippetOf(locale, entry.body, parts, kind !== 'finding'),
    source: '',
    detail: '',
    supporting: 0,
    contradicting: 0,
    supportedBy: [],
    contradictedBy: [],
    findings: 0,
    excerpts: 0,
  };
  const title = titleOf(locale, entry.title, parts);
  if (kind === 'finding') {
    const facts = entry.facts as FindingFacts;
    const { supporting, contradicting, sources } = facts;
    const ofSide = (stance: Source['stance']) =>
      sources
        .filter((source) => source.stance === stance)
        .map((source) => placeOf(locale, reviewSlug, source));
    const label = inWords(locale, facts.kindLabel);
    const href = findingAddress(reviewSlug, refId);
    const countries = named(locale, facts.countries);
    return {
      ...base,
      href,
      label,
      title,
      countries,
      supporting,
      contradicting,
      supportedBy: ofSide('supports'),
      contradictedBy: ofSide('contradicts'),
    };
  }
  if (kind === 'publication') {
    const facts = entry.facts as PublicationFacts;
    const { findings, excerpts } = facts;
    return {
      ...base,
      href: publicationAddress(reviewSlug, refId),
      label: '',
      title,
      source: citedAs(locale, facts),
      detail: facts.container,
      countries: named(locale, facts.countries),
      findings,
      excerpts,
    };
  }
  const facts = entry.facts as ExcerptFacts;
  return {
    ...base,
    href: `${publicationAddress(reviewSlug, facts.publicationId)}#excerpt-${refId}`,
    label: translate(locale, `evidence.excerpt_${facts.excerptKind}`),
    title: { lang: null, segments: [{ text: citedAs(locale, facts), isMatch: false }] },
    source: namesInShort(locale, facts.authors),
    detail: locatorOf(locale, facts),
    countries: named(locale, facts.countries),
  };
}

function placeOf(locale: Locale, reviewSlug: string, source: Source): Place {
  const page = publicationAddress(reviewSlug, source.publicationId);
  return {
    href: source.excerptId === null ? page : `${page}#excerpt-${source.excerptId}`,
    cited: citedAs(locale, source),
    locator: locatorOf(locale, source),
  };
}

/** "p. 12, Table 3": where in the document it stands. */
export function locatorOf(
  locale: Locale,
  { page, locator }: { page: string; locator: string },
): string {
  // Some write "p. 5" themselves.
  const said = /^\d/.test(page) ? translate(locale, 'evidence.page', { page }) : page;
  return [said, locator].filter(Boolean).join(', ');
}

export function named(locale: Locale, codes: string[]): { code: string; name: string }[] {
  const { compare } = collator(locale);
  return codes
    .map((code) => ({ code, name: countryName(locale, code) }))
    .sort((one, other) => compare(one.name, other.name));
}

/** A title is shown in the reader's language; that another one matched is the snippet's to say. */
function titleOf(locale: Locale, title: Passage[], parts: QueryPart[]): Text {
  const preference = distanceFrom(locale);
  const nearest = title.toSorted((one, other) => preference(one.lang) - preference(other.lang))[0];
  if (!nearest) return { lang: null, segments: [] };
  return textOf(locale, highlight(nearest, parts));
}

function snippetOf(
  locale: Locale,
  body: Passage[],
  parts: QueryPart[],
  isAlways: boolean,
): Text | null {
  const best = bestSnippet(body, parts, distanceFrom(locale));
  // What a finding says beside its statement is worth a line only where it shows why.
  return best && (isAlways || best.matches > 0) ? textOf(locale, best) : null;
}

const textOf = (locale: Locale, { lang, segments }: Snippet): Text => ({
  lang: langAttribute(lang, locale),
  segments,
});
