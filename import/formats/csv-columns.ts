/** Which field a column of a table feeds, guessed from the ways sources name their columns. */
import { fold } from '../normalize/text.ts';
import type { ColumnMapping } from './format.ts';

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
      rubrik`,
  translatedTitle: `translatedtitle|translated title|title translation|översatt titel|
      oversatt tittel|      english title|engelsk titel|engelsk tittel`,
  authors: `author full names|author full name|af|authors|author|authors names|author s|au|a1|
      authorships author display name|författare|forfatter|forfattere|forfattarar|upphov|
      creator|creators|contributors|by`,
  editors: 'editors|editor|ed|redaktör|redaktörer|redaktør|redaktører|book editors|volume editors',
  year: `year|publication year|pub year|py|published year|publication_year|utgivningsår|år|
      publiceringsår|publikasjonsår|utgivelsesår|utgivelsesår|årstal|yr`,
  date: `date|publication date|pub date|date published|y1|da|datum|dato|publiceringsdatum|
      publiseringsdato|cover date`,
  type: `type|item type|document type|publication type|reference type|dt|pt|publikationstyp|
      publikasjonstype|dokumenttyp|dokumenttype|typ`,
  container: `container|journal|journal title|source title|publication title|publication|
      publication name|secondary title|book title|journal book|journal name|so|t2|jo|jf|
      primary location source display name|host venue display name|tidskrift|tidsskrift|källa|
      kilde|bok|container title|proceedings title`,
  volume: 'volume|vol|vl|biblio volume|volym|årgång|årgang|band|bind',
  issue: 'issue|number|issue number|no|is|biblio issue|nummer|nr|häfte|hefte',
  pages: 'pages|page|page range|page numbers|pp|sidor|sider|sidtal|sidetall',
  firstPage: `firstpage|page start|start page|first page|sp|bp|beginning page|biblio first page|
      startsida|startside|första sida|første side`,
  lastPage: `lastpage|page end|end page|last page|ep|ending page|biblio last page|slutsida|
      sluttside|sista sida|siste side`,
  articleNumber: 'articlenumber|article number|art no|article no|ar|artikelnummer|artikkelnummer',
  edition: 'edition|et|upplaga|utgave|utgåve',
  series: 'series|series title|book series title|se|serie|collection title',
  publisher: 'publisher|publisher name|pu|pb|institution|förlag|utgivare|forlag|utgiver|utgjevar',
  place: `place|place published|publisher city|city|location|pi|cy|publication place|ort|
      utgivningsort|sted|utgivelsessted|stad`,
  doi: 'doi|di|do|doi link|digital object identifier|ids doi|article doi',
  isbn: 'isbn|isbns|bn|eisbn|electronic isbn',
  issn: `issn|issns|sn|eissn|ei|print issn|electronic issn|e issn|isbn issn|issn isbn|
      primary location source issn l`,
  urls: `urls|url|link|links|ur|external url|source urls|article url|web address|länk|
      lenke|webbadress|nettadresse|webadress`,
  abstract: `abstract|ab|n2|abstract note|abstractnote|summary|description|sammanfattning|
      sammendrag|samandrag|abstrakt`,
  keywords: `keywords|keyword|author keywords|de|kw|index keywords|keywords plus|manual tags|
      automatic tags|mesh terms|subject|subjects|tags|nyckelord|nøkkelord|ämnesord|
      emneord|stikkord`,
  language: 'language|la|language of original document|språk|lang',
  notes: `notes|note|n1|comments|comment|anteckningar|anteckning|kommentar|kommentarer|notat|
      notater|merknad`,
  accession: `accession|accession number|an|ut|ut unique wos id|unique wos id|eid|pmid|pubmed id|
      pubmed id pmid|lens id|ids pmid|record id|accessionsnummer`,
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

/** A guess for every heading; `null` where none fits. */
export function guessColumns(header: readonly string[]): Record<string, CsvField | null> {
  return Object.fromEntries(
    header.map((heading) => [heading, fieldOfHeading.get(fold(heading)) ?? null]),
  );
}

/**
 * The columns of each field, the most trusted first; an explicit mapping comes before any guess.
 */
export function columnsOf(header: readonly string[], mapping: ColumnMapping = {}) {
  const guesses = guessColumns(header);
  const known = new Set<string>(csvFields);
  const columns = new Map<string, string[]>();
  for (const heading of header) {
    const field = heading in mapping ? mapping[heading] : guesses[heading];
    if (!field || !known.has(field)) continue;
    columns.set(field, [...(columns.get(field) ?? []), heading]);
  }
  const rank = (heading: string) => (heading in mapping ? -1 : (trust.get(fold(heading)) ?? 99));
  for (const list of columns.values()) list.sort((a, b) => rank(a) - rank(b));
  return (field: CsvField): string[] => columns.get(field) ?? [];
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
