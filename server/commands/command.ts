/** What a command is, and how its words are read: options from a zod schema, help from the same source. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigError, readConfig } from '../config.ts';
import { AppError } from '../errors.ts';
import { translateDynamic } from '../platform/i18n.ts';
import { prepareStorage, type Storage } from '../storage.ts';

export type Output = { line(text: string): void; json(value: unknown): void };

export type Option = {
  /** `flag` stands alone; `text` is followed by its value. */
  kind: 'flag' | 'text';
  help: string;
  /** What stands for the value in the help: `FILE`, `SLUG`. */
  value?: string;
  /** May be given several times. */
  many?: boolean;
};

/** `options` describes what may be written; `schema` says what is accepted. */
export type Command<S extends z.ZodType = z.ZodType> = {
  name: string;
  summary: string;
  /** What the exit codes mean, besides 0 (done), 1 (failed) and 2 (wrongly called). */
  exitCodes?: Record<number, string>;
  options: Record<string, Option>;
  schema: S;
  /** @returns the exit code. */
  run(options: z.infer<S>, output: Output): Promise<number> | number;
};

/** Keeps a command's schema and its `run` in agreement. */
export const defineCommand = <S extends z.ZodType>(command: Command<S>): Command =>
  command as unknown as Command;

/** The command cannot be done as asked; the message is for the person who typed it. */
export class CommandError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What a command that failed says, and its exit code: a sentence where a person can do something about it. */
export function failureOf(error: unknown): { message: string; exitCode: number } {
  if (error instanceof CommandError) return error;
  if (error instanceof ConfigError) return { message: error.message, exitCode: 1 };
  if (error instanceof AppError)
    return { message: translateDynamic('en', `error.${error.code}`, error.params), exitCode: 1 };
  return { message: (error as Error).stack ?? String(error), exitCode: 1 };
}

/** Options that every command has. */
const commonOptions: Record<string, Option> = {
  data: { kind: 'text', value: 'DIR', help: 'the data folder (else DATA_DIR, else ./data)' },
  json: { kind: 'flag', help: 'print JSON for machines' },
  help: { kind: 'flag', help: 'this text' },
};

/** The part of a command's schema that every command shares. */
export const commonSchema = {
  data: z.string().min(1).optional(),
  json: z.boolean().default(false),
};

export function parseCommand(command: Command, words: string[]) {
  const known = { ...command.options, ...commonOptions };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { kind, many }]) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: many ?? false,
      },
    ]),
  );
  const { values } = readWords(command, words, options);
  if (values.help) return { help: helpOf(command), options: {} };
  const parsed = command.schema.safeParse(values);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(
      (issue) => `--${issue.path.join('.')}: ${issue.message}`,
    );
    throw new CommandError(`${mistakes.join('\n')}\n\n${helpOf(command)}`, 2);
  }
  return { help: null, options: parsed.data };
}

function readWords(
  command: Command,
  args: string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'],
) {
  try {
    return parseArgs({ args, options: options ?? {}, strict: true, allowPositionals: false });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n\n${helpOf(command)}`, 2);
  }
}

export function usage(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'npm run --silent cli -- COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'COMMAND --help tells the options of one command.',
  ].join('\n');
}

function helpOf(command: Command): string {
  const all = { ...command.options, ...commonOptions };
  const names = Object.entries(all).map(([name, option]) =>
    `--${name} ${option.value ?? ''}`.trim(),
  );
  const width = Math.max(...names.map((name) => name.length));
  const lines = Object.values(all).map(
    (option, at) => `  ${(names[at] ?? '').padEnd(width)}  ${option.help}`,
  );
  const codes = { 0: 'done', 1: 'failed', 2: 'wrongly called', ...command.exitCodes };
  return [
    `${command.name}: ${command.summary}`,
    '',
    ...lines,
    '',
    `Exit codes: ${Object.entries(codes)
      .map(([code, meaning]) => `${code} ${meaning}`)
      .join(', ')}.`,
  ].join('\n');
}

/** The storage that a command works on; a file as a database, or a folder that cannot be written, is refused. */
export function storageFor(options: { data?: string | undefined }): Storage & { dataDir: string } {
  const environment = { ...process.env, ...(options.data ? { DATA_DIR: options.data } : {}) };
  const { dataDir } = readConfig(environment);
  return { ...prepareStorage(dataDir), dataDir };
}
