/** The command line: the same services as the browser, for people and scripts. */

import { failureOf, type Output, parseCommand, usage } from './commands/command.ts';
import { commands } from './commands/commands.ts';

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
  const named = (wanted: string) => commands.find((candidate) => candidate.name === wanted);
  // Some names are two words: `rank simulate`.
  const ofTwo = named(`${name} ${rest[0]}`);
  const command = ofTwo ?? named(name);
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${usage(commands)}\n`);
    return 2;
  }
  const parsed = parseCommand(command, ofTwo ? rest.slice(1) : rest);
  if (parsed.help) {
    output.line(parsed.help);
    return 0;
  }
  return command.run(parsed.options, output);
}

// Whoever reads on has seen enough: `cli -- search | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const { message, exitCode } = failureOf(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
