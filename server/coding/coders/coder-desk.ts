/** A code put on a publication, or taken away: at once where one person codes, in one's own coding where two do. */
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { addCoding, removeCoding } from '../desk/codings.ts';
import { requireReport } from '../rows.ts';
import { markCode } from './coder-marks.ts';
import { codersOf, pairingOf, takeTurn } from './double-coding.ts';

export function putCode(
  context: PersonalContext,
  reviewId: number,
  reportId: number,
  input: { codeId: number; locator: string },
): void {
  inTransaction(context, (tx) => {
    if (codersOf(tx.db, reviewId) === 1) addCoding(tx, reportId, input.codeId, input.locator);
    else codeAlone(tx, reviewId, reportId, { ...input, applies: true });
  });
}

/** @param codingId of the coding; where two code alone, of the code. */
export function takeCode(
  context: PersonalContext,
  reviewId: number,
  reportId: number,
  codingId: number,
): void {
  inTransaction(context, (tx) => {
    if (codersOf(tx.db, reviewId) === 1) removeCoding(tx, codingId, reviewId);
    else codeAlone(tx, reviewId, reportId, { codeId: codingId, applies: false });
  });
}

/** @throws CODED_BY_TWO once both are done: then they agree. */
function codeAlone(
  tx: PersonalContext,
  reviewId: number,
  reportId: number,
  input: { codeId: number; applies: boolean; locator?: string },
): void {
  const { rootId } = requireReport(tx.db, reportId, reviewId);
  const { isOpen, coders } = pairingOf(tx.db, rootId);
  const own = coders.find((coder) => coder.personId === tx.actor.personId);
  if (isOpen || own?.state === 'done') throw new AppError('CODED_BY_TWO');
  takeTurn(tx, reportId, 'begun');
  markCode(tx, reportId, input);
}
