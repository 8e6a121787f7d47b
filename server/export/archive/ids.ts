/** Where rows hold ids: what the tables' own keys say, and, where no key says so, this list. */
import { type CarriedColumn, type CarriedTable, carriedTables, peopleColumns } from './carried.ts';

/**
 * - `id`: of a row of that table, or of a person.
 * - `until`: the last id that there was at some time; the rows above it came later.
 * - `shift`: how far that table's ids have moved.
 * - `inside`: ids among other things, found by `moved.ts`.
 */
export type Held =
  | { kind: 'id' | 'until'; of: string }
  | { kind: 'shift'; of: string }
  | { kind: 'inside' }
  | { kind: 'none' };

/** Ids in columns that are no foreign keys. */
const unkeyed: Record<string, string> = {
  'report.root_id': 'report',
  'duplicate_link.batch_id': 'duplicate_batch',
  'flow_path.root_id': 'report',
  'flow_path.review_id': 'review',
  'flow_path.record_id': 'record',
  'flow_path.study_id': 'study',
  'flow_log.review_id': 'review',
};

const limits: Record<string, string> = {
  'stage_order.since_vote_id': 'vote',
  'ranking_run.last_vote_id': 'vote',
  'ranking_run.last_adjudication_id': 'adjudication',
  'stopping_decision.last_report_id': 'report',
};

const shifts: Record<string, string> = { 'review.report_id_shift': 'report' };

/** Columns whose content names rows: lists of them, what a log says of them, texts made of them. */
export const inside: readonly string[] = [
  'appraisal.answers',
  'audit_entry.after',
  'audit_entry.before',
  'audit_entry.entity_id',
  'brought_coding.people',
  'brought_decision.people',
  'brought_note.people',
  'bulk_act.description',
  'coding_consensus.code_ids',
  'confidence.basis',
  'extraction_answer.excerpt_ids',
  'flow_log.subject_id',
  'flow_log.value',
  'flow_path.class',
  'flow_path.members',
  'flow_print.content',
  'pilot.people',
  'ranking.ids',
  'ranking_run.parameters',
  'stage_rule.shares',
  'vote.client_key',
];

const namesIn = (list = '') => new Set(list.split(/\s+/));

/** Whole numbers that count or measure something. */
const numbers = namesIn(
  `version position number count pages page year value records reports coders seed declared excluded included rejected
  publications file_bytes pieces_stored marked_page marked_from marked_to duration_ms line_from line_to hits_declared
  reviewers_full_text reviewers_title_abstract`,
);

/** Columns with JSON that names no row by its id: words, references, keys, what a file said. By table. */
const withoutIds: Record<string, string> = {
  aim: 'plain_summary text',
  appraisal_instrument_version: 'designs label sections source',
  aspect: 'label',
  aspect_cell: 'text',
  code: 'definition examples label synonyms',
  codebook: 'description label',
  codebook_version: 'codes description label',
  column_mapping: 'columns headings',
  concept_block: 'label terms',
  confidence: 'components explanation',
  correction: 'value',
  criterion: 'label statement',
  delivery: 'parts',
  duplicate_link: 'reasons',
  excerpt: 'text',
  extraction_answer: 'value',
  extraction_form: 'label',
  extraction_form_version: 'fields',
  finding: 'explanation statement',
  finding_kind: 'label',
  full_text: 'facts',
  import_batch: 'columns problem table_head unmapped_tags',
  indicator: 'label unit',
  indicator_group: 'label',
  possible_pair: 'against reasons',
  project: 'countries summary title',
  protocol_version: 'content',
  ranking: 'terms',
  record: 'notices reference unmapped',
  rejection: 'problem',
  report: 'reference',
  reported_number: 'label',
  review: 'attribution summary title',
  saved_table: 'definition note title',
  search_run: 'grouping notes',
  stage_list_line: 'reasons reference',
  stopping_decision: 'parameters',
  work_package: 'summary',
};

/** @returns null where nobody has said what the column holds: then nothing can be restored beside others. */
export function heldIn(table: CarriedTable, column: CarriedColumn): Held | null {
  const place = `${table.name}.${column.name}`;
  const known = (of: string | undefined, kind: 'id' | 'until' | 'shift'): Held | null =>
    of === undefined ? null : { kind, of };
  const isPerson = peopleColumns(table).includes(column.name);
  const named =
    known(keyOf(table, column.name), 'id') ??
    known(unkeyed[place] ?? (isPerson ? 'person' : undefined), 'id') ??
    known(limits[place], 'until') ??
    known(shifts[place], 'shift');
  if (named) return named;
  if (inside.includes(place)) return { kind: 'inside' };
  const isPlain =
    (column.kind === 'integer' && numbers.has(column.name)) ||
    (column.kind === 'json' && namesIn(withoutIds[table.name]).has(column.name)) ||
    ['text', 'number', 'boolean'].includes(column.kind);
  return isPlain ? { kind: 'none' } : null;
}

function keyOf(table: CarriedTable, column: string): string | undefined {
  const key = table.foreignKeys.find(({ columns }) => columns[0] === column);
  return key?.table ?? (column === 'id' ? table.name : undefined);
}

type Named = { of: string; kind: 'id' | 'until' };

/** What a name in JSON stands for, as columns are named: `reportId` is what `report_id` holds everywhere. */
export function namesOfIds(): { everywhere: Map<string, Named>; byTable: Map<string, Named> } {
  const everywhere = new Map<string, Named>();
  const byTable = new Map<string, Named>();
  const unclear = new Set<string>();
  for (const table of carriedTables())
    for (const column of table.columns) {
      const held = heldIn(table, column);
      if (held?.kind !== 'id' && held?.kind !== 'until') continue;
      const name = column.name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      byTable.set(`${table.name}.${name}`, held);
      if (name === 'id') continue;
      if (everywhere.has(name) && everywhere.get(name)?.of !== held.of) unclear.add(name);
      everywhere.set(name, held);
    }
  for (const name of unclear) everywhere.delete(name);
  return { everywhere, byTable };
}
