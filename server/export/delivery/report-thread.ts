/** A thread that writes a report: figures, references and the layout of pages take seconds. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Locale } from '../../../schema/columns.ts';
import { openDatabase } from '../../db.ts';
import { findReview } from '../../platform/find-review.ts';
import { writtenReport } from './report.ts';

export type ThreadRequest = {
  dataDir: string;
  slug: string;
  locale: Locale;
  at: string;
  isPublic: boolean;
};

const { dataDir, slug, ...asked } = workerData as ThreadRequest;
const db = openDatabase(join(dataDir, 'review.db'));
const review = findReview(db, slug);
if (!review) throw new Error(`There is no review ${slug}`);
const bytes = await writtenReport({ db, review, ...asked }, dataDir);
db.$client.close();
parentPort?.postMessage(bytes);
