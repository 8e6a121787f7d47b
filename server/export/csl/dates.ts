/** A publication's date as sources write it, as the numbers that a citation style orders in its own way. */
import type { Reference } from '../../../import/reference.ts';

export type CslDate = { 'date-parts'?: number[][]; season?: number; literal?: string };

/** Months in English, Swedish, Norwegian and Danish, whole or cut to three letters. */
const months = [
  /^jan(uar(y|i)?)?$/,
  /^feb(ruar(y|i)?)?$/,
  /^(mar|mars|march|marts)$/,
  /^apr(il)?$/,
  /^(may|maj|mai)$/,
  /^jun(e|i)?$/,
  /^jul(y|i)?$/,
  /^aug(ust|usti)?$/,
  /^sept?(ember)?$/,
  /^(oct(ober)?|okt(ober)?)$/,
  /^nov(ember)?$/,
  /^(dec(ember)?|des(ember)?)$/,
];
const seasons: [RegExp, number][] = [
  [/\b(spring|vår|våren|forår)\b/i, 1],
  [/\b(summer|sommar|sommer|sommaren|sommeren)\b/i, 2],
  [/\b(autumn|fall|höst|hösten|høst|høsten|haust|efterår)\b/i, 3],
  [/\b(winter|vinter|vintern|vinteren)\b/i, 4],
];

export function dateOf({ year, date }: Pick<Reference, 'year' | 'date'>): CslDate | undefined {
  if (year === undefined) return date ? { literal: date } : undefined;
  if (!date) return { 'date-parts': [[year]] };
  const exact = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?[-/]?$/.exec(date.trim());
  if (exact && Number(exact[1]) === year)
    return { 'date-parts': [parts(year, exact[2], exact[3])] };
  const season = seasons.find(([words]) => words.test(date));
  if (season) return { 'date-parts': [[year]], season: season[1] };
  return { 'date-parts': inWords(year, date) };
}

/** `15 March 2020`, `MAR 15`, `Mar-Apr 2020`; where the words do not say it plainly, the year alone. */
function inWords(year: number, date: string): number[][] {
  const rest = date.replace(String(year), ' ');
  if (/\d{4}/.test(rest)) return [[year]];
  const named = [...rest.matchAll(/\p{L}{3,}/gu)]
    .map(([word]) => months.findIndex((month) => month.test(word.toLowerCase())) + 1)
    .filter((month) => month > 0);
  const days = [...rest.matchAll(/\b\d{1,2}\b/g)].map(([day]) => Number(day));
  const [first, second] = named;
  if (first === undefined || named.length > 2 || days.length > 1) return [[year]];
  if (second !== undefined)
    return days.length === 0
      ? [
          [year, first],
          [year, second],
        ]
      : [[year]];
  const [day] = days;
  return [day !== undefined && day >= 1 && day <= 31 ? [year, first, day] : [year, first]];
}

function parts(year: number, month: string | undefined, day: string | undefined): number[] {
  const [m, d] = [Number(month), Number(day ?? 0)];
  if (m < 1 || m > 12) return [year];
  return d >= 1 && d <= 31 ? [year, m, d] : [year, m];
}
