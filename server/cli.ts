/** The command line: the same services as the browser, for people and scripts. */

import { CommandError, type Output, parseCommand, usage } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { ConfigError } from './config.ts';

const output: Output = {
  line: (text) => void process.stdout.write(`${text}\n`),
  json: (value) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
};

async function run(words: string[]): Promise<number> {
  const [name, ...rest] = words;
  if (!name || name === '--help' || name === 'help') {
    output.line(usage(commands));
    return name ? 0 : 2;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${usage(commands)}\n`);
    return 2;
  }
  const parsed = parseCommand(command, rest);
  if (parsed.help) {
    output.line(parsed.help);
    return 0;
  }
  return command.run(parsed.options, output);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof CommandError || error instanceof ConfigError;
  const message = isExpected ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`${message}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}
