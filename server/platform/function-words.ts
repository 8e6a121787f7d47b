/** Words that hold sentences together and say nothing about their subject, in the languages we read. */

const byLanguage = {
  en: 'a an and are as at be by for from has have in is it of on or that the their this to was were which with',
  sv: 'att av de den det där eller en ett från för har hur i inte med och om på som till vid är',
  no: 'å av at de dei den der det eller ei eit en er et etter for fra frå har hvordan i ikke ikkje korleis med og om på som til ved være vere',
};

type Language = keyof typeof byLanguage;
const languages = Object.keys(byLanguage) as Language[];
const lists = new Map(
  languages.map((language) => [language, new Set(byLanguage[language].split(' '))]),
);

/** All of them: a search for several words does not insist on these. */
export const functionWords: ReadonlySet<string> = new Set(
  [...lists.values()].flatMap((list) => [...list]),
);

/** Which languages have a word among theirs. */
const languagesOf = new Map(
  [...functionWords].map((word) => [
    word,
    languages.filter((language) => lists.get(language)?.has(word)),
  ]),
);

/** The language whose function words a text has most of; null when that does not tell. */
export function guessLanguage(words: readonly string[]): Language | null {
  const counts: Record<Language, number> = { en: 0, sv: 0, no: 0 };
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) counts[language] += 1;
  const [best, second] = [...languages].sort((one, other) => counts[other] - counts[one]);
  return best && second && counts[best] > counts[second] ? best : null;
}
