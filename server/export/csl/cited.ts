/** Lists of references as they are asked for: remembered while nothing has changed, made aside when they are long. */
import { createHash } from 'node:crypto';
import type { WritableReference } from '../../../import/formats/format.ts';
import { notFound } from '../../errors.ts';
import { inThread } from '../threads.ts';
import { type Bibliography, type Citing, cite } from './bibliography.ts';
import { itemOf } from './items.ts';
import { styleInfo } from './styles.ts';

/** More references than this would keep the web thread from its work. */
const inlineMax = 25;
const rememberedMax = 40;
const remembered = new Map<string, Bibliography>();

/** @throws NOT_FOUND for a style that there is not. */
export async function citedReferences(
  references: WritableReference[],
  citing: Citing,
): Promise<Bibliography> {
  if (!styleInfo(citing.style)) throw notFound();
  const items = references.map((reference, at) =>
    itemOf(String(reference.id ?? at + 1), reference),
  );
  const key = createHash('sha256').update(JSON.stringify({ items, citing })).digest('hex');
  const known = remembered.get(key);
  if (known) return known;
  const made =
    items.length > inlineMax
      ? await inThread<Bibliography>('csl/thread', { items, citing })
      : cite(items, citing);
  const [oldest] = remembered.keys();
  if (oldest !== undefined && remembered.size >= rememberedMax) remembered.delete(oldest);
  remembered.set(key, made);
  return made;
}
