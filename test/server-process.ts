/** The program in a process of its own, which a test can kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../server/paths.ts';

/**
 * As `npm start` runs it, from source; gone when the test is.
 * @param port nought: any that is free.
 * @returns once it listens.
 */
export async function startServer(
  dataDir: string,
  port: number | string = 0,
): Promise<{ server: ChildProcess; address: string }> {
  const args = ['--import', 'tsx', join(root, 'server', 'main.ts')];
  // The test runner has a BASE_URL of its own.
  const own = { BASE_URL: '', DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) };
  const server = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString();
    });
  const told = () => /Underlag is at (http:\S+)/.exec(said)?.[1];
  await until(() => {
    if (server.exitCode !== null) throw new Error(`The server ended: ${said}`);
    return told() !== undefined;
  });
  return { server, address: told() ?? '' };
}

/** Looks again and again, but not for ever. */
export async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 120_000; !isSo(); ) {
    if (performance.now() > deadline) throw new Error(`In vain: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
