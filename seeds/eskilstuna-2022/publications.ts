/** The 32 publications of Table 1, in the table's order, and where the document cites unevenly. */
import type { Words } from '../words.ts';
import { publicationsAToG } from './publications-a-g.ts';
import { publicationsJToN } from './publications-j-n.ts';
import { publicationsPToO } from './publications-p-o.ts';
import {
  factorsChapter,
  formsChapter,
  paragraph,
  type Source,
  structureChapter,
  table,
} from './source.ts';

export type Author = { family: string; given?: string } | { literal: string };

export type Reference = {
  /**
   * The document names no types and calls all of them "artiklar". Ours: 'report' where an
   * organisation is the author, 'article' where persons are.
   */
  type: 'article' | 'report';
  title: string;
  authors: Author[];
  /** Table 1 gives the first author and "m.fl.". */
  othersOmitted?: true;
  year: number;
  yearSuffix?: 'a' | 'b';
  container?: string;
  volume?: string;
  doi?: string;
  /** Where container, volume and DOI come from: Table 1 has none. */
  doiSource?: Source;
  /** Of the publication, judged by its title. */
  language: 'en' | 'sv';
};

export type Country = 'BE' | 'DK' | 'GB' | 'NL' | 'NO' | 'SE';

export type Publication = {
  key: string;
  reference: Reference;
  countries: Country[];
  aim: Words;
  source: Source;
};

export const nordicCountries: Country[] = ['DK', 'NO', 'SE'];

export const publications: Publication[] = [
  ...publicationsAToG,
  ...publicationsJToN,
  ...publicationsPToO,
];

export type CitationNote = {
  publication: string;
  field: 'author' | 'year' | 'title';
  variants: { text: string; source: Source }[];
  /** The form the reference above uses. */
  chosen: string;
  note: Words;
};

export const citationNotes: CitationNote[] = [
  {
    publication: 'galjaard-2019',
    field: 'author',
    variants: [
      { text: 'Galjaar m.fl. (2019)', source: table(1) },
      { text: 'Galjaard m.fl. (2019)', source: formsChapter },
      { text: 'Galjaard m.fl. (2019)', source: factorsChapter },
    ],
    chosen: 'Galjaard m.fl. (2019)',
    note: {
      en: 'Table 1 spells the author Galjaar; the running text spells the name Galjaard throughout.',
      sv: 'Tabell 1 stavar författaren Galjaar; den löpande texten skriver genomgående Galjaard.',
      nb: 'Tabell 1 staver forfatteren Galjaar; den løpende teksten skriver gjennomgående Galjaard.',
      nn: 'Tabell 1 stavar forfattaren Galjaar; den løpande teksten skriv gjennomgåande Galjaard.',
    },
  },
  {
    publication: 'naughton-doe-2021',
    field: 'year',
    variants: [
      { text: 'Naughton-Doe m.fl. (2021)', source: table(1) },
      { text: 'Naughton-Doe m.fl., 2020', source: formsChapter },
      { text: 'Naughton-Doe m.fl. (2021)', source: factorsChapter },
    ],
    chosen: 'Naughton-Doe m.fl. (2021)',
    note: {
      en: 'Cited once as 2020, in the paragraph on the United Kingdom; Table 1 and the paragraph on the study say 2021.',
      sv: 'Anges en gång som 2020, i stycket om Storbritannien; Tabell 1 och stycket om studien anger 2021.',
      nb: 'Sitert én gang som 2020, i avsnittet om Storbritannia; Tabell 1 og avsnittet om studien sier 2021.',
      nn: 'Sitert éin gong som 2020, i avsnittet om Storbritannia; Tabell 1 og avsnittet om studien seier 2021.',
    },
  },
  {
    publication: 'in-for-care-2019',
    field: 'year',
    variants: [
      { text: 'In For Care. (2019)', source: table(1) },
      { text: 'In For Care (2019a)', source: structureChapter },
    ],
    chosen: 'In For Care. (2019)',
    note: {
      en: 'Table 1 has one publication from 2019; the running text adds the letter a, with no 2019b in the table.',
      sv: 'Tabell 1 har en publikation från 2019; den löpande texten lägger till bokstaven a utan att tabellen har någon 2019b.',
      nb: 'Tabell 1 har én publikasjon fra 2019; den løpende teksten legger til bokstaven a, uten at tabellen har noen 2019b.',
      nn: 'Tabell 1 har éin publikasjon frå 2019; den løpande teksten legg til bokstaven a, utan at tabellen har nokon 2019b.',
    },
  },
  {
    publication: 'van-dijk-2013',
    field: 'author',
    variants: [
      { text: 'van Dijk m.fl. (2013)', source: table(1) },
      { text: 'van Dijks m.fl., 2013', source: paragraph('factors', 'van Dijk m.fl. (2013)') },
    ],
    chosen: 'van Dijk m.fl. (2013)',
    note: {
      en: 'The running text adds an s to the name in Table 1.',
      sv: 'Den löpande texten lägger till ett s till namnet i Tabell 1.',
      nb: 'Den løpende teksten legger til en s på navnet i Tabell 1.',
      nn: 'Den løpande teksten legg til ein s på namnet i Tabell 1.',
    },
  },
  {
    publication: 'moore-2015',
    field: 'title',
    variants: [
      {
        text: '"Bringing the future to life: Maureen\'s postcard to beryl" = North Wales regional',
        source: table(1),
      },
    ],
    chosen: '"Bringing the future to life: Maureen\'s postcard to beryl" – North Wales regional',
    note: {
      en: 'The extracted text has an equals sign in the title, read here as a dash; the lower-case “beryl” stands as printed.',
      sv: 'Den extraherade texten har ett likhetstecken i titeln, här läst som ett tankstreck; ”beryl” med litet b står som i tabellen.',
      nb: 'Den uttrukne teksten har et likhetstegn i tittelen, her lest som en tankestrek; «beryl» med liten b står som i tabellen.',
      nn: 'Den uttrekte teksten har eit likskapsteikn i tittelen, her lese som ein tankestrek; «beryl» med liten b står som i tabellen.',
    },
  },
];
