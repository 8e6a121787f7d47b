/** What the pages of confidence may show. */
import {
  type ConfidenceComponent,
  concernLevels,
  confidenceComponents,
  confidenceLevels,
} from '../../schema/appraisal.ts';
import type { Locale } from '../../schema/columns.ts';
import { typedText } from '../coding/http.ts';
import { publicationLine, type ReviewPlace } from '../coding/page.ts';
import type { findingWithSupport } from '../findings/findings.ts';
import { fileLinks, gridLinks } from '../platform/file-formats.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import type { Rights } from '../platform/guards.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { typedWords, wordsInput } from '../platform/words-form.ts';
import type { Standings } from './appraisals.ts';
import type { Changes, Confidence, confidenceHistory } from './confidence.ts';
import type { Instrument } from './instruments.ts';
import { levelMeanings, studyName } from './notes.ts';
import { appraisalNav, signs } from './page.ts';
import type { SummaryRow } from './summary.ts';

export function summaryPage(
  locale: Locale,
  review: ReviewPlace,
  rows: SummaryRow[],
  rights: Rights | null,
) {
  const path = `/reviews/${review.slug}`;
  const mayReview = rights?.mayReview ?? false;
  const judged = rows.filter(({ confidence }) => confidence !== null).length;
  return {
    title: translate(locale, 'confidence.summary'),
    nav: appraisalNav(review.slug, 'confidence', rights),
    files: fileLinks(`${path}/confidence`),
    mayReview,
    count: rows.length,
    judged,
    stale: rows.filter(({ confidence }) => confidence?.isStale).length,
    isEmpty: rows.length === 0 || (judged === 0 && !mayReview),
    profile: gridLinks(`${path}/confidence-profile`),
    meanings: levelMeanings(locale),
    rows: rows.map(({ finding, confidence, publications, contradicting }) => ({
      number: finding.number,
      kind: finding.kind.label,
      statement: finding.statement,
      isDraft: finding.state === 'draft',
      href: `${path}/findings/${finding.id}`,
      judge: mayReview ? `${path}/findings/${finding.id}/confidence` : null,
      confidence: confidence && confidenceView(locale, confidence),
      publications: publications.map((publication) => ({
        label: studyName(locale, { finding, contradicting }, publication),
        href: publicationLine(locale, review.slug, publication).href,
      })),
    })),
  };
}

/** A judgement as readers see it, on the finding's own page too. */
export function confidenceView(locale: Locale, confidence: Confidence) {
  return {
    level: confidence.level,
    explanation: confidence.explanation,
    isStale: confidence.isStale,
    changes: confidence.isStale ? changeLines(locale, confidence.changes) : [],
    at: confidence.at,
    components: confidenceComponents.map((component) => {
      const { concern, reason } = confidence.components[component];
      return { component, concern, reason: inWords(locale, reason) === '' ? null : reason };
    }),
  };
}

function changeLines(locale: Locale, changes: Changes): string[] {
  return [
    changes.statement ? translate(locale, 'confidence.changed_statement') : '',
    changes.supportsAdded > 0
      ? translate(locale, 'confidence.changed_added', { count: changes.supportsAdded })
      : '',
    changes.supportsRemoved > 0
      ? translate(locale, 'confidence.changed_removed', { count: changes.supportsRemoved })
      : '',
    changes.appraisals > 0
      ? translate(locale, 'confidence.changed_appraisals', { count: changes.appraisals })
      : '',
  ].filter((line) => line !== '');
}

export const summaryJson = (rows: SummaryRow[]) => ({
  findings: rows.map(({ finding, confidence, publications, contradicting }) => ({
    id: finding.id,
    key: finding.key,
    kind: finding.kind.key,
    number: finding.number,
    statement: finding.statement,
    state: finding.state,
    confidence: confidence && judgementJson(confidence),
    publications: publications.map(({ rootId, firstAuthor, year, title }) => ({
      id: rootId,
      firstAuthor,
      year,
      title,
      contradicts: contradicting.has(rootId),
    })),
  })),
});

const judgementJson = ({ level, explanation, components, at, isStale, changes }: Confidence) => ({
  level,
  explanation,
  components,
  at,
  isStale,
  changes,
});

type History = NonNullable<ReturnType<ReturnType<typeof confidenceHistory>['get']>>;

export const confidenceJson = (current: Confidence | null, history: History) => ({
  current: current && judgementJson(current),
  history: history.map(({ level, explanation, components, name, at }) => ({
    level,
    explanation,
    components,
    person: name,
    at,
  })),
});

export function judgePage(
  locale: Locale,
  review: ReviewPlace,
  read: {
    finding: NonNullable<ReturnType<typeof findingWithSupport>>;
    current: Confidence | null;
    history: History;
    instruments: Instrument[];
    standings: Standings;
  },
  { problems, typed, rights }: { problems: Problem[]; typed: unknown; rights: Rights | null },
) {
  const { finding, current, history } = read;
  const path = `/reviews/${review.slug}/findings/${finding.id}`;
  const level = typed ? typedText(typed, 'level') : (current?.level ?? '');
  const explanation = typed ? typedWords(typed, 'explanation') : (current?.explanation ?? {});
  return {
    title: translate(locale, 'confidence.judge'),
    nav: appraisalNav(review.slug, 'confidence', rights),
    statement: finding.statement,
    finding: path,
    edit: `${path}/edit`,
    action: `${path}/confidence`,
    json: `${path}/confidence.json`,
    isSupported: finding.supports.length > 0,
    studies: studiesBehind(locale, review.slug, read),
    current: current && { ...confidenceView(locale, current), name: current.name },
    components: confidenceComponents.map((component) =>
      componentPart(locale, component, current, typed, problems),
    ),
    levels: confidenceLevels.map((each) => ({ level: each, isChosen: each === level })),
    explanation: wordsInput(locale, explanation),
    earlier: history
      .slice(0, -1)
      .toReversed()
      .map((row) => ({
        level: row.level,
        explanation: row.explanation,
        name: row.name,
        at: row.at,
      })),
    problems: problemsByField(problems, ['', 'level', 'explanation']),
  };
}

function componentPart(
  locale: Locale,
  component: ConfidenceComponent,
  current: Confidence | null,
  typed: unknown,
  problems: Problem[],
) {
  const held = current?.components[component];
  const concern = typed ? typedText(typed, component) : (held?.concern ?? '');
  const reason = typed ? typedWords(typed, `reason_${component}`) : (held?.reason ?? {});
  return {
    component,
    name: `reason_${component}`,
    concerns: concernLevels.map((each) => ({ concern: each, isChosen: each === concern })),
    reason: wordsInput(locale, reason),
    problem: problems.find(({ field }) => field === component)?.message ?? null,
  };
}

/** The studies behind a finding with what their appraisals said: what the first component is judged by. */
function studiesBehind(
  locale: Locale,
  slug: string,
  { finding, instruments, standings }: Parameters<typeof judgePage>[2],
) {
  const rows = [...finding.supports, ...finding.contradicts];
  const once = new Map(rows.map((row) => [row.rootId, row.publication]));
  return [...once].map(([rootId, publication]) => ({
    label: publicationLine(locale, slug, publication).label,
    href: publicationLine(locale, slug, publication).href,
    excerpts: rows.filter((row) => row.rootId === rootId && row.excerpt !== null).length,
    appraisals: instruments.flatMap(({ id, label }) => {
      const held = standings.get(id)?.get(rootId)?.held;
      if (!held?.overall) return [];
      return [{ label, light: held.overall, sign: signs[held.overall], reason: held.reason }];
    }),
  }));
}
