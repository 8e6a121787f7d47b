/** The rooms: imports point one way, names say what is inside, files stay readable. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../server/paths.ts';

/** Features of `server/`, in the order in which each may import those before it. */
const features = [
  'accounts',
  'reviews',
  'searches',
  'records',
  'screening',
  'documents',
  'coding',
  'findings',
  'appraisal',
  'synthesis',
  'export',
  'publishing',
  'evidence',
];
/** Files that put features together; nothing that they assemble imports them. */
const assembling = ['app', 'main', 'serve', 'cli', 'worker', 'job-handlers', 'storage', 'build'];

const sources = ['schema', 'import', 'server', 'seeds', 'views'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file))
    : [],
);

/** The project's own files that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const paths = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)];
  return paths.map(([, path]) => normalize(join(dirname(file), path ?? '')));
}

const links = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

const featureOf = (file: string) => /^server\/(\w+)\//.exec(file)?.[1] ?? null;

function isAllowed(file: string, target: string): boolean {
  if (file.startsWith('import/')) return target.startsWith('import/');
  if (file.startsWith('schema/')) return /^(schema|import)\//.test(target);
  if (file.startsWith('views/locales/')) return target.startsWith('views/locales/');
  if (file.startsWith('views/client/')) return target.startsWith('views/client/');
  const from = featureOf(file);
  const to = featureOf(target);
  if (from === 'platform')
    return to === 'platform' || !target.startsWith('server/') || isGround(target);
  if (from !== null && features.includes(from)) {
    if (to !== null && features.includes(to)) return features.indexOf(to) <= features.indexOf(from);
    if (target.startsWith('seeds/')) return false;
    return (
      to !== 'commands' &&
      !assembling.some((name) => target === `server/${name}.ts` && name !== 'storage')
    );
  }
  return true;
}

/** What even the platform stands on. */
const isGround = (target: string) =>
  ['config', 'db', 'errors', 'paths', 'worker'].some((name) => target === `server/${name}.ts`);

test('imports point one way', () => {
  expect(links.length).toBeGreaterThan(100);
  const wrong = links.filter(({ file, target }) => !isAllowed(file, target));
  expect(wrong).toEqual([]);
});

test('every import names a file that is there', () => {
  const missing = links.filter(({ target }) => !existsSync(join(root, target)));
  expect(missing).toEqual([]);
});

test('only the command line, the start and tests import the assembled application', () => {
  const importers = links
    .filter(({ target }) => target === 'server/app.ts')
    .map(({ file }) => file);
  expect(importers.filter((file) => !/^server\/(serve|cli|commands\/\w+)\.ts$/.test(file))).toEqual(
    [],
  );
});

test('every module says in its first line what it is for', () => {
  const silent = sources.filter(
    (file) => !readFileSync(join(root, file), 'utf8').startsWith('/**'),
  );
  expect(silent).toEqual([]);
});

test('SQL stays out of routes and pages', () => {
  const speaking = sources.filter(
    (file) =>
      /(?:^|[/-])(routes|pages?)\.ts$/.test(file) &&
      /from 'drizzle-orm|\.prepare\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(speaking).toEqual([]);
});

test('files are short enough to read at a sitting', () => {
  // The catalogues, the seeds' data and the tables of tests are lists, not code.
  const long = sources
    .filter((file) => !/^(views\/locales|seeds)\//.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 320);
  expect(long).toEqual([]);
});

test('folders are small enough to find a file in at a glance', () => {
  const counts = new Map<string, number>();
  for (const file of sources) {
    const folder = dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  // A catalogue has a file for every feature, the schema one for every noun.
  const full = [...counts].filter(([folder, files]) => files > 32 && !folder.startsWith('schema'));
  expect(full).toEqual([]);
});

test('a class is dressed in one place: what one feature calls by a name, no other does', () => {
  const shared = ['app.css', 'base.css', 'frame.css', 'parts.css'];
  const places = new Map<string, Set<string>>();
  for (const file of readdirSync(join(root, 'views', 'style'))) {
    if (!file.endsWith('.css') || shared.includes(file)) continue;
    const text = readFileSync(join(root, 'views', 'style', file), 'utf8');
    const selectors = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g);
    for (const [, list = ''] of selectors)
      for (const selector of list.split(',')) {
        const name = /^\s*\.([\w-]+)/.exec(selector)?.[1];
        if (name) places.set(name, (places.get(name) ?? new Set()).add(file));
      }
  }
  const common = sharedClasses(shared);
  const twice = [...places].filter(([name, files]) => files.size > 1 && !common.has(name));
  expect(twice.map(([name, files]) => `.${name} in ${[...files].join(' and ')}`)).toEqual([]);
});

function sharedClasses(files: string[]): Set<string> {
  const texts = files.map((file) => readFileSync(join(root, 'views', 'style', file), 'utf8'));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name ?? '')),
  );
}
