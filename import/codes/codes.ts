/** A codebook outside the database: its codes in an order in which each parent stands before what is below it. */
export const codeLanguages = ['en', 'sv', 'nb', 'nn'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];
export type CodeWords = Partial<Record<CodeLanguage, string>>;
export type PlainCode = {
  key: string;
  parentKey: string | null;
  label: CodeWords;
  definition: CodeWords;
  examples: CodeWords;
  synonyms: Partial<Record<CodeLanguage, string[]>>;
  source: string;
};
export type PlainCodebook = {
  key: string;
  label: CodeWords;
  description: CodeWords;
  codes: PlainCode[];
};

/** What is wrong with a file of codes: the words stand in the catalogues. */
export class CodesError extends Error {
  /** The line, or the address of the code. */
  readonly line: number | string;
  constructor(
    problem:
      | 'NO_COLUMNS'
      | 'NO_KEY'
      | 'NO_LABEL'
      | 'KEY_TWICE'
      | 'PARENT_UNKNOWN'
      | 'CYCLE'
      | 'SYNTAX'
      | 'PREFIX_UNKNOWN'
      | 'CONTEXT_ELSEWHERE',
    line: number | string,
  ) {
    super(problem);
    this.line = line;
  }
}

/** Each parent before what is below it, siblings as they came. @throws CodesError */
export function inTreeOrder(codes: readonly PlainCode[]): PlainCode[] {
  const keys = new Set<string>();
  for (const [index, { key, parentKey, label }] of codes.entries()) {
    if (key === '') throw new CodesError('NO_KEY', index + 1);
    if (keys.has(key)) throw new CodesError('KEY_TWICE', index + 1);
    if (Object.keys(label).length === 0) throw new CodesError('NO_LABEL', index + 1);
    if (parentKey !== null && !codes.some((code) => code.key === parentKey))
      throw new CodesError('PARENT_UNKNOWN', index + 1);
    keys.add(key);
  }
  const below = (parentKey: string | null): PlainCode[] =>
    codes
      .filter((code) => code.parentKey === parentKey)
      .flatMap((code) => [code, ...below(code.key)]);
  const ordered = below(null);
  if (ordered.length !== codes.length) throw new CodesError('CYCLE', 1);
  return ordered;
}

/** An entry for each language that says something. */
export function wordsOf(entries: Iterable<readonly [CodeLanguage, string]>): CodeWords {
  return Object.fromEntries([...entries].filter(([, text]) => text !== ''));
}

/** A language tag to one of ours: `nb-NO` is `nb`, plain `no` is Bokmål. */
export function languageOfTag(tag: string): CodeLanguage | undefined {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return primary === 'no' ? 'nb' : codeLanguages.find((language) => language === primary);
}
