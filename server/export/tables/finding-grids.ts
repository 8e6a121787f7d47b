/** The findings with everything behind them: as a list for further work, and as the appendix of a written report. */
import { confidenceLevel } from '../../appraisal/notes.ts';
import { matchLine } from '../../coding/page.ts';
import { inWords, pickWords, translate } from '../../platform/i18n.ts';
import { findingAddress, publicationAddress } from '../../synthesis/addresses.ts';
import {
  type Cell,
  type Item,
  numberCell,
  plainCell,
  wordsCell,
} from '../../synthesis/tables/table.ts';
import { type FindingEvidence, findingEvidence, type Witness } from './finding-evidence.ts';
import { type ListContent, type ListRequest, listCell } from './list-content.ts';
import { type NamedGrid, namedGrid, textColumn } from './named-grid.ts';

const witnessColumns = [
  'stance',
  'publication',
  'excerpt',
  'excerpt_kind',
  'page',
  'locator',
  'cited_in',
  'in_text',
] as const;

/** A row for each support and contradiction; a finding that nothing stands behind has one of its own. */
export function findingRows(request: ListRequest): ListContent {
  const { locale, review } = request;
  return {
    columns: [
      ['kind', 'text'],
      ['number', 'number'],
      ['finding', 'text'],
      ['state', 'text'],
      ['themes', 'list'],
      ['confidence', 'text'],
      ...witnessColumns.map((key): [string, 'text'] => [key, 'text']),
    ],
    cells: findingEvidence(request).flatMap(({ finding, confidence, witnesses }) => {
      const own = [
        wordsCell(locale, finding.kind.label),
        numberCell(finding.number),
        wordsCell(locale, finding.statement, findingAddress(review.slug, finding.id)),
        plainCell(translate(locale, `findings.state.${finding.state}`)),
        listCell(finding.themes.map(({ label }) => inWords(locale, label))),
        plainCell(confidence ? confidenceLevel(locale, confidence) : ''),
      ];
      if (witnesses.length === 0) return [[...own, ...witnessColumns.map(() => plainCell(''))]];
      return witnesses.map((witness) => [...own, ...witnessCells(request, witness)]);
    }),
    headerAt: 2,
  };
}

function witnessCells({ locale, review }: ListRequest, witness: Witness): Cell[] {
  const { stance, name, rootId, excerpt } = witness;
  return [
    plainCell(translate(locale, `findings.stance.${stance}`)),
    plainCell(name, publicationAddress(review.slug, rootId)),
    excerpt ? wordsCell(locale, excerpt.text) : plainCell(''),
    plainCell(translate(locale, excerpt ? `excerpt.kind.${excerpt.kind}` : 'list.whole')),
    plainCell(excerpt?.page ?? ''),
    plainCell(excerpt?.locator ?? ''),
    plainCell(excerpt?.citedIn ?? ''),
    plainCell(matchText(witness, locale)),
  ];
}

const matchText = ({ match }: Witness, locale: ListRequest['locale']) =>
  matchLine(locale, match)?.text ?? '';

/** How a line under a finding leads to its row in the appendix: "B12". */
export const evidenceMark = (locale: ListRequest['locale'], { number }: Witness): string =>
  translate(locale, 'delivery.evidence_mark', { number: String(number) });

export function evidenceGrid(request: ListRequest, rows: readonly FindingEvidence[]): NamedGrid {
  const { locale, review } = request;
  // Only quotations are looked for.
  const isMatched = rows.some(({ witnesses }) => witnesses.some(({ match }) => match));
  const column = (key: 'finding' | 'stance' | 'publication' | 'excerpt' | 'locator' | 'in_text') =>
    textColumn(key, translate(locale, `list.column.${key}`));
  return namedGrid(locale, review, {
    title: translate(locale, 'delivery.evidence'),
    columns: [
      textColumn('number', translate(locale, 'list.column.number')),
      column('finding'),
      column('stance'),
      column('publication'),
      column('excerpt'),
      column('locator'),
      ...(isMatched ? [column('in_text')] : []),
    ],
    cells: rows.flatMap(({ finding, witnesses }) =>
      witnesses.map((witness) => [
        plainCell(evidenceMark(locale, witness)),
        plainCell(
          translate(locale, 'delivery.evidence_finding', {
            kind: inWords(locale, finding.kind.label),
            number: String(finding.number),
          }),
          findingAddress(review.slug, finding.id),
        ),
        plainCell(translate(locale, `findings.stance.${witness.stance}`)),
        plainCell(witness.name, publicationAddress(review.slug, witness.rootId)),
        excerptCell(locale, witness),
        placeCell(locale, witness),
        ...(isMatched ? [plainCell(matchText(witness, locale))] : []),
      ]),
    ),
    note: translate(locale, 'delivery.evidence_note'),
  });
}

/** A quotation in the marks of its own language; what is not one says so. */
function excerptCell(locale: ListRequest['locale'], { excerpt }: Witness): Cell {
  const said = (text: string): Item => ({ text, language: null, href: null });
  if (!excerpt) return plainCell(translate(locale, 'list.whole'));
  const { text, locale: language } = pickWords(locale, excerpt.text);
  if (excerpt.kind === 'quotation') {
    const isMarked = /^["“”„«»]/.test(text);
    const quoted = isMarked ? text : translate(language, 'delivery.quotation', { text });
    return wordsCell(locale, { [language]: quoted });
  }
  const restated = wordsCell(locale, excerpt.text);
  const label = translate(locale, 'delivery.restatement');
  return { ...restated, items: [...restated.items, said(label)] };
}

function placeCell(locale: ListRequest['locale'], { excerpt }: Witness): Cell {
  if (!excerpt) return plainCell('');
  const { page, locator, citedIn } = excerpt;
  return listedLines([
    pageText(locale, page),
    locator,
    citedIn && translate(locale, 'excerpt.as_cited_in', { source: citedIn }),
  ]);
}

const listedLines = (texts: string[]): Cell => listCell(texts.filter((text) => text !== ''));

/** Some write "p. 5" themselves. */
export const pageText = (locale: ListRequest['locale'], page: string): string =>
  /^\d/.test(page) ? translate(locale, 'excerpt.on_page', { page }) : page;
