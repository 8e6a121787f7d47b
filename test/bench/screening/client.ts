/** Reviewers who answer as fast as the server lets them, and how long each request took. */
import { Agent, request } from 'node:http';

export type Times = Map<string, number[]>;

export type Asked = { method?: 'GET' | 'POST'; path: string; body?: unknown; cookie?: string };

/** One reviewer's connection. Every request is timed under a name. */
export function connection(port: number, times: Times) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return async (name: string, { method = 'GET', path, body, cookie }: Asked): Promise<string> => {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const started = performance.now();
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          agent,
          headers: {
            accept: 'application/json',
            ...(cookie && { cookie }),
            ...(payload && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(payload);
    });
    if (answer.status >= 400)
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    const taken = performance.now() - started;
    const known = times.get(name);
    if (known) known.push(taken);
    else times.set(name, [taken]);
    return answer.text;
  };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
