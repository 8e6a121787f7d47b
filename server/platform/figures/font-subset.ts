/** The letters that a figure uses, as a TrueType font of their own that browsers accept. Same letters, same bytes. */
import { readFileSync } from 'node:fs';
import { fontOf, fontPath, type Weight } from './fonts.ts';

type Tables = Map<string, Buffer>;

export function subsetFont(text: string, weight: Weight): Buffer {
  const font = fontOf(fontPath(weight));
  const points = [...new Set([...text].map((letter) => letter.codePointAt(0) ?? 32))]
    .filter((point) => font.hasGlyphForCodePoint(point))
    .sort((one, other) => one - other);
  const subset = font.createSubset();
  const glyphs = new Map(
    points.map((point) => [point, subset.includeGlyph(font.glyphForCodePoint(point))]),
  );
  const tables = tablesOf(Buffer.from(subset.encode()));
  const original = tablesOf(readFileSync(fontPath(weight)));
  tables.set('cmap', characterMap(glyphs));
  // A subset for PDF leaves out what a browser asks for.
  for (const name of ['OS/2', 'name']) {
    const table = original.get(name);
    if (table) tables.set(name, table);
  }
  tables.set('post', plainNames());
  return assemble(tables);
}

function tablesOf(font: Buffer): Tables {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const entry = 12 + at * 16;
      const offset = font.readUInt32BE(entry + 8);
      const length = font.readUInt32BE(entry + 12);
      return [font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + length)];
    }),
  );
}

/** Format 12: one group for each letter. */
function characterMap(glyphs: Map<number, number>): Buffer {
  const header = Buffer.alloc(12 + 16);
  header.writeUInt16BE(1, 2);
  header.writeUInt16BE(3, 4);
  header.writeUInt16BE(10, 6);
  header.writeUInt32BE(12, 8);
  header.writeUInt16BE(12, 12);
  header.writeUInt32BE(16 + glyphs.size * 12, 16);
  header.writeUInt32BE(glyphs.size, 24);
  const groups = [...glyphs].map(([point, glyph]) => {
    const group = Buffer.alloc(12);
    group.writeUInt32BE(point, 0);
    group.writeUInt32BE(point, 4);
    group.writeUInt32BE(glyph, 8);
    return group;
  });
  return Buffer.concat([header, ...groups]);
}

/** Version 3: glyphs have no names. */
function plainNames(): Buffer {
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000, 0);
  return post;
}

function assemble(tables: Tables): Buffer {
  const names = [...tables.keys()].sort();
  const power = Math.floor(Math.log2(names.length));
  const header = Buffer.alloc(12 + names.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(names.length, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(names.length * 16 - 2 ** power * 16, 10);
  const bodies: Buffer[] = [];
  let offset = header.length;
  for (const [at, name] of names.entries()) {
    const table = tables.get(name) ?? Buffer.alloc(0);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    const entry = 12 + at * 16;
    header.write(name, entry, 'latin1');
    header.writeUInt32BE(checksum(padded), entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([header, ...bodies]);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
