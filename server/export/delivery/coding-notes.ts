/** How publications were coded and appraised, told from what was done: by how many, with what, how far they agreed. */
import { codebooksOf } from '../../coding/codebooks/codebooks.ts';
import { codeAgreement, codersOf } from '../../coding/coders/double-coding.ts';
import { codingsOf } from '../../coding/desk/codings.ts';
import { includedPublications } from '../../coding/publications.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { agreementGrid } from '../tables/coding-grids.ts';
import { type Block, heading, say } from './blocks.ts';
import { appraisedWith } from './figure-parts.ts';
import { type DeliveryRequest, listed } from './request.ts';

/** Nothing is said of what nobody has done. */
export function codingNotes(request: DeliveryRequest): Block[] {
  const { db, review, locale } = request;
  const included = includedPublications(db, review.id).map(({ rootId }) => rootId);
  const codings = codingsOf(db, included);
  if (codings.length === 0) return [];
  const used = new Set(codings.map(({ codebookId }) => codebookId));
  const books = codebooksOf(db, review.id).filter(({ id }) => used.has(id));
  const text = translate(locale, 'method.coding_text', {
    publications: new Set(codings.map(({ rootId }) => rootId)).size,
    codes: new Set(codings.map(({ codeId }) => codeId)).size,
    books: listed(
      locale,
      books.map(({ label }) => inWords(locale, label)),
    ),
    coders: codersOf(db, review.id),
  });
  const agreement = codeAgreement(db, review.id);
  const compared: Block[] =
    agreement.publications === 0
      ? []
      : [
          say(translate(locale, 'method.coding_agreement', { count: agreement.publications })),
          { kind: 'table', grid: agreementGrid(locale, review, agreement) },
        ];
  return [heading(2, translate(locale, 'method.coding')), say(text), ...compared];
}

export function appraisalNotes(request: DeliveryRequest): Block[] {
  const { db, review, locale } = request;
  const tables = appraisedWith(request);
  if (tables.length === 0) return [];
  const coders = codersOf(db, review.id);
  return [
    heading(2, translate(locale, 'method.appraisal')),
    ...tables.map(({ instrument, rows }) =>
      say(
        translate(locale, 'method.appraisal_text', {
          count: rows.length,
          instrument: inWords(locale, instrument.label),
          coders,
        }),
      ),
    ),
  ];
}
