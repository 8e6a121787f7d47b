/** What kind of document a reference says it is, where kinds tell two reports apart. */
import type { ReferenceType } from '../reference.ts';
import type { Match } from './containers.ts';

export type KindFacts = {
  type: ReferenceType;
  container: string;
  volume: string;
  pages: unknown;
  doi: string | undefined;
  titles: readonly { wide: string }[];
};

/** `doubtful`: only the name of the journal or book says that they are of different kinds. */
export type KindMatch = Match | 'doubtful';

/** A conference paper, a preprint and the article made of it are three reports (PRISMA 2020). */
export function kindMatch(a: KindFacts, b: KindFacts, container: Match): KindMatch {
  if (isThesis(a) && isThesis(b)) return 'same';
  if ((isWhole(a) && isPart(b)) || (isWhole(b) && isPart(a))) return 'different';
  if (isDraft(a) !== isDraft(b)) return 'different';
  if (isPreprint(a) !== isPreprint(b))
    return isPublished(isPreprint(a) ? b : a) ? 'different' : 'doubtful';
  // In the same journal they are of the same kind, whatever one source calls it.
  if (container === 'same') return 'unknown';
  if (isMeeting(a) === isMeeting(b) || !isJournal(isMeeting(a) ? b : a)) {
    // A journal by its name, and something else that is not that journal.
    const isOther = container === 'different' && isJournal(a) !== isJournal(b);
    const isBare = isUnplacedPaper(a, b) || isUnplacedPaper(b, a);
    return isOther || isBare ? 'doubtful' : 'unknown';
  }
  return a.type === b.type ? 'doubtful' : 'different';
}

// What stands on pages of something else is no whole, whatever a source calls it.
const isWhole = ({ type, pages }: KindFacts) =>
  type === 'thesis' || ((type === 'book' || type === 'report') && !pages);
// Sources that know no kinds call everything an article: without a container it may be a book.
const isPart = ({ type, container }: KindFacts) =>
  ['chapter', 'article-journal', 'paper-conference'].includes(type) && container !== '';

/**
 * A conference paper that does not say where it was held, beside what says that it is another kind: the article, the
 * report or the book made of it has the same title, authors and year. A chapter may be the paper in its proceedings.
 */
function isUnplacedPaper(paper: KindFacts, other: KindFacts): boolean {
  const isBare = paper.type === 'paper-conference' && paper.container === '';
  return (
    isBare &&
    ['article-journal', 'report', 'book', 'thesis'].includes(other.type) &&
    !isMeeting(other)
  );
}

/** A dissertation, or its entry in the list of dissertations. */
export function isThesis({ type, container, volume }: KindFacts): boolean {
  return (
    type === 'thesis' ||
    /\bdissertations? (?:abstracts?|theses)\b/.test(container) ||
    /^(?:ph-?d|doctoral|masters?)\b/.test(volume)
  );
}

export const isUpdatedReview = ({ container }: KindFacts) =>
  /^cochrane (?:database|db) /.test(container);

const servers =
  /\b(?:arxiv|biorxiv|medrxiv|psyarxiv|socarxiv|edarxiv|ssrn|preprints?|research square|osf|working papers?|discussion papers?|(?:unpublished )?manuscript)\b/;
const preprintDoi =
  /^10\.(?:1101\/(?:\d{4}\.|\d{6}$)|(?:2139|21203|48550|31234|31235|31219|20944|26434|22541|2196\/preprints)\/)/;

function isPreprint({ container, doi }: KindFacts): boolean {
  return servers.test(container) || preprintDoi.test(doi ?? '');
}

/** Says so in its title. */
function isDraft({ titles }: KindFacts): boolean {
  return titles.some(({ wide }) => /unpublishedmanuscript|preprint$/.test(wide));
}

const isPublished = ({ container, volume, doi }: KindFacts) =>
  container !== '' || volume !== '' || doi !== undefined;

const meeting =
  /\b(?:proc|proceedings?|conf|conferences?|congress|sympos(?:ium|ia)?|symp|workshops?|colloquium|kongress(?:en)?|konferens(?:en)?|konferanse(?:n)?|annual meeting)\b/;
// Journals that carry the word in their names.
const isNamedProceedings =
  /\b(?:proceedings|proc) (?:of )?(?:the )?(?:natl?|national acad|royal soc|r soc|ieee$|nutrition|biological)/;

function isMeeting({ type, container }: KindFacts): boolean {
  if (isNamedProceedings.test(container)) return false;
  return type === 'paper-conference' || meeting.test(container);
}

/** Says positively that it is an article in a journal. */
function isJournal(facts: KindFacts): boolean {
  if (facts.type !== 'article-journal' || isMeeting(facts) || facts.container === '') return false;
  return (
    facts.volume !== '' ||
    /\b(?:j|journal|tidskrift|tidsskrift|zeitschrift|revue|review|letters|annals|archives|acta)\b/.test(
      facts.container,
    )
  );
}
