/** Records of trial registers in XML: what WHO's ICTRP gives to download, and ClinicalTrials.gov's own. */
import type { Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText } from '../lines.ts';
import { pieceFromRoles, type Role, type RoleField } from '../roles.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { leavesOf, lineOf, nodesAt, paragraphs, textOf, type XmlNode } from './xml-tree.ts';

export const trialRegisters: Format = {
  id: 'trial-registers',
  label: 'Trial registers (ICTRP, ClinicalTrials.gov)',
  extensions: ['xml'],
  mediaType: 'application/xml',
  detect: (head) =>
    /<Trials_downloaded_from_ICTRP[\s>]|<Trial>\s*(?:<Internal_Number>[^<]*<\/Internal_Number>\s*)?<TrialID>|<clinical_study[\s>]/.test(
      head,
    )
      ? 0.97
      : 0,
  read: (chunks) => readText(chunks, xmlReader(['Trial', 'clinical_study'], toPiece)),
};

/** The title for the public, which the registers have in common, before the scientific one. */
const paths: [Role, ...string[]][] = [
  ['title', 'Public_title'],
  ['title', 'Scientific_title'],
  ['title', 'brief_title'],
  ['title', 'official_title'],
  ['publisher', 'Primary_sponsor'],
  ['publisher', 'sponsors', 'lead_sponsor', 'agency'],
  ['date', 'Date_registration'],
  ['date', 'study_first_posted'],
  ['date', 'study_first_submitted'],
  ['abstract', 'brief_summary', 'textblock'],
  ['keyword', 'Condition'],
  ['keyword', 'condition'],
  ['keyword', 'keyword'],
  ['url', 'web_address'],
  ['url', 'required_header', 'url'],
  ['database', 'Source_Register'],
  ['accession', 'TrialID'],
  ['accession', 'id_info', 'nct_id'],
];

function toPiece({ node, raw, lines }: XmlRecord): Piece {
  const taken = new Set<XmlNode>();
  const given = paths.flatMap(([role, ...path]) =>
    nodesAt(node, ...path).map((found): RoleField => {
      taken.add(found);
      const value = role === 'abstract' ? paragraphs(textOf(found)) : lineOf(found);
      return { tag: path.join('/'), value, role };
    }),
  );
  const left = leavesOf(node, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const options = { keywordSeparator: /;|<br\s*\/?>/i };
  return { ...pieceFromRoles(lines, [...given, ...left], options), raw: raw.trim() };
}
