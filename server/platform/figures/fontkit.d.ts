/** The little of fontkit that figures use; the package has no types of its own. */
declare module 'fontkit' {
  export type Glyph = { id: number; advanceWidth: number };
  export type Subset = { includeGlyph(glyph: Glyph): number; encode(): Uint8Array };
  export type Font = {
    unitsPerEm: number;
    hasGlyphForCodePoint(point: number): boolean;
    glyphForCodePoint(point: number): Glyph;
    createSubset(): Subset;
  };
  export function create(bytes: Uint8Array): Font;
}
