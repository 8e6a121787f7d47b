/**
 * Tells features below this one that reports came together or apart, since whatever is derived per root (the
 * standings of screening, say) must follow. They cannot be imported from here, so they put themselves on the list
 * where the program is assembled.
 */
import type { Context } from '../../platform/context.ts';

/**
 * @param rootIds every report that was the root of a changed cluster before or after: those that no longer stand for
 * themselves (`rootId` is another's, or withdrawn) are among them, so that what was derived for them can be removed.
 * Called inside the transaction of the change.
 */
export type ClusterListener = (tx: Context, rootIds: number[]) => void;

const listeners = new Set<ClusterListener>();

export function onClusterChanged(listener: ClusterListener): void {
  listeners.add(listener);
}

export function clusterChanged(tx: Context, rootIds: Iterable<number>): void {
  const ids = [...new Set(rootIds)].sort((a, b) => a - b);
  if (ids.length === 0) return;
  for (const listener of listeners) listener(tx, ids);
}
