/** The parts of a report that are figures: how the studies were appraised, the publications in charts, a gap map. */
import { trafficFigure, trafficNames } from '../../appraisal/figure.ts';
import { type TrafficTable, trafficTables } from '../../appraisal/traffic.ts';
import { figurePng } from '../../platform/figures/png.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { anyDrawn } from '../../synthesis/builder/any-table.ts';
import { mapFigure } from '../../synthesis/builder/kept-map.ts';
import { chartsOf } from '../../synthesis/charts/charts.ts';
import { isEmptyTable } from '../../synthesis/tables/table.ts';
import { trafficGrid } from '../tables/appraisal-grids.ts';
import { type Block, heading, say } from './blocks.ts';
import type { DeliveryRequest } from './request.ts';

/** A drawing as Word shows it, told in words for those who do not see it. */
export async function figureBlock(svg: string, title: string, alt: string): Promise<Block> {
  const png = await figurePng(svg);
  // From the header of the PNG itself.
  const size = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  return { kind: 'figure', png, ...size, title, alt };
}

/** Those that somebody has appraised anything with. */
export const appraisedWith = ({ db, review }: DeliveryRequest): TrafficTable[] =>
  trafficTables(db, review.id).filter(({ rows }) => rows.length > 0);

/** More rows than these cannot be read on a page; the table below has them all. */
const figureRowsMax = 40;

export async function appraisalBlocks(request: DeliveryRequest): Promise<Block[]> {
  const { review, locale } = request;
  const blocks: Block[] = [];
  for (const table of appraisedWith(request)) {
    blocks.push(heading(2, inWords(locale, table.instrument.label)));
    if (table.rows.length <= figureRowsMax) {
      const { title, description } = trafficNames(locale, table);
      const svg = trafficFigure(locale, review, table, { carriesFonts: false });
      blocks.push(await figureBlock(svg, title, `${title}. ${description}`));
    }
    const grid = trafficGrid(locale, review, table, { isRead: true });
    blocks.push({ kind: 'table', grid });
    if (grid.below) blocks.push({ kind: 'table', grid: grid.below });
  }
  return blocks;
}

export async function chartBlocks({ db, review, locale, isPublic }: DeliveryRequest) {
  const charts = chartsOf({ db, review, locale, isPublic });
  if (charts.length === 0) return [say(translate(locale, 'charts.empty'))];
  const blocks: Block[] = [];
  for (const { svg, title, description, notes } of charts) {
    blocks.push(await figureBlock(svg, title, `${title}. ${description}`));
    blocks.push(...notes.map((text) => say(text, 'note')));
  }
  return blocks;
}

/** Any table with its caption and notes, also one that the team has put together; a gap map as a figure too. */
export async function tableBlocks(request: DeliveryRequest, name: string): Promise<Block[]> {
  const { db, review, locale, isPublic } = request;
  const { table, map } = anyDrawn(name, { db, review, locale, isPublic });
  if (isEmptyTable(table)) return [say(table.empty)];
  const grid: Block = { kind: 'table', grid: table };
  if (!map) return [grid];
  const { svg, description } = mapFigure(request, { table, map }, null);
  return [await figureBlock(svg, table.title, `${table.title}. ${description}`), grid];
}
