/** Hard work in the background gives way to whoever clicks, and never fails for want of a way to. */
import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { beforeEach, expect, test, vi } from 'vitest';
import { stepBack } from '../server/platform/jobs/step-back.ts';

// Of this thread alone: the worker below has the real ones.
vi.mock('node:fs', async (original) => ({ ...(await original<object>()), readlinkSync: vi.fn() }));
vi.mock('node:os', async (original) => ({
  ...(await original<object>()),
  getPriority: vi.fn(() => 0),
  setPriority: vi.fn(),
}));

beforeEach(() => {
  vi.mocked(setPriority).mockClear();
});

/** What a worker's thread and its program have as their priority, before and after it has stepped back. */
function prioritiesOfWorker(): Promise<{ thread: [number, number]; program: [number, number] }> {
  const source = new URL('../server/platform/jobs/step-back.ts', import.meta.url).href;
  const script = `
    const { readlinkSync } = require('node:fs');
    const { getPriority } = require('node:os');
    const { parentPort } = require('node:worker_threads');
    import('tsx/esm/api').then(async ({ register }) => {
      register();
      const { stepBack } = await import('${source}');
      const thread = Number(readlinkSync('/proc/thread-self').split('/').pop());
      const before = [getPriority(thread), getPriority(process.pid)];
      stepBack();
      const after = [getPriority(thread), getPriority(process.pid)];
      parentPort.postMessage({ thread: [before[0], after[0]], program: [before[1], after[1]] });
    });`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { eval: true });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

test.runIf(process.platform === 'linux')(
  'a worker that steps back lowers its own priority and leaves the program its own',
  async () => {
    const { thread, program } = await prioritiesOfWorker();
    const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
    expect(thread[1]).toBe(Math.min(thread[0] + PRIORITY_BELOW_NORMAL, PRIORITY_LOW));
    expect(program[1]).toBe(program[0]);
  },
);

test('in a program that was started below others, a worker is not put above it', () => {
  vi.mocked(readlinkSync).mockReturnValueOnce('1/task/2');
  vi.mocked(getPriority).mockReturnValueOnce(15);
  stepBack();
  expect(setPriority).toHaveBeenCalledExactlyOnceWith(2, constants.priority.PRIORITY_LOW);
});

test('where threads have no priority of their own, nothing is lowered and nothing fails', () => {
  vi.mocked(readlinkSync).mockReturnValueOnce('1/task/2');
  stepBack();
  expect(setPriority).toHaveBeenCalledExactlyOnceWith(2, constants.priority.PRIORITY_BELOW_NORMAL);
  vi.mocked(readlinkSync).mockImplementationOnce(() => {
    throw new Error('ENOENT');
  });
  expect(() => stepBack()).not.toThrow();
  expect(setPriority).toHaveBeenCalledTimes(1);
});
