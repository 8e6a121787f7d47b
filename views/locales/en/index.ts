/** English: defines the keys that every other language must have. */
import { about } from './about.ts';
import { accounts } from './accounts.ts';
import { appraisal } from './appraisal.ts';
import { audit } from './audit.ts';
import { brought } from './brought.ts';
import { built } from './built.ts';
import { checklist } from './checklist.ts';
import { chrome } from './chrome.ts';
import { coding } from './coding.ts';
import { common } from './common.ts';
import { documents } from './documents.ts';
import { duplicates } from './duplicates.ts';
import { errors } from './errors.ts';
import { evidence } from './evidence.ts';
import { exports } from './export.ts';
import { findings } from './findings.ts';
import { flow } from './flow.ts';
import { ranking } from './ranking.ts';
import { records } from './records.ts';
import { reviews } from './reviews.ts';
import { screening } from './screening.ts';
import { searches } from './searches.ts';
import { tables } from './tables.ts';

export const en = {
  ...common,
  ...chrome,
  ...errors,
  ...accounts,
  ...reviews,
  ...searches,
  ...records,
  ...brought,
  ...duplicates,
  ...screening,
  ...ranking,
  ...documents,
  ...coding,
  ...findings,
  ...appraisal,
  ...flow,
  ...checklist,
  ...tables,
  ...built,
  ...evidence,
  ...exports,
  ...audit,
  ...about,
} as const;

export type MessageKey = keyof typeof en;
