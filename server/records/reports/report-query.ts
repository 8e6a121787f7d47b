/** Which publications a list shows: parsed from an address, printed back into one. */
import { z } from 'zod';

/** `screened`: settled on title and abstract; `conflict`: at either stage; `sought`: wanted in full text. */
export const reportStates = [
  'any',
  'undecided',
  'screened',
  'conflict',
  'sought',
  'included',
  'excluded',
] as const;
export const reportSorts = ['added', 'author', 'year'] as const;

/** A list longer than this is looked at page by page. */
export const pageSize = 50;
/** So many publications can be named one by one in an address. */
const idsMax = 1000;

const Id = z.coerce.number().int().positive();

export const ReportQuery = z.object({
  q: z.string().trim().max(200).default(''),
  importId: z.preprocess((value) => value || null, Id.nullable()).default(null),
  state: z.enum(reportStates).default('any'),
  sort: z.enum(reportSorts).default('added'),
  page: Id.default(1),
  size: z.coerce.number().int().min(1).max(200).default(pageSize),
  /** `ids=1,5,9`: only these. */
  ids: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.number().int().positive()).max(idsMax))
    .default([]),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

export const everyReport: ReportQuery = ReportQuery.parse({});

/** The query as it stands in an address, without what is as usual. */
export function printQuery(query: Partial<ReportQuery>): string {
  const usual: Record<string, unknown> = everyReport;
  const pairs = Object.entries(query)
    .filter(([name, value]) => String(value ?? '') !== String(usual[name] ?? ''))
    .map(([name, value]) => [name, String(value)]);
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}
