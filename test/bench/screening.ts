/**
 * Measures screening: `npm run bench -- screening [RECORDS [SECONDS]]`. Twenty reviewers at once against the built
 * program on a review of 100,000 publications, beside a bare Fastify route with one insert in the same run.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { indexReports } from '../../server/records/reports/report-index.ts';
import { prepareStorage, sessionSecret } from '../../server/storage.ts';
import { connection, quantile, type Times } from './screening/client.ts';
import { seedReview } from './screening/seed.ts';

const [records = '100000', seconds = '8'] = process.argv.slice(3);
const reviewers = 20;
/** Ms between two acts of somebody who reads titles as fast as anybody can. */
const secondOfWork = 1000;
const [appPort, barePort] = [3900 + (process.pid % 40), 3950 + (process.pid % 40)];
const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
const children: ChildProcess[] = [];
let refused = 0;

try {
  const { db, searchDb } = prepareStorage(folder);
  const secret = sessionSecret(folder, null);
  const seeded = seedReview(db, secret, { reports: Number(records), reviewers });
  // As an import leaves it.
  await indexReports({ db, searchDb });
  db.$client.close();
  searchDb.close();
  await start(['test/bench/screening/bare.ts', join(folder, 'bare.db'), String(barePort)], {});
  const bare = await run(barePort, async (ask, turn) => {
    await ask('vote', {
      method: 'POST',
      path: '/vote',
      body: { reportId: turn, answer: 'exclude' },
    });
  });
  await start(['dist/main.js'], { DATA_DIR: folder, PORT: String(appPort) });
  const base = `/reviews/${seeded.slug}/screening`;
  const desk = `${base}/title_abstract`;
  const voting = await run(appPort, votesOf(desk));
  const looking = await run(appPort, looksOf(base, desk));
  const working = await run(appPort, looksOf(base, desk), secondOfWork);
  print('bare route, one insert', bare, seconds);
  print('the desk: votes and the records after them', voting, seconds);
  print('votes among lists and progress, as fast as the server answers', looking, seconds);
  print('the same, each of the twenty once a second', working, seconds);
  const share = rate(voting) / rate(bare);
  process.stdout.write(
    `votes beside bare inserts: ${(share * 100).toFixed(0)} %; refused as not needed: ${refused}\n`,
  );

  /** Pairs of reviewers share a stretch of what nobody has judged: the first third has been. */
  function startOf(reviewer: number) {
    const [all, stretches] = [Number(records), reviewers / 2];
    const from = Math.floor(all / 3);
    return from + Math.floor(((all - from) * (reviewer % stretches)) / stretches);
  }

  function cookieOf(reviewer: number) {
    return seeded.people[reviewer]?.cookie ?? '';
  }

  function votesOf(path: string) {
    const queues = new Map<number, number[]>();
    const places = new Map<number, number>();
    return async (ask: Ask, turn: number, reviewer: number) => {
      const cookie = cookieOf(reviewer);
      const queue = queues.get(reviewer) ?? [];
      if (queue.length === 0) {
        // Twenty people who go through one list in step would judge the same records: each goes on from a place of their
        // own, as with shares or an order by chance.
        const after = places.get(reviewer) ?? startOf(reviewer);
        const next = `${path}/next.json?limit=10&after=${after}`;
        const text = await ask('next ten records', { path: next, cookie });
        const { reports } = JSON.parse(text) as { reports: { id: number }[] };
        queue.push(...reports.map(({ id }) => id));
        places.set(reviewer, queue.at(-1) ?? 0);
        queues.set(reviewer, queue);
      }
      const reportId = queue.shift();
      const answer = turn % 10 === 0 ? 'include' : 'exclude';
      const clientKey = `${process.pid}-${reviewer}-${turn}-${reportId}`;
      const body = { votes: [{ reportId, answer, clientKey }] };
      const text = await ask('vote', { method: 'POST', path: `${path}/votes.json`, body, cookie });
      // Somebody else may have settled it meanwhile: that is an answer too, and no vote.
      if (text.includes('"refused":{')) refused += 1;
    };
  }

  function looksOf(overview: string, path: string) {
    const vote = votesOf(path);
    return async (ask: Ask, turn: number, reviewer: number) => {
      const cookie = cookieOf(reviewer);
      const wanted = (reviewer + turn) % 8;
      if (wanted === 0)
        return void (await ask('overview (page)', { path: `${overview}?`, cookie }));
      if (wanted === 1) return void (await ask('progress', { path: `${overview}.json`, cookie }));
      if (wanted === 2) return void (await ask('desk (page)', { path, cookie }));
      if (wanted === 3)
        return void (await ask('list of own answers', { path: `${path}/mine.json`, cookie }));
      if (wanted === 5 && turn % 2 === 0)
        return void (await ask('list of what is left', { path: `${path}/left.json`, cookie }));
      if (wanted === 5)
        return void (await ask('search in a list', { path: `${path}/left.json?q=cohort`, cookie }));
      if (wanted === 4)
        return void (await ask('list of conflicts', { path: `${path}/conflicts.json`, cookie }));
      await vote(ask, turn, reviewer);
    };
  }
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
}

type Ask = ReturnType<typeof connection>;
type Act = (ask: Ask, turn: number, reviewer: number) => Promise<void>;

/** @param pace ms between two acts of one reviewer; 0: each waits only for the answer before. */
async function run(port: number, act: Act, pace = 0): Promise<Times> {
  const times: Times = new Map();
  // The first seconds fill caches and compile code: they are not what a day's work is like.
  await forSeconds(2, connectionsTo(port, new Map()), act, { from: 0, pace });
  await forSeconds(Number(seconds), connectionsTo(port, times), act, { from: 1_000_000, pace });
  return times;
}

function connectionsTo(port: number, times: Times): Ask[] {
  return Array.from({ length: reviewers }, () => connection(port, times));
}

async function forSeconds(
  wanted: number,
  asks: Ask[],
  act: Act,
  { from, pace }: { from: number; pace: number },
): Promise<void> {
  const start = performance.now();
  const until = start + wanted * 1000;
  const work = async (ask: Ask, reviewer: number) => {
    const first = start + (pace * reviewer) / reviewers;
    for (let turn = from; performance.now() < until; turn += 1) {
      const due = first + pace * (turn - from) - performance.now();
      if (due > 0) await sleep(due);
      await act(ask, turn, reviewer);
    }
  };
  await Promise.all(asks.map(work));
}

async function start(args: string[], environment: Record<string, string>): Promise<void> {
  const loader = args[0]?.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => {
      if (/ready|is at/.test(String(data))) resolve();
    });
    child.once('exit', () => reject(new Error(`${args[0]} ended`)));
  });
}

function rate(times: Times): number {
  return (times.get('vote')?.length ?? 0) / Number(seconds);
}

function print(title: string, times: Times, during: string): void {
  process.stdout.write(`\n${title}\n`);
  for (const [name, values] of times) {
    const line = [0.5, 0.95, 0.99].map((share) => quantile(values, share).toFixed(1).padStart(8));
    const perSecond = (values.length / Number(during)).toFixed(0).padStart(7);
    process.stdout.write(`  ${name.padEnd(24)}${perSecond}/s  ms p50 p95 p99 ${line.join('')}\n`);
  }
}
