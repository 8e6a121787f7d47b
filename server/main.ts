/** Starts the server: settings, storage, first contents, jobs, then listens and says where. */

import { firstAdministratorLink } from './accounts/first-administrator.ts';
import { buildApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { startRunner } from './platform/jobs/runner.ts';
import { prepareStorage, sessionSecret } from './storage.ts';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { db, searchDb } = prepareStorage(config.dataDir);
  const app = await buildApp({
    db,
    searchDb,
    config,
    sessionSecret: sessionSecret(config.dataDir, config.sessionSecret),
    logger: true,
  });
  await app.listen({ host: config.host, port: config.port });
  const address = config.baseUrl ?? addressOf(config.host, app.server.address());
  const runner = startRunner(db, config.dataDir, (error) => app.log.error(error));
  print(`Underlag is at ${address}`);
  const link = firstAdministratorLink(db, app.sessionTokens.hash, new Date(), config);
  if (link) print(`Create the administrator, once, at ${address}${link}`);
  const stop = async () => {
    await runner.stop();
    await app.close();
    db.$client.close();
    searchDb.close();
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

function addressOf(host: string, bound: { port: number } | string | null): string {
  const port = typeof bound === 'object' && bound ? bound.port : '';
  const isAny = host === '0.0.0.0' || host === '::';
  return `http://${isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What stops a start, in a sentence for the person who starts it. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop it, or set PORT to another number.`;
  if (code === 'EACCES' && port)
    return `This user may not listen on port ${port}. Set PORT to a number above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

start().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
