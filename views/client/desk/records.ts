/** The next records, fetched before they are needed. */
import type { Progress } from './vote-queue.ts';

export type Fetched = { id: number; title: string; html: string };

const fewest = 6;
const atOnce = 12;

/** @param had the records that are not to come (again): on screen, answered and not sent. */
export function recordsAhead(
  path: string,
  had: () => number[],
  told: (progress: Progress) => void,
) {
  const ahead: Fetched[] = [];
  const skipped = new Set<number>();
  let last = 0;
  let running: Promise<void> | null = null;
  let isAtEnd = false;

  async function fetchMore(): Promise<void> {
    const except = [...had(), ...ahead.map((record) => record.id), ...skipped];
    const query = new URLSearchParams({
      after: String(last),
      limit: String(atOnce),
      except: except.slice(-500).join(','),
    });
    const answer = await fetch(`${path}/next.json?${query}`, {
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const body = (await answer.json()) as { reports: Fetched[]; progress: Progress };
    const known = new Set([...had(), ...ahead.map((record) => record.id)]);
    ahead.push(...body.reports.filter((record) => !known.has(record.id)));
    told(body.progress);
    // What was skipped comes again when there is nothing else.
    if (body.reports.length === 0 && skipped.size > 0) skipped.clear();
    else isAtEnd = body.reports.length < atOnce;
  }

  function fill(): Promise<void> {
    if (ahead.length >= fewest || (isAtEnd && ahead.length > 0)) return Promise.resolve();
    running ??= fetchMore().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    fill: () => void fill().catch(() => undefined),
    /** At once when one is there; otherwise when it has come. Null: there is none. */
    async next(): Promise<Fetched | null> {
      if (ahead.length === 0) await fill();
      if (ahead.length === 0) await fill();
      return ahead.shift() ?? null;
    },
    nextNow: () => ahead.shift(),
    putBack: (record: Fetched) => void ahead.unshift(record),
    skip(id: number) {
      skipped.add(id);
    },
    from(id: number) {
      last = id;
    },
  };
}
