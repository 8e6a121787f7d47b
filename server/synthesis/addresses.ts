/** Where the pages are that flows and tables lead to. */
import type { BoxId, PendingReason } from './flow/boxes.ts';

type Behind = {
  part?: string | undefined;
  pending?: PendingReason | undefined;
  /** The day that the flow is shown as it was at. */
  at?: string | undefined;
};

export const flowAddress = (slug: string): string => `/reviews/${slug}/flow`;

export function boxAddress(slug: string, box: BoxId, { part, pending, at }: Behind = {}): string {
  const query = new URLSearchParams({
    ...(part ? { part } : {}),
    ...(pending ? { pending } : {}),
    ...(at ? { at } : {}),
  });
  return `${flowAddress(slug)}/${box}${query.size > 0 ? `?${query}` : ''}`;
}

export const noteAddress = (slug: string, note: string, at: string): string =>
  `${flowAddress(slug)}/notes/${note}${at ? `?at=${encodeURIComponent(at)}` : ''}`;

export const tableAddress = (slug: string, name: string): string =>
  `/reviews/${slug}/tables/${name}`;

export const publicationAddress = (slug: string, reportId: number): string =>
  `/reviews/${slug}/publications/${reportId}`;

export const findingAddress = (slug: string, findingId: number): string =>
  `/reviews/${slug}/findings/${findingId}`;

/** A record's publication as the team sees it, included or not. */
export const reportAddress = (slug: string, reportId: number): string =>
  `/reviews/${slug}/reports/${reportId}`;
