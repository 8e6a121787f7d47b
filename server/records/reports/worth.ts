/** How much a record's value for a field says beside other records' values for it: the best is what is shown. Pure. */
import { doiKey } from '../../../import/duplicates/dois.ts';
import { bareTitle } from '../../../import/duplicates/title-remarks.ts';
import type { Name, Reference } from '../../../import/reference.ts';
import type { Field, SourceRecord } from './shown.ts';

/** From what matters most; compared place by place. */
export type Worth = readonly number[];

export function isWorthMore(one: Worth, other: Worth): boolean {
  const differs = one.findIndex((value, place) => value !== other[place]);
  return differs >= 0 && (one[differs] ?? 0) > (other[differs] ?? 0);
}

export function worthOf(field: Field, reference: Reference, records: SourceRecord[]): Worth {
  const value = reference[field];
  if (field === 'title') return titleWorth(reference.title, records);
  if (field === 'authors') return namesWorth(reference.authors, reference.othersOmitted);
  if (field === 'editors') return namesWorth(reference.editors ?? []);
  if (field === 'container') return containerWorth(reference.container ?? '');
  if (field === 'type') return [reference.type === 'document' ? 0 : 1];
  if (field === 'year') return [supporters('year', reference, records), placeOf(reference)];
  if (field === 'pages') return pagesWorth(reference);
  if (field === 'volume' || field === 'issue') return [placeOf(reference)];
  if (field === 'doi') return [doiWorth(reference.doi ?? '')];
  if (field === 'date') return [supporters('year', reference, records), textOf(value).length];
  if (field === 'abstract') return [isGarbled(textOf(value)) ? 0 : 1, textOf(value).length];
  if (typeof value === 'string') return textWorth(value);
  return [Array.isArray(value) ? value.length : 0];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const supporters = (field: Field, reference: Reference, records: SourceRecord[]) =>
  records.filter((other) => other.reference[field] === reference[field]).length;

/** What has come out in print says more on where and when than what was ahead of it. */
const placeOf = ({ volume, pages }: Reference) => (volume ? 2 : 0) + (pages ? 1 : 0);

/** Capitals throughout, and letters that a wrong encoding made of others, are no way to write. */
const textWorth = (text: string) => [isShouted(text) || isGarbled(text) ? 0 : 1];
const isShouted = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase();
const isGarbled = (text: string) => /\uFFFD|\u00c3[\u0080-\u00bf]|\u00e2\u20ac/.test(text);

/**
 * A whole title before one that is cut, one without a database's remark, with the letters of its language, as a
 * sentence and not With Every Word So, and then the one that kept the capitals of names.
 */
function titleWorth(title: string, records: SourceRecord[]): Worth {
  const isBare = bareTitle(title) === title.trim();
  const isWhole = !records.some(({ reference }) => goesOn(title, bareTitle(reference.title)));
  return [
    ...textWorth(title),
    isWhole ? 1 : 0,
    isBare ? 1 : 0,
    accentsIn(title),
    isInTitleCase(title) ? 0 : 1,
    capitalsIn(title),
  ];
}

/** The longer one has a subtitle more, or the shorter breaks off. */
function goesOn(title: string, longer: string): boolean {
  const start = title.toLowerCase().replace(/[\s.\u2026]+$/, '');
  if (start === '' || !longer.toLowerCase().startsWith(start)) return false;
  const rest = longer.slice(start.length);
  if (!/\p{L}{3}/u.test(rest)) return false;
  return /^\s*[:;?!\u2013\u2014-]|^\.\s/.test(rest) || /(?:\u2026|\.\.\.)\s*$/.test(title);
}

const accentsIn = (text: string) => (text.match(/[^\P{L}\p{ASCII}]/gu) ?? []).length;
const capitalsIn = (text: string) => (text.match(/\p{Lu}/gu) ?? []).length;

function isInTitleCase(title: string): boolean {
  const words = (title.match(/\p{L}{4,}/gu) ?? []).slice(1);
  const raised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 2 && raised > 0.6 * words.length;
}

/** A name in full says more than its abbreviation; what follows it is a body or another language. */
function containerWorth(name: string): Worth {
  const [head = ''] = name.split(/ : | = |\s*[[(]/);
  const own = head.replace(/^the /i, '').replace(/ & /g, ' and ');
  return [...textWorth(name), own.length, accentsIn(own), head === name ? 1 : 0];
}

function pagesWorth(reference: Reference): Worth {
  const [, first, last] = /(\d+)\s*[-\u2013]\s*\p{L}*(\d+)/u.exec(reference.pages ?? '') ?? [];
  const range = first === undefined || last === undefined ? 0 : 1;
  return [range, reference.volume ? 1 : 0, last?.length ?? 0];
}

/** Of its publisher; one of JSTOR's own; or one that an export cut off. */
function doiWorth(doi: string): number {
  if (doiKey(doi) === undefined) return 0;
  return doi.startsWith('10.2307/') ? 1 : 2;
}

/** All the people, rather than as many and "et al."; with as much of their names as any source gives. */
function namesWorth(names: Name[], othersOmitted = false): Worth {
  const written = names.map((name) => ('literal' in name ? name.literal : name.family)).join(' ');
  const given = names.map((name) => ('literal' in name ? '' : (name.given ?? '')));
  const letters = given.join('').replace(/[^\p{L}]/gu, '').length;
  return [
    names.length,
    othersOmitted ? 0 : 1,
    ...textWorth(written),
    letters,
    accentsIn(written + given.join('')),
  ];
}
