/** Links to clusters: what is linked to what, directly or through others. */

/**
 * Connected components of links over ids (union-find). Every id that is given or linked is in
 * exactly one cluster; clusters and their members keep the order in which they were first seen.
 */
export function clustersOf<Id extends string | number>(
  links: Iterable<{ a: Id; b: Id }>,
  ids: Iterable<Id> = [],
): Id[][] {
  const parent = new Map<Id, Id>();
  const rootOf = (id: Id): Id => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root))
      root = up;
    // Everything passed on the way points straight at the root from now on.
    for (let at = id; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const add = (id: Id) => {
    if (!parent.has(id)) parent.set(id, id);
  };
  for (const id of ids) add(id);
  for (const { a, b } of links) {
    add(a);
    add(b);
    parent.set(rootOf(b), rootOf(a));
  }
  const clusters = new Map<Id, Id[]>();
  for (const id of parent.keys()) {
    const root = rootOf(id);
    const members = clusters.get(root);
    if (members) members.push(id);
    else clusters.set(root, [id]);
  }
  return [...clusters.values()];
}
