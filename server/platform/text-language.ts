/** Which language the analyser reads a text in. */
import { type TextLanguage, textLanguages } from './analyser.ts';
import { guessLanguage } from './function-words.ts';

const names: Record<TextLanguage, readonly string[]> = {
  en: ['en', 'eng', 'english', 'engelska', 'engelsk'],
  sv: ['sv', 'swe', 'swedish', 'svenska'],
  no: ['no', 'nor', 'nb', 'nob', 'nn', 'nno', 'norwegian', 'norsk', 'da', 'dan', 'danish'],
  other: [],
};

/** As the source says; when it does not, as the text's own little words say. */
export function languageOfText(said: string, text: string): TextLanguage {
  return saidLanguage(said) ?? guessedLanguage(text);
}

/** Null when nothing is said. */
export function saidLanguage(said: string): TextLanguage | null {
  const first = said.toLowerCase().split(/[-_ ,;]/)[0] ?? '';
  const known = textLanguages.find((language) => names[language].includes(first));
  return known ?? (first === '' ? null : 'other');
}

/** English when nothing tells. */
export function guessedLanguage(text: string): TextLanguage {
  return (
    guessLanguage(
      text
        .normalize('NFC')
        .toLowerCase()
        .split(/[\s.,;:!?()"/]+/),
    ) ?? 'en'
  );
}
