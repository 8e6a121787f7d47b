/**
 * How long reviewers wait while somebody uploads: `npm run bench -- import-votes [RECORDS [REVIEWERS]]`. A file of that
 * many references is sent to the built program, read and indexed, and then undone, while reviewers of the same review
 * vote now and then.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { prepareStorage, sessionSecret } from '../../server/storage.ts';
import { writeRisFile } from './import-parse.ts';
import { connection, quantile, type Times } from './screening/client.ts';
import { seedReview } from './screening/seed.ts';

const [records = 100_000, reviewers = 5] = process.argv.slice(3).map(Number);
/** Each reviewer thinks that long. */
const thinkMs = 400;
const quietMs = 10_000;
/** What the review has before; nobody votes on what comes, so that it can be undone. */
const seededReports = 20_000;
const port = 3800 + (process.pid % 90);
const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
let child: ChildProcess | undefined;

try {
  const file = join(folder, 'upload.ris');
  await writeRisFile(file, records);
  const dataDir = join(folder, 'data');
  const { db, searchDb } = prepareStorage(dataDir);
  const seeded = seedReview(db, sessionSecret(dataDir, null), {
    reports: seededReports,
    reviewers,
  });
  db.$client.close();
  searchDb.close();
  child = await start(dataDir);
  const base = `/reviews/${seeded.slug}`;
  const [{ cookie = '' } = {}] = seeded.people;

  let times: Times = new Map();
  let isOver = false;
  const voting = seeded.people.map((person, at) => votes(person.cookie, at));
  await setTimeout(quietMs);
  report('before');
  const begun = performance.now();
  const place = await upload(file, base, cookie);
  report(`while ${(statSync(file).size / 1e6).toFixed(0)} MB were uploaded`);
  const gaps = await untilDone(place, cookie);
  report('while they were stored and indexed');
  const seconds = (performance.now() - begun) / 1000;
  print(`${records} records in ${seconds.toFixed(0)} s; memory at its highest ${peakMb(child)} MB`);
  print(`progress moved ${gaps.length} times, at longest after ${Math.max(...gaps).toFixed(0)} ms`);
  const undone = performance.now();
  await undo(place, cookie);
  await untilDone(place, cookie);
  report('while they were undone');
  print(`undone in ${((performance.now() - undone) / 1000).toFixed(0)} s`);
  isOver = true;
  await Promise.all(voting);

  async function votes(own: string, at: number): Promise<void> {
    const desk = `${base}/screening/title_abstract`;
    let ask = connection(port, times);
    let asked = times;
    let after = Math.floor((seededReports * (1 + (at % 2))) / 3);
    for (let turn = 0; !isOver; turn += 1) {
      await setTimeout(thinkMs);
      if (asked !== times) [asked, ask] = [times, connection(port, times)];
      const next = await ask('next', {
        path: `${desk}/next.json?limit=1&after=${after}`,
        cookie: own,
      });
      const { reports } = JSON.parse(next) as { reports: { id: number }[] };
      after = reports[0]?.id ?? 0;
      if (after > seededReports) after = 0;
      if (after === 0) continue;
      const vote = { reportId: after, answer: 'exclude', clientKey: `${at}-${turn}-${after}` };
      const body = { votes: [vote] };
      await ask('vote', { method: 'POST', path: `${desk}/votes.json`, body, cookie: own });
    }
  }

  function report(when: string): void {
    print(when);
    for (const [name, values] of times) {
      const shares = [0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(0).padStart(7));
      print(
        `  ${name.padEnd(6)} ${String(values.length).padStart(6)} times, ms p50 p95 most ${shares.join('')}`,
      );
    }
    times = new Map();
  }
} finally {
  child?.kill();
  rmSync(folder, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function start(dataDir: string): Promise<ChildProcess> {
  const started = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    started.stdout?.on('data', (data: Buffer) => {
      if (/ready|is at/.test(String(data))) resolve();
    });
    started.once('exit', () => reject(new Error('The program ended')));
  });
  return started;
}

/** As a browser's form sends it. @returns the path of the import's page. */
async function upload(file: string, base: string, cookie: string): Promise<string> {
  const boundary = 'underlag-bench';
  const part = 'content-disposition: form-data; name="files"; filename="upload.ris"';
  const head = `--${boundary}\r\n${part}\r\ncontent-type: text/plain\r\n\r\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': statSync(file).size + head.length + tail.length,
    };
    const path = `${base}/records/import`;
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      answer.resume();
      if (answer.statusCode === 303) resolve(answer.headers.location?.split('?')[0] ?? '');
      else reject(new Error(`upload: ${answer.statusCode}`));
    });
    sent.on('error', reject);
    sent.write(head);
    createReadStream(file)
      .on('end', () => sent.end(tail))
      .pipe(sent, { end: false });
  });
}

async function undo(place: string, cookie: string): Promise<void> {
  await connection(port, new Map())('undo', {
    method: 'POST',
    path: `${place}/undo`,
    body: {},
    cookie,
  });
}

/** Listens to the import's own progress. @returns how long each event came after the one before, in ms. */
async function untilDone(place: string, cookie: string): Promise<number[]> {
  const gaps: number[] = [];
  let last = performance.now();
  for (let isActive = true; isActive; ) {
    await new Promise<void>((resolve, reject) => {
      const sent = request({
        host: '127.0.0.1',
        port,
        path: `${place}/events`,
        headers: { cookie },
      });
      sent.on('error', reject);
      sent.on('response', (answer) => {
        answer.on('data', (data: Buffer) => {
          gaps.push(performance.now() - last);
          last = performance.now();
          isActive = !String(data).includes('"isActive":false');
        });
        answer.on('end', resolve);
      });
      sent.end();
    });
  }
  return gaps;
}

function peakMb({ pid = 0 }: ChildProcess): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(peak?.[1] ?? 0) / 1024);
}
