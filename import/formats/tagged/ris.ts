/** RIS: what most databases and reference managers export, each in its own way. */
import { isDoi } from '../../normalize/doi.ts';
import { joinPages } from '../../normalize/pages.ts';
import { type Piece, referenceTypes } from '../../reference.ts';
import { takeBreaks } from '../breaks.ts';
import { takeExtras } from '../extras.ts';
import { type Field, type FieldBag, fieldBag } from '../field-bag.ts';
import * as fields from '../fields.ts';
import type { Format } from '../format.ts';
import { problem, readText, span } from '../lines.ts';
import { takeNotes } from '../notes.ts';
import { takeDates } from '../roles.ts';
import { type RisText, risReader } from './ris-reader.ts';
import { risFields, risTagIndex } from './ris-records.ts';
import * as tags from './ris-tags.ts';
import { writeRis } from './ris-write.ts';

export const ris: Format = {
  id: 'ris',
  label: 'RIS',
  extensions: ['ris', 'txt'],
  mediaType: 'application/x-research-info-systems',
  detect: detectRis,
  read: (chunks) => readText(chunks, risReader(toPiece)),
  write: writeRis,
};

const typeOfCode = new Map(
  referenceTypes.flatMap((type) => tags.risTypes[type].map((code) => [code, type] as const)),
);

function detectRis(head: string): number {
  if (/^\s{0,4}TY[ \t]{1,4}[-\u2013][ \t]*[A-Z]{2,}/m.test(head)) return 0.98;
  return /^(?:TI|T1|AU|A1) {2}- \S/m.test(head) && /^ER {2}-/m.test(head) ? 0.8 : 0;
}

function toPiece(record: RisText): Piece {
  const { isEnded, isPlain } = record;
  const bag = fieldBag(fieldsOf(record), risTagIndex());
  const draft: fields.Draft = {
    reference: { type: 'document', title: '', authors: [] },
    unmapped: [],
    notices: [],
    isPlain,
  };
  const extras = takeExtras(bag);
  if (extras) draft.extras = extras;
  takeType(bag, draft);
  takeTitles(bag, draft);
  takePeople(bag, draft);
  takeDates(
    tags.dateTags.flatMap((tag) => bag.all(tag)),
    draft,
  );
  takePlaceInSource(bag, draft);
  fields.takeDoi(bag.all(tags.doiTags).concat(bag.where(tags.strayDoiTags, isDoi)), draft);
  fields.takeUrls(bag.all(tags.linkTags), draft);
  takeTexts(bag, draft);
  if (draft.reference.title === '') draft.notices.push(problem('NO_TITLE'));
  if (!isEnded) draft.notices.push(problem('NO_END'));
  const { reference, notices } = draft;
  const { lineFrom, lineTo, raw } = spanOf(record);
  const unmapped = draft.unmapped.concat(bag.rest());
  const piece: Piece = { kind: 'reference', lineFrom, lineTo, raw, reference, unmapped, notices };
  if (draft.extras) piece.extras = draft.extras;
  return piece;
}

/** Read in one go already, or in need of a closer look. */
function fieldsOf({ fields: read, text, lineFrom }: RisText): Field[] {
  return read ?? risFields(linesOfText(text, lineFrom));
}

function linesOfText(text: string, lineFrom: number) {
  return text.split('\n').map((line, index) => ({ number: lineFrom + index, text: line }));
}

/** Line range and raw text; most records have no blank lines to leave out at their ends. */
function spanOf({ text, lineFrom, lineTo }: RisText) {
  const isBlank = (code: number) => code <= 32;
  if (isBlank(text.charCodeAt(0)) || text.endsWith('\n')) return span(linesOfText(text, lineFrom));
  return { lineFrom, lineTo, raw: text };
}

function takeType(bag: FieldBag, draft: fields.Draft) {
  const written = bag.first(['TY']);
  const type = written && (typeOfCode.get(written) ?? typeOfCode.get(written.toUpperCase()));
  if (type) draft.reference.type = type;
  if (!written) draft.notices.push(problem('NO_TYPE'));
  // A code that we would not write for this type says more than the type does.
  const exact = type && tags.risTypes[type][0] === written;
  if (written && !exact) draft.unmapped.push({ tag: 'TY', value: written });
}

function takeTitles(bag: FieldBag, draft: fields.Draft) {
  const { reference } = draft;
  const ownTitle = bag.first(tags.singleTags.title);
  const alone = tags.standsAlone.has(reference.type);
  const title = ownTitle ?? (alone ? bag.first(['BT', 'T2']) : undefined) ?? bag.first(['ST']);
  reference.title = fields.textOf(draft, title ?? '');
  // Reference managers repeat the title as its own short form; that says nothing more.
  if (bag.peek(['ST']) === title) bag.first(['ST']);
  fields.setText(draft, 'translatedTitle', bag.first(tags.singleTags.translatedTitle));
  if (alone) fields.setText(draft, 'series', bag.first(['T3', 'T2']));
  draft.unmapped.push(...bag.where(['C3'], isNumberElsewhere));
  fields.setText(draft, 'container', bag.first(tags.containerTags));
  if (!alone) fields.setText(draft, 'series', bag.first(['T3']));
}

/** The Cochrane Library keeps other databases' numbers where others name a conference. */
function isNumberElsewhere(value: string): boolean {
  return /^(?:PUBMED|EMBASE|CINAHL|ICTRP|CTGOV) \S/i.test(value);
}

function takePeople(bag: FieldBag, draft: fields.Draft) {
  fields.takeAuthors(eachPerson(bag.all(tags.authorTags)), draft);
  const editors = bag.where(tags.editorTags, isEditor);
  const isBook = draft.reference.type === 'book';
  // EndNote keeps a book's editors under `A3`, and who edits its series under `A2`.
  const given = editors.length === 0 && isBook ? bag.where(['A3'], isEditor) : editors;
  fields.takeEditors(eachPerson(given), draft);
}

/** Some sources write the edition under `ED`, and PsycINFO the families of all authors cited under `A2`. */
function isEditor(value: string): boolean {
  return !/^\d|\bed(?:ition|\.)/i.test(value) && !/(?:,[^,;]+){4}/.test(value);
}

function eachPerson(people: readonly Field[]): readonly Field[] {
  return people.some(({ value }) => value.includes(';')) ? people.flatMap(splitPeople) : people;
}

function splitPeople({ tag, value }: Field): Field[] {
  const names = value.split(/\s*;\s*/).filter((name) => name !== '');
  return names.map((name) => ({ tag, value: name }));
}

function takePlaceInSource(bag: FieldBag, draft: fields.Draft) {
  fields.setText(draft, 'volume', bag.first(tags.singleTags.volume));
  fields.setText(draft, 'issue', bag.first(tags.singleTags.issue));
  const pages = joinPages(bag.first(['SP']), bag.first(['EP']));
  // Scopus keeps the article number apart.
  const shown = pages ?? bag.where(['C7'], isArticleNumber)[0]?.value;
  if (shown) draft.reference.pages = shown;
  // Under an article `ET` is the day it was first online.
  const [edition] = bag.where(tags.singleTags.edition, isEdition);
  fields.setText(draft, 'edition', edition?.value);
  fields.setText(draft, 'publisher', bag.first(tags.singleTags.publisher));
  fields.setText(draft, 'place', bag.first(tags.singleTags.place));
  fields.takeNumbers(bag.all(tags.numberTags), draft);
}

const isArticleNumber = (value: string): boolean => /^\w{1,20}$/.test(value);
const isEdition = (value: string): boolean => !/^\d{8}$|\d{4}\//.test(value);
const isOwnNumber = (value: string): boolean => /^L\d{6,12}$/.test(value);

function takeTexts(bag: FieldBag, draft: fields.Draft) {
  // R writes a missing abstract as NA.
  if (bag.peek(tags.singleTags.abstract) === 'NA')
    draft.unmapped.push(...bag.where(tags.singleTags.abstract, (value) => value === 'NA'));
  const withBreaks = takeBreaks(bag);
  const abstract = bag.first(tags.singleTags.abstract);
  if (abstract !== undefined) fields.setText(draft, 'abstract', withBreaks('abstract', abstract));
  fields.takeKeywords(bag.all(tags.keywordTags), draft);
  const notes = bag.all(tags.noteTags);
  if (notes.length > 0)
    takeNotes(
      notes.map(({ value }, index) => withBreaks(`note${index}`, value)),
      draft,
    );
  for (const name of ['language', 'accession', 'database'] as const) {
    fields.setText(draft, name, bag.first(tags.singleTags[name]));
  }
  if (draft.reference.accession === undefined) takeOwnAccession(bag, draft);
}

/** Embase's number is marked as its own; Ovid's stands where others keep the number in a library. */
function takeOwnAccession(bag: FieldBag, draft: fields.Draft) {
  const isOvid = draft.reference.urls?.some((url) => /^https?:\/\/ovidsp\./.test(url));
  const own = bag.where(['U2'], isOwnNumber)[0]?.value;
  fields.setText(draft, 'accession', own ?? (isOvid ? bag.first(['ID']) : undefined));
}
