/** What the page of one publication may show: every value with its source, every record as it came, every link. */
import type { Locale } from '../../../schema/columns.ts';
import { relations } from '../../../schema/related.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import { printField } from '../duplicates/compare-fields.ts';
import type { linksOfCluster } from '../duplicates/duplicates.ts';
import type { relatedTo } from '../duplicates/related.ts';
import type { keptApartFrom } from '../duplicates/splits.ts';
import { andOthers, authorsLine, fieldName, languageTag, type Place } from '../page.ts';
import type { ReportRow, recordsOf } from './reports.ts';
import { type Shown, type Source, shownFields } from './shown.ts';
import type { TakenOver } from './taken-over.ts';

type RecordRow = ReturnType<typeof recordsOf>[number];
type LinkRow = ReturnType<typeof linksOfCluster>[number];

export function reportPage(
  place: Place,
  data: {
    report: ReportRow;
    shown: Shown;
    records: RecordRow[];
    links: LinkRow[];
    names: Map<number, string>;
    pairs: { id: number; otherTitle: string }[];
    related: ReturnType<typeof relatedTo>;
    apart: ReturnType<typeof keptApartFrom>;
    takenOver: TakenOver[];
    problem: string | null;
  },
) {
  const { locale, slug, mayReview } = place;
  const { report, shown, records } = data;
  const { reference } = shown;
  return {
    title: reference.title || translate(locale, 'records.no_title'),
    lang: languageTag(reference.language),
    slug,
    mayReview,
    path: `/reviews/${slug}/reports/${report.id}`,
    number: report.id,
    authors: authorsLine(locale, reference),
    year: reference.year ?? null,
    container: reference.container ?? null,
    root: report.rootId !== null && report.rootId !== report.id ? report.rootId : null,
    isWithdrawn: report.withdrawnAt !== null,
    abstract: reference.abstract ?? null,
    fields: shown.fields.map(({ field, value, source }) => ({
      field,
      name: fieldName(locale, field),
      value:
        field === 'type'
          ? translateDynamic(locale, `reference_type.${value}`)
          : printField(reference, field, andOthers(locale)),
      href: hrefOf(field, value),
      isLong: field === 'abstract' || field === 'notes',
      source: sourceText(locale, source, records, data.names),
    })),
    canSplit: new Set(records.map((row) => row.reportId)).size > 1,
    records: records.map((row) => ({
      ...row,
      ownTitle: row.reference.title || translate(locale, 'records.no_title'),
      ownYear: row.reference.year ?? null,
      heading: translate(locale, 'report.record_from', {
        id: row.id,
        name: row.source ?? row.fileName,
        from: row.lineFrom,
        to: row.lineTo,
      }),
      href: `/reviews/${slug}/imports/${row.importId}`,
      apart: `/reviews/${slug}/records/${row.id}/apart`,
    })),
    takenOver: data.takenOver.map((row) => takenOverLine(locale, row)),
    apart: data.apart.map(({ pairId, id, title }) => ({
      href: `/reviews/${slug}/reports/${id}`,
      putBack: `/reviews/${slug}/duplicates/${pairId}/put-back`,
      title: title || translate(locale, 'records.no_title'),
    })),
    links: data.links.map((link) => linkModel(locale, slug, link)),
    related: data.related.map(({ id, other, relation }) => ({
      id,
      other: memberLine(locale, slug, other),
      relation: translateDynamic(locale, `relation.${relation}`),
    })),
    relations: relations.map((relation) => ({
      value: relation,
      text: translateDynamic(locale, `relation.${relation}`),
      isCurrent: false,
    })),
    pairs: data.pairs.map(({ id, otherTitle }) => ({
      href: `/reviews/${slug}/duplicates/${id}`,
      text: otherTitle || translate(locale, 'records.no_title'),
    })),
    correctable: shownFields.map((field) => ({
      value: field,
      text: fieldName(locale, field),
      isCurrent: false,
    })),
    problem: data.problem,
  };
}

function hrefOf(field: string, value: unknown): string | null {
  return field === 'doi' && typeof value === 'string' ? `https://doi.org/${value}` : null;
}

function sourceText(
  locale: Locale,
  source: Source,
  records: RecordRow[],
  names: Map<number, string>,
): string {
  if (source.kind === 'correction') {
    const name = names.get(source.personId) ?? translate(locale, 'report.somebody');
    return translate(locale, 'report.corrected_by', { name });
  }
  const row = records.find((record) => record.id === source.recordId);
  const name = row?.source ?? row?.fileName ?? '';
  return translate(locale, 'report.from_record', { id: source.recordId, name });
}

export function linkModel(locale: Locale, slug: string, link: LinkRow) {
  return {
    id: link.id,
    first: memberLine(locale, slug, link.first),
    second: memberLine(locale, slug, link.second),
    reasons: reasonTexts(locale, link.reasons),
    decidedAt: link.decidedAt,
    by: link.isByPerson
      ? translate(locale, 'duplicates.by_person', {
          name: link.decidedBy ?? translate(locale, 'report.somebody'),
        })
      : translate(locale, 'duplicates.by_rule'),
  };
}

export function memberLine(
  locale: Locale,
  slug: string,
  row: { id: number; rootId: number | null; title: string; year: number | null },
) {
  return {
    number: row.id,
    href: `/reviews/${slug}/reports/${row.rootId ?? row.id}`,
    title: row.title || translate(locale, 'records.no_title'),
    year: row.year,
  };
}

type Reason = { code: string; params: Record<string, string | number> };

export function reasonTexts(locale: Locale, reasons: Reason[]): string[] {
  return reasons.map(({ code, params }) => translateDynamic(locale, `reason.${code}`, params));
}

function takenOverLine(locale: Locale, row: TakenOver) {
  const { kind, said, stage, reason, saidBy, by, at } = row;
  return {
    kind: translateDynamic(locale, `brought.kind_one.${kind}`),
    stage: stage && translateDynamic(locale, `stage.${stage}`),
    said: kind === 'decision' ? translateDynamic(locale, `brought.answer.${said}`) : said,
    reason: reason || null,
    saidBy: saidBy || null,
    by: by ?? translate(locale, 'report.somebody'),
    at,
  };
}
