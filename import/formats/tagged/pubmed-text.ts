/** PubMed's text for people: numbered abstracts, or numbered references one after another ("summary"). */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { type Line, type LineReader, problem, readLines, rejected } from '../lines.ts';
import { pieceFromRoles, type RoleField } from '../roles.ts';
import { sourceFields } from './labelled-fields.ts';

export const pubmedText: Format = {
  id: 'pubmed-text',
  label: 'PubMed (text)',
  extensions: ['txt'],
  mediaType: 'text/plain',
  detect: detectPubmedText,
  read: (chunks) => readLines(chunks, pubmedTextReader()),
};

const numbered = /^(\d{1,6})([.:]) (?=\S)/;
const pmidLine = /^PMID: ?\d{1,9}(?:\s|$)/m;
/** `J Exam. 2019 May 12;28(2):103-6. doi: ...`: what every record begins or ends with. */
const dated = /\. (?:18|19|20)\d{2}(?: [A-Z][a-z]{2}[^;.]*)?[;.]/;
const strayLinesMax = 1000;
const recordLinesMax = 5000;

function detectPubmedText(head: string): number {
  const isSummary = /^\d{1,6}: .+/m.test(head) && /\bPMID: ?\d+(?:;|\.)/.test(head);
  const isAbstract = /^\d{1,6}\. .+/m.test(head) && pmidLine.test(head);
  return (isSummary || isAbstract) && dated.test(head) ? 0.93 : 0;
}

/** Where abstracts stand, a numbered paragraph may be an abstract's: a record names its journal and year, or stands apart. */
const beginsAbstract = /^\d{1,6}\. \S.{1,100}?\. (?:18|19|20)\d{2}\b/;

/** A record begins, after an empty line, with the number that is due; any number may be the first. */
function pubmedTextReader(): LineReader {
  let record: Line[] = [];
  let isRecord = false;
  let due: number | undefined;
  let blanks = 2;
  const finish = (): Piece[] => {
    const lines = record;
    const wasRecord = isRecord;
    record = [];
    isRecord = false;
    if (lines.every(({ text }) => text.trim() === '')) return [];
    return [wasRecord ? toPiece(lines) : rejected(lines, problem('OUTSIDE_RECORD'))];
  };
  return {
    push(line) {
      const [, written = '', sign] = numbered.exec(line.text) ?? [];
      const number = Number(written || Number.NaN);
      const isDue = due === undefined ? number >= 0 : number === due;
      const begins =
        isDue && (blanks > 1 || (blanks > 0 && (sign === ':' || beginsAbstract.test(line.text))));
      blanks = line.text.trim() === '' ? blanks + 1 : 0;
      const isFull = record.length >= (isRecord ? recordLinesMax : strayLinesMax);
      const before = begins || isFull ? finish() : [];
      if (begins) {
        isRecord = true;
        due = number + 1;
      }
      record.push(line);
      return before;
    },
    end: finish,
  };
}

function toPiece(lines: Line[]): Piece {
  const paragraphs = paragraphsOf(lines);
  const [first = '', ...rest] = paragraphs;
  const sign = numbered.exec(first)?.[2];
  const bare = first.replace(numbered, '');
  const given =
    sign === ':' ? summaryFields([bare, ...rest].join(' ')) : abstractFields(bare, rest);
  if (!given) return unreadable(lines);
  return pieceFromRoles(lines, given, {
    type: 'article-journal',
    names: { withoutComma: 'person' },
  });
}

/** Not as PubMed writes it: the whole text stays with the record, and a person is told. */
function unreadable(lines: Line[]): Piece {
  const text = lines.map((line) => line.text.trim()).join(' ');
  const piece = pieceFromRoles(lines, [{ tag: 'text', value: text, role: undefined }]);
  if (piece.kind === 'reference') piece.notices.push(problem('PARTLY_READ'));
  return piece;
}

/** Lines wrapped by PubMed are one again; those it sets below each other are not. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const { text } of lines) {
    const line = text.trim();
    const isOwn = /^(?:DOI|PMCID|PMID): /.test(line) || /^\(\d+\)/.test(line);
    if (line === '') open = false;
    else if (!open) paragraphs.push(line);
    else paragraphs.push(`${paragraphs.pop()}${isOwn ? '\n' : ' '}${line}`);
    if (line !== '') open = true;
  }
  return paragraphs;
}

/** `Berg A, Ek B. Title. J Exam. 2019 May 12;28(2):103-6. doi: 10.1000/x. PMID: 1; PMCID: PMC1.` */
function summaryFields(text: string): RoleField[] | undefined {
  const numbers = numbersIn(text);
  const cited = text.replace(/\s*(?:PMID|PMCID): ?\w+(?:\s*\[[^\]]*\])?[;.]?/g, '').trim();
  // The journal stands between the end of a sentence and the first year that may be its own.
  const yearAt = cited.search(dated);
  const end = cited.slice(0, Math.max(0, yearAt)).match(/^.*[.?!\]](?= )/su)?.[0].length ?? 0;
  if (end === 0) return undefined;
  const [before, place] = [cited.slice(0, end), cited.slice(end + 1)];
  const { people, title } = peopleAndTitle(before);
  return [
    ...people,
    { tag: 'title', value: title, role: 'title' },
    ...sourceFields('citation', place).map(asLanguage),
    ...numbers,
  ];
}

/** `Swedish.` behind the pages, where the article is not in English. */
function asLanguage(field: RoleField): RoleField {
  const isLanguage = field.role === undefined && /^\p{Lu}\p{Ll}+\.$/u.test(field.value);
  return isLanguage ? { ...field, value: field.value.slice(0, -1), role: 'language' } : field;
}

/** Names with initials up to the first full stop; without any the text begins with the title. */
function peopleAndTitle(text: string): { people: RoleField[]; title: string } {
  const found = /^([^.?!]+?(?:, et al)?)\. (.+)$/s.exec(text);
  const names = found ? namesIn(found[1] ?? '') : [];
  return names.length > 0
    ? { people: names, title: found?.[2] ?? '' }
    : { people: [], title: text };
}

const oneName =
  /^\p{L}[\p{L}'\u2019. -]*\s\p{Lu}{1,4}(?:\s(?:Jr|Sr|2nd|3rd|[IV]{2,3}))?(?:\(\d+\))*$/u;

/** The people of a list in PubMed's form, in which bodies stand behind semicolons; none where it is not one. */
function namesIn(text: string): RoleField[] {
  const [people = '', ...bodies] = text.replace(/\.$/, '').split(/;\s*/);
  const names = people.split(/,\s*/).filter(Boolean);
  if (!names.some((name) => oneName.test(name))) return [];
  const field = (value: string): RoleField => ({
    tag: 'authors',
    value: value.replace(/(?:\(\d+\))+/g, ' ').trim(),
    role: 'author',
  });
  return [...names, ...bodies].map(field);
}

const aboutRecord =
  /^(Author information|Collaborators|Comment (?:in|on)|Erratum (?:in|for)|Update (?:in|of)|Republished (?:in|from)|Retraction (?:in|of)|Expression of concern (?:in|for)|Conflict of interest statement|Copyright|Publisher|Plain Language Summary|Trial registration)\b:?\s*/i;

/** The place, the title, the people, then paragraphs that say themselves what they are; any other is the abstract's. */
function abstractFields(cited: string, paragraphs: readonly string[]): RoleField[] | undefined {
  const [title, ...all] = paragraphs;
  if (title === undefined || !dated.test(`${cited}.`)) return undefined;
  const language = all.find((text) => languageIn(text) !== '');
  const rest = all.filter((text) => text !== language);
  const people = namesIn(rest[0] ?? '');
  return [
    ...sourceFields('citation', cited),
    { tag: 'title', value: title, role: 'title' },
    ...(language
      ? [{ tag: 'language', value: languageIn(language), role: 'language' as const }]
      : []),
    ...people,
    ...rest.slice(people.length > 0 ? 1 : 0).flatMap(fieldsOfParagraph),
  ];
}

const languageIn = (text: string) => /^\[Article in ([^\]]+)\]$/.exec(text)?.[1] ?? '';

function fieldsOfParagraph(text: string): RoleField[] {
  if (/^(?:DOI|PMCID|PMID): /.test(text)) return numbersIn(text);
  const label = aboutRecord.exec(text)?.[1];
  if (label)
    return [{ tag: label, value: text.slice(label.length).replace(/^:?\s*/, ''), role: undefined }];
  if (/^(?:©|\(c\)|Copyright)/i.test(text))
    return [{ tag: 'Copyright', value: text, role: undefined }];
  return [{ tag: 'abstract', value: text, role: 'abstract' }];
}

function numbersIn(text: string): RoleField[] {
  const of = (pattern: RegExp) => pattern.exec(text)?.[1];
  const [pmid, pmc] = [of(/\bPMID: ?(\d+)/), of(/\bPMCID: ?(PMC\d+)/)];
  const doi = of(/^DOI: (10\.\S+)/m);
  return [
    ...(doi ? [{ tag: 'DOI', value: doi, role: 'doi' as const }] : []),
    ...(pmid ? [{ tag: 'PMID', value: pmid, role: 'accession' as const }] : []),
    ...(pmc ? [{ tag: 'PMCID', value: pmc, role: undefined }] : []),
  ];
}
