/** A review of many publications half-way through screening, and the people who screen it. */
import { createHmac, randomBytes } from 'node:crypto';
import { membership, person, session } from '../../../schema/accounts.ts';
import { criterion, review } from '../../../schema/reviews.ts';
import type { Connection } from '../../../server/db.ts';

const day = 24 * 3600 * 1000;

/** @returns the review's slug and, for each reviewer, the cookie that signs them in. */
export function seedReview(
  db: Connection,
  secret: string,
  size: { reports: number; reviewers: number },
) {
  const row = db
    .insert(review)
    .values({ slug: 'large', title: { en: 'A large review' } })
    .returning()
    .get();
  const people = Array.from({ length: size.reviewers }, (_, index) => addReviewer(index));
  for (const [index, code] of ['E1', 'E2', 'I1'].entries())
    db.insert(criterion)
      .values({
        reviewId: row.id,
        code,
        kind: code.startsWith('E') ? 'exclude' : 'include',
        label: { en: `Criterion ${code}` },
        statement: {},
        position: index,
      })
      .run();
  addReports(db, row.id, size.reports);
  // The first third was judged by two people each; the last of them disagree about one in fifty.
  addVotes(
    db,
    row.id,
    people.map(({ id }) => id),
    Math.floor(size.reports / 3),
  );
  return { slug: row.slug, reviewId: row.id, people };

  function addReviewer(index: number) {
    const email = `reviewer${index}@example.org`;
    const name = `Reviewer ${index + 1}`;
    const { id } = db.insert(person).values({ email, name }).returning({ id: person.id }).get();
    const place = { reviewId: row.id, personId: id };
    db.insert(membership)
      .values({ ...place, role: 'reviewer', mayAdjudicate: true })
      .run();
    const token = randomBytes(16).toString('hex');
    const tokenHash = createHmac('sha256', secret).update(token).digest('hex');
    const at = new Date();
    const expiresAt = new Date(at.getTime() + day).toISOString();
    db.insert(session)
      .values({ tokenHash, personId: id, seenAt: at.toISOString(), expiresAt })
      .run();
    return { id, cookie: `underlag_session=${token}` };
  }
}

const words =
  'municipal planning green infrastructure collaboration health residents outcomes evidence services older adults qualitative survey policy urban nature wellbeing cohort measured association'.split(
    ' ',
  );

function addReports(db: Connection, reviewId: number, count: number): void {
  const insert = db.$client.prepare(
    'insert into report (review_id, root_id, reference, title, year, first_author) values (?, ?, ?, ?, ?, ?)',
  );
  const first = Number(
    (db.$client.prepare('select coalesce(max(id), 0) as id from report').get() as { id: number })
      .id,
  );
  const text = (from: number, length: number) =>
    Array.from(
      { length },
      (_, index) => words[(from * 7 + index * 13 + ((from * index) % 11)) % words.length],
    ).join(' ');
  db.$client.transaction(() => {
    for (let number = 1; number <= count; number += 1) {
      const title = `${text(number, 11)} ${number}`;
      const reference = {
        type: 'article-journal',
        title,
        authors: [{ family: `Author${number % 977}`, given: 'A.' }],
        year: 1990 + (number % 36),
        container: `Journal of ${words[number % words.length]}`,
        abstract: text(number + 3, 190),
      };
      insert.run(
        reviewId,
        first + number,
        JSON.stringify(reference),
        title,
        reference.year,
        `Author${number % 977}`,
      );
    }
    // As an import leaves them: each has its path in the flow before anybody screens.
    db.$client.exec(`insert into flow_path (root_id, review_id, record_id, study_id, class, members)
      select root_id, review_id, record_id, study_id, class, members from flow_path_now`);
  })();
}

function addVotes(db: Connection, reviewId: number, people: number[], count: number): void {
  const at = new Date().toISOString();
  const insertVote = db.$client.prepare(
    "insert into vote (review_id, report_id, stage, person_id, answer, at) values (?, ?, 'title_abstract', ?, ?, ?)",
  );
  const insertStanding = db.$client.prepare(
    "insert into standing (report_id, stage, state) values (?, 'title_abstract', ?)",
  );
  const ids = db.$client
    .prepare('select id from report where review_id = ? order by id limit ?')
    .all(reviewId, count) as { id: number }[];
  db.$client.transaction(() => {
    for (const [index, { id }] of ids.entries()) {
      const first = index % 10 === 0 ? 'include' : 'exclude';
      const second = index % 50 === 1 ? 'include' : first;
      const [one = 0, other = 0] = [
        people[index % people.length],
        people[(index + 1) % people.length],
      ];
      insertVote.run(reviewId, id, one, first, at);
      insertVote.run(reviewId, id, other, second, at);
      insertStanding.run(
        id,
        first !== second ? 'conflict' : first === 'include' ? 'passed' : 'excluded',
      );
    }
  })();
}
