/** Markup in titles and abstracts, all the way from a file to what a team reads and finds. */
import { expect, test } from 'vitest';
import { findReports } from '../server/records/reports/report-search.ts';
import { doJobs, freshFolder, giveFile } from './data-folder.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase, startApp } from './helpers.ts';

const html = `TY  - JOUR
TI  - Uptake of CO<sub>2</sub> in <i>Picea abies</i>: &quot;a&quot; &lt;b&gt;study&lt;/b&gt; of p < 0.05
AB  - <p>Skogen.</p><p>Vattnet &aring; marken.</p>
ER  - 
`;
const latex = String.raw`@article{a,
  title = {{\"A}ldre m{\"a}nniskor och \emph{h{\aa}llbar} $\alpha$-omsorg i {\O}stfold},
  author = {{\AA}kesson, J{\"o}rgen},
}
`;

/** A review into which the files have been brought, as the worker does it. */
async function reviewWith(files: Record<string, string>) {
  const [db, searchDb] = [freshDatabase(), freshSearchDatabase()];
  const dataDir = freshFolder();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId, slug } = addReview(db, [[astrid, 'owner']]);
  for (const [fileName, text] of Object.entries(files))
    await giveFile(astrid, { dataDir, reviewId }, { fileName, text });
  await doJobs({ db, searchDb, dataDir });
  const find = (words: string) => findReports({ db, searchDb }, reviewId, words)?.size ?? 0;
  return { db, astrid, find, slug };
}

test('a title with HTML is shown as text and found by its words, and by no name of an element', async () => {
  const { db, astrid, find, slug } = await reviewWith({ 'html.ris': html });
  for (const words of ['CO2', 'picea abies', '"a study"', 'skogen vattnet', 'å'])
    expect([words, find(words)]).toEqual([words, 1]);
  for (const words of ['sub', 'quot', 'aring', 'skogenvattnet'])
    expect([words, find(words)]).toEqual([words, 0]);
  const { as } = await startApp(db);
  const { body } = await as(astrid.actor).get(`/reviews/${slug}/records`);
  expect(body).toContain('Uptake of CO2 in Picea abies: &quot;a&quot; study of p &lt; 0.05');
});

test('a title in LaTeX is shown in its letters and found by them', async () => {
  const { db, astrid, find, slug } = await reviewWith({ 'latex.bib': latex });
  for (const words of ['äldre', 'hållbar', 'Østfold', 'Åkesson', 'α', 'omsorg'])
    expect([words, find(words)]).toEqual([words, 1]);
  expect(find('emph')).toBe(0);
  const { as } = await startApp(db);
  const { body } = await as(astrid.actor).get(`/reviews/${slug}/records`);
  expect(body).toContain('Äldre människor och hållbar α-omsorg i Østfold');
});
