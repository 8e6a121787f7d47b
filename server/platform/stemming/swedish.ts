/**
 * Swedish stems. Snowball's stemmer (version 2, as npm has it) leaves much of what the language inflects apart: the
 * definite neuter (samarbetet), definite nouns in -an and -orn (kvinnan, faktorn), the neuter of adjectives (digitalt),
 * plurals with another vowel (länder), contracted forms (hindret, medlet). The rules below bring each of these to a form
 * that it knows. Both go on until nothing changes, so that a form and the word it is made from meet: behind a definite
 * ending there is often another.
 */
import { stemmer as snowball } from '@orama/stemmers/swedish';
import { type EndingRule, withEndings, withFirst } from './endings.ts';

/** Plurals with another vowel, in compounds too. */
const plurals: readonly EndingRule[] = [
  [/böcker(?:na)?s?$/, 'bok'],
  [/bröder(?:na)?s?$/, 'bror'],
  [/döttrar(?:na)?s?$/, 'dotter'],
  [/fäder(?:na)?s?$/, 'far'],
  [/fötter(?:na)?s?$/, 'fot'],
  [/händer(?:na)?s?$/, 'hand'],
  [/ledamöter(?:na)?s?$/, 'ledamot'],
  [/länder(?:na)?s?$/, 'land'],
  [/(?<!all)män(?:nen)?s?$/, 'man'],
  [/mödrar(?:na)?s?$/, 'mor'],
  [/nätter(?:na)?s?$/, 'natt'],
  [/rötter(?:na)?s?$/, 'rot'],
  [/städer(?:na)?s?$/, 'stad'],
  [/söner(?:na)?s?$/, 'son'],
];

const endings: readonly EndingRule[] = [
  // The genitive of what is inflected already: medborgares, patienters, kvinnors, samarbetets.
  [/(?<=..(?:et|en|an|na|er|ar|or|are))s$/, ''],
  // tecknet and vattnen are of tecken, vatten; hindret and registren of hinder, register.
  [/(?<=[ktp])ne[tn]$/, 'en'],
  [/(?<=[bdfgkpstm])re[tn]$/, 'er'],
  // faktorn, datorn; artikeln, handeln
  [/(?<=[lkmt]or)n$/, ''],
  [/(?<=[^aeiouyåäö]el)n$/, ''],
  // samarbetet, mötena: of samarbete, möte. A noun such as kvalitet loses it in all its forms.
  [/(?<!h)et$/, 'e'],
  [/ena$/, 'e'],
  // kvinnan, människan
  [/an$/, 'a'],
  // digitalt, ideellt, effektivt, gemensamt, hållbart, ordinärt, generöst
  [/(?<=al|ell|iv|sam|bar|är|ös)t$/, ''],
  // medel, exempel, artikel as in medlet, exemplet, artiklar.
  [/(?<=[^aeiouyåäöl])el$/, 'l'],
];

/** A shorter stem is not looked at again, and keeps its s: hälsa is no häl, kurs no genitive. */
const againMin = 5;

export function stemSwedish(word: string): string {
  const first = withFirst(word, plurals);
  let stem = once(first);
  for (let last = first; last !== stem && stem.length >= againMin; ) {
    last = stem;
    stem = once(stem);
  }
  return stem;
}

function once(word: string): string {
  const stem = withEndings(word, endings);
  if (stem.length < againMin && stem.endsWith('s')) return stem;
  // hemmet, programmet, gemensamma: of hem, program, gemensam.
  return snowball(stem).replace(/mm$/, 'm');
}
