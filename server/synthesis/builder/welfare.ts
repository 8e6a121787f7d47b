/**
 * Welfare arrangements by country: Esping-Andersen (1990) with the southern family of Ferrera (1996) and the post-communist
 * countries of Fenger (2007). An ordering of the field, not of the review: a country that none of them places is "other".
 */
export const arrangements = [
  'nordic',
  'continental',
  'southern',
  'liberal',
  'central_eastern',
  'other',
] as const;
export type Arrangement = (typeof arrangements)[number];

const members: Record<Exclude<Arrangement, 'other'>, string> = {
  nordic: 'DK FI IS NO SE',
  continental: 'AT BE CH DE FR LI LU NL',
  southern: 'CY ES GR IT MT PT',
  liberal: 'AU CA GB IE NZ US',
  central_eastern: 'AL BA BG BY CZ EE HR HU LT LV MD ME MK PL RO RS RU SI SK UA XK',
};

const byCountry = new Map(
  arrangements.flatMap((name) =>
    name === 'other' ? [] : members[name].split(' ').map((country) => [country, name] as const),
  ),
);

export const arrangementOf = (country: string): Arrangement => byCountry.get(country) ?? 'other';

export const arrangementSource =
  'Esping-Andersen (1990), The three worlds of welfare capitalism; Ferrera (1996), doi:10.1177/095892879600600102; Fenger (2007)';
