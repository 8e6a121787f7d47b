/** A municipality's template as Swedish Word makes it: styles by Swedish ids, a header with a logotype, wide margins. */
import { Document, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { readParts, writeParts } from '../server/export/zip.ts';

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function template(): Promise<Buffer> {
  const logotype = new ImageRun({
    type: 'png',
    data: dot,
    transformation: { width: 80, height: 30 },
  });
  const document = new Document({
    styles: { default: { heading1: { run: { color: 'C00000', font: 'Georgia' } } } },
    sections: [
      {
        properties: { page: { margin: { left: 2268, right: 2268, top: 1700, bottom: 1700 } } },
        headers: { default: new Header({ children: [new Paragraph({ children: [logotype] })] }) },
        children: [new Paragraph({ children: [new TextRun('Text of the template')] })],
      },
    ],
  });
  const parts = await readParts(await Packer.toBuffer(document));
  for (const name of ['word/styles.xml', 'word/document.xml']) {
    const text = parts.get(name)?.toString() ?? '';
    parts.set(name, Buffer.from(text.replaceAll('Heading1', 'Rubrik1')));
  }
  return writeParts(parts, '2026-01-01T00:00:00Z');
}
