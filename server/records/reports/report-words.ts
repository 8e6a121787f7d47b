/**
 * The words of the index of reports, each with the term that the analyser makes of it in the language it stands in: what
 * somebody looks for is widened to every word of the same term. Each distinct word is analysed once, ever.
 */
import type { SearchDb } from '../../db.ts';
import {
  fold,
  type QueryPart,
  type TextLanguage,
  termOf,
  textLanguages,
  tokens,
} from '../../platform/analyser.ts';

/** Makes known what words an index has and nobody knew of. Numbers have no forms, and are many. */
export function knowWords(searchDb: SearchDb, schema: 'main' | 'temp', index: string): void {
  const vocabulary = `temp.${schema}_words`;
  searchDb.exec(
    `create virtual table if not exists ${vocabulary} using fts5vocab(${schema}, ${index}, col)`,
  );
  const fresh = searchDb
    .prepare(
      `select term, col from ${vocabulary} as found where term glob '*[^0-9]*' and not exists (
         select 1 from report_word where word = found.term and language = found.col)`,
    )
    .raw()
    .all() as [term: string, language: TextLanguage][];
  const insertWord = searchDb.prepare('insert or ignore into report_word values (?, ?)');
  const insertForm = searchDb.prepare('insert or ignore into report_form values (?, ?, ?)');
  const write = searchDb.transaction(() => {
    for (const [word, language] of fresh) {
      insertWord.run(word, language);
      for (const [term, of] of termsOf(word, language)) insertForm.run(term, of, word);
    }
    if (schema === 'main') searchDb.prepare('update report_text_begun set words_due = 0').run();
  });
  if (searchDb.inTransaction) write();
  else write.immediate();
}

/** Only what differs from the word itself. */
function termsOf(word: string, language: TextLanguage): [term: string, language: TextLanguage][] {
  const folded = fold(word);
  const terms: [string, TextLanguage][] = [
    [folded, 'other'],
    ...(language === 'other'
      ? []
      : [[termOf(folded, language), language] as [string, TextLanguage]]),
  ];
  return terms.filter(([term]) => term !== word && term !== '');
}

/** Letters that a piece of a word has at least: of fewer there are too many. */
const insideMin = 3;

/**
 * An expression for FTS5 that holds where every part does.
 * @param isLoose a word may stand inside another.
 */
export function expressionOf(searchDb: SearchDb, parts: QueryPart[], isLoose = false): string {
  return parts.map((part) => `(${ofPart(searchDb, part, isLoose)})`).join(' AND ');
}

function ofPart(searchDb: SearchDb, part: QueryPart, isLoose: boolean): string {
  const words = tokens(part.text).map((token) => token.folded);
  const [only = ''] = words;
  if (words.length === 1 && (part.isInside || isLoose) && [...only].length >= insideMin)
    return anyOf(wordsLike(searchDb, only, part.isInside && !part.isPrefix ? 'end' : 'inside'));
  const phrases = part.isPrefix ? beginning : phrasesOf;
  const isCompound = words.length > 1 && !/\s/u.test(part.text);
  const joined = isCompound ? [phrases(searchDb, [fold(part.text.replace(/[-‐‑]/g, ''))])] : [];
  return [phrases(searchDb, words), ...joined].join(' OR ');
}

const quoted = (words: readonly string[]) => `"${words.join(' ')}"`;
/** No text has this. */
const nothing = quoted(['\u{e001}']);
const anyOf = (words: readonly string[]) =>
  words.length === 0 ? nothing : words.map((word) => quoted([word])).join(' OR ');

/** The last word may go on in any way. */
function beginning(searchDb: SearchDb, words: readonly string[]): string {
  const before = words.slice(0, -1);
  const marked = wordsLike(searchDb, words.at(-1) ?? '', 'start');
  return [`${quoted(words)} *`, ...marked.map((word) => quoted([...before, word]))].join(' OR ');
}

const likeness = {
  start: 'term >= @sought and term < @sought || char(0x10ffff)',
  end: 'substr(term, -length(@sought)) = @sought',
  inside: 'instr(term, @sought)',
};

/** Words of the index, by their letters without marks. Those that start like it as written need not be known. */
function wordsLike(searchDb: SearchDb, sought: string, where: keyof typeof likeness): string[] {
  const marked = `select word from report_form where language = 'other' and ${likeness[where]}`;
  const written = `select word from (select word as term, word from report_word) where ${likeness[where]}`;
  return searchDb
    .prepare(where === 'start' ? marked : `${marked} union ${written}`)
    .pluck()
    .all({ sought }) as string[];
}

/** More ways to say a phrase than this are looked for pair by pair. */
const phrasesMax = 256;

/** In each language, the phrase in every form of its words. */
function phrasesOf(searchDb: SearchDb, words: readonly string[]): string {
  const forms = words.map((word) => formsOf(searchDb, word));
  return textLanguages
    .map((language) => `{${language}} : (${inAnyWay(forms.map((form) => form[language]))})`)
    .join(' OR ');
}

/** FTS5 knows no alternatives within a phrase: every way is a phrase of its own. */
function inAnyWay(forms: readonly string[][]): string {
  const ways = forms.reduce((product, { length }) => product * length, 1);
  if (ways <= phrasesMax || forms.length === 2) return product(forms).map(quoted).join(' OR ');
  const pairs = forms.slice(1).map((form, at) => product([forms[at] ?? [], form]));
  return pairs.map((phrases) => `(${phrases.map(quoted).join(' OR ')})`).join(' AND ');
}

function product(forms: readonly string[][]): string[][] {
  return forms.reduce<string[][]>(
    (begun, form) => begun.flatMap((words) => form.map((word) => [...words, word])),
    [[]],
  );
}

/** Of the words in one language; those that are written as the terms themselves are there without being known. */
type Forms = Record<TextLanguage, string[]>;

function formsOf(searchDb: SearchDb, folded: string): Forms {
  const terms = new Set(textLanguages.map((language) => termOf(folded, language)));
  const known = searchDb
    .prepare(
      'select language, word from report_form where term in (select value from json_each(?))',
    )
    .all(JSON.stringify([...terms])) as { language: TextLanguage; word: string }[];
  const of = (language: TextLanguage) => {
    const asWritten = [...terms].filter((term) => terms.has(termOf(term, language)));
    const others = known.filter((row) => row.language === language).map((row) => row.word);
    return [...new Set([...asWritten, ...others])];
  };
  return { en: of('en'), sv: of('sv'), no: of('no'), other: of('other') };
}
