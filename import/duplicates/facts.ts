/** What is compared when two references are held against each other, made ready once. */
import type { PageRange } from '../normalize/pages.ts';
import { foldNordic } from '../normalize/text.ts';
import type { Reference, ReferenceType } from '../reference.ts';
import { containerKey } from './containers.ts';
import { doiKey } from './dois.ts';
import { type PeopleFacts, peopleFacts } from './people.ts';
import { isSheet, numberKey, pagesOf } from './places.ts';
import { type Notice, noticeIn } from './title-remarks.ts';
import { type TitleFacts, titlesIn } from './titles.ts';

export type Facts = PeopleFacts & {
  type: ReferenceType;
  doi: string | undefined;
  titles: TitleFacts[];
  /** Says that it is about another document: an erratum, a reply, a comment, a review of a book. */
  notice: Notice | undefined;
  year: number | undefined;
  container: string;
  series: string;
  issn: readonly string[];
  isbn: readonly string[];
  volume: string;
  issue: string;
  pages: PageRange | undefined;
  /** Stands on a page of abstracts. */
  sheet: boolean;
  abstract: string;
  accession: string;
  edition: string;
};

/** What tells most of those apart that meet by chance. */
export type BriefFacts = Pick<
  Facts,
  'titles' | 'doi' | 'year' | 'pages' | 'volume' | 'isbn' | 'accession'
>;

const nothing: readonly string[] = [];

export function factsOf(reference: Reference): Facts {
  const { title, translatedTitle, authors } = reference;
  const titles = [title, translatedTitle ?? ''].filter((text) => text.trim() !== '');
  const people = peopleFacts(authors);
  // Written out: an object that begins with another's fields takes ten times as long to make.
  return {
    authors: people.authors,
    families: people.families,
    type: reference.type,
    doi: doiKey(reference.doi ?? ''),
    titles: titles.flatMap(titlesIn).filter(({ wide }) => wide !== ''),
    notice: noticeIn(title),
    year: reference.year,
    container: containerKey(reference.container ?? ''),
    series: foldNordic(reference.series ?? ''),
    issn: reference.issn ?? nothing,
    isbn: reference.isbn ?? nothing,
    volume: numberKey(reference.volume),
    issue: numberKey(reference.issue),
    pages: pagesOf(reference.pages ?? ''),
    sheet: isSheet(reference),
    // Folding stops early: abstracts are long and their beginnings tell.
    abstract: foldNordic((reference.abstract ?? '').slice(0, 480)).slice(0, 300),
    accession: (reference.accession ?? '').trim().toLowerCase(),
    edition: numberKey(reference.edition),
  };
}
