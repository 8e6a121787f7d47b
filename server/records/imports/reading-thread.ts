/** A thread that reads a file and makes its pieces ready while another stores them; never far ahead of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openFile } from '../../../import/files/open.ts';
import { stepBack } from '../../platform/jobs/step-back.ts';
import { aheadMax, readHere, type ToRead } from './reading.ts';

// Whoever clicks, and whoever stores what is read, goes first.
stepBack();
const { path, said, after, taken: shared } = workerData as ToRead;
const taken = new Int32Array(shared);
const source = await openFile(path, said);
if (source.kind !== 'opened') throw new Error('A file that could be opened no longer can');
let sent = 0;
for await (const chunk of readHere(source, after)) {
  parentPort?.postMessage(chunk);
  sent += 1;
  waitUntilTaken();
}

function waitUntilTaken(): void {
  for (;;) {
    const known = Atomics.load(taken, 0);
    if (sent - known < aheadMax) return;
    Atomics.wait(taken, 0, known);
  }
}
