/** An SVG figure as a PNG, drawn beside the web's own thread, with the resolution that print asks for. */
import { renderAsync } from '@resvg/resvg-js';
import { fileFamily, fontPath } from './fonts.ts';

const dotsPerInch = 600;
/** The unit of SVG: 96 to an inch. */
const unitsPerInch = 96;

export async function figurePng(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: dotsPerInch / unitsPerInch },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontPath('regular'), fontPath('bold')],
      defaultFontFamily: fileFamily,
      sansSerifFamily: fileFamily,
    },
  });
  return withResolution(image.asPng());
}

/** Says in the file how many dots stand on a metre, right after its header. */
function withResolution(png: Buffer): Buffer {
  const perMetre = Math.round(dotsPerInch / 0.0254);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  const headerEnd = 8 + 25;
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
