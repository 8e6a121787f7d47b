/** How far two people agree beyond chance: percent, Cohen's kappa, PABAK, Gwet's AC1. Pure. */

/** `table[i][j]`: how often the first said i where the second said j. */
export type Table = readonly (readonly number[])[];

export type Interval = { low: number; high: number };

/**
 * With its standard error and 95 % interval. Null where people agree so fully, or so little, that the formula finds no
 * spread at all: that tells of the formula, which is one for many publications, and not of how sure the value is.
 */
export type Estimate = { value: number } & (
  | ({ error: number } & Interval)
  | { error: null; low: null; high: null }
);

/** Null where a measure is not defined: nothing judged by both, or chance alone agrees always. */
export type Agreement = {
  n: number;
  percent: number | null;
  percentInterval: Interval | null;
  kappa: Estimate | null;
  pabak: Estimate | null;
  ac1: Estimate | null;
};

const z95 = 1.959963984540054;

export function agreementOf(table: Table): Agreement {
  const shares = sharesOf(table);
  const nothing = { percent: null, percentInterval: null, kappa: null, pabak: null, ac1: null };
  if (shares.n === 0) return { n: 0, ...nothing };
  return {
    n: shares.n,
    percent: shares.same,
    percentInterval: wilsonInterval(shares.same, shares.n),
    kappa: kappaOf(shares),
    pabak: pabakOf(shares),
    ac1: ac1Of(shares),
  };
}

type Shares = {
  n: number;
  categories: number;
  cells: number[][];
  first: number[];
  second: number[];
  /** The share of publications on which both said the same. */
  same: number;
};

function sharesOf(table: Table): Shares {
  const n = sum(table.map((row) => sum(row)));
  const cells = table.map((row) => row.map((count) => (n === 0 ? 0 : count / n)));
  const places = cells.map((_, at) => at);
  return {
    n,
    categories: cells.length,
    cells,
    first: cells.map((row) => sum(row)),
    second: places.map((at) => sum(cells.map((row) => row[at] ?? 0))),
    same: sum(places.map((at) => cells[at]?.[at] ?? 0)),
  };
}

/** The standard error is the one of Fleiss, Cohen and Everitt (1969), for confidence intervals. */
function kappaOf({ n, cells, first, second, same }: Shares): Estimate | null {
  const chance = sum(first.map((share, at) => share * (second[at] ?? 0)));
  if (isOne(chance)) return null;
  const kappa = (same - chance) / (1 - chance);
  let variance = 0;
  cells.forEach((row, i) => {
    row.forEach((share, j) => {
      if (i === j) {
        const both = (first[i] ?? 0) + (second[i] ?? 0);
        variance += share * (1 - chance - both * (1 - same)) ** 2;
      } else {
        const crossed = (second[i] ?? 0) + (first[j] ?? 0);
        variance += (1 - same) ** 2 * share * crossed ** 2;
      }
    });
  });
  variance -= (same * chance - 2 * chance + same) ** 2;
  return estimate(kappa, variance / (n * (1 - chance) ** 4));
}

/** Prevalence- and bias-adjusted kappa: chance is the same for every answer (Byrt, Bishop and Carlin 1993). */
function pabakOf({ n, categories, same }: Shares): Estimate | null {
  if (categories < 2) return null;
  const chance = 1 / categories;
  const variance = (same * (1 - same)) / (n * (1 - chance) ** 2);
  return estimate((same - chance) / (1 - chance), variance);
}

/** Gwet (2008), with his variance for an unlimited population of publications. */
function ac1Of({ n, categories, cells, first, second, same }: Shares): Estimate | null {
  if (categories < 2) return null;
  const means = first.map((share, at) => (share + (second[at] ?? 0)) / 2);
  const others = categories - 1;
  const chance = sum(means.map((mean) => mean * (1 - mean))) / others;
  if (isOne(chance)) return null;
  const onSame = sum(means.map((mean, at) => (cells[at]?.[at] ?? 0) * (1 - mean))) / others;
  const onAll =
    sum(
      cells.map((row, i) =>
        sum(row.map((share, j) => share * (1 - ((means[i] ?? 0) + (means[j] ?? 0)) / 2) ** 2)),
      ),
    ) /
    others ** 2;
  const ac1 = (same - chance) / (1 - chance);
  const variance =
    same * (1 - same) -
    4 * (1 - ac1) * (onSame - same * chance) +
    4 * (1 - ac1) ** 2 * (onAll - chance ** 2);
  return estimate(ac1, variance / (n * (1 - chance) ** 2));
}

/** Wilson's score interval (1927), which says how little is known also where all or none agree. */
export function wilsonInterval(share: number, n: number): Interval {
  const z2 = z95 ** 2;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n ** 2))) / (1 + z2 / n);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function estimate(value: number, variance: number): Estimate {
  if (variance < 1e-15) return { value, error: null, low: null, high: null };
  const error = Math.sqrt(variance);
  return {
    value,
    error,
    low: Math.max(-1, value - z95 * error),
    high: Math.min(1, value + z95 * error),
  };
}

const isOne = (share: number) => 1 - share < 1e-12;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
