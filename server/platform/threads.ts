/** Threads beside the one that serves: compiled in production, through tsx from source (Node 20 loads no TypeScript). */
import { Worker } from 'node:worker_threads';
import { fromSource } from '../paths.ts';

/** @param source where the thread's file lies in `server/`; the build puts it beside the server under its own name. */
export function startThread(source: string, workerData: unknown): Worker {
  const name = source.split('/').at(-1) ?? source;
  if (!fromSource) return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData });
  const url = new URL(`../${source}.ts`, import.meta.url).href;
  const viaTsx = `import('tsx/esm/api').then(({ register }) => { register(); return import('${url}'); })`;
  return new Worker(viaTsx, { workerData, eval: true });
}
