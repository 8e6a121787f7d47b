/** Values in JSON by path, taken out as they are found: what is left over is what nobody took. */
import type { Role, RoleField } from '../roles.ts';

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Everything down a path of names; a list on the way stands for each thing in it. */
export function valuesAt(value: unknown, ...path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, ...path));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined || value === null ? [] : [value];
  return isObject(value) ? valuesAt(value[name], ...rest) : [];
}

export const textsAt = (value: unknown, ...path: string[]): string[] =>
  valuesAt(value, ...path).flatMap((one) =>
    typeof one === 'string' ? [one] : typeof one === 'number' ? [String(one)] : [],
  );

/** Texts down a path in dots, each with its role; they are gone from the item then. */
export function takeAt(item: Json, path: string, role: Role | undefined): RoleField[] {
  const names = path.split('.');
  const fields = textsAt(item, ...names).map((value) => ({ tag: path, value, role }));
  if (fields.length > 0) drop(item, names);
  return fields;
}

/** The part of an item under a path, taken whole. */
export function takeWhole(item: Json, path: string): unknown[] {
  const names = path.split('.');
  const found = valuesAt(item, ...names);
  drop(item, names);
  return found;
}

/** What nobody took, by its name at the outermost level. */
export function leftOver(item: Json): RoleField[] {
  return Object.entries(item).flatMap(([tag, value]): RoleField[] => {
    const kept = withoutEmpty(value);
    if (kept === undefined) return [];
    return [
      { tag, value: typeof kept === 'string' ? kept : JSON.stringify(kept), role: undefined },
    ];
  });
}

function drop(value: unknown, names: readonly string[]) {
  if (Array.isArray(value)) {
    for (const one of value) drop(one, names);
    return;
  }
  const [name, ...rest] = names;
  if (name === undefined || !isObject(value)) return;
  if (rest.length === 0) delete value[name];
  else drop(value[name], rest);
}

function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined || value === '' || value === false) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(withoutEmpty).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, one]) => {
    const inner = withoutEmpty(one);
    return inner === undefined ? [] : [[name, inner] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
