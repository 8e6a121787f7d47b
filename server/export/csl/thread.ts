/** A thread that writes a long list of references while the web thread goes on answering. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Citing, cite } from './bibliography.ts';
import type { CslItem } from './items.ts';

const { items, citing } = workerData as { items: CslItem[]; citing: Citing };
parentPort?.postMessage(cite(items, citing));
