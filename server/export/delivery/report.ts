/** The written report of a review: its parts in the team's order, as Word, in the team's template when there is one. */
import { readFile } from 'node:fs/promises';
import type { Locale } from '../../../schema/columns.ts';
import type { DeliveryPart } from '../../../schema/deliveries.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { pathOfFile } from '../../records/imports/files.ts';
import { everyReport } from '../../records/reports/report-query.ts';
import { type TableChoice, tableChoices } from '../../synthesis/builder/any-table.ts';
import { citedReferences } from '../csl/cited.ts';
import { languageFor } from '../csl/styles.ts';
import { referencesOf } from '../references/references.ts';
import { readParts, writeParts } from '../zip.ts';
import { type Block, heading, paragraphs } from './blocks.ts';
import { type Delivery, deliveryInForce } from './deliveries.ts';
import { evidenceBlocks, findingBlocks, flowBlocks, searchBlocks } from './evidence-parts.ts';
import { appraisalBlocks, chartBlocks, tableBlocks } from './figure-parts.ts';
import { methodBlocks } from './method.ts';
import { criteriaBlocks, questionBlocks } from './protocol-parts.ts';
import type { DeliveryRequest } from './request.ts';
import { inTemplate } from './template.ts';
import { reportParts } from './word.ts';

/** How many steps are done, and how many there are. */
export type Told = (done: number, total: number) => void;

/** To be laid out in pages, then packed: what comes after the parts. */
const finalSteps = 2;

export async function writtenReport(
  request: DeliveryRequest,
  dataDir: string,
  told: Told = () => undefined,
): Promise<Buffer> {
  const { db, review, locale, at, linkBase } = request;
  const delivery = deliveryInForce(db, review.id);
  const steps = delivery.parts.length;
  const blocks = await reportBlocks(request, delivery, (done) => told(done, steps + finalSteps));
  told(steps, steps + finalSteps);
  const front = {
    title: inWords(locale, review.title),
    attribution: inWords(locale, review.attribution),
  };
  const context = { locale, at, ...(linkBase === undefined ? {} : { linkBase }) };
  const parts = await reportParts(front, blocks, context);
  told(steps + 1, steps + finalSteps);
  if (!delivery.templateFileHash) return writeParts(parts, at);
  const template = await readFile(pathOfFile(dataDir, delivery.templateFileHash));
  return writeParts(inTemplate(parts, await readParts(template)), at);
}

/** Everything that the report says, in order. */
export async function reportBlocks(
  request: DeliveryRequest,
  delivery: Delivery,
  told: (parts: number) => void = () => undefined,
): Promise<Block[]> {
  const blocks: Block[] = [];
  const { db, review, locale, isPublic } = request;
  const tables = tableChoices(db, review.id, { locale, onlyPublic: isPublic });
  for (const [at, part] of delivery.parts.entries()) {
    told(at);
    // What the team has archived or keeps to itself is left out, heading and all.
    if (part.kind === 'table' && !tables.some(({ name }) => name === part.table)) continue;
    const said = [
      ...paragraphs(request.locale, part.text),
      ...(await saidBy(request, part, delivery)),
    ];
    // Not every review appraises its studies.
    if (part.kind === 'appraisal' && said.length === 0) continue;
    blocks.push(heading(1, headingOf({ locale, tables }, part)), ...said);
  }
  const tellsFindings = delivery.parts.some(({ kind }) => kind === 'findings');
  return tellsFindings ? [...blocks, ...evidenceBlocks(request)] : blocks;
}

/** The team's own, else ours; a table is called by its name. */
export function headingOf(
  { locale, tables }: { locale: Locale; tables: readonly TableChoice[] },
  part: DeliveryPart,
): string {
  const own = inWords(locale, part.heading);
  const table = tables.find(({ name }) => part.kind === 'table' && name === part.table);
  return own || table?.title || translate(locale, `delivery.part.${part.kind}`);
}

function saidBy(
  request: DeliveryRequest,
  part: DeliveryPart,
  delivery: Delivery,
): Block[] | Promise<Block[]> {
  switch (part.kind) {
    case 'text':
      return [];
    case 'background':
      return paragraphs(request.locale, request.review.summary);
    case 'questions':
      return questionBlocks(request);
    case 'criteria':
      return criteriaBlocks(request);
    case 'method':
      return methodBlocks(request);
    case 'flow':
      return flowBlocks(request);
    case 'table':
      return tableBlocks(request, part.table);
    case 'charts':
      return chartBlocks(request);
    case 'appraisal':
      return appraisalBlocks(request);
    case 'findings':
      return findingBlocks(request);
    case 'references':
      return referenceBlocks(request, delivery);
    case 'searches':
      return searchBlocks(request);
  }
}

async function referenceBlocks(
  { db, review, locale }: DeliveryRequest,
  { citationStyle }: Delivery,
): Promise<Block[]> {
  const references = referencesOf(db, review.id, { ...everyReport, state: 'included' });
  const citing = { style: citationStyle, language: languageFor(locale) };
  return [{ kind: 'references', list: await citedReferences(references, citing) }];
}
