/** What the page of the rows behind a number may show. */
import { fileLinks } from '../../platform/file-formats.ts';
import { translate } from '../../platform/i18n.ts';
import {
  boxAddress,
  flowAddress,
  noteAddress,
  publicationAddress,
  reportAddress,
} from '../addresses.ts';
import type { Flow } from './flow.ts';
import type { Behind, Rows } from './lists.ts';
import { boxLabel, type FlowReader, partLabel } from './words.ts';

export type RowsQuery = Behind & { page: number; size: number };

export function rowsPage(flow: Flow, reader: FlowReader, query: RowsQuery, found: Rows) {
  const { locale, review, at: day = '' } = reader;
  const { box, part, pending, note, page, size } = query;
  const label = boxLabel(locale, flow, box);
  const pages = Math.max(1, Math.ceil(found.total / size));
  const base = note
    ? noteAddress(review.slug, note, day)
    : boxAddress(review.slug, box, {
        part: part ?? undefined,
        pending: pending ?? undefined,
        at: day,
      });
  // Only what is included has a public page; every other list is for the team.
  const addressOf = box === 'N2' && !note && !pending ? publicationAddress : reportAddress;
  const at = (number: number) => `${base}${base.includes('?') ? '&' : '?'}page=${number}`;
  const known = flow.boxes.find(({ id }) => id === box)?.parts.find(({ key }) => key === part);
  return {
    title: note
      ? translate(locale, 'flow.notes')
      : translate(locale, 'flow.rows_title', { box: label, total: found.total }),
    back: flowAddress(review.slug),
    note: note ? { key: note, count: found.total } : null,
    part: part === null ? null : known ? partLabel(locale, known) : part,
    isPending: pending !== null,
    pending: pending === null ? null : { reason: pending, count: found.total },
    isStudies: found.rows[0]?.unit === 'study',
    hasReason: found.rows.some((row) => row.reason !== null),
    rows: found.rows.map((row) => ({
      ...row,
      reason: row.reason ?? {},
      source: row.source ?? '',
      reports: row.reports ?? 0,
      href: row.reportId === null ? null : addressOf(review.slug, row.reportId),
    })),
    // The boxes' rows go out as files; what is beside them is the team's to look at.
    files: note ? [] : fileLinks(base),
    total: found.total,
    page,
    pages,
    previous: page > 1 ? at(page - 1) : null,
    next: page < pages ? at(page + 1) : null,
  };
}
