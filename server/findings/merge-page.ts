/** What the page for merging and splitting a finding may show. */
import type { Locale } from '../../schema/columns.ts';
import { placeText, publicationLine, type ReviewPlace } from '../coding/page.ts';
import { type Problem, problemsByField } from '../platform/forms.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { typedWords, wordsInput } from '../platform/words-form.ts';
import type { FindingWithThemes, findingWithSupport } from './findings.ts';

type Found = NonNullable<ReturnType<typeof findingWithSupport>>;

export function mergePage(
  locale: Locale,
  review: ReviewPlace,
  { found, others }: { found: Found; others: FindingWithThemes[] },
  { problems, typed }: { problems: Problem[]; typed: unknown },
) {
  const path = `/reviews/${review.slug}/findings/${found.id}`;
  return {
    title: translate(locale, 'findings.merge_or_split'),
    back: `${path}/edit`,
    action: path,
    statement: found.statement,
    others: others.map((row) => ({
      id: row.id,
      label: translate(locale, 'findings.listed', {
        kind: inWords(locale, row.kind.label),
        number: row.number,
        statement: inWords(locale, row.statement),
      }),
    })),
    form: { statement: wordsInput(locale, typedWords(typed, 'statement')) },
    supports: [...found.supports, ...found.contradicts].map((row) => ({
      id: row.id,
      stance: row.stance,
      text: row.excerpt?.text ?? null,
      place: row.excerpt ? placeText(locale, row.excerpt) : '',
      publication: publicationLine(locale, review.slug, row.publication).label,
    })),
    problems: problemsByField(problems, ['', 'intoId', 'statement']),
  };
}
