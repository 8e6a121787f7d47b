/** Fills an empty installation with the demonstration reviews. */
import { createPerson, findPersonByEmail } from '../server/accounts/people.ts';
import type { Db } from '../server/db.ts';
import { inTransaction, type PersonalContext } from '../server/platform/context.ts';
import { allReviews } from '../server/reviews/reviews.ts';
import { loadEskilstuna } from './eskilstuna-2022/load.ts';
import { loadExercise } from './exercise/load.ts';
import { loadExerciseChain } from './exercise-chain/load.ts';
import { loadTfou } from './tfou-2012/load.ts';
import { loadWorkshop } from './workshop/load.ts';

/** Owns the demonstration reviews and stands in the log; without a password nobody can sign in as it. */
const seeder = { email: 'demonstration@underlag.invalid', name: 'Underlag demonstration' };

const loaders = [loadExerciseChain, loadExercise, loadWorkshop, loadTfou, loadEskilstuna];

/**
 * Loads everything in one transaction, through the services.
 * @returns false when the installation has a review already; then nothing is changed.
 */
export async function loadDemonstration(db: Db, now: Date): Promise<boolean> {
  if (allReviews(db).length > 0) return false;
  const context = await seedingContext(db, now);
  return inTransaction(context, (tx) => {
    // Between the first look and here another process may have made a review.
    if (allReviews(tx.db).length > 0) return false;
    // A millisecond apart, so that lists with the newest first begin with Eskilstuna.
    for (const [index, load] of loaders.entries())
      load({ ...tx, at: new Date(now.getTime() + index).toISOString() });
    return true;
  });
}

/** Making an account cannot be part of a transaction (it may hash a password), so an earlier one is used again. */
async function seedingContext(db: Db, now: Date): Promise<PersonalContext> {
  const machine = { db, actor: null, at: now.toISOString() };
  const known = findPersonByEmail(db, seeder.email)?.id;
  const personId = known ?? (await createPerson(machine, { ...seeder, password: null }));
  return { ...machine, actor: { personId } };
}
