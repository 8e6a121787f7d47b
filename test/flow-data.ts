/** Histories of reviews, told report by report and written straight into the tables. */
import type { Reference } from '../import/reference.ts';
import { retrieval } from '../schema/documents.ts';
import { importBatch, record, report, study } from '../schema/records.ts';
import { criterion, type review } from '../schema/reviews.ts';
import { standing } from '../schema/screening.ts';
import { type SourceKind, searchRun, sourceKinds } from '../schema/searches.ts';
import { reportedNumber } from '../schema/synthesis.ts';
import type { Connection } from '../server/db.ts';
import { addPerson, addReview, now } from './helpers.ts';

export type ReviewRow = typeof review.$inferSelect;
type Screened = 'unscreened' | 'conflict' | 'excluded' | 'passed';
type Retrieval = 'none' | 'retrieved' | 'not_retrieved' | 'reopened';
type Assessed = 'unscreened' | 'partly' | 'conflict' | 'excluded' | 'passed';
/** One report: which searches found it, in which order, and how far it has got. */
export type Story = {
  found: number[];
  screened: Screened;
  retrieval: Retrieval;
  assessed: Assessed;
};

const at = now.toISOString();

export const done = { screened: 'passed', retrieval: 'retrieved' } as const;

/** Writes a history straight into the tables: one import for each kind of source, in order. */
export function tell(
  on: Connection,
  stories: Story[],
  details: Partial<ReviewRow> = {},
  kinds: readonly (SourceKind | null)[] = sourceKinds,
): ReviewRow {
  const { personId } = addPerson(on, 'Astrid');
  const row = addReview(on, [[{ personId }, 'owner']], details);
  const reasonId = addReason(on, row.id);
  const imports = kinds.map((kind) => addImport(on, row.id, personId, kind));
  let position = 0;
  for (const [index, { found, ...path }] of stories.entries()) {
    const members = found.map((at) => {
      position += 1;
      return addRecord(on, row.id, imports[at] ?? 0, position, `Report ${index}`);
    });
    const rootId = Math.min(...members);
    for (const id of members) setRoot(on, id, rootId);
    follow(on, row.id, rootId, { found, ...path }, reasonId);
  }
  return row;
}

function addReason(on: Connection, reviewId: number): number {
  const rows = ['E1', 'E2'].map((code, position) => ({
    reviewId,
    code,
    kind: 'exclude' as const,
    label: { en: `Reason ${code}`, sv: `Skäl ${code}` },
    statement: { en: code },
    position,
  }));
  return on.insert(criterion).values(rows).returning().all()[0]?.id ?? 0;
}

function addRecord(
  on: Connection,
  reviewId: number,
  importId: number,
  position: number,
  title: string,
): number {
  const reference: Reference = { type: 'article-journal', title, authors: [] };
  const { id: reportId } = on
    .insert(report)
    .values({ reviewId, reference, title, firstAuthor: 'Berg' })
    .returning()
    .get();
  const place = { importId, position, lineFrom: position, lineTo: position };
  const content = { raw: '', reference, unmapped: [], contentHash: String(position) };
  on.insert(record)
    .values({ reviewId, reportId, ...place, ...content })
    .run();
  return reportId;
}

function addImport(on: Connection, reviewId: number, createdBy: number, kind: SourceKind | null) {
  const run = kind
    ? on
        .insert(searchRun)
        .values({ reviewId, kind, source: `Source of ${kind}`, createdBy })
        .returning()
        .get()
    : null;
  return on
    .insert(importBatch)
    .values({
      reviewId,
      searchRunId: run?.id ?? null,
      fileName: 'file.ris',
      state: 'done',
      createdBy,
    })
    .returning()
    .get().id;
}

function setRoot(on: Connection, id: number, rootId: number) {
  on.$client.prepare('update report set root_id = ? where id = ?').run(rootId, id);
}

function follow(on: Connection, reviewId: number, rootId: number, story: Story, reasonId: number) {
  const stand = (stage: 'title_abstract' | 'full_text', state: Assessed | Screened) => {
    if (state === 'unscreened') return;
    const criterionId = stage === 'full_text' && state === 'excluded' ? reasonId : null;
    on.insert(standing).values({ reportId: rootId, stage, state, criterionId }).run();
  };
  stand('title_abstract', story.screened);
  if (story.screened !== 'passed') return;
  if (story.retrieval !== 'none')
    on.insert(retrieval)
      .values({ reportId: rootId, outcome: story.retrieval, personId: 1, at })
      .run();
  stand('full_text', story.assessed);
  if (story.assessed !== 'passed') return;
  const { id } = on
    .insert(study)
    .values({ reviewId, label: `Study ${rootId}` })
    .returning()
    .get();
  on.$client.prepare('update report set study_id = ? where id = ?').run(id, rootId);
}

/** A legacy review: what was included came as a list, and the report gives 33 where the list has 2. */
export function tellLegacy(on: Connection): ReviewRow {
  const row = tell(
    on,
    [0, 1].map(() => ({ found: [0], ...done, assessed: 'passed' as const })),
    { flowBasis: 'included_list', publishedAt: at },
    [null],
  );
  const said = (name: string, value: number | null) =>
    on
      .insert(reportedNumber)
      .values({ reviewId: row.id, box: name, value, source: 'p. 14', personId: 1, at })
      .run();
  said('N2', 32);
  said('N2', 3);
  said('N2.databases', 2);
  said('N2.other', 0);
  said('S1', null);
  said('A1', 40);
  return row;
}
