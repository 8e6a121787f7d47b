/**
 * Norwegian stems, Bokmål and Nynorsk. Snowball's stemmer leaves apart the forms of agent nouns (sykepleier,
 * sykepleierne; brukar, brukarane), the neuter of adjectives (nasjonalt), plurals with another vowel (bøker), doubled
 * and contracted stems (hjemmet, eksemplene). The rules below bring these to forms that it knows. Both go twice: behind
 * a definite ending there is often another.
 */
import { stemmer as snowball } from '@orama/stemmers/norwegian';
import { type EndingRule, withEndings, withFirst } from './endings.ts';

/** Plurals with another vowel, in compounds too. Those that are also another word (krefter, netter) stay. */
const plurals: readonly EndingRule[] = [
  [/bøk(?:er|ene)s?$/, 'bok'],
  [/brødre(?:ne)?s?$/, 'bror'],
  [/døtre(?:ne)?s?$/, 'datter'],
  [/fedre(?:ne)?s?$/, 'far'],
  [/føtt(?:er|ene)s?$/, 'fot'],
  [/(?<!all)menn(?:ene)?s?$/, 'mann'],
  [/mødre(?:ne)?s?$/, 'mor'],
  [/røtt(?:er|ene)s?$/, 'rot'],
];

const endings: readonly EndingRule[] = [
  // sykepleierne, brukarane; an adjective such as intern keeps its n.
  [/(?<=(?:(?<!int|ekst|fj)er|ar))(?:nes?|anes?)$/, ''],
  // nasjonalt, effektivt; formelt, profesjonelt: of formell, profesjonell.
  [/(?<=al|iv|som|bar|ær|øs)t$/, ''],
  [/(?<=on|[iu]|ur|orm|ide)elt$/, 'ell'],
];
const contractions: readonly EndingRule[] = [
  // middel, eksempel as in midlene, eksempler.
  [/(?<=[^aeiouyæøål])el$/, 'l'],
];

export const stemNorwegian = (word: string): string => once(once(withFirst(word, plurals)));

function once(word: string): string {
  const stem = withEndings(snowball(withEndings(word, endings)), contractions);
  // hjemmet, programmene: of hjem, program; middel: as in midler.
  return stem.replace(/mm$/, 'm').replace(/ddl$/, 'dl');
}
