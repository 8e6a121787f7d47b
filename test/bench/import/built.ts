/** Measures run as the program is built: from source, the loader's own work would be measured too. */
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../../server/paths.ts';

const folder = join(root, 'node_modules', '.cache', 'underlag-bench');

/** @returns where each of these scripts, and the server's worker beside them, was built. */
export async function built(...scripts: string[]): Promise<string[]> {
  await build({
    entryPoints: [...scripts, join(root, 'server', 'worker.ts')],
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
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
