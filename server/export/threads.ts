/** Work that would keep the web thread from answering, in a thread of its own that gives one answer. */
import { Worker } from 'node:worker_threads';
import { fromSource } from '../paths.ts';

/** @param source where the thread's file lies from here; the build puts it beside the server under its own name. */
export function inThread<T>(source: string, workerData: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = start(source, workerData);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${source} ended without an answer`)));
  });
}

/** Compiled in production, through tsx from source (Node 20 cannot load TypeScript itself). */
function start(source: string, workerData: unknown): Worker {
  const name = source.split('/').at(-1) ?? source;
  if (!fromSource) return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData });
  const url = new URL(`./${source}.ts`, import.meta.url).href;
  const viaTsx = `import('tsx/esm/api').then(({ register }) => { register(); return import('${url}'); })`;
  return new Worker(viaTsx, { workerData, eval: true });
}
