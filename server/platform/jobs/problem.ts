/** What a job that has been given up failed at, in words. */
import type { Locale } from '../../../schema/columns.ts';
import { isMessageKey, translate } from '../i18n.ts';
import type { JobRow } from './jobs.ts';

/** `detail`: what the machine said, for whoever looks after it; null for a refusal, whose words say all. */
export type JobProblem = { text: string; detail: string | null };

export function jobProblem(locale: Locale, { state, problem }: JobRow): JobProblem | null {
  if (state !== 'failed') return null;
  const key = `error.${problem?.code}`;
  if (isMessageKey(key)) return { text: translate(locale, key, problem?.params), detail: null };
  const [detail = ''] = String(problem?.params.message ?? '').split('\n');
  return { text: translate(locale, 'error.INTERNAL'), detail };
}
