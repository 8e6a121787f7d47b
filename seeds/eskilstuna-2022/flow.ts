/** The numbers the document reports for the PRISMA flow, by box; what it does not report is null. */
import type { Words } from '../words.ts';
import { abstract, process, type Source, table } from './source.ts';

export type BoxId =
  | 'I1'
  | 'I2'
  | 'X1'
  | 'X2'
  | 'X3'
  | 'S1'
  | 'S2'
  | 'Q1'
  | 'Q2'
  | 'A1'
  | 'A2'
  | 'O1'
  | 'O2'
  | 'O3'
  | 'OQ1'
  | 'OQ2'
  | 'OA1'
  | 'OA2'
  | 'N1'
  | 'N2';

export type ReportedBox = {
  box: BoxId;
  reported: number | null;
  note: Words;
  /** How the document itself divides the number; parts need not add up to it. */
  parts?: { label: Words; reported: number; source: Source }[];
  source: Source | null;
};

const notReported: Words = {
  en: 'Not reported in the text; the figure is a picture.',
  sv: 'Redovisas inte i texten; figuren är en bild.',
  nb: 'Ikke oppgitt i teksten; figuren er et bilde.',
  nn: 'Ikkje oppgitt i teksten; figuren er eit bilete.',
};

const includedReports: ReportedBox = {
  box: 'N2',
  reported: 33,
  note: {
    en: 'The sentence says 33, but its own two parts make 32, and Table 1 lists 32.',
    sv: 'Meningen anger 33, men dess två delar blir tillsammans 32, och Tabell 1 listar 32.',
    nb: 'Setningen oppgir 33, men de to delene blir til sammen 32, og Tabell 1 lister opp 32.',
    nn: 'Setninga oppgir 33, men dei to delane blir til saman 32, og Tabell 1 listar opp 32.',
  },
  parts: [
    {
      label: {
        en: 'From scientific databases',
        sv: 'Från vetenskapliga databaser',
        nb: 'Fra vitenskapelige databaser',
        nn: 'Frå vitskaplege databasar',
      },
      reported: 23,
      source: process,
    },
    {
      label: {
        en: 'From other sources',
        sv: 'Från övriga källor',
        nb: 'Fra andre kilder',
        nn: 'Frå andre kjelder',
      },
      reported: 9,
      source: process,
    },
  ],
  source: process,
};

const silentBoxes: BoxId[] = [
  'I1',
  'I2',
  'X1',
  'X2',
  'X3',
  'S1',
  'S2',
  'Q1',
  'Q2',
  'A1',
  'A2',
  'O1',
  'O2',
  'O3',
  'OQ1',
  'OQ2',
  'OA1',
  'OA2',
  'N1',
];

/** O3 stays null: that the reference lists gave nothing further is a result, not a box's number. */
export const reportedFlow: ReportedBox[] = [
  ...silentBoxes.map((box) => ({ box, reported: null, note: notReported, source: null })),
  includedReports,
];

/** The other places where the document counts its publications: both say 32. */
export const reportedElsewhere: { reported: number; source: Source }[] = [
  { reported: 32, source: abstract },
  { reported: 32, source: table(1) },
];
