/**
 * The frameworks the document proposes for Eskilstuna, as codebooks with steps. Only what its text
 * says is here; the figures are pictures whose words the extracted text gives in part.
 */
import type { Words } from '../words.ts';
import { livingWell, livingWellRisk } from './frameworks-living-well.ts';
import { figure, type Source, structureChapter } from './source.ts';

export type Step = { key: string; label: Words; definition: Words; source: Source };

export type Framework = {
  key: string;
  label: Words;
  definition: Words;
  /** The included publication that the framework comes from. */
  publication: string;
  /** Stated, read by us from the figure's layout, or parts without an order. */
  order: 'stated' | 'judgement' | 'none';
  note: Words | null;
  steps: Step[];
  source: Source;
};

const mucfModel: Framework = {
  key: 'mucf-cooperation-model',
  label: {
    en: 'MUCF’s cooperation model for public actors and civil society',
    sv: 'MUCF:s samverkansmodell för offentliga aktörer och civilsamhället',
    nb: 'MUCFs samarbeidsmodell for offentlige aktører og sivilsamfunnet',
    nn: 'Samarbeidsmodellen til MUCF for offentlege aktørar og sivilsamfunnet',
  },
  definition: {
    en: 'A way through a cooperation, made first of all for the public sector but open to civil society too.',
    sv: 'En väg genom ett samarbete, gjord främst för offentlig sektor men öppen även för civilsamhället.',
    nb: 'En vei gjennom et samarbeid, laget først og fremst for offentlig sektor, men åpen også for sivilsamfunnet.',
    nn: 'Ein veg gjennom eit samarbeid, laga først og fremst for offentleg sektor, men open òg for sivilsamfunnet.',
  },
  publication: 'mucf-2021b',
  order: 'judgement',
  note: {
    en: 'The figure’s text is broken in the extraction: the order is our reading, and the second word of the planning step is missing.',
    sv: 'Figurens text är sönderbruten i extraktionen: ordningen är vår läsning, och andra ordet i planeringssteget saknas.',
    nb: 'Teksten i figuren er brutt opp i uttrekket: rekkefølgen er vår lesning, og det andre ordet i planleggingstrinnet mangler.',
    nn: 'Teksten i figuren er broten opp i uttrekket: rekkjefølgja er vår lesing, og det andre ordet i planleggingssteget manglar.',
  },
  steps: [
    {
      key: 'conditions',
      label: {
        en: 'Conditions for public actors',
        sv: 'Förutsättningar för offentliga aktörer',
        nb: 'Forutsetninger for offentlige aktører',
        nn: 'Føresetnader for offentlege aktørar',
      },
      definition: {
        en: 'What a public body needs to have in place; the figure gives the heading only.',
        sv: 'Vad en offentlig aktör behöver ha på plats; figuren ger bara rubriken.',
        nb: 'Hva en offentlig aktør må ha på plass; figuren gir bare overskriften.',
        nn: 'Kva ein offentleg aktør må ha på plass; figuren gjev berre overskrifta.',
      },
      source: figure(7),
    },
    {
      key: 'identify-involve',
      label: {
        en: 'Identify and involve',
        sv: 'Identifiera och involvera',
        nb: 'Identifisere og involvere',
        nn: 'Identifisere og involvere',
      },
      definition: {
        en: 'Settle who is to take part, and how.',
        sv: 'Klargör vilka som ska vara med och hur.',
        nb: 'Avklar hvem som skal være med, og hvordan.',
        nn: 'Avklar kven som skal vere med, og korleis.',
      },
      source: figure(7),
    },
    {
      key: 'common-picture',
      label: {
        en: 'A common picture',
        sv: 'Gemensam bild',
        nb: 'Felles bilde',
        nn: 'Felles bilete',
      },
      definition: {
        en: 'Find out whether the parties want the same from the cooperation or different things.',
        sv: 'Ta reda på om parterna vill samma sak eller olika saker med samarbetet.',
        nb: 'Finn ut om partene vil det samme eller ulike ting med samarbeidet.',
        nn: 'Finn ut om partane vil det same eller ulike ting med samarbeidet.',
      },
      source: figure(7),
    },
    {
      key: 'method',
      label: { en: 'Method', sv: 'Metod', nb: 'Metode', nn: 'Metode' },
      definition: {
        en: 'Choose the form of cooperation that best leads to its goal.',
        sv: 'Välj den samarbetsform som bäst leder till målet.',
        nb: 'Velg den samarbeidsformen som best fører til målet.',
        nn: 'Vel den samarbeidsforma som best fører til målet.',
      },
      source: figure(7),
    },
    {
      key: 'plan',
      label: { en: 'Plan', sv: 'Planera', nb: 'Planlegge', nn: 'Planleggje' },
      definition: {
        en: 'Plan the work; the second half of the step’s name is not readable in the text.',
        sv: 'Planera arbetet; den andra halvan av stegets namn går inte att läsa i texten.',
        nb: 'Planlegg arbeidet; andre halvdel av navnet på trinnet kan ikke leses i teksten.',
        nn: 'Planlegg arbeidet; andre halvdelen av namnet på steget kan ikkje lesast i teksten.',
      },
      source: figure(7),
    },
    {
      key: 'adjust-polish',
      label: {
        en: 'Adjust and polish',
        sv: 'Justera och polera',
        nb: 'Justere og finpusse',
        nn: 'Justere og finpusse',
      },
      definition: {
        en: 'Change and refine what is under way; the figure gives the heading only.',
        sv: 'Ändra och förfina det som pågår; figuren ger bara rubriken.',
        nb: 'Endre og forbedre det som er i gang; figuren gir bare overskriften.',
        nn: 'Endre og forbetre det som er i gang; figuren gjev berre overskrifta.',
      },
      source: figure(7),
    },
  ],
  source: structureChapter,
};

const inForCareRecipes: Framework = {
  key: 'in-for-care-recipes',
  label: {
    en: 'In For Care recipes',
    sv: 'In For Cares recept',
    nb: 'Oppskriftene fra In For Care',
    nn: 'Oppskriftene frå In For Care',
  },
  definition: {
    en: 'A cookbook of methods tried by six countries around the North Sea in 2017–2019, to meet the challenge of finding and keeping volunteers and informal carers.',
    sv: 'En kokbok med metoder som sex länder kring Nordsjön prövade 2017–2019, för att klara utmaningen att hitta och behålla frivilliga och informella omsorgsgivare.',
    nb: 'En kokebok med metoder som seks land rundt Nordsjøen prøvde ut i 2017–2019, for å møte utfordringen med å finne og beholde frivillige og uformelle omsorgsgivere.',
    nn: 'Ei kokebok med metodar som seks land kring Nordsjøen prøvde ut i 2017–2019, for å møte utfordringa med å finne og halde på frivillige og uformelle omsorgsgjevarar.',
  },
  publication: 'in-for-care-2019',
  order: 'stated',
  note: {
    en: 'The document names the three parts and does not describe the single recipes.',
    sv: 'Dokumentet nämner de tre delarna men beskriver inte de enskilda recepten.',
    nb: 'Dokumentet nevner de tre delene, men beskriver ikke de enkelte oppskriftene.',
    nn: 'Dokumentet nemner dei tre delane, men skildrar ikkje dei einskilde oppskriftene.',
  },
  steps: [
    {
      key: 'recruit',
      label: { en: 'Recruit', sv: 'Rekrytera', nb: 'Rekruttere', nn: 'Rekruttere' },
      definition: {
        en: 'Reach people who want to become volunteers, and informal carers.',
        sv: 'Nå människor som vill bli frivilliga, och informella omsorgsgivare.',
        nb: 'Nå folk som vil bli frivillige, og uformelle omsorgsgivere.',
        nn: 'Nå folk som vil bli frivillige, og uformelle omsorgsgjevarar.',
      },
      source: structureChapter,
    },
    {
      key: 'train',
      label: { en: 'Train', sv: 'Utbilda', nb: 'Lære opp', nn: 'Lære opp' },
      definition: {
        en: 'Give volunteers and informal carers the training they need.',
        sv: 'Ge frivilliga och informella omsorgsgivare den utbildning de behöver.',
        nb: 'Gi frivillige og uformelle omsorgsgivere den opplæringen de trenger.',
        nn: 'Gje frivillige og uformelle omsorgsgjevarar den opplæringa dei treng.',
      },
      source: structureChapter,
    },
    {
      key: 'keep',
      label: { en: 'Keep', sv: 'Behålla', nb: 'Beholde', nn: 'Halde på' },
      definition: {
        en: 'See to it that volunteers and informal carers stay.',
        sv: 'Se till att frivilliga och informella omsorgsgivare stannar kvar.',
        nb: 'Sørg for at frivillige og uformelle omsorgsgivere blir værende.',
        nn: 'Syt for at frivillige og uformelle omsorgsgjevarar blir verande.',
      },
      source: structureChapter,
    },
  ],
  source: structureChapter,
};

export const frameworks: Framework[] = [mucfModel, inForCareRecipes, livingWell, livingWellRisk];
