/** A small codebook for what the document says of each country: its answers to the first two questions. */
import type { CodebookInput } from '../../server/coding/codebooks/codebooks.ts';
import type { SeedCode } from '../loading.ts';
import { assignment } from './source.ts';

const source = `Aytar (2022), ${typeof assignment.locator === 'string' ? assignment.locator : assignment.locator.sv}`;

export const countryPractice: CodebookInput = {
  key: 'country-practice',
  kind: 'tree',
  label: {
    en: 'Practice by country',
    sv: 'Arbetssätt efter land',
    nb: 'Praksis etter land',
    nn: 'Praksis etter land',
  },
  description: {
    en: 'How each country works with civil society, as the document tells it in answer to its first two questions.',
    sv: 'Hur varje land arbetar tillsammans med civilsamhället, så som dokumentet besvarar sina två första frågor.',
    nb: 'Hvordan hvert land arbeider sammen med sivilsamfunnet, slik dokumentet svarer på sine to første spørsmål.',
    nn: 'Korleis kvart land arbeider saman med sivilsamfunnet, slik dokumentet svarer på dei to første spørsmåla sine.',
  },
  source,
};

export const practiceCodes: SeedCode[] = [
  {
    key: 'nordic',
    label: {
      en: 'Nordic countries',
      sv: 'Nordiska länder',
      nb: 'Nordiske land',
      nn: 'Nordiske land',
    },
    source,
  },
  country('dk', 'nordic', ['Denmark', 'Danmark', 'Danmark', 'Danmark']),
  country('no', 'nordic', ['Norway', 'Norge', 'Norge', 'Noreg']),
  country('se', 'nordic', ['Sweden', 'Sverige', 'Sverige', 'Sverige']),
  {
    key: 'other-european',
    label: {
      en: 'Other European countries',
      sv: 'Övriga europeiska länder',
      nb: 'Andre europeiske land',
      nn: 'Andre europeiske land',
    },
    source,
  },
  country('be', 'other-european', ['Belgium', 'Belgien', 'Belgia', 'Belgia']),
  country('nl', 'other-european', ['Netherlands', 'Nederländerna', 'Nederland', 'Nederland']),
  country('gb', 'other-european', [
    'United Kingdom',
    'Storbritannien',
    'Storbritannia',
    'Storbritannia',
  ]),
];

function country(
  key: string,
  parent: string,
  [en, sv, nb, nn]: [string, string, string, string],
): SeedCode {
  return { key, parent, label: { en, sv, nb, nn }, source };
}
