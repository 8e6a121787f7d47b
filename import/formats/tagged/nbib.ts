/** PubMed's NBIB and other MEDLINE-like text (ERIC, Copac, Ovid for reference managers): tags of up to four letters, a hyphen. */
import { cutOthers } from '../../normalize/names.ts';
import type { Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { aside, type Line, type LineReader, problem, readLines, rejected } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField } from '../roles.ts';
import { ovidRoles } from './ovid-tags.ts';

export const nbib: Format = {
  id: 'nbib',
  label: 'PubMed / MEDLINE (NBIB)',
  extensions: ['nbib', 'txt'],
  mediaType: 'application/nbib',
  detect: detectNbib,
  read: (chunks) => readLines(chunks, nbibReader()),
};

const tagged = /^([A-Z][A-Z0-9]{1,3}) {0,3}- ?(.*)$/;
/** Ovid counts its records between them. */
const counted = /^<\s*\d{1,7}\.?\s*>\s*$/;
const strayLinesMax = 1000;

function detectNbib(head: string): number {
  if (/^PMID {0,2}- ?\d+\s*$/m.test(head)) return 0.97;
  if (/^VN {1,2}- Ovid/m.test(head) || /^OWN {0,2}- ERIC/m.test(head)) return 0.97;
  const nlm = head.match(/^(?:OWN|STAT|FAU|DCOM|MHDA|EDAT|PHST) {0,2}- \S/gm)?.length ?? 0;
  if (nlm > 2) return 0.95;
  const known = head.match(/^[A-Z]{2,4} {0,2}- /gm)?.length ?? 0;
  if (known > 2 && /^(?:AID|JT|DP|FED|BTI|PMC|PMCR) {0,2}- ?/m.test(head)) return 0.7;
  // `TI- `: Copac and other catalogues; RIS has two blanks.
  return /^TI- \S/m.test(head) && /^(?:AU|PY|PU)- \S/m.test(head) ? 0.85 : 0;
}

const roleOfMedline: Record<string, Role> = {
  TI: 'title',
  BTI: 'container',
  CTI: 'series',
  VTI: 'title',
  TT: 'translatedTitle',
  CN: 'author',
  ED: 'editor',
  FED: 'editor',
  DP: 'date',
  PY: 'date',
  JT: 'container',
  VI: 'volume',
  VL: 'volume',
  IP: 'issue',
  PG: 'pages',
  EN: 'edition',
  SE: 'series',
  PB: 'publisher',
  PU: 'publisher',
  CP: 'place',
  IS: 'number',
  ISBN: 'number',
  SN: 'number',
  AB: 'abstract',
  OT: 'keyword',
  MH: 'keyword',
  KW: 'keyword',
  LA: 'language',
  GN: 'note',
  PMID: 'accession',
  OID: 'accession',
  PT: 'type',
  DT: 'type',
  UR: 'url',
  URL: 'url',
};

/** PubMed gives several types; the telling ones come before `Journal Article`, and none is a place. */
function typeOfMedline(written: string): ReferenceType | undefined {
  if (/^(?:journal articles?|article|j)$/i.test(written)) return 'article-journal';
  if (/^book chapter|^chapter/i.test(written)) return 'chapter';
  if (/^books?(?: &|$)|^monograph/i.test(written)) return 'book';
  if (/thesis|dissertation/i.test(written)) return 'thesis';
  if (/^(?:technical )?report$|^reports - /i.test(written)) return 'report';
  if (/^(?:preprint|review|editorial|letter|comment|case reports)$/i.test(written))
    return 'article-journal';
  if (/^congress|conference|proceeding|meeting papers?$/i.test(written)) return 'paper-conference';
  if (/^patent$/i.test(written)) return 'patent';
  if (/^newspaper/i.test(written)) return 'article-newspaper';
  return /^dataset$/i.test(written) ? 'dataset' : undefined;
}

/** A record begins where the tag that began the first one comes again. */
function nbibReader(): LineReader {
  let starter: string | undefined;
  let record: Line[] = [];
  let stray: Line[] = [];
  let blank = true;
  /** Numbers tell where records begin: a blank line within one does not. */
  let isCounted = false;
  const giveUp = (): Piece[] => {
    const lines = stray;
    stray = [];
    if (lines.every(({ text }) => text.trim() === '')) return [];
    // PubMed's own pages begin with `<pre>`, and are numbered by some programs.
    const harmless = lines.every(({ text }) => /^\s*(?:<[^>]*>|\d{1,7}[.:]?)?\s*$/.test(text));
    return [harmless ? aside(lines) : rejected(lines, problem('OUTSIDE_RECORD'))];
  };
  const finish = (): Piece[] => {
    const lines = record;
    record = [];
    return lines.length > 0 ? [toPiece(lines)] : [];
  };
  return {
    push(line) {
      if (counted.test(line.text)) {
        const before = [...finish(), ...giveUp()];
        record = [line];
        isCounted = true;
        return before;
      }
      const tag = tagged.exec(line.text)?.[1];
      const afterBlank = blank;
      blank = line.text.trim() === '';
      const begins =
        tag !== undefined &&
        (record.length === 0 ||
          (!isCounted &&
            ((tag === starter && (afterBlank || tag === 'PMID')) ||
              (afterBlank && tag === 'PMID') ||
              (afterBlank && starter !== 'PMID'))));
      if (begins) {
        const before = [...finish(), ...giveUp()];
        starter ??= tag;
        record = [line];
        return before;
      }
      (record.length > 0 ? record : stray).push(line);
      return stray.length < strayLinesMax ? [] : giveUp();
    },
    end: () => [...finish(), ...giveUp()],
  };
}

function toPiece(lines: Line[]): Piece {
  const found: { tag: string; value: string }[] = [];
  for (const { text } of lines) {
    if (counted.test(text)) continue;
    const [, tag, value = ''] = tagged.exec(text) ?? [];
    const current = found.at(-1);
    if (tag !== undefined) found.push({ tag, value });
    else if (current && text.trim() !== '')
      current.value += `${current.value === '' ? '' : ' '}${text.trim()}`;
  }
  const isOvid = found.some(({ tag, value }) => tag === 'VN' && /^Ovid/.test(value));
  return pieceFromRoles(lines, isOvid ? ovidRoles(found) : rolesOf(found), {
    typeOf: typeOfMedline,
    names: { withoutComma: 'person' },
    keywordSeparator: /$^/,
  });
}

/** `FAU` is the full form of the `AU` after it; DOIs are marked among other identifiers. */
function rolesOf(found: { tag: string; value: string }[]): RoleField[] {
  const full = found.some(({ tag }) => tag === 'FAU');
  const hasJournal = found.some(({ tag }) => tag === 'JT');
  const types = found.filter(({ tag }) => tag === 'PT');
  const telling = types.find(
    ({ value }) => !/^journal articles?$|^reports - /i.test(value) && typeOfMedline(value),
  );
  let pending = false;
  const hasEditorsInFull = found.some(({ tag }) => tag === 'FED');
  return found
    .toSorted((a, b) => Number(b === telling) - Number(a === telling))
    .flatMap((field): RoleField[] => {
      const { tag, value } = field;
      if (tag === 'FAU') {
        pending = true;
        return [{ ...field, role: 'author' }];
      }
      if (tag === 'AU') {
        // The short form right after a full one says nothing more; any other is a person of its own.
        const repeated = full && pending;
        pending = false;
        return repeated ? [] : [{ ...field, role: 'author' }];
      }
      // The short form of the editor above it.
      if (tag === 'ED' && hasEditorsInFull) return [];
      if (tag === 'LID' || tag === 'AID' || tag === 'SO') return [identifier(field)];
      if (tag === 'TA') return [{ ...field, role: hasJournal ? undefined : 'container' }];
      if (tag === 'DEP' || tag === 'DA') return [{ ...field, role: undefined }];
      if (tag === 'ISSN') return [{ tag, value: value.replace(/^E?ISSN-/, ''), role: 'number' }];
      if (tag === 'CN' && cutOthers(value).names === '') return [{ ...field, role: undefined }];
      return [{ ...field, role: roleOfMedline[tag] }];
    });
}

function identifier({ tag, value }: { tag: string; value: string }): RoleField {
  const doi =
    /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+?)(?:\s+\[doi\])?$/i.exec(
      value,
    )?.[1];
  if (doi !== undefined) return { tag, value: doi, role: 'doi' };
  return { tag, value, role: /^https?:/.test(value) ? 'url' : undefined };
}
