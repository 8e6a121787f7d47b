/** What the page with the log may show: each entry with what it is about and what it changed, value by value. */
import type { Locale } from '../../../schema/columns.ts';
import type { AuditEntry, auditChoices } from '../../accounts/audit.ts';
import { collator, translate, translateDynamic } from '../../platform/i18n.ts';
import type { Subject } from './subjects.ts';

export type LogQuery = {
  before: number | null;
  person: number | null;
  action: string | null;
  from: string | null;
  until: string | null;
};

type Entry = AuditEntry & { subjects: Subject[] };

/** @param root the address that a review's own addresses begin with; empty: the installation. */
export function logPage({
  locale,
  log,
  choices,
  query,
  root,
}: {
  locale: Locale;
  log: { entries: Entry[]; older: number | null; isNewest: boolean };
  choices: ReturnType<typeof auditChoices>;
  query: LogQuery;
  root: string;
}) {
  const { before: _, ...filter } = query;
  const path = `${root}/log`;
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return {
    title: translate(locale, root === '' ? 'log.title_installation' : 'log.title'),
    path,
    filters: [
      {
        name: 'person',
        label: translate(locale, 'log.person'),
        options: options(locale, query.person, peopleOptions(choices.people)),
      },
      {
        name: 'action',
        label: translate(locale, 'log.action'),
        options: options(locale, query.action, actionOptions(locale, choices.actions)),
      },
    ],
    from: query.from ?? '',
    until: query.until ?? '',
    isFiltered,
    hasEntries: choices.actions.length > 0,
    newestHref: log.isNewest ? null : withQuery(path, filter),
    olderHref: log.older === null ? null : withQuery(path, { ...filter, before: log.older }),
    entries: log.entries.map((entry) => {
      const all = differences(entry.before, entry.after);
      return {
        id: entry.id,
        at: entry.at,
        person: entry.person,
        action: entry.action,
        subjects: entry.subjects.map(({ words, text, path: place }) => ({
          words,
          text,
          href: root === '' || place === null ? null : `${root}${place}`,
        })),
        differences: all.slice(0, shownMax),
        left: Math.max(0, all.length - shownMax),
      };
    }),
  };
}

type Choice = { value: string; text: string };

const peopleOptions = (people: readonly { id: number | null; name: string | null }[]): Choice[] =>
  people.map(({ id, name }) => ({ value: String(id), text: name ?? '' }));

const actionOptions = (locale: Locale, actions: readonly string[]): Choice[] =>
  actions.map((action) => ({ value: action, text: translateDynamic(locale, `audit.${action}`) }));

function options(locale: Locale, current: string | number | null, choices: Choice[]) {
  const { compare } = collator(locale);
  const sorted = choices.toSorted((one, other) => compare(one.text, other.text));
  const all = { value: '', text: translate(locale, 'common.all') };
  return [all, ...sorted].map((choice) => ({
    ...choice,
    isCurrent: choice.value === String(current ?? ''),
  }));
}

function withQuery(path: string, query: Partial<LogQuery>): string {
  const stated = Object.entries(query).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return stated.length > 0 ? `${path}?${new URLSearchParams(stated)}` : path;
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
