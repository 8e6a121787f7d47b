/** A published review to search: small, in several languages, made through the services. */
import { eq } from 'drizzle-orm';
import { report } from '../schema/records.ts';
import { review } from '../schema/reviews.ts';
import { addCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode } from '../server/coding/codebooks/codes.ts';
import { setAim } from '../server/coding/desk/aims.ts';
import { addCoding } from '../server/coding/desk/codings.ts';
import { setCountries } from '../server/coding/desk/countries.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import type { Connection, SearchDb } from '../server/db.ts';
import { rebuildAll } from '../server/evidence/index-job.ts';
import { addFinding, finalizeFinding } from '../server/findings/findings.ts';
import { addSupport } from '../server/findings/supports.ts';
import { addPublication } from './coding-helpers.ts';
import { addPerson, addReview, now } from './helpers.ts';

/** Two publications, an excerpt of each, a final finding on them, a draft; all of it indexed. */
export function publishedReview(
  db: Connection,
  searchDb: SearchDb,
  options: { slug?: string; isPublished?: boolean; isExercise?: boolean; person?: string } = {},
) {
  const { slug = 'aldreomsorg', isPublished = true, isExercise = false } = options;
  const ada = addPerson(db, options.person ?? 'Ada');
  const row = addReview(db, [[ada, 'owner']], { slug, title: { en: slug }, isExercise });
  const ageing = addPublication(ada, row.id, {
    title: 'Åldrande i glesbygd: kommunernas frivilliga',
    family: 'Ek',
    year: 2019,
  });
  const nurses = addPublication(ada, row.id, {
    title: 'Sykepleiernes samarbeid med pårørende',
    family: 'Dahl',
    year: 2021,
  });
  setLanguage(db, ageing, 'sv');
  setLanguage(db, nurses, 'no');
  setCountries(ada, ageing, ['SE', 'FI']);
  setCountries(ada, nurses, ['NO']);
  setAim(ada, ageing, { text: { en: 'To describe rural volunteering', sv: 'Att beskriva' } });
  const bookId = addCodebook(ada, row.id, { key: 'themes', kind: 'tree', label: { en: 'Themes' } });
  const governance = addCode(ada, bookId, { key: 'governance', label: { en: 'Governance' } });
  const network = addCode(ada, bookId, {
    key: 'network',
    parentId: governance,
    label: { en: 'Networks' },
    synonyms: { nb: ['dugnad', 'nettverksstyring'] },
  });
  addCoding(ada, ageing, network);
  const forIt = addExcerpt(ada, row.id, {
    reportId: ageing,
    kind: 'quotation',
    text: { sv: 'De frivilliga behöver en samordnare.' },
    page: '12',
  });
  const against = addExcerpt(ada, row.id, {
    reportId: nurses,
    kind: 'restatement',
    text: { nb: 'Pårørende klarte seg uten koordinator.' },
    locator: 'Tabell 2',
    citedIn: 'Aytar 2022',
  });
  const finding = addFinding(ada, row.id, {
    key: 'coordinator',
    kindKey: 'success_factor',
    statement: {
      en: 'A coordinator keeps volunteers together',
      sv: 'En samordnare håller ihop de frivilliga',
    },
    themeCodeIds: [network],
  });
  addSupport(ada, finding, { reportId: ageing, excerptId: forIt, stance: 'supports' });
  addSupport(ada, finding, { reportId: nurses, excerptId: against, stance: 'contradicts' });
  finalizeFinding(ada, finding);
  const draft = addFinding(ada, row.id, {
    kindKey: 'recommendation',
    statement: { en: 'Unfinished thought about volunteers' },
  });
  if (isPublished)
    db.update(review).set({ publishedAt: now.toISOString() }).where(eq(review.id, row.id)).run();
  rebuildAll(db, searchDb);
  return { ada, reviewId: row.id, slug, ageing, nurses, forIt, against, finding, draft };
}

function setLanguage(db: Connection, id: number, language: string): void {
  const row = db.select().from(report).where(eq(report.id, id)).get();
  if (row)
    db.update(report)
      .set({ reference: { ...row.reference, language } })
      .where(eq(report.id, id))
      .run();
}
