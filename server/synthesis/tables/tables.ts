/** Every summary table by its name. */
import { casesTable } from './cases.ts';
import { comparisonTable } from './comparison.ts';
import { findingsTable } from './findings.ts';
import { indicatorsTable } from './indicators.ts';
import { publicationsTable } from './publications.ts';
import type { SummaryTable, TableName, TableRequest } from './table.ts';
import { themesTable } from './themes.ts';
import { welfareTable } from './welfare.ts';

const makers: Record<TableName, (request: TableRequest) => SummaryTable> = {
  publications: publicationsTable,
  findings: findingsTable,
  comparison: comparisonTable,
  welfare: welfareTable,
  themes: themesTable,
  cases: casesTable,
  indicators: indicatorsTable,
};

export const summaryTable = (name: TableName, request: TableRequest): SummaryTable =>
  makers[name](request);

/** What a machine reads of a table. */
export function tableJson({ name, title, columns, rows, totals, note, sources }: SummaryTable) {
  return { name, title, columns, rows, totals: totals?.row ?? null, note, sources };
}
