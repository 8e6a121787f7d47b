/** Commands, run as the command line runs them: what they print, and how they fail. */
import { expect, vi } from 'vitest';
import { type Command, failureOf, parseCommand } from '../server/commands/command.ts';

/** What a command prints, with its exit code. */
export async function printed(command: Command, words: string[]) {
  // The test runner has a BASE_URL of its own.
  vi.stubEnv('BASE_URL', '');
  const lines: string[] = [];
  let json: unknown;
  const output = {
    line: (text: string) => void lines.push(text),
    json: (value: unknown) => {
      json = value;
    },
  };
  const { help, options } = parseCommand(command, words);
  if (help) return { code: 0, text: help, json };
  return { code: await command.run(options, output), text: lines.join('\n'), json };
}

/** How a command fails: its exit code, and its message for the person. */
export async function failure(running: Promise<unknown>) {
  const error: unknown = await running.then(
    () => expect.unreachable('not refused'),
    (thrown: unknown) => thrown,
  );
  const { exitCode: code, message } = failureOf(error);
  return { code, message };
}
