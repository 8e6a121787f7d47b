/** What the page with the texts of a publication's files may show. */
import type { Locale } from '../../../schema/columns.ts';
import { translate } from '../../platform/i18n.ts';
import type { documentText } from './document-text.ts';

export function documentTextPage(
  { locale, slug }: { locale: Locale; slug: string },
  found: ReturnType<typeof documentText>,
) {
  return {
    title: translate(locale, 'screening.text_of_document'),
    deskPath: `/reviews/${slug}/screening/full_text?report=${found.id}`,
    publication: found.title,
    files: found.files.map(({ name, pages }) => ({
      name,
      pages: pages.map(({ page, text, isScanned }) => ({
        page,
        isScanned,
        paragraphs: text
          .split(/\n{2,}/)
          .map((part) => part.trim())
          .filter(Boolean),
      })),
    })),
  };
}
