/** Where the pages are that flows and tables lead to. */
import type { BoxId, PendingReason } from './flow/boxes.ts';

type Behind = { part?: string | undefined; pending?: PendingReason | undefined };

export const flowAddress = (slug: string): string => `/reviews/${slug}/flow`;

export function boxAddress(slug: string, box: BoxId, { part, pending }: Behind = {}): string {
  const query = new URLSearchParams({ ...(part ? { part } : {}), ...(pending ? { pending } : {}) });
  return `${flowAddress(slug)}/${box}${query.size > 0 ? `?${query}` : ''}`;
}

export const tableAddress = (slug: string, name: string): string =>
  `/reviews/${slug}/tables/${name}`;

export const publicationAddress = (slug: string, reportId: number): string =>
  `/reviews/${slug}/publications/${reportId}`;

export const findingAddress = (slug: string, findingId: number): string =>
  `/reviews/${slug}/findings/${findingId}`;

/** A record's publication as the team sees it, included or not. */
export const reportAddress = (slug: string, reportId: number): string =>
  `/reviews/${slug}/reports/${reportId}`;
