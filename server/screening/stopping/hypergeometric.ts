/**
 * How surprising it would be to have found so little lately if much were left: the test of Callaghan and
 * Müller-Hansen (2020, 10.1186/s13643-020-01521-4). Pure.
 */

/** More starting points than these are not tried: fewer can only make the p-value larger. */
const startsMax = 1000;
/** For what is tried again and again, and need not be exact. */
const roughStarts = 100;

/**
 * The null hypothesis is that less than `target` of everything relevant has been found. At each point of the history
 * what was not yet screened is an urn; were the null hypothesis true, so many relevant ones would be in it, and
 * drawing no more of them than were found since has this probability. The smallest over all points is the p-value:
 * valid as long as the order was no worse than chance.
 *
 * @param history what was screened, in order: true where it was relevant.
 * @param total how many there are to screen in all.
 */
export function rankedP(
  history: readonly boolean[],
  total: number,
  target: number,
  starts = startsMax,
): number {
  const step = Math.max(1, Math.ceil(history.length / starts));
  const found = countTrue(history, 0, history.length);
  let [smallest, before] = [1, 0];
  for (let start = 0; start < history.length; start += step) {
    const size = { total, target, screened: history.length, found };
    smallest = Math.min(smallest, pOfUrn(size, start, before));
    before += countTrue(history, start, Math.min(start + step, history.length));
  }
  return smallest;
}

/**
 * How many more would have to be screened, without a relevant one among them, for the p-value to become small enough:
 * rather too many than too few. 0 when it is already.
 */
export function blanksNeeded(
  history: readonly boolean[],
  total: number,
  target: number,
  alpha: number,
): number {
  const isEnough = (blanks: number) => {
    const longer = [...history, ...new Array<boolean>(blanks).fill(false)];
    return rankedP(longer, total, target, roughStarts) < alpha;
  };
  if (rankedP(history, total, target) < alpha) return 0;
  // The more blanks, the smaller p; with nothing left it is 0.
  let [tooFew, enough] = [0, total - history.length];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** The same for what was drawn at random from a point on: exact, not only cautious. */
export function pFrom(
  history: readonly boolean[],
  total: number,
  target: number,
  start: number,
): number {
  const before = countTrue(history, 0, start);
  const found = before + countTrue(history, start, history.length);
  return pOfUrn({ total, target, screened: history.length, found }, start, before);
}

type Screened = { total: number; target: number; screened: number; found: number };

function pOfUrn({ total, target, screened, found }: Screened, start: number, before: number) {
  // The fewest relevant ones that the urn must have held for the target to be missed.
  const hidden = Math.floor(found / target + 1e-9) - before + 1;
  return atMost(found - before, total - start, hidden, screened - start);
}

/** P(X <= found) when `drawn` are taken from an urn of `size` with `relevant` relevant ones in it. */
export function atMost(found: number, size: number, relevant: number, drawn: number): number {
  // Such an urn cannot be: too many relevant ones, or more drawn without one than it has others.
  if (relevant > size || drawn - (size - relevant) > found) return 0;
  const logAll = logChoose(size, drawn);
  let sum = 0;
  for (let each = Math.max(0, drawn - (size - relevant)); each <= found; each += 1) {
    if (each > relevant || each > drawn) break;
    sum += Math.exp(logChoose(relevant, each) + logChoose(size - relevant, drawn - each) - logAll);
  }
  return Math.min(1, sum);
}

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
}

const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

function countTrue(history: readonly boolean[], from: number, until: number): number {
  let count = 0;
  for (let at = from; at < until; at += 1) if (history[at]) count += 1;
  return count;
}
