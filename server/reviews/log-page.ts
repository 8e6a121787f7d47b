/** What the page with the log may show: each entry with what it changed, value by value. */
import type { Locale } from '../../schema/columns.ts';
import type { auditLog } from '../accounts/audit.ts';
import { translate } from '../platform/i18n.ts';

type Entry = ReturnType<typeof auditLog>[number];

export function logPage(
  locale: Locale,
  log: { entries: Entry[]; older: number | null; isNewest: boolean },
  path: string,
) {
  return {
    title: translate(locale, path === '/log' ? 'log.title_installation' : 'log.title'),
    path,
    older: log.older,
    isNewest: log.isNewest,
    entries: log.entries.map((entry) => {
      const all = differences(entry.before, entry.after);
      return {
        id: entry.id,
        at: entry.at,
        person: entry.person,
        action: entry.action,
        differences: all.slice(0, shownMax),
        left: Math.max(0, all.length - shownMax),
      };
    }),
  };
}

const shownMax = 40;

export type Difference = { name: string; before: string | null; after: string | null };

/** The values that are not the same on both sides, named by where they stand (`criteria.2.label.sv`). */
export function differences(before: unknown, after: unknown): Difference[] {
  const [old, fresh] = [leaves(before), leaves(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names
    .map((name) => ({ name, before: old.get(name) ?? null, after: fresh.get(name) ?? null }))
    .filter((one) => one.before !== one.after);
}

function leaves(value: unknown, name = ''): Map<string, string> {
  if (value === null || value === undefined || value === '') return new Map();
  if (typeof value !== 'object') return new Map([[name, String(value)]]);
  const parts = Object.entries(value).map(
    ([key, part]) => [name === '' ? key : `${name}.${key}`, part] as const,
  );
  return new Map(parts.flatMap(([path, part]) => [...leaves(part, path)]));
}
