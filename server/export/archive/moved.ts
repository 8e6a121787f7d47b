/** What a row says when the ids in it have moved: in numbers, in lists, in JSON, in texts made of ids. Pure. */
import type { Value } from './csv-lines.ts';
import { namesOfIds } from './ids.ts';

/** Where ids have gone. A table that is not carried has none. */
export type NewIds = {
  id(table: string, old: number): number | null;
  until(table: string, old: number): number;
};

type Inside = (value: string, ids: NewIds, about: string) => string | number | null;

/** The column that says what the ids in another one are of. */
export const toldBy: Record<string, string> = {
  'audit_entry.entity_id': 'entity',
  'audit_entry.before': 'entity',
  'audit_entry.after': 'entity',
  'flow_log.subject_id': 'subject',
  'flow_log.value': 'subject',
};

/** What stands in one of the columns that hold ids among other things. */
export function movedInside(place: string, value: Value, ids: NewIds, about: string): Value {
  if (value === null) return null;
  if (typeof value === 'object') return movedOrder(value, ids);
  return (special[place] ?? inJson(place))(String(value), ids, about);
}

const special: Record<string, Inside> = {
  'audit_entry.entity_id': (value, ids, entity) => ids.id(entity, Number(value)),
  'confidence.basis': (value, ids) =>
    JSON.stringify((JSON.parse(value) as string[]).map((fact) => movedFact(fact, ids))),
  'flow_log.subject_id': (value, ids, subject) =>
    ids.id(subjects[subject] ?? subject, Number(value)),
  'flow_log.value': movedChange,
  'flow_path.class': movedClass,
  'flow_path.members': (value, ids) => movedList(value, 'report', ids),
  // The person's id comes before the sender's own key.
  'vote.client_key': (value, ids) =>
    value.replace(/^\d+(?=:)/, (person) => movedOne(person, 'person', ids)),
};

const subjects: Record<string, string> = {
  path: 'report',
  pair: 'possible_pair',
  import: 'import_batch',
  run: 'search_run',
};

const movedOne = (text: string, table: string, ids: NewIds): string =>
  text === '' ? '' : String(ids.id(table, Number(text)));

const movedList = (text: string, table: string, ids: NewIds): string =>
  text
    .split(',')
    .map((one) => movedOne(one, table, ids))
    .join(',');

/** The searches that found it come first, the reason last but one. */
function movedClass(value: string, ids: NewIds): string {
  const parts = value.split('|');
  return parts
    .map((part, at) => {
      if (at === 0) return movedList(part, 'search_run', ids);
      return at === parts.length - 2 ? movedOne(part, 'criterion', ids) : part;
    })
    .join('|');
}

function movedChange(value: string, ids: NewIds, subject: string): string {
  if (value === '') return value;
  const [first = '', second = '', ...rest] = value.split('|');
  if (subject === 'path') {
    const path = [movedOne(first, 'study', ids), movedList(second, 'report', ids)];
    return [...path, movedClass(rest.join('|'), ids)].join('|');
  }
  if (subject !== 'pair') return value;
  return [first, movedOne(second, 'report', ids), movedOne(rest[0] ?? '', 'report', ids)].join('|');
}

/** As `basisOf` in `appraisal/confidence.ts` writes them. */
function movedFact(fact: string, ids: NewIds): string {
  const [kind, first = '', second = '', third = '', ...rest] = fact.split(' ');
  if (kind === 'support') {
    const excerpt = third === '-' ? third : movedOne(third, 'excerpt', ids);
    return [kind, first, movedOne(second, 'report', ids), excerpt, ...rest].join(' ');
  }
  if (kind !== 'appraisal') return fact;
  const of = [movedOne(first, 'report', ids), movedOne(second, 'appraisal_instrument', ids)];
  return [kind, ...of, third, ...rest].join(' ');
}

/** Ids of reports, four bytes each. */
function movedOrder(bytes: Buffer, ids: NewIds): Buffer {
  const moved = Buffer.alloc(bytes.length);
  for (let at = 0; at < bytes.length; at += 4)
    moved.writeInt32LE(ids.id('report', bytes.readInt32LE(at)) ?? 0, at);
  return moved;
}

/** Names that JSON uses beside those of columns: lists of ids. */
const lists: Record<string, string> = {
  people: 'person',
  reports: 'report',
  roots: 'report',
  together: 'report',
  apart: 'report',
  reportIds: 'report',
  pairs: 'possible_pair',
  links: 'duplicate_link',
  codeIds: 'code',
  themes: 'code',
  codings: 'coding',
  excerpts: 'excerpt',
  excerptIds: 'excerpt',
  findings: 'finding',
  // The log of marks is the publications themselves.
  'meta_analysis_mark.before': 'report',
  'meta_analysis_mark.after': 'report',
};

/** Names of single ids that no column has. */
const singles: Record<string, string> = {
  voteId: 'vote',
  rootId: 'report',
  newCodeId: 'code',
  newFindingId: 'finding',
  bulkId: 'bulk_act',
  'code.intoId': 'code',
  'finding.intoId': 'finding',
  'flow_print.content.runId': 'search_run',
  'flow_print.content.logId': 'flow_log',
  'flow_print.content.one': 'search_run',
  'flow_print.content.other': 'search_run',
};

/** By word of a file: what it was taken for, a number as text. */
const choices: Record<string, string> = { reasons: 'criterion', codes: 'code' };

type Lookup = { of: string; kind: 'id' | 'until' } | undefined;
const names = { kept: null as ReturnType<typeof namesOfIds> | null };

/** @param about the table that the log speaks of; its own columns' names go before everybody's. */
function lookup(place: string, about: string, name: string): Lookup {
  names.kept ??= namesOfIds();
  const single = singles[`${about}.${name}`] ?? singles[`${place}.${name}`] ?? singles[name];
  if (single) return { of: single, kind: 'id' };
  return names.kept.byTable.get(`${about}.${name}`) ?? names.kept.everywhere.get(name);
}

const camel = (name: string) =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function inJson(place: string): Inside {
  const column = camel(place.split('.')[1] ?? '');
  return (text, ids, about) => {
    const moved = movedValue(JSON.parse(text), column, { place, about, ids });
    return JSON.stringify(moved);
  };
}

/** An answer in a form, as `coding/code-answers.ts` names it: form, question, publication. */
const movedAnswer = (text: string, ids: NewIds): string =>
  text.replace(
    /^(\d+)(:.+:)(\d+)$/s,
    (_, form: string, field: string, report: string) =>
      `${movedOne(form, 'extraction_form', ids)}${field}${movedOne(report, 'report', ids)}`,
  );

type Where = { place: string; about: string; ids: NewIds };

function movedValue(value: unknown, name: string, where: Where): unknown {
  const { ids, about } = where;
  const list = lists[`${about}.${name}`] ?? lists[name];
  if (Array.isArray(value))
    return value.map((each) => {
      if (typeof each === 'number' && list) return ids.id(list, each);
      return movedValue(each, typeof each === 'string' ? name : '', where);
    });
  // An act on many names its publications in one text.
  if (typeof value === 'string' && name === 'reportIds') return movedList(value, 'report', ids);
  if (typeof value === 'string' && name === 'answers') return movedAnswer(value, ids);
  if (typeof value === 'number') {
    const held = lookup(where.place, about, name);
    if (!held) return value;
    return held.kind === 'until' ? ids.until(held.of, value) : ids.id(held.of, value);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => movedEntry(name, key, each, where)),
  );
}

function movedEntry(name: string, key: string, value: unknown, where: Where): [string, unknown] {
  const { ids, about } = where;
  // Shares of a stage: by language or by search, each with its people.
  if (name === 'shares' && Array.isArray(value)) {
    const search = /^\d+$/.test(key) ? movedOne(key, 'search_run', ids) : key;
    return [search, value.map((person) => ids.id('person', Number(person)))];
  }
  const chosen = about === 'brought_act' ? choices[name] : undefined;
  if (chosen && typeof value === 'string' && /^\d+$/.test(value))
    return [key, movedOne(value, chosen, ids)];
  return [key, movedValue(value, key, where)];
}
