/** The report as a Word document: title page, contents, its parts, wide tables on pages turned on their side. */
import {
  Footer,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  PageBreak,
  Paragraph,
  SectionType,
  type Table,
  TableOfContents,
} from 'docx';
import { translate } from '../../platform/i18n.ts';
import { wordEntries } from '../references/written-references.ts';
import { legalText } from '../tables/cell-text.ts';
import { noteLine, notesUnder } from '../tables/docx.ts';
import type { FileContext } from '../tables/grid.ts';
import { fitted, goesOnSide } from '../tables/print-layout.ts';
import { statedDate } from '../tables/stated-date.ts';
import { caption } from '../word/captions.ts';
import { footerLine, wordParts } from '../word/file.ts';
import { gridOf } from '../word/grid.ts';
import { pageFor, textWidth } from '../word/paper.ts';
import { run } from '../word/runs.ts';
import type { Parts } from '../zip.ts';
import type { Block, Phrase } from './blocks.ts';

export type Front = { title: string; attribution: string };
type Child = Paragraph | Table | TableOfContents;
type Piece = { children: Child[]; isWide: boolean };

/** A picture takes the width of the text at most, and leaves room for its caption. In pixels of Word, 96 to an inch. */
const figureMax = { width: 640, height: 820 };

export function reportParts(front: Front, blocks: Block[], context: FileContext): Promise<Parts> {
  const pieces = gathered([
    { children: frontPage(front, context), isWide: false },
    ...withHeadings(
      blocks,
      blocks.map((block, at) => pieceOf(block, context, blocks[at + 1])),
    ),
  ]);
  const footer = () => new Footer({ children: [footerLine(front.title, context)] });
  const sections = pieces.map(
    ({ children, isWide }): ISectionOptions => ({
      properties: { page: pageFor(isWide), type: SectionType.NEXT_PAGE },
      footers: { default: footer() },
      children,
    }),
  );
  const file = { title: front.title, description: front.title, sections };
  return wordParts({ ...file, textSize: 22, hasPageNumbers: true }, context);
}

/** A heading turns with the wide table that it stands over. */
function withHeadings(blocks: Block[], pieces: Piece[]): Piece[] {
  let isWide = false;
  return pieces
    .map((piece, at) => ({ piece, isHeading: blocks[at]?.kind === 'heading' }))
    .reverse()
    .map(({ piece, isHeading }) => {
      isWide = piece.isWide || (isHeading && isWide);
      return { ...piece, isWide };
    })
    .reverse();
}

/** Neighbours on the same kind of page share a section. */
function gathered(pieces: Piece[]): Piece[] {
  const sections: Piece[] = [];
  for (const piece of pieces) {
    const last = sections.at(-1);
    if (last && last.isWide === piece.isWide) last.children.push(...piece.children);
    else sections.push({ ...piece, children: [...piece.children] });
  }
  return sections;
}

function frontPage({ title, attribution }: Front, context: FileContext): Child[] {
  const { locale, at } = context;
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
    ...(attribution ? [new Paragraph({ style: 'Subtitle', children: [run(attribution)] })] : []),
    new Paragraph({ style: 'Subtitle', children: [run(statedDate(locale, at))] }),
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({
      style: 'TocHeading',
      children: [run(translate(locale, 'delivery.contents'))],
    }),
    new TableOfContents(translate(locale, 'delivery.contents'), {
      hyperlink: true,
      headingStyleRange: '1-2',
    }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function pieceOf(block: Block, context: FileContext, next: Block | undefined): Piece {
  const upright = (...children: Child[]): Piece => ({ children, isWide: false });
  switch (block.kind) {
    case 'heading': {
      const level = headings[block.level - 1] ?? HeadingLevel.HEADING_1;
      return upright(new Paragraph({ heading: level, children: [run(block.text)] }));
    }
    case 'text':
      return upright(textOf(block, next));
    case 'bullets':
      return upright(
        ...block.items.map(
          (phrase) => new Paragraph({ bullet: { level: 0 }, children: [phraseRun(phrase)] }),
        ),
      );
    case 'table':
      return tableOf(block, context);
    case 'figure':
      return upright(...figureOf(block, context));
    case 'references':
      return upright(...wordEntries(block.list));
  }
}

const phraseRun = ({ text, language }: Phrase, isBold = false) => run(text, { isBold, language });

type Text = Extract<Block, { kind: 'text' }>;

/** A note stays on the page of what it is said of. */
function textOf({ phrase, style }: Text, next: Block | undefined): Paragraph {
  const isNoted = next?.kind === 'text' && next.style === 'note';
  const styles = {
    body: {},
    lead: { spacing: { before: 200, after: 80 } },
    note: { style: 'TableNote' },
    search: { style: 'SearchString' },
  };
  return new Paragraph({
    ...styles[style],
    keepNext: style === 'lead' || isNoted,
    children: [phraseRun(phrase, style === 'lead')],
  });
}

function tableOf({ grid }: Extract<Block, { kind: 'table' }>, context: FileContext): Piece {
  const table = fitted(grid, textWidth(true));
  const isWide = goesOnSide(table, textWidth(false));
  const children = [
    caption('Table', table.title, context),
    gridOf(table, context, isWide),
    ...notesUnder(table, context).map(noteLine),
    // Two tables that touch would grow together.
    new Paragraph({ children: [] }),
  ];
  return { children, isWide };
}

function figureOf(
  { png, width, height, title, alt }: Extract<Block, { kind: 'figure' }>,
  context: FileContext,
): Paragraph[] {
  const scale = Math.min(figureMax.width / width, figureMax.height / height);
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: legalText(title), title: legalText(title), description: legalText(alt) },
  });
  return [new Paragraph({ keepNext: true, children: [image] }), caption('Figure', title, context)];
}
