/** Starts the server: settings, storage, first contents, jobs, then listens and says where. */
import { loadDemonstration } from '../seeds/load.ts';
import { firstAdministratorLink } from './accounts/first-administrator.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { enqueueStale } from './evidence/index-job.ts';
import { startCheckpoints } from './platform/checkpoints.ts';
import { startRunner } from './platform/jobs/runner.ts';
import { enqueueStaleKeys } from './records/duplicates/key-rules.ts';
import { warmUp } from './screening/warm-up.ts';
import { prepareStorage, sessionSecret } from './storage.ts';

/** @param print takes each line for the person who starts the server. Resolves when the server listens. */
export async function serve(config: Config, print: (line: string) => void): Promise<void> {
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
  // Before the first contents, which have today's keys.
  enqueueStaleKeys({ db, actor: null, at: new Date().toISOString() });
  if (await loadDemonstration(db, new Date())) print('The demonstration reviews have been loaded.');
  enqueueStale({ db, actor: null, at: new Date().toISOString() }, searchDb);
  const runner = startRunner(db, config.dataDir, (error) => app.log.error(error));
  const checkpoints = startCheckpoints(db, config.dataDir, (error) => app.log.error(error));
  print(`Underlag is at ${address}`);
  warmUp(db).catch((error) => {
    // Whoever stops the program while it reads has closed the database.
    if (db.$client.open) app.log.error(error);
  });
  const link = firstAdministratorLink(db, app.sessionTokens.hash, new Date(), config);
  if (link) print(`Create the administrator, once, at ${address}${link}`);
  const stop = async () => {
    await runner.stop();
    await checkpoints.stop();
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

/** What stops a start, in a sentence for the person who starts it; null when it is a defect of the program. */
export function startProblem(error: unknown): string | null {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop it, or set PORT to another number.`;
  if (code === 'EACCES' && port)
    return `This user may not listen on port ${port}. Set PORT to a number above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This machine does not have the address in HOST. Set HOST to one of its own, such as 127.0.0.1.';
  return null;
}
