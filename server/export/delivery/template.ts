/**
 * A report in the look of a Word document of the organisation's own. Kept of the template: its styles, theme and
 * fonts, its headers and footers with their pictures, paper and margins. Not kept: its text.
 */

import { AppError } from '../../errors.ts';
import type { Parts } from '../zip.ts';

const documentFile = 'word/document.xml';
const relationsFile = 'word/_rels/document.xml.rels';
const stylesFile = 'word/styles.xml';
const typesFile = '[Content_Types].xml';

/** @throws TEMPLATE_UNREADABLE */
export function requireTemplate(parts: Parts): void {
  if (!parts.has(documentFile) || !parts.has(stylesFile))
    throw new AppError('TEMPLATE_UNREADABLE', {}, 'template');
}

export function inTemplate(report: Parts, template: Parts): Parts {
  requireTemplate(template);
  const made: Parts = new Map(report);
  const ids = takeStyles(made, template);
  for (const file of ['word/theme/theme1.xml', 'word/fontTable.xml']) take(made, template, file);
  const edges = takeEdges(made, template);
  const paper = paperOf(textOf(template, documentFile));
  edit(made, documentFile, (text) =>
    inSections(renamed(text, ids), (section) => dressed(section, edges, paper)),
  );
  return made;
}

const textOf = (parts: Parts, file: string): string => parts.get(file)?.toString('utf8') ?? '';
const edit = (parts: Parts, file: string, change: (text: string) => string) =>
  parts.set(file, Buffer.from(change(textOf(parts, file))));

function take(made: Parts, template: Parts, file: string): void {
  const bytes = template.get(file);
  if (bytes && made.has(file)) made.set(file, bytes);
}

const styleOf = /<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>[\s\S]*?<\/w:style>/g;
const nameOf = (style: string) => /<w:name w:val="([^"]+)"/.exec(style)?.[1]?.toLowerCase() ?? '';

/** Word calls "heading 1" Rubrik1 or Overskrift1: styles are the same by name. @returns our ids to the template's. */
function takeStyles(made: Parts, template: Parts): Map<string, string> {
  const ours = [...textOf(made, stylesFile).matchAll(styleOf)];
  const theirs = textOf(template, stylesFile);
  const known = new Map(
    [...theirs.matchAll(styleOf)].map(([style, id = '']) => [nameOf(style), id]),
  );
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const [style, id = ''] of ours) {
    const name = nameOf(style);
    const match = known.get(name) ?? (name === 'normal' ? known.get('normal') : undefined);
    if (match !== undefined) ids.set(id, match);
    else added.push(style);
  }
  const whole = renamed(added.join(''), ids);
  made.set(stylesFile, Buffer.from(theirs.replace(/<\/w:styles>\s*$/, `${whole}</w:styles>`)));
  return ids;
}

const renamed = (xml: string, ids: Map<string, string>): string =>
  xml.replaceAll(
    /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([^"]+)(")/g,
    (_, start: string, id: string, end: string) => start + (ids.get(id) ?? id) + end,
  );

type Edges = { references: string; hasTitlePage: boolean };

/** The headers and footers of the template's last section, under names that are free here. */
function takeEdges(made: Parts, template: Parts): Edges {
  const section = [...textOf(template, documentFile).matchAll(sectionPattern)].at(-1)?.[0] ?? '';
  const relations = relationsIn(textOf(template, relationsFile));
  const references: string[] = [];
  for (const [, kind = '', attributes = ''] of section.matchAll(
    /<w:(header|footer)Reference([^>]*)\/>/g,
  )) {
    const target = relations.get(/r:id="([^"]+)"/.exec(attributes)?.[1] ?? '');
    const type = /w:type="(\w+)"/.exec(attributes)?.[1] ?? 'default';
    const bytes = target && template.get(`word/${target}`);
    if (!target || !bytes) continue;
    const name = `own-${target.replaceAll('/', '-')}`;
    made.set(`word/${name}`, bytes);
    takeRelated(made, template, target, name);
    declare(made, name, kind);
    references.push(`<w:${kind}Reference w:type="${type}" r:id="own-${kind}-${type}"/>`);
    relate(made, `own-${kind}-${type}`, kind, name);
  }
  return { references: references.join(''), hasTitlePage: section.includes('<w:titlePg') };
}

function relationsIn(xml: string): Map<string, string> {
  const pairs = [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return [value('Id'), value('Target').replace(/^\/word\//, '')] as const;
  });
  return new Map(pairs);
}

/** A logotype in a header: the picture goes along, and the header still finds it. */
function takeRelated(made: Parts, template: Parts, target: string, name: string): void {
  const file = `word/_rels/${target}.rels`;
  const xml = textOf(template, file);
  if (xml === '') return;
  made.set(
    `word/_rels/${name}.rels`,
    Buffer.from(xml.replaceAll(/Target="(?:\/word\/)?media\/([^"]+)"/g, 'Target="media/own-$1"')),
  );
  for (const media of relationsIn(xml).values()) {
    const bytes = template.get(`word/${media}`);
    if (bytes && media.startsWith('media/'))
      made.set(`word/media/own-${media.slice('media/'.length)}`, bytes);
  }
}

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const pictures: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
};

function declare(made: Parts, name: string, kind: string): void {
  edit(made, typesFile, (text) => {
    const missing = Object.entries(pictures).filter(
      ([ending]) => !text.includes(`Extension="${ending}"`),
    );
    const defaults = missing.map(
      ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
    );
    const own = `<Override PartName="/word/${name}" ContentType="${office}.${kind}+xml"/>`;
    return text
      .replace(/(<Types\b[^>]*>)/, `$1${defaults.join('')}`)
      .replace('</Types>', `${own}</Types>`);
  });
}

function relate(made: Parts, id: string, kind: string, target: string): void {
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  const own = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  edit(made, relationsFile, (text) => text.replace('</Relationships>', `${own}</Relationships>`));
}

const sectionPattern = /<w:sectPr\b[^>]*>[\s\S]*?<\/w:sectPr>/g;
const inSections = (text: string, change: (section: string) => string): string =>
  text.replaceAll(sectionPattern, change);

type Paper = { width: number; height: number; margins: string };

function paperOf(document: string): Paper | null {
  const section = [...document.matchAll(sectionPattern)].at(-1)?.[0] ?? '';
  const width = Number(/<w:pgSz[^>]*w:w="(\d+)"/.exec(section)?.[1]);
  const height = Number(/<w:pgSz[^>]*w:h="(\d+)"/.exec(section)?.[1]);
  const margins = /<w:pgMar[^>]*\/>/.exec(section)?.[0];
  if (!width || !height || !margins) return null;
  return { width: Math.min(width, height), height: Math.max(width, height), margins };
}

/** Tables were measured for our own margins: where the template leaves less room, they keep to ours at the sides. */
function dressed(
  section: string,
  { references, hasTitlePage }: Edges,
  paper: Paper | null,
): string {
  const isTurned = section.includes('w:orient="landscape"');
  const own =
    references === '' ? section : section.replaceAll(/<w:(?:header|footer)Reference[^>]*\/>/g, '');
  const withEdges = own.replace(/(<w:sectPr\b[^>]*>)/, `$1${references}`);
  const size = paper && (isTurned ? [paper.height, paper.width] : [paper.width, paper.height]);
  const sized = size
    ? withEdges.replace(
        /(<w:pgSz[^>]*?)w:w="\d+"([^>]*?)w:h="\d+"/,
        `$1w:w="${size[0]}"$2w:h="${size[1]}"`,
      )
    : withEdges;
  const placed = paper && !isTurned ? sized.replace(/<w:pgMar[^>]*\/>/, paper.margins) : sized;
  return hasTitlePage && !placed.includes('<w:titlePg')
    ? placed.replace('</w:sectPr>', '<w:titlePg/></w:sectPr>')
    : placed;
}
