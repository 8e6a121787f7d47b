/** Which field a column of a table feeds, guessed from the ways sources name their columns. */
import { fold } from '../../normalize/text.ts';
import type { ColumnMapping } from '../format.ts';
import { guessesInContext } from './csv-dialects.ts';

/** The fields a column can be mapped to; names follow `Reference` where it has the field. */
export const csvFields = [
  'title',
  'translatedTitle',
  'authors',
  'editors',
  'year',
  'date',
  'type',
  'container',
  'citation',
  'volume',
  'issue',
  'pages',
  'firstPage',
  'lastPage',
  'articleNumber',
  'edition',
  'series',
  'publisher',
  'place',
  'doi',
  'isbn',
  'issn',
  'urls',
  'abstract',
  'keywords',
  'language',
  'notes',
  'accession',
  'database',
] as const;
export type CsvField = (typeof csvFields)[number];

/** Headings after folding, those to be trusted first; `|` parts them. */
const headings: Record<CsvField, string> = {
  title: `title|article title|document title|item title|primary title|ti|t1|display name|
      titel|tittel|artikeltitel|artikkeltittel|publication title original|name|study title|
      public title|scientific title|rubrik`,
  translatedTitle: `translatedtitle|translated title|title translation|översatt titel|
      oversatt tittel|      english title|engelsk titel|engelsk tittel`,
  authors: `author full names|author full name|af|authors|author|author names|authors names|author s|au|a1|
      authorships author display name|författare|forfatter|forfattere|forfattarar|upphov|
      creator|creators|contributors|by`,
  editors: 'editors|editor|ed|redaktör|redaktörer|redaktør|redaktører|book editors|volume editors',
  year: `year|publication year|pub year|py|published year|publication_year|pubyear|utgivningsår|år|
      publiceringsår|publikasjonsår|utgivelsesår|utgivelsesår|årstal|yr`,
  date: `date|publication date|date of publication|publicationdate|pub date|date published|y1|da|datum|dato|publiceringsdatum|
      publiseringsdato|cover date`,
  type: `item type|type|document type|publication type|reference type|doctype|doc type|dt|pt|publikationstyp|
      publikasjonstype|dokumenttyp|dokumenttype|typ|
      publicationtype|typename|content type|document identifier`,
  container: `container|journal|journal title|source title|publication title|publication|
      publication name|secondary title|book title|journal book|journal name|so|t2|jo|jf|
      primary location source display name|host venue display name|tidskrift|tidsskrift|källa|
      kilde|bok|container title|proceedings title|anthology title|
      parenttitle|hostpublication|host publication`,
  citation: 'citation|source citation|citering|referens|referanse',
  volume: 'volume|vol|vl|volume number|biblio volume|volym|årgång|årgang|band|bind',
  issue: 'issue|number|issue number|no|is|biblio issue|journal issue|nummer|nr|häfte|hefte',
  pages: 'pages|page|page range|page numbers|pagination|pp|sidor|sider|sidtal|sidetall',
  firstPage: `firstpage|page start|start page|startpage|first page|sp|bp|beginning page|biblio first page|
      startsida|startside|första sida|første side`,
  lastPage: `lastpage|page end|end page|endpage|last page|ep|ending page|biblio last page|slutsida|
      sluttside|sista sida|siste side`,
  articleNumber: 'articlenumber|article number|art no|article no|ar|artikelnummer|artikkelnummer',
  edition: 'edition|et|upplaga|utgave|utgåve',
  series: 'series|series title|book series title|se|serie|collection title',
  publisher:
    'publisher|publisher name|book publisher|pu|pb|institution|förlag|utgivare|forlag|utgiver|utgjevar',
  place: `place|place published|publisher city|city|location|pi|cy|publication place|ort|
      utgivningsort|sted|utgivelsessted|stad`,
  doi: 'doi|di|do|doi link|digital object identifier|ids doi|article doi|item doi',
  isbn: 'isbn|isbns|bn|eisbn|electronic isbn',
  issn: `issn|issns|sn|eissn|ei|print issn|electronic issn|e issn|isbn issn|issn isbn|
      primary location source issn l|primary location source issn|journalissn|journaleissn|
      standardnumber`,
  urls: `urls|url|link|links|ur|external url|source urls|article url|articleurl|plink|permalink|persistent link|document url|
      full text link|fulltext url|open url link|web address|länk|
      lenke|webbadress|nettadresse|webadress|study url|pdf link`,
  abstract: `abstract|ab|n2|abstract note|abstractnote|summary|description|sammanfattning|
      sammendrag|samandrag|abstrakt|brief summary`,
  keywords: `keywords|keyword|author keywords|de|kw|index keywords|keywords plus|manual tags|
      automatic tags|mesh terms|subject|subjects|subject terms|
      descriptors|descriptor s|emtree drug index terms major focus|emtree drug index terms|
      emtree medical index terms major focus|emtree medical index terms|tags|keywords display name|nyckelord|nøkkelord|ämnesord|
      emneord|stikkord`,
  language:
    'language|la|language of original document|article language|language of article|språk|lang',
  notes: `notes|note|n1|comments|comment|anteckningar|anteckning|kommentar|kommentarer|notat|
      notater|merknad`,
  accession: `accession|accession number|embase accession id|an|ut|ut unique wos id|unique wos id|eid|pmid|pubmed id|
      pubmed id pmid|lens id|publication id|ids pmid|record id|nct number|trialid|accessionsnummer`,
  database:
    'database|db|source|source database|databas|database name|library catalog|library catalogue',
};

const fieldOfHeading = new Map<string, CsvField>();
const trust = new Map<string, number>();
for (const field of csvFields) {
  headings[field].split(/\s*\|\s*/).forEach((heading, index) => {
    if (!fieldOfHeading.has(heading)) fieldOfHeading.set(heading, field);
    trust.set(heading, index);
  });
}

/** Fields that several columns can make up together, and what stands between the parts. */
export const joinedFields: Partial<Record<CsvField, string>> = {
  title: ': ',
  authors: '; ',
  editors: '; ',
  abstract: '\n',
};

/** The columns of a field: `same` are spellings of one thing, best first; `parts` add to it. */
export type FieldColumns = { same: string[]; parts: string[] };
export type ColumnsFor = (field: CsvField) => FieldColumns;

/** A heading as it is compared, with the number of a repeated column apart: `Author 2`. */
function headingKey(heading: string): { key: string; numbered: boolean } {
  const key = fold(heading);
  if (fieldOfHeading.has(key)) return { key, numbered: false };
  const bare = key.replace(/ ?\d+$/, '');
  return { key: bare, numbered: bare !== key };
}

/**
 * A guess for every heading, `null` where none fits. A heading that says nothing is judged by its
 * cells, and only for a field that no heading names.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Record<string, CsvField | null> {
  const guesses = guessesInContext(
    header,
    Object.fromEntries(
      header.map((heading) => [heading, fieldOfHeading.get(headingKey(heading).key) ?? null]),
    ),
  );
  const taken = new Set(Object.values(guesses));
  header.forEach((heading, index) => {
    if (guesses[heading] !== null || rows.length === 0) return;
    const field = fieldOfCells(rows.map((row) => row[index]?.trim() ?? '').filter(Boolean));
    if (field === undefined || taken.has(field)) return;
    guesses[heading] = field;
    taken.add(field);
  });
  return guesses;
}

const cellPatterns: [CsvField, RegExp][] = [
  ['doi', /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)?10\.\d{4,9}\/\S+$/i],
  ['urls', /^https?:\/\/\S+$/i],
  ['issn', /^\d{4}-\d{3}[\dXx]$/],
  ['isbn', /^97[89][\d -]{10,14}$/],
  ['year', /^(?:19|20)\d{2}$/],
  ['authors', /^\p{Lu}[\p{L}' -]+, (?:\p{Lu}\.|\p{Lu}\p{L}+)/u],
];

/** What a column without a telling heading holds: only what most of its cells agree on. */
function fieldOfCells(cells: readonly string[]): CsvField | undefined {
  if (cells.length === 0) return undefined;
  const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length;
  const found = cellPatterns.find(([, pattern]) => share((cell) => pattern.test(cell)) > 0.7);
  if (found) return found[0];
  const words = (cell: string) => cell.split(/\s+/).length;
  if (share((cell) => cell.length > 400) > 0.5) return 'abstract';
  const unlike = new Set(cells).size > 0.9 * cells.length;
  const titled = (cell: string) => words(cell) >= 4 && cell.length <= 300 && !/^\d/.test(cell);
  return unlike && share(titled) > 0.7 ? 'title' : undefined;
}

/**
 * The columns of each field; an explicit mapping comes before any guess. Columns whose headings are
 * known names of one field are taken to say the same; any other is a part of its own.
 */
export function columnsOf(header: readonly string[], mapping: ColumnMapping = {}): ColumnsFor {
  const guesses = guessColumns(header);
  const known = new Set<string>(csvFields);
  const columns = new Map<string, FieldColumns>();
  const chosen = new Set(Object.values(mapping));
  for (const heading of header) {
    const guess = guesses[heading];
    // Where a person has said which column it is, no other is guessed beside it.
    const field = heading in mapping ? mapping[heading] : chosen.has(guess ?? '') ? null : guess;
    if (!field || !known.has(field)) continue;
    const list = columns.get(field) ?? { same: [], parts: [] };
    const { key, numbered } = headingKey(heading);
    const isName = fieldOfHeading.get(key) === field || guesses[heading] === field;
    (isName && !numbered ? list.same : list.parts).push(heading);
    columns.set(field, list);
  }
  const rank = (heading: string) => trust.get(headingKey(heading).key) ?? 99;
  for (const { same } of columns.values()) same.sort((a, b) => rank(a) - rank(b));
  const none: FieldColumns = { same: [], parts: [] };
  return (field) => columns.get(field) ?? none;
}

/**
 * Headings made unique, so that no column hides another: `Notes`, `Notes (2)`, and `#3` for none.
 */
export function uniqueHeadings(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const written = cell.replace(/^\ufeff/, '').trim() || `#${index + 1}`;
    let heading = written;
    for (let count = 2; seen.has(heading); count += 1) heading = `${written} (${count})`;
    seen.add(heading);
    return heading;
  });
}
