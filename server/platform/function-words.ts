/** Words that hold sentences together and say nothing about their subject, in the languages we read. */

const byLanguage = {
  en: 'a an and are as at be by can do does for from has have how in is it of on or should that the their this to was we were what when where which who why with',
  sv: 'att av bör de den det där eller en ett från för får hur har i inte kan man med när och om på ska som till vad var varför vem vi vid vilka vilken vilket är',
  no: 'å av at bør de dei den der det eller ei eit en er et etter for fra frå får har hva hvem hvilke hvilken hvor hvordan hvorfor i ikke ikkje kan kor korleis kva kven kvifor man med når og om på skal som til ved vi være vere',
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
