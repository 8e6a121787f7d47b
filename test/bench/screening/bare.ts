/** What a vote is measured against: a bare Fastify route with one durable insert. */
import Fastify from 'fastify';
import { Database } from '../../../server/sqlite.ts';

const [file = '', port = '0'] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(
  'create table if not exists vote (id integer primary key, report_id integer, answer text, at text)',
);
const insert = db.prepare('insert into vote (report_id, answer, at) values (?, ?, ?)');
const app = Fastify();
app.post<{ Body: { reportId: number; answer: string } }>('/vote', (request) => {
  const { reportId, answer } = request.body;
  const { lastInsertRowid } = insert.run(reportId, answer, new Date().toISOString());
  return { stored: { voteId: Number(lastInsertRowid) } };
});
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write('ready\n');
