/** A thread that moves what was written from the database's log into its file, so that nobody who writes has to. */
import { statSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { Database } from './sqlite.ts';

const { file } = workerData as { file: string };
const lookEveryMs = 500;

const sqlite = new Database(file);
let movedUntil = 0;

setInterval(() => {
  try {
    const { mtimeMs } = statSync(`${file}-wal`);
    if (mtimeMs === movedUntil) return;
    movedUntil = mtimeMs;
    // Waits for nobody and keeps nobody waiting.
    sqlite.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // What cannot be moved now stays in the log, where it is safe; the web thread moves it in the end, and tells why not.
  }
}, lookEveryMs);
