/** What Zotero's JSON and its RDF have in common: its types, who wrote, and the field for everything else. */
import type { ReferenceType } from '../../reference.ts';
import type { Role, RoleField } from '../roles.ts';

const types: Record<string, ReferenceType> = {
  artwork: 'document',
  audioRecording: 'speech',
  bill: 'bill',
  blogPost: 'webpage',
  book: 'book',
  bookSection: 'chapter',
  case: 'legislation',
  computerProgram: 'software',
  conferencePaper: 'paper-conference',
  dataset: 'dataset',
  dictionaryEntry: 'entry-encyclopedia',
  encyclopediaArticle: 'entry-encyclopedia',
  hearing: 'legislation',
  journalArticle: 'article-journal',
  magazineArticle: 'article-magazine',
  manuscript: 'manuscript',
  newspaperArticle: 'article-newspaper',
  patent: 'patent',
  preprint: 'article-journal',
  presentation: 'speech',
  report: 'report',
  standard: 'document',
  statute: 'legislation',
  thesis: 'thesis',
  webpage: 'webpage',
};

export const typeOfZotero = (written: string): ReferenceType | undefined => types[written];

/** The kinds of creators that stand where an author does. */
export const isAuthorType = (type: string): boolean =>
  /^(?:author|presenter|programmer|artist|inventor|podcaster)$/.test(type);

/** One `Name: value` a line, as Zotero's users write what it has no field for. */
export function extraFields(extra: string): RoleField[] {
  return extra.split('\n').map((line) => {
    const [, name = '', value = ''] = /^\s*([A-Za-z ]{2,20}):\s*(\S.*)$/.exec(line) ?? [];
    const role: Role | undefined =
      name.toUpperCase() === 'DOI' ? 'doi' : /^pmid$/i.test(name) ? 'accession' : undefined;
    return role ? { tag: 'extra', value, role } : { tag: 'extra', value: line, role: undefined };
  });
}
