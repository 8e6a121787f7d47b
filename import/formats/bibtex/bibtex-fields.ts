/** What BibTeX's and BibLaTeX's entry types and fields mean, as data for reading and writing. */
import type { ReferenceType } from '../../reference.ts';
import type { TextField } from '../fields.ts';

/** First the entry type written for a CSL type, then the others that come nearest to it. */
export const entryTypes: Record<ReferenceType, readonly [string, ...string[]]> = {
  'article-journal': ['article', 'periodical', 'review'],
  'article-magazine': ['article'],
  'article-newspaper': ['article'],
  bill: ['legislation'],
  book: [
    'book',
    'mvbook',
    'collection',
    'mvcollection',
    'proceedings',
    'mvproceedings',
    'booklet',
    'reference',
  ],
  chapter: ['incollection', 'inbook', 'bookinbook', 'suppbook', 'suppcollection'],
  dataset: ['dataset'],
  document: ['misc', 'standard', 'set'],
  'entry-encyclopedia': ['inreference'],
  legislation: ['legislation', 'jurisdiction', 'legal'],
  manuscript: ['unpublished'],
  'paper-conference': ['inproceedings', 'conference', 'paper'],
  patent: ['patent'],
  report: ['techreport', 'report', 'manual'],
  software: ['software'],
  speech: ['misc', 'audio', 'video'],
  thesis: ['phdthesis', 'mastersthesis', 'thesis', 'masterthesis', 'bachelorthesis'],
  webpage: ['online', 'electronic', 'www', 'webpage'],
};

/** Fields with one text, in the order of trust. */
export const textFields: readonly (readonly [TextField, readonly string[]])[] = [
  ['translatedTitle', ['translatedtitle']],
  ['container', ['journal', 'journaltitle', 'booktitle', 'maintitle', 'shortjournal']],
  ['volume', ['volume']],
  ['issue', ['number', 'issue']],
  ['edition', ['edition']],
  ['series', ['series']],
  ['publisher', ['publisher', 'institution', 'school', 'organization']],
  ['place', ['address', 'location']],
  ['abstract', ['abstract']],
  ['language', ['language', 'langid', 'hyphenation']],
  ['accession', ['accession', 'unique-id', 'pmid']],
  ['database', ['database', 'source']],
];

export const keywordFields = ['keywords', 'keyword', 'author_keywords'];
/** A field may stand only once in an entry, so further notes are numbered. */
export const noteField = /^(?:note\d*|annote|annotation)$/;
export const numberFields = ['isbn', 'issn', 'eissn'];
/** Read as they stand: LaTeX means nothing in them. */
export const verbatimFields = new Set(['doi', 'url', 'file', 'eprint', 'pdf', 'howpublished']);
