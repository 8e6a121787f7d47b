/** The formats we read and write, and which of them a file is in. */
import { bibtex } from './bibtex/bibtex.ts';
import type { Format } from './format.ts';
import { cff } from './json/cff.ts';
import { cslJson } from './json/csl-json.ts';
import { cslYaml } from './json/csl-yaml.ts';
import { marc } from './marc/marc.ts';
import { marcText } from './marc/marc-text.ts';
import { marcxml } from './marc/marcxml.ts';
import { plainList } from './printed/plain-list.ts';
import { csv } from './tables/csv.ts';
import { embaseRows } from './tables/embase-rows.ts';
import { endnoteTagged } from './tagged/endnote-tagged.ts';
import { labelled } from './tagged/labelled.ts';
import { nbib } from './tagged/nbib.ts';
import { noteExpress } from './tagged/noteexpress.ts';
import { pubmedText } from './tagged/pubmed-text.ts';
import { refworks } from './tagged/refworks.ts';
import { ris } from './tagged/ris.ts';
import { wos } from './tagged/wos.ts';
import { citavi } from './xml/citavi.ts';
import { dublinCore } from './xml/dublin-core.ts';
import { ebscoXml } from './xml/ebsco-xml.ts';
import { endnoteXml } from './xml/endnote-xml.ts';
import { feeds } from './xml/feeds.ts';
import { jats } from './xml/jats.ts';
import { mods } from './xml/mods.ts';
import { pubmedXml } from './xml/pubmed-xml.ts';
import { trialRegisters } from './xml/trial-registers.ts';
import { zoteroRdf } from './xml/zotero-rdf.ts';

/** In the order in which a person is offered them. */
export const formats: readonly Format[] = [
  ris,
  bibtex,
  csv,
  cslJson,
  cslYaml,
  cff,
  nbib,
  endnoteXml,
  endnoteTagged,
  refworks,
  noteExpress,
  zoteroRdf,
  citavi,
  wos,
  labelled,
  ebscoXml,
  embaseRows,
  mods,
  marcxml,
  marc,
  marcText,
  dublinCore,
  jats,
  feeds,
  trialRegisters,
  pubmedXml,
  pubmedText,
  plainList,
];

// Below this a guess helps nobody: the person is asked.
const certainEnough = 0.5;

/** The format a file's first kilobytes of text are in; undefined when none is likely. */
export function detectFormat(head: string): Format | undefined {
  const text = head.replace(/^\ufeff/, '');
  const scored = formats.map((format) => ({ format, score: format.detect(text) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= certainEnough ? best.format : undefined;
}

export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}
