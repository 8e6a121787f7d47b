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

/** Whole numbers that count or measure something. */
const numbers = new Set(
  `version position number count page pages year value records reports coders seed declared excluded included rejected
  publications file_bytes pieces_stored marked_page marked_from marked_to duration_ms line_from line_to hits_declared
  reviewers_full_text reviewers_title_abstract`.split(/\s+/),
);

/** Columns with JSON that names no row by its id: words, references, keys, what a file said. */
const withoutIds = new Set([
  ...['aim.plain_summary', 'aim.text', 'aspect.label', 'aspect_cell.text', 'code.definition'],
  ...['appraisal_instrument_version.designs', 'appraisal_instrument_version.label'],
  ...['appraisal_instrument_version.sections', 'appraisal_instrument_version.source'],
  ...['code.examples', 'code.label', 'code.synonyms', 'codebook.description', 'codebook.label'],
  ...['codebook_version.codes', 'codebook_version.description', 'codebook_version.label'],
  ...['column_mapping.columns', 'column_mapping.headings', 'concept_block.label'],
  ...['concept_block.terms', 'confidence.components', 'confidence.explanation'],
  ...['correction.value', 'criterion.label', 'criterion.statement', 'delivery.parts'],
  ...['duplicate_link.reasons', 'excerpt.text', 'extraction_answer.value'],
  ...['extraction_form.label', 'extraction_form_version.fields', 'finding.explanation'],
  ...['finding.statement', 'finding_kind.label', 'full_text.facts', 'import_batch.columns'],
  ...['import_batch.problem', 'import_batch.table_head', 'import_batch.unmapped_tags'],
  ...['indicator.label', 'indicator.unit', 'indicator_group.label', 'possible_pair.against'],
  ...['possible_pair.reasons', 'project.countries', 'project.summary', 'project.title'],
  ...['protocol_version.content', 'ranking.terms', 'record.notices', 'record.reference'],
  ...['record.unmapped', 'rejection.problem', 'report.reference', 'reported_number.label'],
  ...['review.attribution', 'review.summary', 'review.title', 'saved_table.definition'],
  ...[
    'saved_table.note',
    'saved_table.title',
    'search_run.grouping',
    'search_run.notes',
    'stage_list_line.reasons',
  ],
  ...['stage_list_line.reference', 'stopping_decision.parameters', 'work_package.summary'],
]);

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
    (column.kind === 'json' && withoutIds.has(place)) ||
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
