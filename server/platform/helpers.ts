/** The few helpers that templates have: words, numbers, dates, texts in several languages. */
import type Handlebars from 'handlebars';
import type { Locale, Words } from '../../schema/columns.ts';
import type { AssetUrls } from './assets.ts';
import {
  countryName,
  inWords,
  languageName,
  type MessageKey,
  type MessageParams,
  pickWords,
  tags,
  translate,
  translateDynamic,
} from './i18n.ts';

type Options = Handlebars.HelperOptions;
const localeOf = (options: Options): Locale => options.data.locale as Locale;

export function registerHelpers(handlebars: typeof Handlebars, assets: AssetUrls): void {
  const { escapeExpression, SafeString } = handlebars;

  /** `{{t 'screening.title' count=3}}`: a message of the catalogue. */
  handlebars.registerHelper('t', (key: MessageKey, options: Options) =>
    translate(localeOf(options), key, options.hash as MessageParams),
  );

  /** `{{tk 'stage.' stage}}`: a message whose key ends in a value of a closed list. */
  handlebars.registerHelper('tk', (prefix: string, value: string, options: Options) =>
    translateDynamic(localeOf(options), `${prefix}${value}`, options.hash as MessageParams),
  );

  /** `{{words finding.statement}}`: the nearest language there is, marked when it is not the page's. */
  handlebars.registerHelper('words', (words: Words, options: Options) => {
    const locale = localeOf(options);
    const picked = pickWords(locale, words);
    const text = escapeExpression(picked.text);
    if (picked.locale === locale) return new SafeString(text);
    return new SafeString(`<span lang="${picked.locale}">${text}</span>`);
  });

  /** The same without a mark, for attributes. */
  handlebars.registerHelper('wordsText', (words: Words, options: Options) =>
    inWords(localeOf(options), words),
  );

  handlebars.registerHelper('number', (value: number, options: Options) =>
    numbersIn(localeOf(options), {}).format(value),
  );

  /** A share from 0 to 1 in per cent. */
  handlebars.registerHelper('percent', (value: number, options: Options) =>
    numbersIn(localeOf(options), { style: 'percent', maximumFractionDigits: 0 }).format(value),
  );

  /** `{{date moment}}`: a day as people write it. */
  handlebars.registerHelper('date', (moment: string, options: Options) =>
    timeTag(moment, { dateStyle: 'long', timeZone: 'UTC' }, options),
  );

  handlebars.registerHelper('dateTime', (moment: string, options: Options) =>
    timeTag(moment, { dateStyle: 'medium', timeStyle: 'short' }, options),
  );

  function timeTag(moment: string, style: Intl.DateTimeFormatOptions, options: Options) {
    const text = datesIn(localeOf(options), style).format(new Date(moment));
    return new SafeString(
      `<time datetime="${escapeExpression(moment)}">${escapeExpression(text)}</time>`,
    );
  }

  handlebars.registerHelper('country', (code: string, options: Options) =>
    countryName(localeOf(options), code),
  );

  handlebars.registerHelper('language', (code: string, options: Options) =>
    languageName(localeOf(options), code),
  );

  handlebars.registerHelper('eq', (one: unknown, other: unknown) => one === other);
  handlebars.registerHelper('asset', (name: string) => assets.url(name));
}

/** Making one takes a hundred times as long as using it, and a page has many numbers. */
function madeOnce<F, S>(make: (tag: string, style: S) => F): (locale: Locale, style: S) => F {
  const made = new Map<string, F>();
  return (locale, style) => {
    const name = `${locale} ${JSON.stringify(style)}`;
    const format = made.get(name) ?? make(tags[locale], style);
    made.set(name, format);
    return format;
  };
}

const numbersIn = madeOnce(
  (tag, style: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, style),
);
const datesIn = madeOnce(
  (tag, style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, style),
);
