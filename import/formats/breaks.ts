/**
 * Where paragraphs part in texts that RIS has on one line: a line of JSON under `U4`, marked as ours. A program that does
 * not know it loses nothing, and a text that was changed on the way stays as it came.
 */
import type { Reference } from '../reference.ts';
import type { FieldBag } from './field-bag.ts';

const mark = 'underlag:breaks ';
const tag = 'U4';

type Texts = Pick<Reference, 'abstract' | 'notes'>;

/** The places of the line breaks, by the name of the text: `{"abstract":"120,480","note1":"17"}`. */
export function breakLines(reference: Texts): [tag: string, value: string][] {
  const places = Object.fromEntries(
    textsOf(reference).flatMap(([name, text]) => {
      const at = [...text.matchAll(/\n/g)].map(({ index }) => index);
      return at.length > 0 ? [[name, at.join(',')]] : [];
    }),
  );
  return Object.keys(places).length > 0 ? [[tag, `${mark}${JSON.stringify(places)}`]] : [];
}

/** Takes our line out of a record; gives a text of it, as it stands in the file, its line breaks back. */
export function takeBreaks(bag: FieldBag): (name: string, text: string) => string {
  if (bag.peek([tag]) === undefined) return asWritten;
  const [written] = bag.where([tag], (value) => placesIn(value) !== undefined);
  const places = placesIn(written?.value ?? '');
  return places ? (name, text) => broken(text, places[name] ?? '') : asWritten;
}

const asWritten = (_name: string, text: string): string => text;

function textsOf({ abstract = '', notes = [] }: Texts): [name: string, text: string][] {
  return [
    ['abstract', abstract],
    ...notes.map((note, index): [string, string] => [`note${index}`, note]),
  ];
}

function placesIn(value: string): Record<string, string> | undefined {
  if (!value.startsWith(mark)) return undefined;
  try {
    const places: unknown = JSON.parse(value.slice(mark.length));
    const isList = (one: unknown) => typeof one === 'string' && /^\d+(?:,\d+)*$/.test(one);
    const isWhole = places !== null && typeof places === 'object' && !Array.isArray(places);
    return isWhole && Object.values(places).every(isList)
      ? (places as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Only where a blank stands at every place is it still the same text. */
function broken(text: string, list: string): string {
  const places = list.split(',').filter(Boolean).map(Number);
  if (!places.every((at) => text[at] === ' ')) return text;
  const starts = [0, ...places.map((at) => at + 1)];
  return starts.map((from, index) => text.slice(from, places[index])).join('\n');
}
