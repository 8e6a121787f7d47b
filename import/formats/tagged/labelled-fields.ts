/** What databases call their fields in text exports, and the line that tells where an article stands. */
import { fold } from '../../normalize/text.ts';
import type { Role, RoleField } from '../roles.ts';

const labels: Partial<Record<Role | 'source', string>> = {
  title: 'title|ti|document title|article title|original title|chapter title',
  translatedTitle: 'translated title|english title|title translated',
  author: 'author|authors|au|author full name|author s|author names|creator',
  editor: 'editor|editors|ed|book editors',
  source: 'source|so|source citation',
  container:
    'publication title|journal|journal title|journal name|publication name|source title|book title|jn',
  date: 'publication date|publication year|year of publication|year|yr|date|py|date of publication',
  volume: 'volume|vl|vol',
  issue: 'issue|no|issue number',
  pages: 'pages|pg|page|pagination|page range',
  firstPage: 'first page',
  lastPage: 'last page',
  articleNumber: 'article number',
  edition: 'edition',
  series: 'series|series title',
  publisher: 'publisher|pb|publisher name|book publisher',
  place: 'place of publication|city of publication',
  doi: 'doi|doi number|digital object identifier|digital object identifier doi',
  number: 'issn|isbn|electronic issn|issn electronic|issn print|e issn|issn isbn|sn',
  url: `document url|url|us|link|full text link|persistent link to this record|persistent link to this record permalink|
      persistent link|permalink|full text url|
      link to the ovid full text or citation|link to external resolver`,
  abstract: 'abstract|ab|summary',
  keyword: `author keywords|subject headings|subject heading|keywords|keyword|ky|subjects|subject|mesh subject headings|
      identifier keyword|identifiers|subject terms|mesh|author supplied keywords|keyword heading|emtree drug index terms|
      emtree medical index terms|emtree drug index terms major focus|emtree medical index terms major focus|
      emtree device index terms|emtree device index terms major focus|descriptors|major subjects|minor subjects|
      subjects major|subjects minor|thesaurus terms`,
  language: 'language|language of publication|la|language of article',
  note: 'notes|note',
  accession: `accession number|an|id|unique identifier|proquest document id|pmid|embase accession id|
      medline pmid|pm|ui|pui`,
  database: 'database|db|data provider|database name',
  type: 'publication type|document type|pt|dt|source type document type',
};

/** Names of fields that no role fits: they end the field before them, and are kept as unmapped. */
const others = `author addresses|author address|correspondence address|author emails|full record entry date|
  language of summary|cas registry numbers|embase classifications|clinical trial numbers|embase link|copyright|
  drug tradenames|drug trade names|drug manufacturers|device tradenames|device manufacturers|conference name|
  conference location|conference date|conference editors|molecular sequence numbers|orcid|triples|candidate terms|
  country of source|open url link|original non english title|original non english abstract|secondary source id|
  cocitations|references|emtree device index terms status|article in press`;
const otherLabels = new Set(others.split(/\s*\|\s*/));

/** A line in capitals that names a field, as Embase writes it over the value. */
export function isOtherLabel(label: string): boolean {
  return label === label.toUpperCase() && otherLabels.has(fold(label));
}

/** ProQuest's names that no role fits and no abstract has at the start of a line. */
const proquestLabels = new Set(
  `links|location|publication info|company organization|people|classification|correspondence author|
  publication subject|country of publication|last updated|full text|document feature|degree|advisor`.split(
    /\s*\|\s*/,
  ),
);

export const isProquestLabel = (label: string): boolean => proquestLabels.has(fold(label));

const roleOfLabel = new Map<string, Role | 'source'>();
for (const [role, list] of Object.entries(labels)) {
  for (const label of list.split(/\s*\|\s*/)) roleOfLabel.set(label, role as Role | 'source');
}

/** Undefined for a name that is none of theirs. */
export function labelRole(label: string): Role | 'source' | undefined {
  return roleOfLabel.get(fold(label));
}

const where = String.raw`(?<volume>\d[\w-]*(?:\.\d[\w-]*)?)\s*(?:\((?<issue>[^()]{1,40})\))?\s*(?::\s*(?<pages>\w[\w.]*(?:\s*[-–]\s*\w+)?(?<!\.)))?`;
const sourceForms = [
  // Journal. 1288(3), Nov. 16, 2004.
  /^(?<container>.+?)\.\s+(?<volume>\d[\w-]*)\s*(?:\((?<issue>[^()]{1,40})\))?,\s+(?<date>\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, (?:19|20)\d{2})\.?$/u,
  // Journal.   28(2):103-106, April 2015.
  new RegExp(
    `^(?<container>.+?)\\.\\s+${where},?\\s*(?<date>[^.]*\\b(?:19|20)\\d{2}\\b[^.]*)\\.?$`,
    'u',
  ),
  // Journal. 28 (2) (pp 103-106), 2015. Date of Publication: 12 May 2015.
  /^(?<container>.+?)\.\s+(?:Conference: .+?\. )?(?<volume>\d[\w-]*)\s*(?:\((?<issue>[^()]{1,40})\)\s*)?\((?:pp\.? ?(?<pages>[\w.]+(?:-\w+)?)|no pagination)\),\s+(?<date>(?:19|20)\d{2})\.(?: (?:Article Number: (?<articleNumber>\w+)\. ?)?(?:Date of Publication: (?<printed>[^.]*)\.?)?)?$/u,
  // Journal. Vol.24(7), 2019, pp. 847-856.
  /^(?<container>.+?)\.\s+Vol\.?\s*(?<volume>\d\w*)\s*(?:\((?<issue>[^()]{1,40})\))?,\s+(?<date>[^,]*\b(?:19|20)\d{2}\b[^,]*)(?:,\s*(?:pp?\.\s*)?(?:(?<pages>[\w.]+(?:-\w+)?)|No Pagination Specified|ArtID (?<articleNumber>\w+)))?\.?$/u,
  // Journal. Vol 28(2) April 2015, 103-106.
  /^(?<container>.+?)\.\s+Vol\.?\s*(?<volume>\d\w*)\s*(?:\((?<issue>[^()]{1,40})\))?,?\s+(?<date>[^,]*\b(?:19|20)\d{2}\b[^,]*),\s*(?<pages>[\w.]+(?:-\w+)?)\.?$/u,
  // Journal. Mar2020, Vol. 28 Issue 2, p103-106. 4p.
  /^(?<container>.+?)\. (?<date>[^,.]*(?:19|20)\d{2}),(?: Vol\. (?<volume>[\w-]+))?(?: Issue (?<issue>[\w/-]+))?(?:, pp?(?<pages>[\w.]+(?:-\w+)?))?\. ?(?<rest>.*)$/u,
  // Journal (ABBREVIATION), 2020 Mar; 28(2): 103-106. (4p)
  /^(?<container>.+?) \([^()]+\), (?<date>(?:19|20)\d{2}[^;.]*);(?: (?<volume>[\w-]+))?(?:\((?<issue>[^()]*)\))?(?:: (?<pages>[\w.]+(?:-\w+)?))?\. ?(?<rest>.*)$/u,
  // Econ Bot. 2021 Mar;75(2):101-110. doi: 10.1000/eb.21. Epub 2021 Jan 3.
  /^(?<container>.+?)\. (?<date>(?:19|20)\d{2}[^;:.]*)(?:;(?<volume>[^(:.;]*)(?:\((?<issue>[^()]*)\))?)?(?::(?<pages>[^.;]+))?\. ?doi: (?<doi>10\.\S+?)\.?(?: (?<rest>.*))?$/u,
  // Lakartidningen. 2018 Jan 3;115:EYSL. Swedish.
  /^(?<container>[^.]+(?:\. [^.;\d]+)?)\. (?<date>(?:19|20)\d{2}[^;:.]*);(?<volume>[^(:.;]+)(?:\((?<issue>[^()]*)\))?(?::(?<pages>[^.;]+))?\.(?: (?<rest>.*))?$/u,
  // Journal. 2015;28(2):103-106.
  new RegExp(`^(?<container>.+?)\\.\\s+(?<date>(?:19|20)\\d{2}[^;:]*);\\s*${where}\\.?$`, 'u'),
  // Journal (2015) 28:2 (103-106). Date of Publication: 12 May 2015
  /^(?<container>.+?) \((?<date>(?:19|20)\d{2})\) (?<volume>\w+)(?::(?<issue>[\w-]+))?(?: \((?<pages>[\w.]+(?:-\w+)?)\))?(?:\. Date of Publication: (?<printed>.*)|\.)?$/u,
  // Only the journal.
  /^(?<container>[^.]{3,})\.?$/u,
];

const placeCharactersMax = 1000;

/** The parts of a source line where its form is known; else the line as it stands, unmapped. */
export function sourceFields(tag: string, value: string): RoleField[] {
  const text = value.replace(/\s+/g, ' ').trim();
  // No place in a journal is as long as this: nothing is tried on what cannot be one.
  if (text.length > placeCharactersMax) return [{ tag, value: text, role: undefined }];
  for (const form of sourceForms) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const parts = (['container', 'volume', 'issue', 'pages', 'articleNumber', 'date'] as const).map(
      (role) => ({
        tag,
        value: (groups[role] ?? '').trim(),
        role,
      }),
    );
    const printed = { tag, value: groups.printed ?? '', role: 'date' as const };
    const doi = { tag, value: groups.doi ?? '', role: 'doi' as const };
    const rest = { tag, value: groups.rest ?? '', role: undefined };
    return [...parts, printed, doi, rest].filter((part) => part.value !== '');
  }
  return [{ tag, value: text, role: undefined }];
}

/** Names come with degrees and with the numbers or signs of their addresses. */
export function peopleOf(tag: string, value: string, role: 'author' | 'editor'): RoleField[] {
  // BIOSIS puts the address of whom to write to in the brackets with the role.
  const bare = value.replace(/;[^;[\]]*\]/g, ']');
  const names = bare.split(/;|\n/).map((name) => name.trim());
  return names.filter(Boolean).map((written) => {
    const isEditor = /\[Ed(?:s|itor)?\]\s*$/i.test(written);
    const name = written
      .replace(/\s*\[[^\]]*\]\s*$/, '')
      // EBSCO's way: `Berg, Anna1 anna@example.org (AUTHOR)`.
      .replace(/\s*\((?:AUTHOR|EDITOR)\)$/, '')
      .replace(/\s+\S+@\S+/, '')
      .replace(/(?<=\p{Ll})\d{1,2}(?:,\d{1,2})*$/u, '')
      .replace(/(?:\s+(?:\d{1,2}(?:,\s*\d{1,2})*|[*+~^#@]|\(\d+\)))+$/, '')
      .replace(/,?\s+(?:MD|PhD|Ph\.D\.|RN|MSc|MPH|BSc|FAAN|DrPH)\b[\s,;.*+\w]*$/, '');
    return { tag, value: name, role: isEditor ? 'editor' : role };
  });
}
