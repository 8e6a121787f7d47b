/** Our reference as an item of the Citation Style Language, in the words that styles ask for. Pure. */
import type { Name, Reference, ReferenceType } from '../../../import/reference.ts';
import { guessLanguage } from '../../platform/function-words.ts';
import { type CslDate, dateOf } from './dates.ts';

type CslName = { literal: string } | Record<string, string>;
export type CslItem = { id: string; type: ReferenceType; language?: string } & Record<
  string,
  string | CslName[] | CslDate | undefined
>;

/**
 * Stands as one more author where a source leaves authors out: a style then counts them as it should, and its place
 * in the finished reference is taken by "et al." No text can hold it.
 */
export const othersMark = '\ue000';

/** What stands in `issue` is, for these, the number of the thing itself. */
const numbered: readonly ReferenceType[] = ['report', 'patent', 'bill', 'legislation'];

/**
 * Abstract, keywords, notes and the database are the source's remarks, not the reference: a style that prints an
 * item's note would print "Cited by: 12".
 */
export function itemOf(id: string, reference: Reference): CslItem {
  const { type, authors, editors = [], othersOmitted } = reference;
  const others: CslName[] = othersOmitted ? [{ literal: othersMark }] : [];
  const language = languageOf(reference);
  const numberField = numbered.includes(type) ? 'number' : 'issue';
  const fields = {
    title: reference.title,
    'container-title': reference.container,
    'collection-title': reference.series,
    volume: reference.volume,
    [numberField]: reference.issue,
    page: reference.pages,
    edition: reference.edition,
    publisher: reference.publisher,
    'publisher-place': reference.place,
    DOI: reference.doi,
    URL: reference.urls?.[0],
    ISBN: reference.isbn?.join(' '),
    ISSN: reference.issn?.join(' '),
    language,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  const issued = dateOf(reference);
  return {
    id,
    type,
    ...(Object.fromEntries(given) as Record<string, string>),
    ...(authors.length + others.length > 0 && { author: [...authors.map(nameOf), ...others] }),
    ...(editors.length > 0 && { editor: editors.map(nameOf) }),
    ...(issued && { issued }),
  };
}

function nameOf(name: Name): CslName {
  if ('literal' in name) return { literal: name.literal };
  const { family, given, particle, suffix } = name;
  return {
    family,
    ...(given && { given }),
    ...(particle && { 'non-dropping-particle': particle }),
    ...(suffix && { suffix }),
  };
}

const languages: [RegExp, string][] = [
  [/^(en|eng|english|engelska|engelsk)\b/i, 'en'],
  [/^(sv|swe|swedish|svenska|svensk)\b/i, 'sv'],
  [/^(nb|nob|no|nor|norwegian|norsk|norska|bokmål)\b/i, 'nb'],
  [/^(nn|nno|nynorsk)\b/i, 'nn'],
  [/^(da|dan|danish|danska|dansk)\b/i, 'da'],
  [/^(de|ger|deu|german|tyska|tysk)\b/i, 'de'],
  [/^(fr|fre|fra|french|franska|fransk)\b/i, 'fr'],
  [/^(fi|fin|finnish|finska|finsk)\b/i, 'fi'],
  [/^(es|spa|spanish|spanska|spansk)\b/i, 'es'],
];

/** A style that capitalises English titles leaves others as they are, if only it is told which those are. */
function languageOf({ language, title }: Reference): string | undefined {
  const written = language?.trim() ?? '';
  const known = languages.find(([words]) => words.test(written));
  if (known) return known[1];
  if (written !== '') return /^[a-z]{2}(-[A-Z]{2})?$/.test(written) ? written : undefined;
  const guess = guessLanguage(title.toLowerCase().split(/[^\p{L}]+/u));
  return guess === null ? undefined : { en: 'en', sv: 'sv', no: 'nb' }[guess];
}
