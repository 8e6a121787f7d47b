/** What a path does not say in the JSON of services: people, titles by language, numbers by their kind. */
import { nameOfParts, printName } from '../../normalize/names.ts';
import type { Name } from '../../reference.ts';
import type { Role, RoleField } from '../roles.ts';
import { isObject, type Json, takeAt, takeWhole, textsAt } from './json-paths.ts';

/** OpenAlex gives an abstract as the places of its words. */
export function textOfIndex(index: unknown): RoleField[] {
  if (!isObject(index)) return [];
  const words: string[] = [];
  for (const [word, places] of Object.entries(index))
    if (Array.isArray(places)) for (const place of places) words[Number(place)] = word;
  const value = Object.values(words).join(' ');
  return [{ tag: 'abstract_inverted_index', value, role: 'abstract' }];
}

export function people(
  item: Json,
  list: string,
  [family = '', given = '', whole = '']: string[],
  role: Role = 'author',
): RoleField[] {
  return takeWhole(item, list).flatMap((list_) =>
    (Array.isArray(list_) ? list_ : [list_]).map((one) =>
      personField(list, one, { family, given, whole }, role),
    ),
  );
}

type NameKeys = { family: string; given: string; whole: string };

function personField(tag: string, one: unknown, keys: NameKeys, role: Role): RoleField {
  const [family = ''] = textsAt(one, keys.family);
  const [given = ''] = textsAt(one, keys.given);
  const [whole = ''] = textsAt(one, keys.whole);
  if (!family) return { tag, value: whole, role };
  const name: Name = nameOfParts(family, given);
  return { tag, value: printName(name), role, name };
}

/** Its list of authors, or the line that stands for it where there is none. */
export function peopleOfEuropePmc(item: Json): RoleField[] {
  const line = takeAt(item, 'authorString', 'author').flatMap(({ tag, value }) =>
    value
      .replace(/\.$/, '')
      .split(/,\s*/)
      .map((one): RoleField => ({ tag, value: one, role: 'author' })),
  );
  const listed = people(item, 'authorList.author', ['lastName', 'firstName', 'collectiveName']);
  return listed.length > 0 ? listed : line;
}

/** Titles and summaries by language: the document's own first. */
export function inTheirLanguage(item: Json): RoleField[] {
  const [own = ''] = textsAt(item, 'original_language');
  const inOrder = (texts: Json) =>
    Object.entries(texts).sort(([a], [b]) => Number(b === own) - Number(a === own));
  return (['title', 'summary', 'abstract'] as const).flatMap((tag) =>
    takeWhole(item, tag).flatMap((texts) => {
      if (!isObject(texts)) return [];
      return inOrder(texts).map(([language, value], index): RoleField => {
        const role = tag !== 'title' ? 'abstract' : index === 0 ? 'title' : 'translatedTitle';
        return { tag: `${tag}.${language}`, value: String(value ?? ''), role };
      });
    }),
  );
}

export function linksOfCristin(item: Json): RoleField[] {
  return takeWhole(item, 'links').flatMap((list) =>
    (Array.isArray(list) ? list : [list]).flatMap((link): RoleField[] => {
      const [type = ''] = textsAt(link, 'url_type');
      const role: Role = type === 'DOI' ? 'doi' : 'url';
      return textsAt(link, 'url').map((value) => ({ tag: `links.${type}`, value, role }));
    }),
  );
}

export const peopleOfCristin = (item: Json): RoleField[] =>
  ['contributors.preview', 'authors'].flatMap((list) =>
    people(item, list, ['surname', 'first_name']),
  );

export function partsOfNva(item: Json): RoleField[] {
  const contributors = takeWhole(item, 'entityDescription.contributors');
  const listed = contributors.flatMap((list) => (Array.isArray(list) ? list : [list]));
  const named = listed.flatMap((one): RoleField[] => {
    const [does = ''] = textsAt(one, 'role', 'type');
    const role: Role | undefined =
      does === 'Editor' ? 'editor' : /^(?:Creator|)$/.test(does) ? 'author' : undefined;
    return textsAt(one, 'identity', 'name').map((value) => ({
      tag: `contributors.${does}`,
      value,
      role,
    }));
  });
  const date = takeWhole(item, 'entityDescription.publicationDate').map((one): RoleField => {
    const parts = ['year', 'month', 'day'].flatMap((part) => textsAt(one, part));
    return { tag: 'publicationDate', value: parts.join('-'), role: 'date' };
  });
  const languages = takeAt(item, 'entityDescription.language', 'language').map((field) => ({
    ...field,
    value: field.value.replace(/^.*\//, ''),
  }));
  return [...named, ...date, ...languages];
}

/** A subtitle and a title in another language are marked. */
export function titlesOfDataCite(item: Json): RoleField[] {
  return takeWhole(item, 'titles').flatMap((list) =>
    (Array.isArray(list) ? list : [list]).flatMap((one) => {
      const [type = ''] = textsAt(one, 'titleType');
      const role: Role =
        type === 'Subtitle' ? 'subtitle' : type === 'TranslatedTitle' ? 'translatedTitle' : 'title';
      return textsAt(one, 'title').map((value) => ({ tag: `titles.${type}`, value, role }));
    }),
  );
}

/** All authors where the answer has them, else the first; keywords in one line. */
export function partsOfScopus(item: Json): RoleField[] {
  const first = takeAt(item, 'dc:creator', 'author');
  const all = people(item, 'author', ['surname', 'given-name', 'authname']);
  const keywords = takeAt(item, 'authkeywords', 'keyword').flatMap(({ tag, value }) =>
    value.split('|').map((word): RoleField => ({ tag, value: word.trim(), role: 'keyword' })),
  );
  const creators =
    all.length > 0 ? first.map(({ tag, value }) => ({ tag, value, role: undefined })) : first;
  return [...all, ...creators, ...keywords];
}

/** Names as `Berg A`, groups marked as such; the number of the summary stands among the others too. */
export function partsOfSummary(item: Json): RoleField[] {
  const [id] = textsAt(item, 'uid');
  const numbers = identified(item, 'articleids', 'idtype', 'value');
  const place = takeAt(item, 'elocationid', undefined).map((field): RoleField => {
    const doi = /^doi:\s*(\S+)$/i.exec(field.value)?.[1];
    return doi ? { ...field, value: doi, role: 'doi' } : field;
  });
  const authors = takeWhole(item, 'authors').flat();
  const named = authors.flatMap((one): RoleField[] => {
    const [kind = ''] = textsAt(one, 'authtype');
    const isGroup = /^CollectiveName$/i.test(kind);
    return textsAt(one, 'name').map((value) => ({
      tag: 'authors',
      value,
      role: /^Editor$/i.test(kind) ? 'editor' : 'author',
      ...(isGroup && { name: { literal: value } }),
    }));
  });
  const isBook = textsAt(item, 'title').every((title) => title === '');
  const book = isBook ? takeAt(item, 'booktitle', 'title') : [];
  return [...named, ...book, ...numbers.filter(({ value }) => value !== id), ...place];
}

const roleOfKind: Record<string, Role> = {
  doi: 'doi',
  pmid: 'accession',
  pissn: 'number',
  eissn: 'number',
};

/** A list of numbers, each with the kind it is of. */
export function identified(item: Json, list: string, kind: string, value: string): RoleField[] {
  return takeWhole(item, list).flatMap((all) =>
    (Array.isArray(all) ? all : [all]).flatMap((one) => {
      const [type = ''] = textsAt(one, kind);
      const role = roleOfKind[type.toLowerCase()];
      return textsAt(one, value).map((text) => ({ tag: `${list}.${type}`, value: text, role }));
    }),
  );
}
