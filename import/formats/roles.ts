/** From values with a known role to a reference: what all formats share once their tags are understood. */
import { isDoi } from '../normalize/doi.ts';
import type { NameOptions } from '../normalize/names.ts';
import { joinPages } from '../normalize/pages.ts';
import { plainText } from '../normalize/text.ts';
import { dateBeyondYear, yearOf } from '../normalize/years.ts';
import type { Piece, ReferenceType } from '../reference.ts';
import type { Field } from './field-bag.ts';
import * as fields from './fields.ts';
import { type Line, problem, span } from './lines.ts';

/** What a tag's value can be; a tag without a role is kept as unmapped. */
export const roles = [
  'title',
  'subtitle',
  'translatedTitle',
  'author',
  'editor',
  'date',
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
  /** Where a DOI may stand among other things: only a DOI is taken. */
  'maybeDoi',
  'number',
  'url',
  'abstract',
  'keyword',
  'language',
  'note',
  'accession',
  'database',
  'type',
] as const;
export type Role = (typeof roles)[number];
export type RoleField = fields.PersonField & { role: Role | undefined };

export type RoleOptions = {
  /** What a word or code for a type means; undefined leaves the type open and keeps the word. */
  typeOf?: (written: string) => ReferenceType | undefined;
  /** Used when the source says nothing about the type. */
  type?: ReferenceType;
  names?: NameOptions;
  keywordSeparator?: RegExp;
};

export function draftFromRoles(
  given: readonly RoleField[],
  options: RoleOptions = {},
): fields.Draft {
  const draft: fields.Draft = {
    reference: { type: options.type ?? 'document', title: '', authors: [] },
    unmapped: [],
    notices: [],
  };
  const byRole = new Map<Role, fields.PersonField[]>();
  for (const { role, ...field } of given) {
    const value = field.value.trim();
    if (value === '') continue;
    const list = role && byRole.get(role);
    if (list) list.push({ ...field, value });
    else if (role) byRole.set(role, [{ ...field, value }]);
    else draft.unmapped.push({ tag: field.tag, value });
  }
  const all = (role: Role) => byRole.get(role) ?? [];
  /** The first value; what else stands under the role is kept beside it. */
  const first = (role: Role): string | undefined => {
    const [kept, ...others] = all(role);
    draft.unmapped.push(...others.filter(({ value }) => value !== kept?.value));
    return kept?.value;
  };
  takeTypes(all('type'), options, draft);
  draft.reference.title = titleOf(first('title'), first('subtitle'));
  fields.takeAuthors(all('author'), draft, options.names);
  fields.takeEditors(all('editor'), draft, options.names);
  takeDates(all('date'), draft);
  for (const name of texts) fields.setText(draft, name, first(name));
  takeAbstract(all('abstract'), draft);
  const pages = joinPages(first('pages'), undefined);
  const range = joinPages(first('firstPage'), first('lastPage'));
  const shown = pages ?? range ?? first('articleNumber');
  if (shown) draft.reference.pages = shown;
  // Nothing is lost: what was not shown stands beside.
  if (pages && range && pages !== range) keep(draft, all('firstPage'), all('lastPage'));
  if (shown && shown !== all('articleNumber')[0]?.value) keep(draft, all('articleNumber'));
  const areDois = ({ value }: Field) => value.split(/[;,]\s+/).every(isDoi);
  const stray = all('maybeDoi').filter(areDois);
  keep(
    draft,
    all('maybeDoi').filter((field) => !areDois(field)),
  );
  fields.takeDoi([...all('doi'), ...stray], draft);
  fields.takeUrls(all('url'), draft);
  fields.takeNumbers(all('number'), draft);
  fields.takeKeywords(all('keyword'), draft, options.keywordSeparator);
  const notes = all('note').map(({ value }) => fields.tidyText(draft, value));
  if (notes.length > 0) draft.reference.notes = [...new Set(notes)];
  if (draft.reference.title === '') draft.notices.push(problem('NO_TITLE'));
  return draft;
}

/** The piece of one record read so. */
export function pieceFromRoles(
  lines: readonly Line[],
  given: readonly RoleField[],
  options: RoleOptions = {},
): Piece {
  return { kind: 'reference', ...span(lines), ...draftFromRoles(given, options) };
}

const texts = [
  'translatedTitle',
  'container',
  'volume',
  'issue',
  'edition',
  'series',
  'publisher',
  'place',
  'language',
  'accession',
  'database',
] as const;

function keep(draft: fields.Draft, ...lists: (readonly Field[])[]) {
  draft.unmapped.push(...lists.flat());
}

export function titleOf(title = '', subtitle = ''): string {
  const [main, sub] = [plainText(title), plainText(subtitle)];
  if (!main || !sub || main.endsWith(sub)) return main || sub;
  return `${main}${/[?!.:]$/.test(main) ? ' ' : ': '}${sub}`;
}

function takeTypes(written: readonly Field[], options: RoleOptions, draft: fields.Draft) {
  let known = false;
  for (const { tag, value } of written) {
    const type: ReferenceType | undefined = known ? undefined : options.typeOf?.(value);
    if (type) draft.reference.type = type;
    known ||= type !== undefined;
    // The source's own word says more than the type does.
    if (type !== value) draft.unmapped.push({ tag, value });
  }
}

/** A structured or bilingual abstract may come in parts: all of them are the abstract. */
function takeAbstract(written: readonly Field[], draft: fields.Draft) {
  const parts = [...new Set(written.map(({ value }) => value))];
  fields.setText(draft, 'abstract', parts.join('\n'));
}

/** The first year counts, and a date that agrees with it; what contradicts is kept beside. */
export function takeDates(written: readonly Field[], draft: fields.Draft): void {
  const { reference } = draft;
  for (const field of written) {
    const year = yearOf(field.value);
    const date = dateBeyondYear(field.value);
    const contradicts =
      year !== undefined && reference.year !== undefined && year !== reference.year;
    if (contradicts || (date && reference.date && date !== reference.date)) {
      draft.unmapped.push(field);
      continue;
    }
    if (year !== undefined) reference.year = year;
    if (date) reference.date = date;
  }
}
