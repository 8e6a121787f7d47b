/** How far coders agree, as pure functions: Cohen's kappa for two, Krippendorff's alpha for any number and with gaps. */

/** Two coders on the same things, each saying one of several things of each. Null when there is nothing to compare. */
function cohensKappa<T>(pairs: readonly (readonly [T, T])[]): number | null {
  if (pairs.length === 0) return null;
  const said = new Set(pairs.flat());
  const share = (at: 0 | 1, value: T) =>
    pairs.filter((pair) => pair[at] === value).length / pairs.length;
  const observed = pairs.filter(([one, other]) => one === other).length / pairs.length;
  let expected = 0;
  for (const value of said) expected += share(0, value) * share(1, value);
  // Both say one and the same of everything: no chance to disagree, nothing measured.
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/**
 * Krippendorff's alpha for names (nominal), from units with what each coder said of them; null: said nothing.
 * Units that fewer than two coders judged count for nothing. Null when nothing can vary.
 */
export function krippendorffsAlpha<T>(units: readonly (readonly (T | null)[])[]): number | null {
  const judged = units
    .map((unit) => unit.filter((value): value is T => value !== null))
    .filter((unit) => unit.length > 1);
  const totals = new Map<T, number>();
  let disagreement = 0;
  for (const unit of judged) {
    const counts = new Map<T, number>();
    for (const value of unit) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count);
      disagreement += (count * (unit.length - count)) / (unit.length - 1);
    }
  }
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const chance = [...totals.values()].reduce((sum, count) => sum + count * (all - count), 0);
  return chance === 0 ? null : 1 - ((all - 1) * disagreement) / chance;
}

export type Agreement = {
  /** Things that both judged. */
  units: number;
  /** Of both saying yes, one or the other, neither. */
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
  observed: number | null;
  kappa: number | null;
  alpha: number | null;
};

/** Agreement on whether something applies. */
export function agreementOf(pairs: readonly (readonly [boolean, boolean])[]): Agreement {
  const count = (one: boolean, other: boolean) =>
    pairs.filter((pair) => pair[0] === one && pair[1] === other).length;
  const [both, neither] = [count(true, true), count(false, false)];
  return {
    units: pairs.length,
    both,
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither,
    observed: pairs.length === 0 ? null : (both + neither) / pairs.length,
    kappa: cohensKappa(pairs),
    alpha: krippendorffsAlpha(pairs),
  };
}
