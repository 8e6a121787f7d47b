/**
 * The support vector machine of `svm.ts` for answers that come one at a time about very many texts: how alike they are
 * is too much to keep, so it keeps what each column adds, and scores with each answer only the rows that may come next.
 */
import type { Matrix } from './features.ts';
import { type Answer, type Costs, costOf, scoreOf } from './svm.ts';

export type LazySvm = {
  /** @param known everything answered so far; what is new stands last. */
  learn(known: readonly Answer[], costs: Costs): void;
  /** Of the rows that are open the likeliest relevant, as far as it was scored. Below 0 when none is open. */
  likeliest(open: Uint8Array): number;
};

/** So many of those known before are looked at again with each new answer, in turn: one answer moves little. */
const lookedAgain = 400;
const tolerance = 0.02;
/** While there are no more, all are gone through until none is far from where it should be. */
const passesMax = 20;
/**
 * After a twentieth more answers, or so many, all that is open is scored; between, only those that then stood first.
 */
const answersBetween = 50;
const first = 1000;

export function newLazySvm(matrix: Matrix): LazySvm {
  const { rows, starts, columnOf, values, alone } = matrix;
  const weights = new Float64Array(matrix.columns);
  const alphas = new Float64Array(rows);
  const scores = new Float64Array(rows);
  let candidates: number[] = [];
  let answered = 0;
  let answeredThen = 0;
  let offset = 0;
  let turn = 0;

  /** @returns whether it had to be moved. */
  function correct(answer: Answer, costs: Costs): boolean {
    const { row, value } = answer;
    const sign = value > 0 ? 1 : -1;
    const slack = 1 / (2 * costOf(answer, costs));
    const alpha = alphas[row] ?? 0;
    // What a row has alone counts for nothing but itself.
    const own = alpha * sign * (alone[row] ?? 0);
    const gradient = sign * (scoreOf(matrix, row, weights) + offset + own) - 1 + alpha * slack;
    const distance = alpha === 0 ? Math.min(gradient, 0) : gradient;
    if (Math.abs(distance) < tolerance) return false;
    const next = Math.max(alpha - gradient / (2 + slack), 0);
    alphas[row] = next;
    const step = (next - alpha) * sign;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const column = columnOf[at] ?? 0;
      weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0);
    }
    offset += step;
    return true;
  }

  function correctSome(known: readonly Answer[], costs: Costs): void {
    for (let count = 0; count < lookedAgain; count += 1) {
      const answer = known[(turn + count) % known.length];
      if (answer) correct(answer, costs);
    }
    turn = (turn + lookedAgain) % known.length;
  }

  function correctAll(known: readonly Answer[], costs: Costs): void {
    for (let pass = 0; pass < passesMax; pass += 1) {
      let isMoved = false;
      for (const answer of known) if (correct(answer, costs)) isMoved = true;
      if (!isMoved) return;
    }
  }

  /** Scores all that is open. @returns what stands first, in the order of the rows. */
  function chosenAnew(open: Uint8Array): number[] {
    const left: number[] = [];
    for (let row = 0; row < rows; row += 1) {
      if (open[row] === 0) continue;
      scores[row] = scoreOf(matrix, row, weights);
      left.push(row);
    }
    const score = (row: number) => scores[row] ?? 0;
    left.sort((one, other) => score(other) - score(one) || one - other);
    return left.slice(0, first).sort((one, other) => one - other);
  }

  return {
    learn(known, costs) {
      const newest = known.at(-1);
      if (newest) correct(newest, costs);
      if (known.length > lookedAgain) correctSome(known, costs);
      else correctAll(known, costs);
      answered = known.length;
    },
    likeliest(open) {
      candidates = candidates.filter((row) => open[row] === 1);
      const between = Math.min(answersBetween, answeredThen / 20);
      if (answered - answeredThen > between || candidates.length === 0) {
        candidates = chosenAnew(open);
        answeredThen = answered;
      } else for (const row of candidates) scores[row] = scoreOf(matrix, row, weights);
      let best = candidates[0] ?? -1;
      for (const row of candidates) if ((scores[row] ?? 0) > (scores[best] ?? 0)) best = row;
      return best;
    },
  };
}
