/** The tree of a codebook, as pure functions: nested, never a cycle, never too deep. */

/** Deeper than this a tree cannot be read, on paper or on a screen. */
export const codeDepthMax = 6;

export type Node = { id: number; parentId: number | null; position: number };
export type Nested<T> = T & { children: Nested<T>[] };

/** Siblings in their order, children inside their parent. A code whose parent is not in the list stands at the top. */
export function nest<T extends Node>(nodes: readonly T[]): Nested<T>[] {
  const nested = new Map(nodes.map((node) => [node.id, { ...node, children: [] as Nested<T>[] }]));
  const top: Nested<T>[] = [];
  for (const node of nested.values()) {
    const parent = node.parentId === null ? undefined : nested.get(node.parentId);
    (parent?.children ?? top).push(node);
  }
  const inOrder = (list: Nested<T>[]): Nested<T>[] => {
    list.sort((one, other) => one.position - other.position || one.id - other.id);
    for (const node of list) inOrder(node.children);
    return list;
  };
  return inOrder(top);
}

/** The nested list as lines, each with how deep it stands (from 1). */
export function flatten<T>(nested: readonly Nested<T>[], depth = 1): { node: T; depth: number }[] {
  return nested.flatMap((node) => [{ node, depth }, ...flatten(node.children, depth + 1)]);
}

/** A code with everything below it. */
export function withDescendants(nodes: readonly Node[], id: number): Set<number> {
  const found = new Set([id]);
  for (const member of found)
    for (const node of nodes) if (node.parentId === member) found.add(node.id);
  return found;
}

/** How far a code stands from the top, from 1; a parent that is missing counts as the top. */
export function depthOf(nodes: readonly Node[], id: number | null): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let depth = 0;
  for (let next = id; next !== null; next = byId.get(next)?.parentId ?? null) depth += 1;
  return depth;
}

/** How many levels a code spans, itself included. */
export function heightOf(nodes: readonly Node[], id: number): number {
  const children = nodes.filter((node) => node.parentId === id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(nodes, child.id)));
}

export type MoveProblem = 'CODE_CYCLE' | 'CODE_TOO_DEEP';

/** Why a code cannot be put under a parent, or null when it can. */
export function moveProblem(
  nodes: readonly Node[],
  id: number,
  parentId: number | null,
): MoveProblem | null {
  if (parentId === null) return null;
  if (withDescendants(nodes, id).has(parentId)) return 'CODE_CYCLE';
  const tooDeep = depthOf(nodes, parentId) + heightOf(nodes, id) > codeDepthMax;
  return tooDeep ? 'CODE_TOO_DEEP' : null;
}

/** The ids of siblings with one of them put in at a place, counted from 1. */
export function placed(siblingIds: readonly number[], id: number, position: number): number[] {
  const others = siblingIds.filter((sibling) => sibling !== id);
  const place = Math.min(Math.max(position, 1), others.length + 1) - 1;
  return [...others.slice(0, place), id, ...others.slice(place)];
}
