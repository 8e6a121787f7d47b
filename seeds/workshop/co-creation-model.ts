/** The draft co-creation model: three levels, each with its actors, purpose and ways. */
import { type Framework, slide } from './framework.ts';

export const coCreationModel: Framework = {
  key: 'co-creation-model',
  label: {
    en: 'Draft co-creation model',
    sv: 'Utkast till en samskapandemodell',
    nb: 'Utkast til en samskapingsmodell',
    nn: 'Utkast til ein samskapingsmodell',
  },
  definition: {
    en: 'Three levels at which municipality and volunteers work together, each passing to the next what it needs to know. People who receive the service judge its value. Draft by Gard Ringen Høibjerg (ideas2evidence)',
    sv: 'Tre nivåer där kommun och frivilliga arbetar tillsammans, och där varje nivå meddelar nästa vad den behöver veta. De som får tjänsten bedömer dess värde. Utkast av Gard Ringen Høibjerg (ideas2evidence)',
    nb: 'Tre nivåer der kommune og frivillige arbeider sammen, og der hvert nivå melder videre det neste trenger å vite. De som mottar tjenesten, vurderer verdien av den. Utkast av Gard Ringen Høibjerg (ideas2evidence)',
    nn: 'Tre nivå der kommune og frivillige arbeider saman, og der kvart nivå melder vidare det neste treng å vite. Dei som tek imot tenesta, vurderer verdien av henne. Utkast av Gard Ringen Høibjerg (ideas2evidence)',
  },
  steps: [
    {
      key: 'level-1',
      label: {
        en: 'Level 1: anchoring and division of responsibility',
        sv: 'Nivå 1: förankring och ansvarsfördelning',
        nb: 'Nivå 1: forankring og ansvarsfordeling',
        nn: 'Nivå 1: forankring og ansvarsfordeling',
      },
      definition: {
        en: 'Leaders on both sides set the frame for co-creation',
        sv: 'Ledare på båda sidor sätter ramarna för samskapandet',
        nb: 'Ledere på begge sider setter rammene for samskapingen',
        nn: 'Leiarar på begge sider set rammene for samskapinga',
      },
      parts: [
        {
          key: 'actors',
          label: { en: 'Actors', sv: 'Aktörer', nb: 'Aktører', nn: 'Aktørar' },
          text: {
            en: 'Political and administrative leaders of the municipality; leaders and boards of voluntary organisations and volunteer centres',
            sv: 'Kommunens politiska och administrativa ledning; ledningar och styrelser i frivilligorganisationer och frivilligcentraler',
            nb: 'Kommunens politiske og administrative ledelse; ledelse og styrer i frivillige organisasjoner og frivilligsentraler',
            nn: 'Den politiske og administrative leiinga i kommunen; leiing og styre i frivillige organisasjonar og frivilligsentralar',
          },
        },
        {
          key: 'purpose',
          label: { en: 'Purpose', sv: 'Syfte', nb: 'Hensikt', nn: 'Føremål' },
          text: {
            en: 'Frames for co-creation: questions of principle and strategy settled',
            sv: 'Ramar för samskapande: principiella och strategiska frågor avgjorda',
            nb: 'Rammer for samskaping: prinsipielle og strategiske spørsmål avklart',
            nn: 'Rammer for samskaping: prinsipielle og strategiske spørsmål avklarte',
          },
        },
        {
          key: 'clarifications',
          label: {
            en: 'To be clarified',
            sv: 'Att klargöra',
            nb: 'Avklaringer',
            nn: 'Avklaringar',
          },
          text: {
            en: 'Is it co-production or co-creation that both expect?',
            sv: 'Är det samproduktion eller samskapande som båda förväntar sig?',
            nb: 'Er det samproduksjon eller samskaping begge forventer?',
            nn: 'Er det samproduksjon eller samskaping begge ventar?',
          },
        },
        {
          key: 'how',
          label: { en: 'How', sv: 'Hur', nb: 'Hvordan', nn: 'Korleis' },
          text: {
            en: 'A policy on voluntary work, on its own or inside another plan; what was settled is written down',
            sv: 'En frivillighetspolitik, fristående eller i en annan plan; det som klargjorts skrivs ned',
            nb: 'En frivillighetspolitikk, alene eller i en annen plan; det som er avklart, skrives ned',
            nn: 'Ein frivilligpolitikk, åleine eller i ein annan plan; det som er avklart, blir skrive ned',
          },
        },
        {
          key: 'continuous',
          label: { en: 'All the time', sv: 'Löpande', nb: 'Kontinuerlig', nn: 'Kontinuerleg' },
          text: {
            en: 'Reports come up from the other levels, and the frame is adjusted when needed',
            sv: 'Återkoppling kommer från de andra nivåerna, och ramarna justeras vid behov',
            nb: 'Tilbakemeldinger kommer fra de andre nivåene, og rammene justeres ved behov',
            nn: 'Tilbakemeldingar kjem frå dei andre nivåa, og rammene blir justerte ved behov',
          },
        },
      ],
      source: slide('Nivå 1: Forankring og ansvarsfordeling'),
    },
    {
      key: 'level-2',
      label: {
        en: 'Level 2: service development and division of tasks',
        sv: 'Nivå 2: tjänsteutveckling och uppgiftsfördelning',
        nb: 'Nivå 2: tjenesteutvikling og oppgavefordeling',
        nn: 'Nivå 2: tenesteutvikling og oppgåvefordeling',
      },
      definition: {
        en: 'Needs and solutions are found together (co-design)',
        sv: 'Behov och lösningar hittas tillsammans (co-design)',
        nb: 'Behov og løsninger finnes sammen (co-design)',
        nn: 'Behov og løysingar blir funne saman (co-design)',
      },
      parts: [
        {
          key: 'actors',
          label: { en: 'Actors', sv: 'Aktörer', nb: 'Aktører', nn: 'Aktørar' },
          text: {
            en: 'Voluntary sector or volunteer centre, municipal units, volunteers, other partners and those who receive the service',
            sv: 'Frivilligsektor eller frivilligcentral, kommunala verksamheter, frivilliga, andra partner och de som får tjänsten',
            nb: 'Frivillig sektor eller frivilligsentral, kommunale virksomheter, frivillige, andre partnere og tjenestemottakere',
            nn: 'Frivillig sektor eller frivilligsentral, kommunale verksemder, frivillige, andre partnarar og tenestemottakarar',
          },
        },
        {
          key: 'purpose',
          label: { en: 'Purpose', sv: 'Syfte', nb: 'Hensikt', nn: 'Føremål' },
          text: {
            en: 'Services developed by co-design',
            sv: 'Tjänster som utvecklas genom co-design',
            nb: 'Tjenester som utvikles gjennom co-design',
            nn: 'Tenester som blir utvikla gjennom co-design',
          },
        },
        {
          key: 'clarifications',
          label: {
            en: 'To be clarified',
            sv: 'Att klargöra',
            nb: 'Avklaringer',
            nn: 'Avklaringar',
          },
          text: {
            en: 'Who does which task, and who answers for it?',
            sv: 'Vem gör vilken uppgift, och vem ansvarar för den?',
            nb: 'Hvem gjør hvilken oppgave, og hvem har ansvaret for den?',
            nn: 'Kven gjer kva oppgåve, og kven har ansvaret for henne?',
          },
        },
        {
          key: 'how',
          label: { en: 'How', sv: 'Hur', nb: 'Hvordan', nn: 'Korleis' },
          text: {
            en: 'Representatives of both sides sit down and name tasks, solutions and responsibility',
            sv: 'Företrädare för båda sidor sätter sig ner och benämner uppgifter, lösningar och ansvar',
            nb: 'Representanter for begge sider setter seg ned og peker ut oppgaver, løsninger og ansvar',
            nn: 'Representantar for begge sider set seg ned og peikar ut oppgåver, løysingar og ansvar',
          },
        },
        {
          key: 'continuous',
          label: { en: 'All the time', sv: 'Löpande', nb: 'Kontinuerlig', nn: 'Kontinuerleg' },
          text: {
            en: 'Adjusts to what level 3 learns; larger changes go up to level 1',
            sv: 'Anpassar efter det nivå 3 lär sig; större ändringar går upp till nivå 1',
            nb: 'Tilpasser etter det nivå 3 erfarer; større endringer går opp til nivå 1',
            nn: 'Tilpassar etter det nivå 3 erfarer; større endringar går opp til nivå 1',
          },
        },
      ],
      source: slide('Nivå 2: Tjenesteutvikling og oppgavefordeling'),
    },
    {
      key: 'level-3',
      label: {
        en: 'Level 3: operation and recruitment',
        sv: 'Nivå 3: drift och rekrytering',
        nb: 'Nivå 3: drift og rekruttering',
        nn: 'Nivå 3: drift og rekruttering',
      },
      definition: {
        en: 'The activities are run together (co-production), and value arises with those who receive them',
        sv: 'Aktiviteterna drivs tillsammans (samproduktion), och värdet uppstår hos dem som får dem',
        nb: 'Aktivitetene drives sammen (samproduksjon), og verdien oppstår hos dem som mottar dem',
        nn: 'Aktivitetane blir drivne saman (samproduksjon), og verdien oppstår hos dei som tek imot dei',
      },
      parts: [
        {
          key: 'actors',
          label: { en: 'Actors', sv: 'Aktörer', nb: 'Aktører', nn: 'Aktørar' },
          text: {
            en: 'Voluntary sector, individual volunteers, municipal units, other partners and those who receive the service',
            sv: 'Frivilligsektor, enskilda frivilliga, kommunala verksamheter, andra partner och de som får tjänsten',
            nb: 'Frivillig sektor, enkeltfrivillige, kommunale virksomheter, andre partnere og tjenestemottakere',
            nn: 'Frivillig sektor, einskilde frivillige, kommunale verksemder, andre partnarar og tenestemottakarar',
          },
        },
        {
          key: 'purpose',
          label: { en: 'Purpose', sv: 'Syfte', nb: 'Hensikt', nn: 'Føremål' },
          text: {
            en: 'Activities carried out, volunteers recruited and motivated, tasks and responsibility evaluated, quality as the receivers see it',
            sv: 'Aktiviteter genomförda, frivilliga rekryterade och motiverade, uppgifter och ansvar utvärderade, kvalitet så som mottagarna ser den',
            nb: 'Aktiviteter gjennomført, frivillige rekruttert og motivert, oppgaver og ansvar evaluert, kvalitet slik mottakerne ser den',
            nn: 'Aktivitetar gjennomførte, frivillige rekrutterte og motiverte, oppgåver og ansvar evaluerte, kvalitet slik mottakarane ser han',
          },
        },
        {
          key: 'clarifications',
          label: {
            en: 'To be clarified',
            sv: 'Att klargöra',
            nb: 'Avklaringer',
            nn: 'Avklaringar',
          },
          text: {
            en: 'What do the volunteers want, the receivers need and the unit expect?',
            sv: 'Vad vill de frivilliga, vad behöver mottagarna och vad förväntar sig verksamheten?',
            nb: 'Hva ønsker de frivillige, hva trenger mottakerne, og hva forventer virksomheten?',
            nn: 'Kva ønskjer dei frivillige, kva treng mottakarane, og kva ventar verksemda?',
          },
        },
        {
          key: 'how',
          label: { en: 'How', sv: 'Hur', nb: 'Hvordan', nn: 'Korleis' },
          text: {
            en: 'By running what was developed at level 2',
            sv: 'Genom att driva det som utvecklats på nivå 2',
            nb: 'Ved å drive det som er utviklet på nivå 2',
            nn: 'Ved å drive det som er utvikla på nivå 2',
          },
        },
        {
          key: 'continuous',
          label: { en: 'All the time', sv: 'Löpande', nb: 'Kontinuerlig', nn: 'Kontinuerleg' },
          text: {
            en: 'Services are adjusted as they run; the need for larger changes is settled at level 2',
            sv: 'Tjänsterna anpassas medan de drivs; behov av större ändringar klargörs på nivå 2',
            nb: 'Tjenestene tilpasses underveis; behov for større endringer avklares på nivå 2',
            nn: 'Tenestene blir tilpassa undervegs; behov for større endringar blir avklart på nivå 2',
          },
        },
      ],
      source: slide('Nivå 3: Drift og rekruttering'),
    },
  ],
};
