/** English stems: Porter's, and plurals that no ending makes. */
import { stemmer as porter } from '@orama/stemmers/english';
import { type EndingRule, withFirst } from './endings.ts';

const plurals: readonly EndingRule[] = [
  [/children$/, 'child'],
  [/women$/, 'woman'],
  [/^men$/, 'man'],
  [/(?<=analy|cri|diagno|hypothe|progno|synthe|^the)ses$/, 'sis'],
  [/^criteria$/, 'criterion'],
  [/^phenomena$/, 'phenomenon'],
];

export const stemEnglish = (word: string): string => porter(withFirst(word, plurals));
