/** Publications, codes and findings to test with: reports set down directly, everything else through the services. */
import { eq } from 'drizzle-orm';
import type { Reference } from '../import/reference.ts';
import { person } from '../schema/accounts.ts';
import type { Locale } from '../schema/columns.ts';
import { report } from '../schema/records.ts';
import { standing } from '../schema/screening.ts';
import type { PersonalContext } from '../server/platform/context.ts';

/** An included publication, or, with a root, a report found to duplicate it. */
export function addPublication(
  context: PersonalContext,
  reviewId: number,
  details: { title: string; family?: string; year?: number; rootId?: number },
): number {
  const { db } = context;
  const { title, family = 'Berg', year = 2020 } = details;
  const reference: Reference = { type: 'article-journal', title, authors: [{ family }], year };
  const row = { reviewId, reference, title, year, firstAuthor: family };
  const { id } = db.insert(report).values(row).returning().get();
  const { rootId } = details;
  db.update(report)
    .set({ rootId: rootId ?? id })
    .where(eq(report.id, id))
    .run();
  if (rootId === undefined)
    db.insert(standing).values({ reportId: id, stage: 'full_text', state: 'passed' }).run();
  return id;
}

/** The language in which a person reads the pages. */
export function speak({ db, actor }: PersonalContext, locale: Locale): void {
  db.update(person).set({ locale }).where(eq(person.id, actor.personId)).run();
}
