/** The program that `npm start` runs. */
import { ConfigError, readConfig } from './config.ts';
import { serve, startProblem } from './serve.ts';

try {
  await serve(readConfig(process.env), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  const known = error instanceof ConfigError ? error.message : startProblem(error);
  process.stderr.write(`${known ?? (error as Error).stack ?? String(error)}\n`);
  process.exit(1);
}
