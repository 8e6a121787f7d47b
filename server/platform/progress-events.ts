/** Live progress of what runs in the background: a stream of events that ends when it has ended. */
import type { FastifyReply } from 'fastify';

/** How often the rows are looked at. */
const lookEveryMs = 300;
/** A browser comes back by itself; nothing stays open for ever. */
const openMsMax = 5 * 60 * 1000;

/** What is told, on a page and in the stream of its events. */
export type Progress = { isActive: boolean; percent: number; text: string };

/** Answers with server-sent events; each holds what the page shows. */
export function streamProgress(reply: FastifyReply, progressNow: () => Progress): void {
  const { raw } = reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  let sent = '';
  const tell = (): boolean => {
    const progress = progressNow();
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
