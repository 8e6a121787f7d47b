/** DOIs: bare and in lower case, out of whatever a source wraps them in. */

// A DOI is case-insensitive and starts 10.<registrant>/ (DOI Handbook, 2.2). Its suffix may hold
// nearly anything, so where it ends is a matter of what stands around it.
// The old form built on SICI is the only one in use that holds angle brackets.
const doi = /\b10\.\d{4,9}(?:\.\d+)*\/(?:\(SICI\)[^\s"|{}]+|[^\s"<>|{}\\^`\p{Cc}]+)/giu;

/** Every DOI in a text, bare and lower case, each once, in the order they stand. */
export function doisIn(text: string): string[] {
  // Bare, with nothing around it that could be cut off: most are.
  if (/^10\.\d{4,9}\/[\w.-]*[\w-]$/.test(text)) return [text.toLowerCase()];
  const found = new Set<string>();
  // Web of Science sets blanks around the bracket of the old form: `10.1659/0276-4741(2004)024 [ 0141:SPOCMP]2.0.CO;2`.
  const whole = text.replace(/(\(\d{4}\)\d+)\s*([[<])\s*(?=\d+:)/g, '$1$2');
  for (const candidate of [whole, decodePercent(whole)]) {
    for (const [match] of candidate.matchAll(doi)) {
      for (const part of match.split(/[;,](?=10\.\d{4,9}\/)/)) {
        const bare = trimDoi(part);
        if (bare) found.add(bare);
      }
    }
    // Only when the text as it stands has none is it taken to be percent-encoded.
    if (found.size > 0) break;
  }
  return [...found];
}

/**
 * The DOI that a text consists of, with or without address or prefix; undefined if it is not one.
 */
export function parseDoi(text: string): string | undefined {
  return doisIn(text)[0];
}

/** True when a text is nothing but a DOI and the ways of writing one before it. */
export function isDoi(text: string): boolean {
  if (!text.includes('10.')) return false;
  return /^\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)*10\.\d{4,9}(?:\.\d+)*\/\S+\s*$/i.test(
    text,
  );
}

/** Drops what the sentence or the address around a DOI added at its end. */
function trimDoi(text: string): string {
  let bare = text.replace(/[?#&](?:utm_|ref=|casa_token|via=|sid=|nosfx).*$/i, '');
  for (;;) {
    const shorter = bare.replace(
      /(?:[.,;:'\u2019\u201d*]+|\/(?:full|abstract|pdf|epdf|html?|meta))$/i,
      '',
    );
    const closes = /[)\]]$/.test(shorter) && !balanced(shorter);
    const next = closes ? shorter.slice(0, -1) : shorter;
    if (next === bare) break;
    bare = next;
  }
  return /^10\.\d{4,9}(?:\.\d+)*\/.+$/.test(bare) ? bare.toLowerCase() : '';
}

/**
 * Elsevier's old DOIs hold brackets; a bracket that the DOI did not open belongs to the sentence.
 */
function balanced(text: string): boolean {
  const count = (character: string) => text.split(character).length;
  return count('(') === count(')') && count('[') === count(']');
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
