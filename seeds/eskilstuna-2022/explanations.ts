/** Beside each finding: its line in Table 4, and which of its supports are our reading. */
import { inEvery, type Locale, type Words } from '../words.ts';
import type { Finding } from './findings.ts';
import { publications } from './publications.ts';

const others: Record<Locale, string> = { en: 'et al.', sv: 'm.fl.', nb: 'mfl.', nn: 'mfl.' };
const and: Record<Locale, string> = { en: 'and', sv: 'och', nb: 'og', nn: 'og' };

const sayings: Record<Locale, { stated: string; read: string }> = {
  en: {
    stated:
      'Table 4 of Aytar (2022), line {line} of its column. The table names no publications; the results chapter does.',
    read: 'The link to {names} is our reading and does not stand there.',
  },
  sv: {
    stated:
      'Tabell 4 i Aytar (2022), rad {line} i sin kolumn. Tabellen nämner inga publikationer; det gör resultatkapitlet.',
    read: 'Kopplingen till {names} är vår läsning och står inte där.',
  },
  nb: {
    stated:
      'Tabell 4 i Aytar (2022), rad {line} i sin kolonne. Tabellen nevner ingen publikasjoner; det gjør resultatkapitlet.',
    read: 'Koblingen til {names} er vår lesning og står ikke der.',
  },
  nn: {
    stated:
      'Tabell 4 i Aytar (2022), rad {line} i kolonnen sin. Tabellen nemner ingen publikasjonar; det gjer resultatkapitlet.',
    read: 'Koplinga til {names} er vår lesing og står ikkje der.',
  },
};

export function explanationOf({ number, support }: Pick<Finding, 'number' | 'support'>): Words {
  const read = support.filter(({ basis }) => basis === 'judgement');
  const keys = [...new Set(read.map(({ publication }) => publication))];
  return inEvery((locale) => {
    const stated = sayings[locale].stated.replace('{line}', String(number));
    if (keys.length === 0) return stated;
    const names = keys.map((key) => citationOf(key, locale)).join('; ');
    return `${stated} ${sayings[locale].read.replace('{names}', names)}`;
  });
}

/** `Croft and Currie (2020)`, `Scheele et al. (2019)`. */
function citationOf(key: string, locale: Locale): string {
  const reference = publications.find((each) => each.key === key)?.reference;
  if (!reference) throw new Error(`The seeds have no publication ${key}`);
  const names = reference.authors.map((author) =>
    'literal' in author ? author.literal : author.family,
  );
  const [first = '', second] = names;
  const authors = second ? `${first} ${and[locale]} ${second}` : first;
  const shown = reference.othersOmitted ? `${first} ${others[locale]}` : authors;
  return `${shown} (${reference.year}${reference.yearSuffix ?? ''})`;
}
