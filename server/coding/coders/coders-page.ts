/** What the pages of two coders may show. */
import type { Locale } from '../../../schema/columns.ts';
import { fileLinks } from '../../platform/file-formats.ts';
import { type Problem, problemsByField } from '../../platform/forms.ts';
import { translate, twoDecimals } from '../../platform/i18n.ts';
import { codingNav, publicationLine, type ReviewPlace } from '../page.ts';
import type { Publication } from '../publications.ts';
import type { Agreement } from './agreement.ts';
import type { CodeAgreement, comparisonOf, Pairing } from './double-coding.ts';

const pairingStates = ['none', 'one', 'both', 'compared', 'agreed'] as const;
export type PairingState = (typeof pairingStates)[number];

function pairingState({ coders, isOpen, consensus }: Pairing): PairingState {
  if (consensus) return 'agreed';
  if (isOpen) return 'compared';
  if (coders.length === 0) return 'none';
  return coders.length === 1 ? 'one' : 'both';
}

export function agreementPage(
  locale: Locale,
  review: ReviewPlace,
  data: {
    coders: 1 | 2;
    mayOwn: boolean;
    found: CodeAgreement;
    publications: { publication: Publication; pairing: Pairing }[];
  },
) {
  const { found } = data;
  const path = `/reviews/${review.slug}/coding`;
  return {
    title: translate(locale, 'coders.title'),
    nav: codingNav(review.slug, 'agreement'),
    action: `${path}/coders`,
    files: fileLinks(`${path}/agreement`),
    mayOwn: data.mayOwn,
    isDouble: data.coders === 2,
    count: found.publications,
    overall: figures(locale, found.overall),
    codes: found.codes.map((row) => ({
      label: row.label,
      codebook: row.codebook,
      ...figures(locale, row),
    })),
    publications: data.publications.map(({ publication, pairing }) => {
      const desk = `${path}/reports/${publication.rootId}`;
      const state = pairingState(pairing);
      return {
        ...publicationLine(locale, review.slug, publication),
        desk,
        state,
        compare: pairing.isOpen ? `${desk}/compare` : null,
      };
    }),
  };
}

function figures(
  locale: Locale,
  { units, both, onlyFirst, onlySecond, neither, ...row }: Agreement,
) {
  const inDigits = (value: number | null) => (value === null ? null : twoDecimals(locale, value));
  return {
    units,
    both,
    oneOnly: onlyFirst + onlySecond,
    neither,
    observed: row.observed,
    hasObserved: row.observed !== null,
    kappa: inDigits(row.kappa),
    alpha: inDigits(row.alpha),
  };
}

export function comparisonPage(
  locale: Locale,
  review: ReviewPlace,
  { publication, found }: { publication: Publication; found: ReturnType<typeof comparisonOf> },
  problems: Problem[],
) {
  const desk = `/reviews/${review.slug}/coding/reports/${publication.rootId}`;
  const { consensus } = found.pairing;
  return {
    title: translate(locale, 'coders.compare_title'),
    nav: codingNav(review.slug, 'agreement'),
    publication: { label: publicationLine(locale, review.slug, publication).label, desk },
    action: `${desk}/compare`,
    names: found.coders.map((coder) => coder?.name ?? ''),
    isAgreed: consensus !== null,
    note: consensus?.note ?? '',
    lines: found.lines.map((line) => ({
      codeId: line.codeId,
      label: line.label,
      codebook: line.codebook,
      said: [line.first, line.second].map((mark) => ({
        applies: mark !== null,
        locator: mark?.locator ?? '',
      })),
      isDifferent: (line.first === null) !== (line.second === null),
      // Where both say the same, that is what is proposed; where they differ, people choose.
      isChosen: consensus ? line.isAgreed : line.first !== null && line.second !== null,
    })),
    problems: problemsByField(problems, ['', 'codeIds']),
  };
}
