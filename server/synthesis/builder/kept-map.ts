/** A kept table as it is drawn: the table, its evidence gap map where it is one, and that map as a figure. */
import { translate } from '../../platform/i18n.ts';
import type { SummaryTable, TableRequest } from '../tables/table.ts';
import { drawnTable } from './built.ts';
import { savedCells } from './cell-addresses.ts';
import { type GapMap, gapMap } from './gap-map.ts';
import { gapMapSvg } from './gap-map-figure.ts';
import { drawnFrom, type SavedTable } from './saved.ts';

export function keptTable(asked: TableRequest, found: SavedTable) {
  const address = savedCells(asked, found.key);
  const { definition } = found;
  const { table, crossed } = drawnTable(asked, drawnFrom(found), address);
  const isMap = definition.shape === 'map' && crossed !== null;
  return { table, map: isMap ? gapMap(crossed, definition, address) : null };
}

/** @param linkBase what stands before addresses; null for a figure without links. */
export function mapFigure(
  { locale }: Pick<TableRequest, 'locale'>,
  { table, map }: { table: SummaryTable; map: GapMap },
  linkBase: string | null,
) {
  const { caption: title, note: description } = table;
  const svg = gapMapSvg(map, {
    ...{ id: 'gap-map', title, description, linkBase },
    total: translate(locale, 'tables.total'),
    noEvidence: translate(locale, 'built.no_evidence'),
    notCoded: translate(locale, 'built.not_coded'),
  });
  return { svg, title, description };
}
