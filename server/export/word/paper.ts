/** The paper of a Word document: A4, upright or on its side. */
import { PageOrientation } from 'docx';

/** A4, and margins of two centimetres, in twentieths of a point. */
const paper = { width: 11_906, height: 16_838, margin: 1134 };

export const textWidth = (isWide: boolean): number =>
  (isWide ? paper.height : paper.width) - 2 * paper.margin;

export function pageFor(isWide: boolean) {
  const { width, height, margin } = paper;
  return {
    size: {
      width,
      height,
      orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  };
}
