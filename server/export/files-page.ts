/** What the page of a review's files may show. */
import type { Locale } from '../../schema/columns.ts';
import { translate } from '../platform/i18n.ts';
import { listNames, publicListNames } from './tables/lists.ts';
import { tableFormats } from './tables/table-files.ts';

export function filesPage(place: {
  locale: Locale;
  slug: string;
  mayRead: boolean;
  mayOwn: boolean;
}) {
  const { locale, slug, mayRead, mayOwn } = place;
  return {
    title: translate(locale, 'files.title'),
    slug,
    mayRead,
    mayOwn,
    lists: (mayRead ? listNames : publicListNames).map((name) => ({
      title: translate(locale, `list.${name}.title`),
      files: listFiles(slug, name),
    })),
  };
}

/** Every format that a list goes out in. */
function listFiles(slug: string, name: (typeof listNames)[number]) {
  const address = `/reviews/${slug}/lists/${name}`;
  return [
    ...tableFormats.map((format) => ({ format: format as string, href: `${address}.${format}` })),
    { format: 'csv_spreadsheet', href: `${address}.csv?for=spreadsheet` },
    { format: 'json', href: `${address}.json` },
  ];
}
