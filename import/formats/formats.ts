/** The formats we read and write, and which of them a file is in. */
import { bibtex } from './bibtex.ts';
import { citavi } from './citavi.ts';
import { cslJson } from './csl-json.ts';
import { cslYaml } from './csl-yaml.ts';
import { csv } from './csv.ts';
import { dublinCore } from './dublin-core.ts';
import { ebscoXml } from './ebsco-xml.ts';
import { embaseRows } from './embase-rows.ts';
import { endnoteTagged } from './endnote-tagged.ts';
import { endnoteXml } from './endnote-xml.ts';
import type { Format } from './format.ts';
import { jats } from './jats.ts';
import { labelled } from './labelled.ts';
import { marc } from './marc.ts';
import { marcText } from './marc-text.ts';
import { marcxml } from './marcxml.ts';
import { mods } from './mods.ts';
import { nbib } from './nbib.ts';
import { plainList } from './plain-list.ts';
import { pubmedText } from './pubmed-text.ts';
import { pubmedXml } from './pubmed-xml.ts';
import { refworks } from './refworks.ts';
import { ris } from './ris.ts';
import { trialRegisters } from './trial-registers.ts';
import { wos } from './wos.ts';
import { zoteroRdf } from './zotero-rdf.ts';

/** In the order in which a person is offered them. */
export const formats: readonly Format[] = [
  ris,
  bibtex,
  csv,
  cslJson,
  cslYaml,
  nbib,
  endnoteXml,
  endnoteTagged,
  refworks,
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
