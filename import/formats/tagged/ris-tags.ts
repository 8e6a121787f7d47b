/** What RIS's tags and types mean, as data: the reader and the writer both go by these tables. */
import type { ReferenceType } from '../../reference.ts';

/** First the type written for a CSL type, then every other code in use that comes nearest to it. */
export const risTypes: Record<ReferenceType, readonly [string, ...string[]]> = {
  'article-journal': ['JOUR', 'EJOUR', 'EJOU', 'JFULL', 'INPR', 'ABST'],
  'article-magazine': ['MGZN'],
  'article-newspaper': ['NEWS'],
  bill: ['BILL', 'UNBILL'],
  book: ['BOOK', 'WHOLE', 'EBOOK', 'EDBOOK', 'CLSWK', 'SER', 'CONF-BOOK'],
  chapter: ['CHAP', 'ECHAP', 'SECT'],
  dataset: ['DATA', 'AGGR', 'DBASE'],
  document: ['GEN', 'STAND', 'PAMP', 'ANCIENT', 'UNPD', 'MISC'],
  'entry-encyclopedia': ['ENCYC', 'DICT'],
  legislation: ['STAT', 'LEGAL', 'GOVDOC', 'CASE', 'HEAR'],
  manuscript: ['MANSCPT', 'UNPB'],
  'paper-conference': ['CPAPER', 'CONF'],
  patent: ['PAT'],
  report: ['RPRT', 'GRANT'],
  software: ['COMP', 'COMPUTER'],
  speech: ['SLIDE', 'SOUND', 'VIDEO', 'MPCT', 'ADVS'],
  thesis: ['THES'],
  webpage: ['ELEC', 'WEB', 'BLOG', 'ICOMM', 'MULTI', 'ONLINE'],
};

/** What stands alone has a series where an article has a journal. */
export const standsAlone = new Set<ReferenceType>([
  'book',
  'report',
  'thesis',
  'software',
  'dataset',
]);

/** Fields with one value, in the order of trust: the first tag present is used. */
export const singleTags = {
  title: ['TI', 'T1', 'CT'],
  translatedTitle: ['TT'],
  volume: ['VL', 'VO'],
  issue: ['IS', 'CP'],
  edition: ['ET'],
  publisher: ['PB', 'PU'],
  place: ['CY', 'PP', 'PI'],
  abstract: ['AB', 'N2'],
  language: ['LA'],
  accession: ['AN', 'UT'],
  database: ['DB', 'DP'],
} as const;

/** Where a journal's, book's or conference's name may stand; abbreviated names come last. */
export const containerTags = ['T2', 'JF', 'JO', 'BT', 'C3', 'JA', 'J2', 'J1', 'JI', 'J9', 'JP'];

/** One after another, in the order of trust. */
export const dateTags = [['PY'], ['Y1'], ['YR'], ['DA']];
export const authorTags = ['AU', 'A1'];
export const editorTags = ['ED', 'A2'];
export const keywordTags = ['KW', 'DE'];
export const noteTags = ['N1', 'NO'];
export const linkTags = ['UR', 'LK', 'L1', 'L2'];
export const numberTags = ['SN', 'BN', 'EI'];
export const doiTags = ['DO', 'DI'];
/** Where a DOI may stand alone, though the tag is meant for something else. */
export const strayDoiTags = ['M3', 'L3', 'C7', 'N1', 'ID', 'AN'];

/** Long texts: they are wrapped, and hold lines that look like tags. */
export const textTags = new Set(['AB', 'N1', 'N2', 'NO', 'AD', 'C1', 'FX', 'CR', 'RN']);
/** Tags under which every further line is a value of its own (EndNote writes keywords so). */
export const listTags = new Set(['KW', 'DE']);

/** Tags that are in use somewhere, so that a line with one is a tag even when written sloppily. */
export const knownTags = new Set(
  `A1 A2 A3 A4 AB AD AI AN AU AV BN BT C1 C2 C3 C4 C5 C6 C7 C8 CA CL CN CP CT CY DA DB DE DI DO DP
  ED EI EP ER ET FX ID IS J1 J2 J9 JA JF JI JO JP KW L1 L2 L3 L4 LA LB LK LL M1 M2 M3 M4 N1 N2 NO
  NV OP PA PB PI PP PU PY RI RN RP SE SN SP SR ST SV T1 T2 T3 TA TI TS TT TY U1 U2 U3 U4 U5 UR UT
  VL VO WE WT WV Y1 Y2 YR`.split(/\s+/),
);
