/** A map of Europe with a number on each country that has one, and a hatching that grows with it. */
import { createRequire } from 'node:module';
import { geoConicConformal, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import isoCountries from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { escapeXml } from '../../platform/figures/xml.ts';
import { type Figure, frame, label, linked, width } from './drawing.ts';

const height = 600;
const levels = 4;

type Shape = { code: string; d: string; at: [number, number] };

export type Place = { code: string; name: string; count: number; href: string | null };

/** The lowest count of each level, from one up. */
export function thresholds(most: number): number[] {
  const steps = Math.min(levels, most);
  return Array.from({ length: steps }, (_, at) => Math.max(at + 1, Math.ceil((most * at) / steps)));
}

const levelOf = (count: number, lowest: number[]): number =>
  lowest.filter((least) => count >= least).length;

export const isOnMap = (code: string): boolean => shapes().some((shape) => shape.code === code);

export function europeSvg(figure: Figure, places: Place[]): string {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const lowest = thresholds(Math.max(1, ...places.map(({ count }) => count)));
  const lands = shapes().map(({ code, d }) => {
    const place = byCode.get(code);
    const land = `<path class="chart-land" d="${d}" fill="#eef2f3" stroke="#8a979d" stroke-width="0.6"/>`;
    if (!place) return land;
    const name = escapeXml(`${place.name}: ${place.count}`);
    const level = levelOf(place.count, lowest);
    const hatched = `<path d="${d}" fill="url(#${figure.id}-hatch-${level})"><title>${name}</title></path>`;
    return linked(place.href, land + hatched);
  });
  const numbers = shapes().flatMap(({ code, at }) => {
    const place = byCode.get(code);
    return place ? [number(at, place)] : [];
  });
  const sea = `<rect class="chart-sea" width="${width}" height="${height}" fill="none"/>`;
  return frame(figure, height, hatches(figure.id) + sea + lands.join('') + numbers.join(''));
}

/** What the legend draws for a level. */
export const legendSvg = (id: string, level: number): string =>
  `<svg class="chart-key" width="28" height="18" viewBox="0 0 28 18" aria-hidden="true" focusable="false"><rect class="chart-land" width="28" height="18" fill="#eef2f3" stroke="#8a979d"/><rect width="28" height="18" fill="url(#${id}-hatch-${level})"/></svg>`;

/** The number leads where its country does; keys and readers of screens go by the country alone. */
function number([x, y]: [number, number], { count, href }: Place): string {
  const text = label(x, y + 5, String(count), 'middle');
  const link = linked(href, text).replace('<a ', '<a tabindex="-1" aria-hidden="true" ');
  return `<g class="chart-number" font-weight="bold" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${link}</g>`;
}

const hatches = (id: string) =>
  `<defs>${Array.from(
    { length: levels },
    (_, at) =>
      `<pattern id="${id}-hatch-${at + 1}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="chart-hatch" d="M3 0V6" stroke="#0b5a6f" stroke-width="${[1, 2.2, 3.6, 6][at]}"/></pattern>`,
  ).join('')}</defs>`;

let known: Shape[] | null = null;

/** The countries that can be seen, drawn once. */
function shapes(): Shape[] {
  known ??= draw();
  return known;
}

/** Corners of what is shown: the Azores stay outside, Iceland, Cyprus and the North Cape are in. */
const corners: Feature = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'MultiPoint',
    coordinates: [
      [-20, 64],
      [-9, 36],
      [34, 34.5],
      [31, 71],
      [40, 60],
      [-10, 56],
    ],
  },
};

function draw(): Shape[] {
  const topology = createRequire(import.meta.url)('world-atlas/countries-50m.json') as Topology;
  const countries = feature(
    topology,
    topology.objects.countries as GeometryCollection<{ name: string }>,
  ) as FeatureCollection<Geometry, { name: string }>;
  const projection = geoConicConformal()
    .parallels([40, 65])
    .rotate([-12, 0])
    .fitExtent(
      [
        [8, 8],
        [width - 8, height - 8],
      ],
      corners,
    );
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1);
  return countries.features.flatMap((country) => {
    const d = path(country);
    const code = codeOf(country);
    return d && code ? [{ code, d, at: path.centroid(country) }] : [];
  });
}

function codeOf({ id, properties }: Feature<Geometry, { name: string }>): string | undefined {
  if (id === undefined) return properties.name === 'Kosovo' ? 'XK' : undefined;
  return isoCountries.numericToAlpha2(String(id));
}
