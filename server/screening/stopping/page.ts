/** What the page about stopping may show: what is known, what the test says, what going on would cost. */
import type { Locale } from '../../../schema/columns.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import type { ReviewRow } from '../../platform/guards.ts';
import { tags, translate } from '../../platform/i18n.ts';
import { pOf, type StoppingDecision, stoppingRules } from './decisions.ts';
import type { History } from './history.ts';
import { blanksNeeded } from './hypergeometric.ts';

export type StoppingData = {
  history: History;
  target: number;
  confidence: number;
  reason: string;
  decisions: StoppingDecision[];
  secondsPerAnswer: number | null;
  reviewers: number;
  problems: Problem[];
};

/** What is known, for the page and for programs. */
export function stoppingFacts(data: Omit<StoppingData, 'problems' | 'reason' | 'decisions'>) {
  const { history, target, confidence, secondsPerAnswer, reviewers } = data;
  const found = history.kept.filter(Boolean).length;
  const seconds =
    secondsPerAnswer === null ? null : secondsPerAnswer * history.unscreened * reviewers;
  return {
    screened: history.kept.length,
    found,
    begun: history.begun,
    left: history.unscreened,
    total: history.total,
    target,
    confidence,
    alpha: 1 - confidence,
    ranked: pOf('ranked', history, target),
    random: pOf('random', history, target),
    blanksNeeded: blanksNeeded(history.kept, history.total, target, 1 - confidence),
    hoursLeft: seconds === null ? null : seconds / 3600,
    sinceLast: history.kept.length - 1 - history.kept.lastIndexOf(true),
    curve: curveOf(history.kept),
  };
}

export function stoppingPage(
  { locale, review }: { locale: Locale; review: ReviewRow },
  data: StoppingData,
) {
  const facts = stoppingFacts(data);
  const { alpha, ranked, random, hoursLeft } = facts;
  const [last] = data.decisions;
  const verdict = (p: number | null) =>
    p === null ? null : { p: shownP(locale, p), isReached: p < alpha };
  return {
    title: translate(locale, 'stopping.title'),
    slug: review.slug,
    path: `/reviews/${review.slug}/screening/stopping`,
    facts,
    targetPercent: round(data.target * 100),
    confidencePercent: round(data.confidence * 100),
    ranked: verdict(ranked),
    random: verdict(random),
    hours: hoursLeft === null ? null : Math.max(1, Math.round(hoursLeft)),
    isStopped: last?.kind === 'stop',
    hasLeft: facts.left > 0,
    figure: figureOf(facts),
    curveRows: facts.curve,
    rules: stoppingRules.map((value) => ({ value, isChosen: value === 'ranked' })),
    reason: data.reason,
    decisions: data.decisions.map((decision) => ({
      kind: decision.kind,
      at: decision.at,
      person: decision.person ?? '',
      reason: decision.reason,
      rule: decision.rule || null,
      p: typeof decision.parameters.p === 'number' ? shownP(locale, decision.parameters.p) : null,
      target: Number(decision.parameters.target ?? 0),
      left: Number(decision.parameters.left ?? 0),
    })),
    problems: problemsByField(data.problems, ['', 'target', 'confidence', 'reason']),
  };
}

type Point = { screened: number; found: number };
const pointsMax = 20;

/** How many had been kept after so many were screened, at equal steps and at the end. */
function curveOf(kept: readonly boolean[]): Point[] {
  const step = Math.max(1, Math.ceil(kept.length / pointsMax));
  const points: Point[] = [{ screened: 0, found: 0 }];
  let found = 0;
  kept.forEach((isKept, at) => {
    if (isKept) found += 1;
    const screened = at + 1;
    if (screened % step === 0 || screened === kept.length) points.push({ screened, found });
  });
  return points;
}

const size = { width: 480, height: 240, left: 44, right: 8, top: 8, bottom: 32 };

/** Places in the drawing; the table beside it says the same in numbers. */
function figureOf({ curve, total, found }: ReturnType<typeof stoppingFacts>) {
  const { width, height, left, right, top, bottom } = size;
  const x = (screened: number) =>
    round(left + (screened / Math.max(1, total)) * (width - left - right));
  const y = (count: number) =>
    round(height - bottom - (count / Math.max(1, found)) * (height - top - bottom));
  return {
    width,
    height,
    path: curve
      .map((point, at) => `${at ? 'L' : 'M'}${x(point.screened)} ${y(point.found)}`)
      .join(''),
    axis: `M${left} ${top}V${height - bottom}H${width - right}`,
    total,
    found,
    right: width - right,
    base: height - 10,
    left,
    top: top + 12,
    labelAt: left - 6,
    zeroAt: height - bottom,
  };
}

function shownP(locale: Locale, p: number): string {
  const [key, value] =
    p < 0.001 ? (['stopping.p_below', 0.001] as const) : (['stopping.p', p] as const);
  const written = new Intl.NumberFormat(tags[locale], { maximumSignificantDigits: 2 }).format(
    value,
  );
  return translate(locale, key, { p: written });
}

const round = (value: number) => Math.round(value * 10) / 10;
