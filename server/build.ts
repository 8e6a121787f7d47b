/** Builds what a start needs: the server, its worker, and the browser's scripts, styles and fonts. */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { clientFolder, root } from './paths.ts';

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(clientFolder, { recursive: true });

await build({
  entryPoints: [
    ...['main', 'cli', 'worker', 'checkpoint-thread'],
    ...['export/csl/thread', 'records/imports/reading-thread'],
  ].map((name) => join(root, 'server', `${name}.ts`)),
  entryNames: '[name]',
  outdir: dist,
  bundle: true,
  // What is imported when it is needed, and what several of these share, lies in files beside them.
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
});

const scripts = join(root, 'views', 'client');
await build({
  // Files in folders are parts of the scripts that pages name.
  entryPoints: readdirSync(scripts)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(scripts, file)),
  outdir: clientFolder,
  bundle: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
});

await build({
  entryPoints: { app: join(root, 'views', 'style', 'app.css') },
  outdir: clientFolder,
  bundle: true,
  minify: true,
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]-[hash]',
});
cpSync(join(root, 'views', 'style', 'favicon.svg'), join(clientFolder, 'favicon.svg'));
