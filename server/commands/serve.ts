/** `serve`: the server, with the address given on the command line. */
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { serve, startProblem } from '../serve.ts';
import { CommandError, commonSchema, defineCommand } from './command.ts';

export const serveCommand = defineCommand({
  name: 'serve',
  summary: 'start the server (what npm start does, without building first)',
  options: {
    host: { kind: 'text', value: 'HOST', help: 'the address to listen on (else HOST)' },
    port: { kind: 'text', value: 'PORT', help: 'the port to listen on (else PORT)' },
  },
  schema: z.object({ ...commonSchema, host: z.string().optional(), port: z.string().optional() }),
  async run(options, output) {
    const config = readConfig({
      ...process.env,
      ...(options.data ? { DATA_DIR: options.data } : {}),
      ...(options.host ? { HOST: options.host } : {}),
      ...(options.port ? { PORT: options.port } : {}),
    });
    try {
      await serve(config, output.line);
    } catch (error) {
      const known = startProblem(error);
      if (known) throw new CommandError(known);
      throw error;
    }
    return 0;
  },
});
