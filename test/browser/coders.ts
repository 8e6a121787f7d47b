/** A review at work with its texts: a version of a codebook, a form, and two coders who are done with a publication. */

import { keepVersion } from '../../server/coding/codebooks/codebook-versions.ts';
import { codebooksOf } from '../../server/coding/codebooks/codebooks.ts';
import { flatten } from '../../server/coding/codebooks/tree.ts';
import { putCode } from '../../server/coding/coders/coder-desk.ts';
import { setCoders, takeTurn } from '../../server/coding/coders/double-coding.ts';
import { saveAnswers } from '../../server/coding/forms/answers.ts';
import { addForm, formsOf, saveField } from '../../server/coding/forms/forms.ts';
import { includedPublications } from '../../server/coding/publications.ts';
import { findReview } from '../../server/platform/find-review.ts';
import { publishedReviews } from '../../server/reviews/reviews.ts';
import type { Site } from './site.ts';

/** In the published review with the fewest included publications that has any, so that others keep their shared codes. */
export function codeByTwo({ db }: Site, people: readonly [number, number]): void {
  const at = '2026-11-22T13:00:00.000Z';
  const [astrid, bjorn] = [
    { db, actor: { personId: people[0] }, at },
    { db, actor: { personId: people[1] }, at },
  ];
  const [smallest] = publishedReviews(db)
    .flatMap(({ slug }) => findReview(db, slug) ?? [])
    .map(({ id }) => ({ id, publications: includedPublications(db, id) }))
    .filter(({ publications }) => publications.length > 0)
    .sort((one, other) => one.publications.length - other.publications.length);
  const report = smallest?.publications[0]?.rootId;
  if (!smallest || report === undefined) throw new Error('no review includes anything');
  const [book] = codebooksOf(db, smallest.id);
  const codes = flatten(book?.codes ?? []).map(({ node }) => node.id);
  if (!book || codes.length < 2) throw new Error('the review has no codes');
  keepVersion(astrid, book.id, 'before the coding');
  const form = addForm(astrid, smallest.id, { en: 'Basic facts', sv: 'Grundfakta' });
  const question = { help: {}, isRequired: true, designs: [], codebookKey: '' };
  const label = { en: 'Number of people', sv: 'Antal personer' };
  saveField(astrid, smallest.id, form, { ...question, label, kind: 'number', options: [] });
  const options = [
    { en: 'Home care', sv: 'Hemtjänst' },
    { en: 'Day care', sv: 'Dagverksamhet' },
  ];
  const services = { en: 'Services', sv: 'Tjänster' };
  saveField(astrid, smallest.id, form, { ...question, label: services, kind: 'choices', options });
  const theme = { en: 'Main theme', sv: 'Huvudtema' };
  const fromBook = { ...question, label: theme, isRequired: false, codebookKey: book.key };
  saveField(astrid, smallest.id, form, { ...fromBook, kind: 'code', options: [] });
  setCoders(astrid, smallest.id, 2);
  for (const [at, coder] of [astrid, bjorn].entries()) {
    const codeId = codes[at] ?? 0;
    putCode(coder, smallest.id, report, { codeId, locator: 'p. 1' });
    takeTurn(coder, report, 'done');
  }
  // What both agree on names a code, so that splitting the code asks about the answer too.
  const field = formsOf(db, smallest.id)
    .find(({ id }) => id === form)
    ?.fields.find(({ codebookKey }) => codebookKey === book.key);
  const agreed = { value: flatten(book.codes)[0]?.node.key ?? '', locator: 'p. 1', excerptIds: [] };
  const about = { formId: form, reportId: report };
  saveAnswers(astrid, smallest.id, about, new Map([[field?.key ?? '', agreed]]));
}
