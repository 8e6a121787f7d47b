/** Measures run as the program is built: from source, the loader's own work would be measured too. */
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../../server/paths.ts';

const threads = ['worker', 'records/imports/reading-thread'].map((name) =>
  join(root, 'server', `${name}.ts`),
);
const folder = join(root, 'node_modules', '.cache', 'underlag-bench');

/** @returns where each of these scripts was built, with the threads of an import beside them. */
export async function built(...scripts: string[]): Promise<string[]> {
  await build({
    entryPoints: [...scripts, ...threads],
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return scripts.map((script) => join(folder, basename(script).replace(/\.ts$/, '.js')));
}

/** Runs one in a process of its own, so that time and memory are its own. @returns what it printed last. */
export function apart<T>(script: string, ...words: string[]): T {
  const run = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}') as T;
}
