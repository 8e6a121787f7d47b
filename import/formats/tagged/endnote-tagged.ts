/** EndNote's tagged format (.enw) and refer/BibIX, its ancestor: a per cent sign and one character. */
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Field } from '../field-bag.ts';
import type { Format } from '../format.ts';
import { type Line, readLines } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField } from '../roles.ts';
import { typeOfEndnote } from './endnote-types.ts';
import { taggedReader } from './tagged-records.ts';

export const endnoteTagged: Format = {
  id: 'endnote-tagged',
  label: 'EndNote (tagged)',
  extensions: ['enw', 'ref', 'txt'],
  mediaType: 'application/x-endnote-refer',
  detect: detectEndnote,
  read: (chunks) =>
    readLines(
      chunks,
      taggedReader({
        parse,
        begins,
        ends: () => false,
        isFrame: () => false,
        toPiece,
      }),
    ),
};

function detectEndnote(head: string): number {
  const tags = head.match(/^%[0-9A-Z@!#$&()*+<=>?[\]^~_,:;-](?: \S|\s*$)/gm) ?? [];
  if (/^%0 \S/m.test(head) && tags.length > 1) return 0.96;
  return tags.length > 2 && /^%[TA] \S/m.test(head) ? 0.9 : 0;
}

/**
 * A type begins a record, except right behind the title: Digital Commons writes it there, and in some records not at
 * all. A blank line parts records that do not begin with a type; in others it may stand within a text.
 */
function begins({ tag }: Field, found: readonly Field[], afterBlank: boolean): boolean {
  const has = (one: string) => found.some((field) => field.tag === one);
  if (tag === '%0') return has('%0') || afterBlank || !found.every((field) => field.tag === '%T');
  return afterBlank && (found[0]?.tag !== '%0' || (tag === '%T' && has('%T')));
}

function parse(text: string): Field | undefined {
  const [, tag, value = ''] =
    /^\s{0,3}(%[0-9A-Z@!#$&()*+<=>?[\]^~_,:;|'"{}.-])(?:[ \t](.*))?$/.exec(text) ?? [];
  return tag === undefined ? undefined : { tag, value: value.trim() };
}

const roleOfTag: Record<string, Role> = {
  '%0': 'type',
  '%T': 'title',
  '%A': 'author',
  '%E': 'editor',
  '%D': 'date',
  '%V': 'volume',
  '%N': 'issue',
  '%P': 'pages',
  '%7': 'edition',
  '%S': 'series',
  '%I': 'publisher',
  '%C': 'place',
  '%R': 'maybeDoi',
  '%@': 'number',
  '%U': 'url',
  '%X': 'abstract',
  '%K': 'keyword',
  '%G': 'language',
  '%Z': 'note',
  '%O': 'note',
  '%M': 'accession',
  '%~': 'database',
  '%8': 'date',
  '%J': 'container',
  '%B': 'container',
  '%Q': 'translatedTitle',
};

function toPiece(lines: Line[], found: Field[]): Piece {
  const type = found.find(({ tag }) => tag === '%0')?.value ?? '';
  const known: ReferenceType | undefined = typeOfEndnote(type) ?? guessType(found);
  const alone = known === 'book' || known === 'report' || known === 'thesis';
  const given = found.flatMap(({ tag, value }): RoleField[] => {
    const role = tag === '%B' && alone ? 'series' : roleOfTag[tag];
    if (role === 'abstract' || role === 'note') return [{ tag, value, role }];
    if (tag === '%K' || tag === '%A' || tag === '%E')
      return value.split(sign(tag)).map((one) => ({ tag, value: one, role }));
    const text = value.replaceAll('\n', ' ');
    if (tag === '%8' && !/\d{4}/.test(text)) return [{ tag, value: text, role: undefined }];
    if (tag === '%R') return [{ tag, value: text.replace(/^doi:\s*/i, ''), role }];
    return [{ tag, value: text, role }];
  });
  const sorted = given.toSorted((a, b) => rank(a.tag) - rank(b.tag));
  return pieceFromRoles(lines, sorted, {
    typeOf: typeOfEndnote,
    ...(known ? { type: known } : {}),
    names: { withoutComma: 'person' },
  });
}

/** Lines, semicolons, and what CNKI's pages leave of the line ends: `%A Li Na%A Wang Wei`. */
const sign = (tag: string) => new RegExp(`\\n|;|${tag} `);

/** The journal's name before a book's, the year before the day. */
function rank(tag: string): number {
  return tag === '%8' || tag === '%B' ? 1 : 0;
}

/** refer has no types: BibIX's own rule is by which fields there are. */
function guessType(found: readonly Field[]): ReferenceType | undefined {
  const has = (tag: string) => found.some((field) => field.tag === tag);
  if (has('%0')) return undefined;
  // An issue's number is a journal's, also where Digital Commons names that under `%B`.
  if (has('%J') || (has('%B') && has('%N'))) return 'article-journal';
  if (has('%B')) return 'chapter';
  if (has('%R')) return 'report';
  return has('%I') ? 'book' : undefined;
}
