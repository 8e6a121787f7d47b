/** The lines of a file or of standard input, one at a time: a file may be larger than memory. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const chunkBytes = 1 << 20;

/** @param file a path, or `-` for standard input. */
export function* linesOf(file: string): Generator<string> {
  const handle = file === '-' ? 0 : openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(chunkBytes);
  let rest = '';
  try {
    for (let read = readSome(handle, chunk); read > 0; read = readSome(handle, chunk)) {
      const lines = (rest + decoder.write(chunk.subarray(0, read))).split(/\r?\n/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
    rest += decoder.end();
    if (rest !== '') yield rest.replace(/\r$/, '');
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}

/** A pipe that has nothing yet says so instead of waiting. */
function readSome(handle: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(handle, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
