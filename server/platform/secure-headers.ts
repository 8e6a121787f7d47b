/** Tells browsers what no page of ours does, so that nothing that gets into one can do it: on every answer, the same. */
import fp from 'fastify-plugin';

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "base-uri 'self'",
].join(';');

const usual = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  // Old browsers' own filters could be turned against a page.
  'x-xss-protection': '0',
};

/** `isSecure`: the site is reached by https alone. */
export const secureHeadersPlugin = fp<{ isSecure: boolean }>(
  async (app, { isSecure }) => {
    const headers = {
      ...usual,
      ...(isSecure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    };
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(headers);
      done();
    });
  },
  { name: 'secure-headers' },
);
