/** Publications as a list of references in a style and a language: what the citation processor makes of them. */
import citeproc, { type Engine } from 'citeproc';
import type { WritableReference } from '../../../import/formats/format.ts';
import { notFound } from '../../errors.ts';
import { type CslItem, itemOf, othersMark } from './items.ts';
import { type CitationEntry, entryOf } from './runs.ts';
import { type CitationLanguage, cslTags, localeNode, styleNode } from './styles.ts';

export type Citing = { style: string; language: CitationLanguage };
export type Bibliography = {
  entries: CitationEntry[];
  /** The second line of a reference begins further in. */
  isHanging: boolean;
};

/** @throws NOT_FOUND for a style that there is not. */
export function bibliography(references: WritableReference[], citing: Citing): Bibliography {
  const items = references.map((reference, at) =>
    itemOf(String(reference.id ?? at + 1), reference),
  );
  return cite(items, citing);
}

/** The order of the entries is the style's: by name, or as they come. */
export function cite(items: CslItem[], citing: Citing): Bibliography {
  const engine = engineFor(items, citing);
  engine.updateItems(items.map((item) => item.id));
  const made = items.length > 0 && engine.makeBibliography();
  const etAl = engine.getTerm('et-al').replace(/^\s+/, '');
  if (made) {
    const [facts, htmls] = made;
    const entries = htmls.map((html, at) =>
      entryOf(facts.entry_ids[at]?.[0] ?? '', withOthers(html, etAl)),
    );
    return { entries, isHanging: Boolean(facts.hangingindent) };
  }
  // A style for footnotes only knows no list: each stands as its note would.
  const entries = items.map(({ id }) =>
    entryOf(id, withOthers(engine.makeCitationCluster([{ id }]), etAl)),
  );
  return { entries, isHanging: false };
}

function engineFor(items: CslItem[], { style, language }: Citing): Engine {
  const node = styleNode(style);
  if (!node) throw notFound();
  const known = new Map<string, CslItem>(items.map((item) => [item.id, item]));
  const system = {
    retrieveLocale: (tag: string) => structuredClone(localeNode(tag) ?? localeNode('en-US')),
    retrieveItem: (id: string) => structuredClone(known.get(id) ?? {}),
  };
  const engine = new citeproc.Engine(system, node, cslTags[language], true);
  engine.setOutputFormat('html');
  return engine;
}

const beforeOthers = /(?:,|;|\s|&#38;|&amp;|\b(?:and|och|og|und|et)\b|…|\.\.\.)*/;
const others = new RegExp(`${beforeOthers.source}${othersMark}\\.?`, 'g');

/** "Berg, A., & OTHERS" is "Berg, A. et al." */
const withOthers = (html: string, etAl: string): string => html.replaceAll(others, ` ${etAl}`);
