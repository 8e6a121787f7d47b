/** Work that would keep the web thread from answering, in a thread of its own that gives one answer. */
import { startThread } from '../platform/threads.ts';

/** @param source where the thread's file lies from here. */
export function inThread<T>(source: string, workerData: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = startThread(`export/${source}`, workerData);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${source} ended without an answer`)));
  });
}
