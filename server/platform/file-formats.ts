/** The formats that every table and list goes out in, as links. */
export const gridFormats = ['docx', 'xlsx', 'csv', 'html', 'md', 'tex'] as const;
const fileFormats = [...gridFormats, 'json'] as const;
type FileFormat = (typeof fileFormats)[number];
export type FileLink = { format: FileFormat; href: string };

/** @param address of the table's page, with what it is narrowed down to. */
export const fileLinks = (address: string): FileLink[] => linksIn(fileFormats, address);

/** Of a table whose JSON is part of a greater whole's. */
export const gridLinks = (address: string): FileLink[] => linksIn(gridFormats, address);

function linksIn(formats: readonly FileFormat[], address: string): FileLink[] {
  const [path = '', query] = address.split('?');
  return formats.map((format) => ({
    format,
    href: `${path}.${format}${query ? `?${query}` : ''}`,
  }));
}
