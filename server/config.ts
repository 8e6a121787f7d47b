/** Settings from the environment, parsed once; every mistake is named, with how to mend it. */
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { root } from './paths.ts';

const Port = z.coerce
  .number('PORT must be a whole number from 0 to 65535, such as 3000')
  .int('PORT must be a whole number from 0 to 65535, such as 3000')
  .min(0, 'PORT must be 0 or more')
  .max(65_535, 'PORT must be 65535 or less');

const positive = (name: string, unit: string) =>
  z.coerce
    .number(`${name} must be a number of ${unit}`)
    .int(`${name} must be a whole number of ${unit}`)
    .positive(`${name} must be more than 0`);

const Environment = z.object({
  HOST: z.string().min(1, 'HOST must not be empty').default('127.0.0.1'),
  PORT: Port.default(3000),
  DATA_DIR: z.string().min(1, 'DATA_DIR must not be empty').default('data'),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'BASE_URL must be an address that begins with http:// or https://',
    })
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(32, 'SESSION_SECRET must be at least 32 characters long')
    .optional(),
  UPLOAD_BYTES_MAX: positive('UPLOAD_BYTES_MAX', 'bytes').default(512 * 1024 * 1024),
  SESSION_DAYS: positive('SESSION_DAYS', 'days').default(30),
  INVITATION_DAYS: positive('INVITATION_DAYS', 'days').default(14),
  SIGN_IN_ATTEMPTS_MAX: positive('SIGN_IN_ATTEMPTS_MAX', 'attempts a quarter of an hour').default(
    10,
  ),
});

export type Config = {
  host: string;
  port: number;
  dataDir: string;
  /** Without a slash at the end; null: taken from the address the server listens on. */
  baseUrl: string | null;
  /** Null: one is made and kept in the data folder. */
  sessionSecret: string | null;
  uploadBytesMax: number;
  sessionDays: number;
  invitationDays: number;
  signInAttemptsMax: number;
};

/** @throws ConfigError that lists every wrong setting in a sentence each. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable counts as not set, as in most shells' start scripts.
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message));
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: isAbsolute(values.DATA_DIR) ? values.DATA_DIR : join(root, values.DATA_DIR),
    baseUrl: values.BASE_URL?.replace(/\/+$/, '') ?? null,
    sessionSecret: values.SESSION_SECRET ?? null,
    uploadBytesMax: values.UPLOAD_BYTES_MAX,
    sessionDays: values.SESSION_DAYS,
    invitationDays: values.INVITATION_DAYS,
    signInAttemptsMax: values.SIGN_IN_ATTEMPTS_MAX,
  };
}

/** The installation cannot start as it is set up; the message is for the person who starts it. */
export class ConfigError extends Error {
  constructor(mistakes: string[]) {
    super(mistakes.join('\n'));
  }
}
