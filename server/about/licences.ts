/** What the program is built on and under which licences: read from the packages themselves, never kept by hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Library = { name: string; licence: string; url: string; description: string };

export type Licences = {
  /** What the program itself names in its package.json. */
  libraries: Library[];
  /** What those bring with them, by licence. */
  further: { licence: string; names: string[] }[];
  /** What builds and tests it, and is not part of it. */
  tools: Library[];
};

type Manifest = {
  license?: string;
  homepage?: string;
  description?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};
type LockEntry = { license?: string; dev?: boolean; devOptional?: boolean };
type Lock = { packages: Record<string, LockEntry> };

/** @param root the folder of the program's own package.json. */
export function readLicences(root: string): Licences {
  const own = readJson<Manifest>(join(root, 'package.json'));
  const direct = Object.keys(own.dependencies ?? {});
  return {
    libraries: direct.map((name) => readLibrary(root, name)),
    further: furtherPackages(root, direct),
    tools: Object.keys(own.devDependencies ?? {})
      .filter((name) => isInstalled(root, name))
      .map((name) => readLibrary(root, name)),
  };
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const manifestOf = (root: string, name: string) => join(root, 'node_modules', name, 'package.json');
/** A server that runs the program need not have its tools. */
const isInstalled = (root: string, name: string) => existsSync(manifestOf(root, name));

function readLibrary(root: string, name: string): Library {
  const manifest = readJson<Manifest>(manifestOf(root, name));
  return {
    name,
    licence: manifest.license ?? 'unknown',
    url: manifest.homepage ?? `https://www.npmjs.com/package/${name}`,
    description: manifest.description ?? '',
  };
}

/** From the lock file, which lists the same packages on every machine. */
function furtherPackages(root: string, direct: string[]) {
  const { packages } = readJson<Lock>(join(root, 'package-lock.json'));
  const byLicence = new Map<string, Set<string>>();
  for (const [path, { license, dev, devOptional }] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (name === '' || dev || devOptional || direct.includes(name)) continue;
    const licence = license ?? licenceInFile(join(root, path));
    byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(name));
  }
  return [...byLicence]
    .map(([licence, names]) => ({ licence, names: [...names].sort() }))
    .sort((one, other) => (one.licence < other.licence ? -1 : 1));
}

/** Of a package that names no licence in its manifest: what its licence file begins with. */
function licenceInFile(folder: string): string {
  const file = join(folder, 'LICENSE');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return /^(?:The )?MIT License/.test(text) ? 'MIT' : 'unknown';
}

/** The same as a document: `docs/licences.md`. */
export function licencesDocument({ libraries, further, tools }: Licences): string {
  const table = (rows: Library[]) => [
    '| Library | Licence | What it is |',
    '| --- | --- | --- |',
    ...rows.map(({ name, licence, url, description }) => {
      const what = description.replaceAll('|', '/').replaceAll(/\s+/g, ' ').trim();
      return `| [${name}](${url}) | ${licence} | ${what} |`;
    }),
  ];
  return [
    '# Licences of what Underlag is built on',
    '',
    'Written by `test/about.test.ts` from the packages’ own `package.json` files and `package-lock.json`;',
    'renew it with `npx vitest run --project unit test/about.test.ts -u`. Underlag itself: MIT, see `LICENSE`.',
    '',
    '## Part of the program',
    '',
    ...table(libraries),
    '',
    '## What those bring with them',
    '',
    ...further.map(({ licence, names }) => `- **${licence}**: ${names.join(', ')}`),
    '',
    '## Tools that build and test it',
    '',
    ...table(tools),
    '',
  ].join('\n');
}
