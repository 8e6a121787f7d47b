/** Which sections of the written report say what a checklist asks for: what it is made of, and the team's own texts. */
import type { Words } from '../../../schema/columns.ts';
import type { DeliveryPart } from '../../../schema/deliveries.ts';
import { translate } from '../../platform/i18n.ts';
import { tableChoices } from '../../synthesis/builder/any-table.ts';
import { deliveryInForce } from '../delivery/deliveries.ts';
import { headingOf } from '../delivery/report.ts';
import type { DeliveryRequest } from '../delivery/request.ts';
import { abstractTopics, type Topic } from './items.ts';

/** A text of the team's own answers what its heading names, in whichever of the languages it is written. */
const named: [Topic[], RegExp][] = [
  [['abstract'], /abstract|executive summary|\bsummary\b|sammanfattning|sammendrag|samandrag/],
  [['rationale'], /background|introduction|rationale|bakgr|inledning|innledning|innleiing/],
  [['discussion', 'summary_of_evidence'], /discussion|diskussion|diskusjon|drøfting/],
  [
    ['limitations', 'evidence_limits', 'process_limits'],
    /limitation|weakness|begränsning|svaghet|begrensning|svakhe|veikskap|avgrensing|metodekritik/,
  ],
  [['conclusions', 'implications'], /conclusion|slutsats|konklusj/],
  [['implications'], /implication|implikation|implikasjon|recommend|rekommend|anbefal|tilråd/],
  [['registration', 'protocol_and_registration'], /registr/],
  [['protocol', 'protocol_and_registration'], /protocol|protokoll/],
  [['support'], /funding|commission|financ|uppdrag|finansier|oppdrag/],
  [
    ['interests'],
    /interest|disclosure|\bjäv\b|intressekonflikt|bindning|interessekonflikt|habilitet/,
  ],
  [['availability'], /availab|open data|tillgänglig|öppna data|tilgjeng|åpne data|opne data/],
  [['effect_measures'], /effect measure|measures of effect|effektmått|effektmål/],
  [
    ['synthesis_eligibility', 'data_preparation', 'presentation', 'synthesis_methods'],
    /synthesis method|metasynthes|\bsynthesis\b|syntes|sammanställning|sammenstilling|samanstilling/,
  ],
  [
    ['heterogeneity', 'heterogeneity_results'],
    /heterogen|subgroup|undergrupp|subgrupp|undergruppe/,
  ],
  [
    ['sensitivity', 'sensitivity_results'],
    /sensitivity anal|känslighetsanal|sensitivitetsanal|følsomhetsanal/,
  ],
  [
    ['reporting_bias', 'reporting_bias_results'],
    /reporting bias|publication bias|publiceringsbias|publikasjonsskj?eivskap|publi[ks]\p{L}*skjevhet/u,
  ],
];

/** Headings in the report's own order, each once; a part within a section stands after it. */
export type Sections = Partial<Record<Topic, string[]>>;

type Asked = Pick<DeliveryRequest, 'db' | 'review' | 'locale' | 'isPublic'>;

/** @param has what the review holds anything of; an empty section answers nothing. */
export function sectionsOf(request: Asked, has: (topic: Topic) => boolean): Sections {
  const { db, review, locale, isPublic } = request;
  const tables = tableChoices(db, review.id, { locale, onlyPublic: isPublic });
  const sections: Sections = {};
  const say = (topic: Topic, heading: string) => {
    const known = sections[topic] ?? [];
    if (!known.includes(heading)) sections[topic] = [...known, heading];
  };
  if (has('title')) say('title', translate(locale, 'checklist.title_page'));
  if (has('support')) say('support', translate(locale, 'checklist.title_page'));
  for (const part of deliveryInForce(db, review.id).parts) {
    if (part.kind === 'table' && !tables.some(({ name }) => name === part.table)) continue;
    const heading = headingOf({ locale, tables }, part);
    for (const [topic, below] of answeredBy(part))
      if (has(topic)) say(topic, below ? `${heading}: ${translate(locale, below)}` : heading);
    if (isSaid(part.text)) for (const topic of topicsNamed(part, heading)) say(topic, heading);
    if (part.kind === 'background' && (isSaid(part.text) || isSaid(review.summary)))
      say('rationale', heading);
  }
  if (sections.abstract) for (const topic of abstractTopics) sections[topic] = sections.abstract;
  return sections;
}

type Below = `method.${'searches' | 'screening' | 'coding' | 'appraisal' | 'amendments'}` | null;

/** What a part says by itself, from the rows of the review. */
function answeredBy({ kind, table }: DeliveryPart): [Topic, Below][] {
  switch (kind) {
    case 'questions':
      return [['objectives', null]];
    case 'criteria':
      return [
        ['eligibility', null],
        ['eligibility_reasons', null],
      ];
    case 'method':
      return [
        ['sources', 'method.searches'],
        ['selection', 'method.screening'],
        ['collection', 'method.coding'],
        ['outcomes', 'method.coding'],
        ['variables', 'method.coding'],
        ['data_items', 'method.coding'],
        ['appraisal', 'method.appraisal'],
        ['amendments', 'method.amendments'],
      ];
    case 'flow':
      return [['study_selection', null]];
    case 'table':
      return ofTable(table);
    case 'appraisal':
      return [['appraisal_results', null]];
    case 'findings':
      return [
        ['synthesis_results', null],
        ['certainty_results', null],
        ['contributing_studies', null],
      ];
    case 'searches':
      return [
        ['sources', null],
        ['search', null],
        ['one_search', null],
      ];
    default:
      return [];
  }
}

function ofTable(table: string): [Topic, Below][] {
  if (table === 'publications') return [['characteristics', null]];
  if (table === 'findings')
    return [
      ['individual_results', null],
      ['synthesis_results', null],
    ];
  return ['comparison', 'welfare', 'themes'].includes(table) ? [['synthesis_results', null]] : [];
}

const isSaid = (words: Words): boolean => Object.values(words).some((text) => text.trim() !== '');

function topicsNamed(part: DeliveryPart, shown: string): Topic[] {
  const headings = [shown, ...Object.values(part.heading)].join('\n').toLowerCase();
  return named.filter(([, words]) => words.test(headings)).flatMap(([topics]) => topics);
}
