/** ISBNs and ISSNs: found in whatever field they share, and written in one way. */

export type StandardNumbers = { isbn: string[]; issn: string[]; rest: string };

const isbn = /(?<![\dX]|(?<!ISBN)-)(?!1[03][ :])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX](?![\dX])/gi;
const issn = /(?<![\dX]|(?<!ISSN)-)\d{4}[-\u2010-\u2015]?\d{3}[\dX](?![\dX-])/gi;
const formats = 'print(?:ed)?|electronic|online|linking|paperback|hardback|hbk|pbk|ebook|cd-rom';
const described = new RegExp(`\\b(?:e?-?issn|e?-?isbn(?:-1[03])?|${formats}|and|och|og)\\b`, 'gi');

/**
 * Takes the numbers out of a text: ISBN without hyphens, ISSN as `1234-567X`, each once. `rest` is
 * what says something else. Check digits are not tested: a misprinted number still identifies.
 */
export function standardNumbers(text: string): StandardNumbers {
  if (/^\d{4}-\d{3}[\dX]$/.test(text)) return { isbn: [], issn: [text], rest: '' };
  const found: StandardNumbers = { isbn: [], issn: [], rest: '' };
  const withoutIsbn = text.replace(isbn, (number) => {
    found.isbn.push(number.replace(/[- ]/g, '').toUpperCase());
    return ' ';
  });
  const rest = withoutIsbn.replace(issn, (number) => {
    const digits = number.replace(/\D(?=.)/g, '').toUpperCase();
    found.issn.push(`${digits.slice(0, 4)}-${digits.slice(4)}`);
    return ' ';
  });
  found.isbn = [...new Set(found.isbn)];
  found.issn = [...new Set(found.issn)];
  found.rest = /[\p{L}\p{N}]/u.test(rest.replace(described, '')) ? text.trim() : '';
  return found;
}
