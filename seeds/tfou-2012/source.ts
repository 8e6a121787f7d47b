/** Where a fact of the demonstration content was read: the document, the place in it, its page. */
export const documents = [
  'solbjor-2012',
  'aytar-2022',
  'workday-2025',
  'hinn-archive',
  'project-bank',
] as const;
export type DocumentKey = (typeof documents)[number];

/**
 * The text of Solbjør et al. prints few page numbers (20 and 42 among them); the others are counted
 * from the page breaks between. Slides and web pages have no page.
 */
export type Source = { document: DocumentKey; locator: string; page?: number };

export const tfou = (locator: string, page: number): Source => ({
  document: 'solbjor-2012',
  locator,
  page,
});
