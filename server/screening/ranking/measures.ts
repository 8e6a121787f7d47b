/** How good an order was: what a simulation of screening is judged by. */

export type Measures = {
  /** Work saved over sampling at 95 % recall; from about -0.05 to 0.95. */
  wss95: number;
  /** The share of what is relevant that was found in the first tenth. */
  rrf10: number;
  /** The mean rank of what is relevant, as a share of all. */
  atd: number;
  /** The area lost to the best possible order, from 0 to 1 (ASReview's). */
  loss: number;
};

/**
 * @param ranks the ranks (from 1) at which the relevant were found, rising, without what was known beforehand.
 * @param total how many records there were to rank.
 */
export function measuresOf(ranks: readonly number[], total: number): Measures {
  const relevant = ranks.length;
  if (relevant === 0 || total === 0) return { wss95: 0, rrf10: 0, atd: 0, loss: 0 };
  const needed = Math.ceil(relevant * 0.95 - 1e-9);
  const at95 = ranks[needed - 1] ?? total;
  const first = Math.floor(total / 10);
  const found = ranks.filter((rank) => rank <= first).length;
  const sum = ranks.reduce((all, rank) => all + rank, 0);
  return {
    wss95: (total - at95) / total - 0.05,
    rrf10: found / relevant,
    atd: sum / relevant / total,
    loss: lossOf(sum, relevant, total),
  };
}

/** Each relevant record at rank r adds (total - r + 1) to the area under the curve. */
function lossOf(sum: number, relevant: number, total: number): number {
  if (relevant === total) return 0;
  const area = relevant * (total + 1) - sum;
  const best = relevant * (total - (relevant - 1) / 2);
  return (best - area) / (relevant * (total - relevant));
}
