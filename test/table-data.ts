/** A small review with something in every summary table, written straight into the tables. */
import type { Reference } from '../import/reference.ts';
import {
  aim,
  aspect,
  aspectCell,
  code,
  codebook,
  countryLink,
  studyCase,
} from '../schema/coding.ts';
import { finding, findingKind, findingTheme, support } from '../schema/findings.ts';
import { report } from '../schema/records.ts';
import { standing } from '../schema/screening.ts';
import { indicator, indicatorGroup, indicatorValue } from '../schema/synthesis.ts';
import type { Connection } from '../server/db.ts';
import { addPerson, addReview, now } from './helpers.ts';

const at = now.toISOString();
/** What must never be run as a formula, nor be taken for markup. */
export const awkward = '=HYPERLINK("x") & <b>Åse</b>; "quoted"\u0007';

export type Told = { slug: string; id: number; personId: number; reportIds: number[] };

export function tellTables(db: Connection): Told {
  const { personId } = addPerson(db, 'Astrid');
  const { id, slug } = addReview(db, [[{ personId }, 'owner']], { publishedAt: at });
  const reportIds = [
    addReport(db, id, 'Care together', ['Scheele'], 2019, ['DK']),
    addReport(db, id, awkward, ['Ålander', 'Berg', 'Dahl'], 2021, ['NO', 'SE']),
    addReport(db, id, 'Volunteers', ['Berg', 'Öst'], null, ['SE']),
  ];
  const told = { slug, id, personId, reportIds };
  tellFindings(db, told);
  tellAspects(db, told);
  tellIndicators(db, told);
  return told;
}

function addReport(
  db: Connection,
  reviewId: number,
  title: string,
  families: string[],
  year: number | null,
  countries: string[],
): number {
  const authors = families.map((family) => ({ family, given: 'A.' }));
  const reference: Reference = { type: 'article-journal', title, authors };
  const { id } = db
    .insert(report)
    .values({ reviewId, reference, title, year, firstAuthor: families[0] ?? '' })
    .returning()
    .get();
  db.$client.prepare('update report set root_id = ? where id = ?').run(id, id);
  db.insert(standing).values({ reportId: id, stage: 'title_abstract', state: 'passed' }).run();
  db.insert(standing).values({ reportId: id, stage: 'full_text', state: 'passed' }).run();
  for (const country of countries)
    db.insert(countryLink).values({ reportId: id, country, personId: 1 }).run();
  const text = { en: `The aim of ${title}`, sv: `Syftet med ${title}` };
  db.insert(aim).values({ reportId: id, text, personId: 1, at }).run();
  return id;
}

function tellFindings(db: Connection, { id: reviewId, personId, reportIds }: Told) {
  const [factor, barrier] = [
    { key: 'success_factor', label: { en: 'Success factor', sv: 'Framgångsfaktor' } },
    { key: 'risk_or_barrier', label: { en: 'Risk or barrier', sv: 'Risk eller hinder' } },
  ].map((kind, position) =>
    db
      .insert(findingKind)
      .values({ reviewId, position, ...kind })
      .returning()
      .get(),
  );
  const book = db
    .insert(codebook)
    .values({ reviewId, key: 'themes', kind: 'tree', label: { en: 'Themes' } })
    .returning()
    .get();
  const [governance, trust] = ['governance', 'trust'].map((key, position) =>
    db
      .insert(code)
      .values({ codebookId: book.id, key, label: { en: `Theme ${key}` }, position })
      .returning()
      .get(),
  );
  const add = (
    kind: typeof factor,
    number: number,
    state: 'draft' | 'final',
    themes: (typeof trust)[],
    supports: number[],
  ) => {
    const { id } = db
      .insert(finding)
      .values({
        reviewId,
        kindId: kind?.id ?? 0,
        key: `${kind?.key}-${number}`,
        number,
        statement: { en: `${kind?.label.en} ${number}`, sv: `${kind?.label.sv} ${number}` },
        state,
        createdBy: personId,
      })
      .returning()
      .get();
    for (const theme of themes)
      db.insert(findingTheme)
        .values({ findingId: id, codeId: theme?.id ?? 0 })
        .run();
    for (const at of supports)
      db.insert(support)
        .values({ findingId: id, reportId: reportIds[at] ?? 0, stance: 'supports', personId })
        .run();
    return id;
  };
  add(factor, 1, 'final', [governance, trust], [0, 1]);
  add(factor, 2, 'final', [trust], [0]);
  const contested = add(barrier, 1, 'final', [governance], [2]);
  add(barrier, 2, 'draft', [], []);
  db.insert(support)
    .values({ findingId: contested, reportId: reportIds[1] ?? 0, stance: 'contradicts', personId })
    .run();
}

function tellAspects(db: Connection, { id: reviewId, personId, reportIds }: Told) {
  const addAspect = (scope: 'case' | 'country', key: string, position: number) =>
    db
      .insert(aspect)
      .values({ reviewId, scope, key, label: { en: `Aspect ${key}` }, position, source: 'Table 3' })
      .returning()
      .get().id;
  const definition = addAspect('country', 'definition', 1);
  for (const [country, text] of [
    ['SE', { en: 'Family care', sv: 'Familjeomsorg' }],
    ['NO', { en: 'Care by family\nVoluntary help' }],
  ] as const)
    db.insert(aspectCell).values({ aspectId: definition, country, text, personId, at }).run();
  addAspect('country', 'policy', 2);
  const inhabitants = addAspect('case', 'inhabitants', 1);
  const initiator = addAspect('case', 'initiator', 2);
  for (const [position, label] of ['Alta', 'Tromsø'].entries()) {
    const { id: caseId } = db
      .insert(studyCase)
      .values({
        reviewId,
        reportId: reportIds[0] ?? 0,
        key: label.toLowerCase(),
        label,
        country: 'NO',
        position,
      })
      .returning()
      .get();
    const number = position === 0 ? 19_282 : 69_116;
    db.insert(aspectCell).values({ aspectId: inhabitants, caseId, number, personId, at }).run();
    if (position === 0)
      db.insert(aspectCell)
        .values({ aspectId: initiator, caseId, text: { nb: 'Kommunen' }, personId, at })
        .run();
  }
}

function tellIndicators(db: Connection, { id: reviewId }: Told) {
  const help = db
    .insert(indicator)
    .values({
      reviewId,
      key: 'informal-help',
      label: { en: 'Informal help', sv: 'Informell hjälp' },
      unit: { en: '% of people' },
      source: 'Aytar 2022, Table 2',
      position: 1,
    })
    .returning()
    .get();
  const group = db
    .insert(indicatorGroup)
    .values({
      indicatorId: help.id,
      key: 'all',
      label: { en: 'All' },
      position: 1,
      change: '+17',
      isSignificant: true,
    })
    .returning()
    .get();
  for (const [year, value] of [
    [1992, 28],
    [1998, null],
    [2009, 45.5],
  ] as const)
    db.insert(indicatorValue).values({ groupId: group.id, year, value }).run();
}
