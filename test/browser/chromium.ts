/** A real Chromium on any machine: the one that is installed, else the one inside an npm package. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @throws when there is no browser and the packaged one cannot run here: nothing is skipped silently. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? installed() ?? (await packaged()),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file) && runs(file));
}

const runs = (file: string) => spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0;

/** Unpacks the package's Chromium; on a machine without the libraries it needs (NSS), those of the package too. */
async function packaged(): Promise<string> {
  const { default: sparticuz } = await import('@sparticuz/chromium');
  const file = await sparticuz.executablePath();
  if (runs(file)) return file;
  process.env.LD_LIBRARY_PATH = [unpackLibraries(), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter);
  if (runs(file)) return file;
  throw new Error(
    `No browser for the tests: none of ${names.join(', ')} is installed, and the packaged one (${file}) does not run.`,
  );
}

function unpackLibraries(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archive = join(dirname(entry), '..', '..', 'bin', 'al2023.tar.br');
  const folder = mkdtempSync(join(tmpdir(), 'chromium-libraries-'));
  const input = brotliDecompressSync(readFileSync(archive));
  spawnSync('tar', ['-xf', '-', '-C', folder], { input });
  return join(folder, 'lib');
}
