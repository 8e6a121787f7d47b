/** The shape of `styles.bin`: every style and locale of the Citation Style Language, compressed in blocks. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** An element of a style as the processor takes it. */
export type CslNode = { name: string; attrs: Record<string, string>; children: CslChild[] };
export type CslChild = CslNode | string;

export type StyleInfo = {
  /** Its name in the Citation Style Language: `apa`, `norsk-apa-manual`. */
  id: string;
  title: string;
  /** How it cites in the text: `author-date`, `numeric`, `note`, ... */
  format: string;
};

export type Packed = { styles: Map<string, CslNode>; locales: Map<string, CslNode> };
type Entry = StyleInfo & { block: number; at: number };
type Header = { source: string; styles: Entry[]; locales: string[]; blocks: number[] };

/** The same words stand close together in a block; a block is read whole to get at one style. */
const stylesInBlock = 64;

export function pack(infos: StyleInfo[], packed: Packed, source: string): Buffer {
  const texts = infos.map((info) => ({ info, text: JSON.stringify(packed.styles.get(info.id)) }));
  // Styles of one length are often the same style but for its title, and then cost nothing.
  texts.sort((one, other) => one.text.length - other.text.length || compare(one.info, other.info));
  const blocks: Buffer[] = [];
  const entries: Entry[] = [];
  for (let from = 0; from < texts.length; from += stylesInBlock) {
    const some = texts.slice(from, from + stylesInBlock);
    some.forEach(({ info }, at) => {
      entries.push({ ...info, block: blocks.length, at });
    });
    blocks.push(squeeze(`[${some.map(({ text }) => text).join(',')}]`));
  }
  const locales = [...packed.locales.keys()].sort();
  blocks.push(squeeze(JSON.stringify(locales.map((name) => packed.locales.get(name)))));
  const styles = entries.sort(compare);
  const header: Header = { source, styles, locales, blocks: blocks.map((block) => block.length) };
  const head = squeeze(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  return Buffer.concat([size, head, ...blocks]);
}

const compare = (one: StyleInfo, other: StyleInfo) => (one.id < other.id ? -1 : 1);

function squeeze(text: string): Buffer {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
  return brotliCompressSync(text, {
    params: { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: 22 },
  });
}

/** Reads the list at once, a style or the locales when they are asked for. */
export function unpack(bytes: Buffer) {
  const headEnd = 4 + bytes.readUInt32LE(0);
  const { source, styles, locales, blocks } = parse<Header>(bytes.subarray(4, headEnd));
  const places = new Map(styles.map((entry) => [entry.id, entry]));
  const block = <T>(index: number): T => {
    const start = headEnd + blocks.slice(0, index).reduce((sum, length) => sum + length, 0);
    return parse<T>(bytes.subarray(start, start + (blocks[index] ?? 0)));
  };
  return {
    source,
    styles: styles.map(({ id, title, format }): StyleInfo => ({ id, title, format })),
    style(id: string): CslNode | null {
      const place = places.get(id);
      return place ? (block<CslNode[]>(place.block)[place.at] ?? null) : null;
    },
    locales(): Map<string, CslNode> {
      const all = block<CslNode[]>(blocks.length - 1);
      return new Map(all.map((locale, at) => [locales[at] ?? '', locale]));
    },
  };
}

const parse = <T>(squeezed: Buffer): T =>
  JSON.parse(brotliDecompressSync(squeezed).toString()) as T;
