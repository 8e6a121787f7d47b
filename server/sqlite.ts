/**
 * The SQLite driver for the running Node.js. Both packages are better-sqlite3: version 12 is the last for Node 20, and
 * aborts on new releases of Node 24 when a statement is garbage-collected; version 13 starts at Node 22.
 */
import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';

const FIRST_NODE_OF_VERSION_13 = 22;
const major = Number(process.versions.node.split('.')[0]);

export const Database: typeof Driver = createRequire(import.meta.url)(
  major >= FIRST_NODE_OF_VERSION_13 ? 'better-sqlite3-napi' : 'better-sqlite3',
);
