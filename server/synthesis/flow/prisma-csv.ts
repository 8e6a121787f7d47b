/**
 * The flow as the input file of the R package PRISMA2020 (Haddaway et al. 2022, 10.1002/cl2.1230), so that anybody can
 * draw our numbers with it: its rows, its columns, in its order.
 */
import { type BoxId, isBoxId } from './boxes.ts';
import type { Flow, FlowPart } from './flow.ts';

const header = ['data', 'node', 'box', 'description', 'boxtext', 'tooltips', 'url', 'n'];

/** The package's own file, with our box in place of the number; `.parts` where it lists sources or reasons. */
// biome-ignore format: a table reads best a row a line
const rows: [...texts: string[], box: string][] = [
  ['NA', 'node4', 'prevstud', 'Grey title box; Previous studies', 'Previous studies', 'Grey title box; Previous studies', 'prevstud.html', ''],
  ['previous_studies', 'node5', 'box1', 'Studies included in previous version of review', 'Studies included in previous version of review', 'Studies included in previous version of review', 'previous_studies.html', 'P1'],
  ['previous_reports', 'NA', 'box1', 'Reports of studies included in previous version of review', 'Reports of studies included in previous version of review', 'NA', 'previous_reports.html', 'P2'],
  ['NA', 'node6', 'newstud', 'Yellow title box; Identification of new studies via databases and registers', 'Identification of new studies via databases and registers', 'Yellow title box; Identification of new studies via databases and registers', 'newstud.html', ''],
  ['database_results', 'node7', 'box2', 'Records identified from: Databases', 'Databases', 'Records identified from: Databases and Registers', 'database_results.html', 'I1'],
  ['database_specific_results', 'NA', 'box2', 'Records identified from: specific databases', 'Specific Databases', 'NA', 'database_results.html', 'I1.parts'],
  ['register_results', 'NA', 'box2', 'Records identified from: Registers', 'Registers', 'NA', 'NA', 'I2'],
  ['register_specific_results', 'NA', 'box2', 'Records identified from: specific registers', 'Specific Registers', 'NA', 'database_results.html', 'I2.parts'],
  ['NA', 'node16', 'othstud', 'Grey title box; Identification of new studies via other methods', 'Identification of new studies via other methods', 'Grey title box; Identification of new studies via other methods', 'othstud.html', ''],
  ['website_results', 'node17', 'box11', 'Records identified from: Websites', 'Websites', 'Records identified from: Websites, Organisations and Citation Searching', 'website_results.html', 'O1'],
  ['organisation_results', '', 'box11', 'Records identified from: Organisations', 'Organisations', 'NA', 'NA', 'O2'],
  ['citations_results', 'NA', 'box11', 'Records identified from: Citation searching', 'Citation searching', 'NA', 'NA', 'O3'],
  ['duplicates', 'node8', 'box3', 'Duplicate records', 'Duplicate records', 'Duplicate records', 'duplicates.html', 'X1'],
  ['excluded_automatic', 'NA', 'box3', 'Records marked as ineligible by automation tools', 'Records marked as ineligible by automation tools', 'NA', 'NA', 'X2'],
  ['excluded_other', 'NA', 'box3', 'Records removed for other reasons', 'Records removed for other reasons', 'NA', 'NA', 'X3'],
  ['records_screened', 'node9', 'box4', 'Records screened (databases and registers)', 'Records screened', 'Records screened (databases and registers)', 'records_screened.html', 'S1'],
  ['records_excluded', 'node10', 'box5', 'Records excluded (databases and registers)', 'Records excluded', 'Records excluded (databases and registers)', 'records_excluded.html', 'S2'],
  ['dbr_sought_reports', 'node11', 'box6', 'Reports sought for retrieval (databases and registers)', 'Reports sought for retrieval', 'Reports sought for retrieval (databases and registers)', 'dbr_sought_reports.html', 'Q1'],
  ['dbr_notretrieved_reports', 'node12', 'box7', 'Reports not retrieved (databases and registers)', 'Reports not retrieved', 'Reports not retrieved (databases and registers)', 'dbr_notretrieved_reports.html', 'Q2'],
  ['other_sought_reports', 'node18', 'box12', 'Reports sought for retrieval (other)', 'Reports sought for retrieval', 'Reports sought for retrieval (other)', 'other_sought_reports.html', 'OQ1'],
  ['other_notretrieved_reports', 'node19', 'box13', 'Reports not retrieved (other)', 'Reports not retrieved', 'Reports not retrieved (other)', 'other_notretrieved_reports.html', 'OQ2'],
  ['dbr_assessed', 'node13', 'box8', 'Reports assessed for eligibility (databases and registers)', 'Reports assessed for eligibility', 'Reports assessed for eligibility (databases and registers)', 'dbr_assessed.html', 'A1'],
  ['dbr_excluded', 'node14', 'box9', 'Reports excluded (databases and registers): [separate reasons and numbers using ; e.g. Reason1, xxx; Reason2, xxx; Reason3, xxx]', 'Reports excluded', 'Reports excluded (databases and registers)', 'dbrexcludedrecords.html', 'A2.parts'],
  ['other_assessed', 'node20', 'box14', 'Reports assessed for eligibility (other)', 'Reports assessed for eligibility', 'Reports assessed for eligibility (other)', 'other_assessed.html', 'OA1'],
  ['other_excluded', 'node21', 'box15', 'Reports excluded (other): [separate reasons and numbers using ; e.g. Reason1, xxx; Reason2, xxx; Reason3, xxx]', 'Reports excluded', 'Reports excluded (other)', 'other_excluded.html', 'OA2.parts'],
  ['new_studies', 'node15', 'box10', 'New studies included in review', 'New studies included in review', 'New studies included in review', 'new_studies.html', 'N1'],
  ['new_reports', 'NA', 'box10', 'Reports of new included studies', 'Reports of new included studies', 'NA', 'NA', 'N2'],
  ['total_studies', 'node22', 'box16', 'Total studies included in review', 'Total studies included in review', 'Total studies included in review', 'total_studies.html', 'T1'],
  ['total_reports', 'NA', 'box16', 'Reports of total included studies', 'Reports of total included studies', 'NA', 'NA', 'T2'],
  ['identification', 'node1', 'identification', 'Blue identification box', 'Identification', 'Blue identification box', 'identification.html', ''],
  ['screening', 'node2', 'screening', 'Blue screening box', 'Screening', 'Blue screening box', 'screening.html', ''],
  ['included', 'node3', 'included', 'Blue included box', 'Included', 'Blue included box', 'included.html', ''],
  ['total_studies_ma', 'node23', 'box17', 'Total studies included in meta-analysis', 'Total studies included in meta-analysis', 'Total studies included in meta-analysis', 'total_studies_meta_analysis.html', 'M1'],
  ['total_reports_ma', 'NA', 'box17', 'Reports of total included studies in meta-analysis', 'Reports of total included studies in meta-analysis', 'NA', 'NA', 'M2'],
];

/** What R calls a number that is not there. */
const missing = 'NA';
const nothing = '0';

export function prismaCsv(flow: Flow): string {
  const lines = rows.map((row) => {
    const texts = row.slice(0, -1);
    return [...texts, numberFor(flow, row.at(-1) ?? '')].map(quoted).join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/**
 * Counted, else as reported, else missing. Title boxes count nothing, and what the template does not have is not drawn:
 * the package has 0 there, and its older versions cannot read anything else.
 */
function numberFor(flow: Flow, name: string): string {
  if (name === '') return nothing;
  const [id = '', isParts] = name.split('.');
  if (!isBoxId(id)) return nothing;
  const box = flow.boxes.find((each) => each.id === id);
  if (!box) return nothing;
  if (!isParts) return shown(box.derived ?? box.reported);
  return partsOf(id, box.parts) || shown(box.derived ?? box.reported);
}

const shown = (value: number | null): string => (value === null ? missing : String(value));

/** `Name, number; name, number`: neither sign may stand in a name. */
function partsOf(id: BoxId, parts: FlowPart[]): string {
  return parts
    .flatMap((part) => {
      const value = part.derived ?? part.reported;
      if (value === null) return [];
      // Sources have names of their own; reasons are in English as the package's words are.
      const name = id.startsWith('I') ? part.key : (part.label?.en ?? part.key);
      return [`${name.replaceAll(/[;,\s]+/g, ' ').trim()}, ${value}`];
    })
    .join('; ');
}

const quoted = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
