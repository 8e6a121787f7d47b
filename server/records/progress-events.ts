/** Live progress of an import: a stream of events that ends when the import has ended. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Progress, progressOf } from './import-page.ts';
import { findImport, jobOfImport } from './imports.ts';

/** How often the row is looked at. */
const lookEveryMs = 300;
/** A browser comes back by itself; nothing stays open for ever. */
const openMsMax = 5 * 60 * 1000;

/** Answers with server-sent events; each holds what the page shows. */
export function streamProgress(
  request: FastifyRequest,
  reply: FastifyReply,
  about: { reviewId: number; importId: number },
): void {
  const { raw } = reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  let sent = '';
  const tell = (): boolean => {
    const progress = currentProgress(request, about);
    const data = JSON.stringify(progress);
    if (data !== sent) raw.write(`data: ${data}\n\n`);
    sent = data;
    return progress.isActive;
  };
  if (!tell()) {
    raw.end();
    return;
  }
  const started = Date.now();
  const timer = setInterval(() => {
    if (tell() && Date.now() - started < openMsMax) return;
    clearInterval(timer);
    raw.end();
  }, lookEveryMs);
  // Whoever leaves the page stops the looking.
  raw.on('close', () => clearInterval(timer));
}

function currentProgress(
  request: FastifyRequest,
  { reviewId, importId }: { reviewId: number; importId: number },
): Progress {
  const { db } = request.server;
  const row = findImport(db, reviewId, importId);
  if (!row) return { isActive: false, state: 'failed', percent: 0, text: '' };
  return progressOf(request.locale, row, jobOfImport(db, importId));
}
