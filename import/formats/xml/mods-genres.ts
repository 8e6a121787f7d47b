/** The genres of Swedish repositories (svep, kb.se, DiVA) and of MARC, as types of references. */
import type { ReferenceType } from '../../reference.ts';

const exact: Record<string, ReferenceType> = {
  art: 'article-journal',
  for: 'article-journal',
  rec: 'article-journal',
  bok: 'book',
  sam: 'book',
  pro: 'book',
  kap: 'chapter',
  kon: 'paper-conference',
  dok: 'thesis',
  lic: 'thesis',
  uts: 'thesis',
  rap: 'report',
  pat: 'patent',
};

const patterns: [RegExp, ReferenceType][] = [
  [
    /conference\/(?:paper|poster|other)|conferencepaper|conference publication|conference paper/i,
    'paper-conference',
  ],
  [/newspaper/i, 'article-newspaper'],
  [/magazine/i, 'article-magazine'],
  [
    /journal-?article|publication\/(?:journal-article|review-article|book-review)|^article$|publication\/editorial-letter/i,
    'article-journal',
  ],
  [/book-?chapter|publication\/(?:book-chapter|foreword)|^chapter$/i, 'chapter'],
  [/thesis|dissertation/i, 'thesis'],
  [/publication\/(?:report|working-paper)|report|working-?paper|technical/i, 'report'],
  [/publication\/(?:book|edited-book)|^book$|monograph|collection/i, 'book'],
  [/patent/i, 'patent'],
  [/dataset|research-?data/i, 'dataset'],
  [/software|computer-program/i, 'software'],
  [/web ?(?:page|site)/i, 'webpage'],
  [/manuscript|preprint/i, 'manuscript'],
  [/encyclop|dictionary/i, 'entry-encyclopedia'],
];

export function typeOfGenre(written: string): ReferenceType | undefined {
  return exact[written.toLowerCase()] ?? patterns.find(([pattern]) => pattern.test(written))?.[1];
}
