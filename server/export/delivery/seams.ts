/**
 * Where other features add what only they know, each in its own file: a function put into one of these lists is asked
 * for every report. What it says stands at the end of the method's part on screening.
 */
import type { Locale } from '../../../schema/columns.ts';
import type { Connection } from '../../db.ts';
import type { Block } from './blocks.ts';

export type Asked = { db: Connection; reviewId: number; locale: Locale };

/** Agreement, ranking, stopping: blocks with headings of level 3 or paragraphs, empty where there is nothing to say. */
export const methodNotes: ((asked: Asked) => Block[])[] = [];
