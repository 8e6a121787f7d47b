/** Tells browsers what no page of ours does, so that nothing that gets into one can do it: on every answer, the same. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import fp from 'fastify-plugin';
import helmet from 'helmet';

/** `isSecure`: the site is reached by https alone. */
export const secureHeadersPlugin = fp<{ isSecure: boolean }>(
  async (app, { isSecure }) => {
    const headers = headersOf(isSecure);
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(headers);
      done();
    });
  },
  { name: 'secure-headers' },
);

/** What helmet says of every answer is the same, so it is asked once, not for each vote. */
function headersOf(isSecure: boolean): Record<string, string> {
  const said: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      said[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  const tell = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
      },
    },
    hsts: isSecure,
  });
  tell({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return said;
}
