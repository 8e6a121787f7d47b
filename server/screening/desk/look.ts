/** What the desk shows of publications: what the review hides from it, the terms marked, labels and documents beside. */
import type { Reference } from '../../../import/reference.ts';
import { type Stage, stages } from '../../../schema/screening.ts';
import { type Db, statement, untilWritten } from '../../db.ts';
import { ruleOf } from '../rules/rules.ts';
import { type Label, labelsOf, labelsOn } from './labels.ts';
import { type Marker, markerOf } from './marks.ts';
import type { QueuedReport } from './queue.ts';
import { settingsOf } from './settings.ts';
import { showReport } from './show.ts';
import { type Term, termsFor } from './terms.ts';

type Place = { reviewId: number; stage: Stage; personId: number };

export type Look = {
  hides: { authors: boolean; source: boolean; year: boolean };
  marks: boolean;
  terms: Term[];
  labels: Label[];
  marker: Marker;
};

export function lookOf(db: Db, { reviewId, stage, personId }: Place): Look {
  const find = () => {
    const terms = termsFor(db, reviewId, personId);
    const { marks } = settingsOf(db, personId);
    const hides = hidesAt(db, reviewId, stage);
    return { hides, marks, terms, labels: labelsOf(db, reviewId), marker: markerOf(terms) };
  };
  const tables = ['screening_term', 'person_setting', 'stage_rule', 'label'];
  return untilWritten(db, `look ${reviewId} ${stage} ${personId}`, find, tables);
}

export type Hides = Look['hides'];

export function hidesAt(db: Db, reviewId: number, stage: Stage): Hides {
  const rule = ruleOf(db, reviewId, stage);
  return { authors: rule.hidesAuthors, source: rule.hidesSource, year: rule.hidesYear };
}

/** A reference without what the stage hides: nothing that is hidden leaves the server. */
export function visible(reference: Reference, hides: Hides): Reference {
  const { authors, source, year } = hides;
  if (!authors && !source && !year) return reference;
  const shown: Reference = { ...reference };
  if (authors) {
    shown.authors = [];
    for (const field of ['editors', 'othersOmitted'] as const) delete shown[field];
  }
  if (source) for (const field of sourceFields) delete shown[field];
  if (year) for (const field of ['year', 'date'] as const) delete shown[field];
  // The document itself, and what names it elsewhere, tells who wrote it, where and when.
  for (const field of ['doi', 'urls', 'isbn', 'accession', 'database', 'notes'] as const)
    delete shown[field];
  return shown;
}

const sourceFields = [
  'container',
  'publisher',
  'place',
  'series',
  'volume',
  'issue',
  'pages',
  'edition',
  'issn',
] as const;

export type DeskRecord = ReturnType<typeof deskRecord>;

/** A publication as the desk shows it: nothing that is hidden leaves the server. */
export function deskRecord(look: Look, row: QueuedReport, { labelIds, files }: Beside) {
  const shown = showReport({ id: row.id, reference: visible(row.reference, look.hides) });
  const { authors, source, year } = look.hides;
  const mark = (text: string) => look.marker(text, shown.language);
  return {
    ...shown,
    titleParts: mark(shown.title),
    paragraphs: shown.paragraphs.map(({ heading, text }) => ({ heading, parts: mark(text) })),
    isHiding: authors || source || year,
    labels: look.labels.map((label) => ({ ...label, isOn: labelIds.includes(label.id) })),
    files,
  };
}

/** What is shown beside a publication, and changes while its reference does not. */
export type Beside = { labelIds: number[]; files: FileOf[] };
type FileOf = { id: number; name: string; isPdf: boolean };

/** @returns a function from a publication to what is beside it, read once for all of them. */
export function besideOf(db: Db, stage: Stage, ids: number[]): (id: number) => Beside {
  const carried = labelsOn(db, ids);
  const files = stage === stages[1] ? filesOf(db, ids) : new Map<number, FileOf[]>();
  return (id) => ({ labelIds: [...(carried.get(id) ?? [])], files: files.get(id) ?? [] });
}

function filesOf(db: Db, rootIds: number[]): Map<number, FileOf[]> {
  const rows = statement(
    db,
    `select report.root_id as rootId, full_text.id as id, full_text.file_name as name,
      full_text.format as format
    from report join full_text on full_text.report_id = report.id
    where report.root_id in (select value from json_each(?)) and full_text.removed_at is null
    order by full_text.format = 'pdf' desc, full_text.id`,
  ).all(JSON.stringify(rootIds)) as { rootId: number; id: number; name: string; format: string }[];
  const files = new Map<number, FileOf[]>();
  for (const { rootId, id, name, format } of rows)
    files.set(rootId, [...(files.get(rootId) ?? []), { id, name, isPdf: format === 'pdf' }]);
  return files;
}
