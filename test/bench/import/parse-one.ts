/** One parse of one file by one reader, in a process of its own: prints records, seconds and peak memory. */
import { createReadStream } from 'node:fs';
import { openFile } from '../../../import/files/open.ts';

const [reader = '', path = ''] = process.argv.slice(2);
const begun = performance.now();
const cpuBegun = process.cpuUsage();
const records = reader === 'reflib' ? await withReflib(path) : await withUnderlag(path);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(cpuBegun);
const cpuSeconds = (user + system) / 1e6;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ records, seconds, cpuSeconds, megabytes })}\n`);

async function withUnderlag(file: string): Promise<number> {
  const opened = await openFile(file);
  if (opened.kind !== 'opened') throw new Error(`not opened: ${opened.kind}`);
  let count = 0;
  for await (const piece of opened.pieces) if (piece.kind === 'reference') count += 1;
  return count;
}

type Reflib = {
  readStream(format: string, stream: NodeJS.ReadableStream): NodeJS.EventEmitter;
};

async function withReflib(file: string): Promise<number> {
  // It has no types; a name in a variable keeps the compiler from asking for them.
  const name = '@iebh/reflib';
  const reflib = (await import(name)) as Reflib;
  let count = 0;
  const emitter = reflib.readStream('ris', createReadStream(file));
  await new Promise<void>((resolve, reject) => {
    emitter.on('ref', () => {
      count += 1;
    });
    emitter.on('end', resolve);
    emitter.on('error', reject);
  });
  return count;
}
