/** What the pages of appraisal may show: the traffic-light tables, the studies to appraise. */
import type { Judgement } from '../../schema/appraisal.ts';
import type { Locale } from '../../schema/columns.ts';
import type { StudyDesign } from '../../schema/extraction.ts';
import { authorsText, publicationLine, type ReviewPlace } from '../coding/page.ts';
import type { Publication } from '../coding/publications.ts';
import { fileLinks } from '../platform/file-formats.ts';
import type { Rights } from '../platform/guards.ts';
import { inWords, translate } from '../platform/i18n.ts';
import type { Standing, Standings } from './appraisals.ts';
import type { Instrument } from './instruments.ts';
import type { Light, TrafficTable } from './traffic.ts';

export type AppraisalPart = 'appraisal' | 'studies' | 'instruments' | 'confidence';

/** The parts that a visitor may open. */
export function appraisalNav(slug: string, current: AppraisalPart, rights: Rights | null) {
  const parts: AppraisalPart[] = rights?.mayReview
    ? ['appraisal', 'studies', 'instruments', 'confidence']
    : ['appraisal', 'confidence'];
  const paths = {
    appraisal: 'appraisal',
    studies: 'appraisal/studies',
    instruments: 'appraisal/instruments',
    confidence: 'confidence',
  };
  return parts.map((part) => ({
    part,
    isCurrent: part === current,
    href: `/reviews/${slug}/${paths[part]}`,
  }));
}

/** A judgement is never told by colour alone: each has a sign of its own, and its word. */
export const signs: Record<Light, string> = { good: '+', some_concern: '!', bad: '×', none: '–' };

/** "Berg 2020": what a row of a table calls a study. */
export function shortLabel(locale: Locale, { authors, year }: Publication): string {
  return translate(locale, 'tables.publication', {
    authors: authorsText(locale, authors),
    year: year === null ? translate(locale, 'tables.no_year') : String(year),
  });
}

export function trafficPage(
  locale: Locale,
  review: ReviewPlace,
  tables: TrafficTable[],
  rights: Rights | null,
) {
  return {
    title: translate(locale, 'appraisal.title'),
    nav: appraisalNav(review.slug, 'appraisal', rights),
    slug: review.slug,
    mayReview: rights?.mayReview ?? false,
    isEmpty: tables.every(({ rows }) => rows.length === 0),
    tables: tables
      .filter(({ rows }) => rows.length > 0)
      .map((table) => trafficView(locale, review.slug, table)),
  };
}

function trafficView(locale: Locale, slug: string, { instrument, questions, rows }: TrafficTable) {
  const path = `/reviews/${slug}/appraisal/${instrument.id}`;
  return {
    id: instrument.id,
    label: instrument.label,
    source: inWords(locale, instrument.source) === '' ? null : instrument.source,
    count: rows.length,
    questions: questions.map(({ text }, at) => ({ number: at + 1, text })),
    rows: rows.map((row) => ({
      label: shortLabel(locale, row.publication),
      href: publicationLine(locale, slug, row.publication).href,
      cells: row.cells.map((cell) => (cell ? { ...cell, sign: signs[cell.light] } : null)),
      overall: { light: row.overall, sign: signs[row.overall] },
      reason: row.reason,
    })),
    svg: `${path}.svg`,
    png: `${path}.png`,
    pdf: `${path}.pdf`,
    files: fileLinks(path),
  };
}

export function trafficJson({ instrument, questions, rows }: TrafficTable) {
  return {
    instrument: {
      id: instrument.id,
      key: instrument.key,
      label: instrument.label,
      source: instrument.source,
      version: instrument.number,
      designs: instrument.designs,
    },
    questions: questions.map(({ key, text }) => ({ key, text })),
    studies: rows.map(({ publication, cells, overall, reason }) => ({
      publication: publication.rootId,
      firstAuthor: publication.firstAuthor,
      year: publication.year,
      title: publication.title,
      answers: Object.fromEntries(
        cells.flatMap((cell, at) => {
          const key = questions[at]?.key;
          if (!cell || !key) return [];
          const { reply, light, comment } = cell;
          return [[key, { reply, judgement: light === 'none' ? null : light, comment }]];
        }),
      ),
      overall,
      reason,
    })),
  };
}

const studyStates = ['none', 'begun', 'waiting', 'compare', 'held'] as const;
export type StudyState = (typeof studyStates)[number];

/** Where a study stands for everybody: who has answered what stays between a blind person and the tool. */
export function studyState(standing: Standing | undefined): StudyState {
  if (!standing) return 'none';
  if (standing.held) return 'held';
  if (standing.isOpen) return 'compare';
  return standing.own.some(({ state }) => state === 'done') ? 'waiting' : 'begun';
}

export function studiesPage(
  locale: Locale,
  review: ReviewPlace,
  read: {
    publications: Publication[];
    instruments: Instrument[];
    standings: Standings;
    designs: ReadonlyMap<number, StudyDesign>;
    isDouble: boolean;
  },
  rights: Rights | null,
) {
  const path = `/reviews/${review.slug}/appraisal`;
  return {
    title: translate(locale, 'appraisal.studies'),
    nav: appraisalNav(review.slug, 'studies', rights),
    slug: review.slug,
    isDouble: read.isDouble,
    hasInstruments: read.instruments.length > 0,
    instruments: read.instruments.map(({ label }) => label),
    publications: read.publications.map((publication) => {
      const { rootId } = publication;
      const design = read.designs.get(rootId) ?? null;
      return {
        label: publicationLine(locale, review.slug, publication).label,
        design,
        items: read.instruments.map(({ id, label, designs }) => {
          const standing = read.standings.get(id)?.get(rootId);
          const own = `${path}/${id}/reports/${rootId}`;
          return {
            label,
            state: studyState(standing),
            overall: (standing?.held?.overall ?? null) as Judgement | null,
            isSuggested: design !== null && designs.includes(design),
            href: own,
            compare: standing?.isOpen ? `${own}/compare` : null,
          };
        }),
      };
    }),
  };
}
