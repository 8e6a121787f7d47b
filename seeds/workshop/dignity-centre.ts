/** Verdighetsenteret’s three tools: first steps, involvement ladder and wheel of care. */
import { type Framework, slide } from './framework.ts';

export const firstSteps: Framework = {
  key: 'first-steps',
  label: {
    en: 'Verdighetsenteret: recommended first steps',
    sv: 'Verdighetsenteret: rekommenderade första steg',
    nb: 'Verdighetsenteret: anbefalte første skritt',
    nn: 'Verdighetsenteret: tilrådde første steg',
  },
  definition: {
    en: 'Five things to do before working with volunteers begins',
    sv: 'Fem saker att göra innan arbetet med frivilliga börjar',
    nb: 'Fem ting å gjøre før samarbeidet med frivillige begynner',
    nn: 'Fem ting å gjere før samarbeidet med frivillige tek til',
  },
  steps: [
    {
      key: 'anchoring',
      label: { en: 'Anchoring', sv: 'Förankring', nb: 'Forankring', nn: 'Forankring' },
      definition: {
        en: 'Responsibility is made visible at every level',
        sv: 'Ansvaret görs synligt i alla led',
        nb: 'Ansvaret blir gjort synlig i alle ledd',
        nn: 'Ansvaret blir gjort synleg i alle ledd',
      },
      source: slide('Anbefalte første skritt; Ansvarskart'),
    },
    {
      key: 'mapping',
      label: { en: 'Mapping', sv: 'Kartläggning', nb: 'Kartlegging', nn: 'Kartlegging' },
      definition: {
        en: 'Needs and possible partners among volunteers and neighbours are mapped',
        sv: 'Behov och tänkbara partner bland frivilliga och i närmiljön kartläggs',
        nb: 'Behov og mulige partnere i frivilligheten og nærmiljøet kartlegges',
        nn: 'Behov og moglege partnarar i frivilligheita og nærmiljøet blir kartlagde',
      },
      source: slide('Anbefalte første skritt; Ansvarskart; Ivaretakingshjul'),
    },
    {
      key: 'dialogue',
      label: { en: 'Dialogue', sv: 'Dialog', nb: 'Dialog', nn: 'Dialog' },
      definition: null,
      source: slide('Anbefalte første skritt'),
    },
    {
      key: 'responsibility-map',
      label: {
        en: 'Map of responsibilities',
        sv: 'Ansvarskarta',
        nb: 'Ansvarskart',
        nn: 'Ansvarskart',
      },
      definition: {
        en: 'Who answers for what, from leaders to volunteers',
        sv: 'Vem som ansvarar för vad, från ledare till frivilliga',
        nb: 'Hvem som har ansvar for hva, fra ledere til frivillige',
        nn: 'Kven som har ansvar for kva, frå leiarar til frivillige',
      },
      parts: [
        {
          key: 'leaders',
          label: { en: 'Leaders', sv: 'Ledare', nb: 'Ledere', nn: 'Leiarar' },
          text: {
            en: 'Give the coordinator time and clear terms, make the work a priority that is seen, and put it on the agenda of meetings',
            sv: 'Ger samordnaren tid och tydliga ramar, gör arbetet till en synlig satsning och tar upp det på möten',
            nb: 'Gir koordinatoren tid og tydelige rammer, gjør arbeidet til en synlig satsing og tar det opp på møter',
            nn: 'Gjev koordinatoren tid og tydelege rammer, gjer arbeidet til ei synleg satsing og tek det opp på møte',
          },
        },
        {
          key: 'coordinator',
          label: {
            en: 'Coordinator',
            sv: 'Samordnare',
            nb: 'Frivillighetskoordinator',
            nn: 'Frivilligkoordinator',
          },
          text: {
            en: 'Builds bridges: finds partners, links volunteers to activities, trains and follows them up, and keeps leaders and staff informed',
            sv: 'Bygger broar: hittar partner, kopplar frivilliga till aktiviteter, utbildar och följer upp dem och håller ledare och personal informerade',
            nb: 'Bygger bro: finner partnere, kobler frivillige til aktiviteter, lærer opp og følger opp, og holder ledere og ansatte informert',
            nn: 'Byggjer bru: finn partnarar, koplar frivillige til aktivitetar, lærer opp og følgjer opp, og held leiarar og tilsette informerte',
          },
        },
        {
          key: 'staff',
          label: { en: 'Staff', sv: 'Medarbetare', nb: 'Medarbeidere', nn: 'Medarbeidarar' },
          text: {
            en: 'Know who comes and when, make it possible for residents to join, welcome the volunteers and thank them',
            sv: 'Vet vem som kommer och när, gör det möjligt för boende att delta, välkomnar de frivilliga och tackar dem',
            nb: 'Vet hvem som kommer og når, gjør det mulig for beboere å delta, ønsker de frivillige velkommen og takker dem',
            nn: 'Veit kven som kjem og når, gjer det mogleg for bebuarar å delta, ønskjer dei frivillige velkomne og takkar dei',
          },
        },
        {
          key: 'volunteers',
          label: { en: 'Volunteers', sv: 'Frivilliga', nb: 'Frivillige', nn: 'Frivillige' },
          text: {
            en: 'Come when they have signed up or say in time that they cannot, and keep the agreement and confidentiality they have signed',
            sv: 'Kommer när de har anmält sig eller säger till i god tid, och håller avtalet och tystnadsplikten de har skrivit under',
            nb: 'Møter når de har satt seg opp, eller sier fra i god tid, og holder avtalen og taushetserklæringen de har signert',
            nn: 'Møter når dei har sett seg opp, eller seier frå i god tid, og held avtalen og teieplikta dei har skrive under på',
          },
        },
      ],
      source: slide('Ansvarskart: eksempel på ansvarsfordeling'),
    },
    {
      key: 'legal',
      label: {
        en: 'Legal clarification',
        sv: 'Juridiskt klargörande',
        nb: 'Juridisk avklaring',
        nn: 'Juridisk avklaring',
      },
      definition: null,
      source: slide('Anbefalte første skritt'),
    },
  ],
};

export const involvementLadder: Framework = {
  key: 'involvement-ladder',
  label: {
    en: 'Verdighetsenteret: involvement ladder',
    sv: 'Verdighetsenteret: involveringstrappa',
    nb: 'Verdighetsenteret: involveringstrapp',
    nn: 'Verdighetsenteret: involveringstrapp',
  },
  definition: {
    en: 'Five steps from information for everybody to voluntary work for those most exposed; built on a municipality’s ladder of care (Åfjord)',
    sv: 'Fem steg från information till alla till frivilliga insatser för de mest utsatta; bygger på en kommuns omsorgstrappa (Åfjord)',
    nb: 'Fem trinn fra informasjon til alle til frivillig innsats for de mest sårbare; bygger på en kommunes omsorgstrapp (Åfjord)',
    nn: 'Fem trinn frå informasjon til alle til frivillig innsats for dei mest sårbare; byggjer på omsorgstrappa i ein kommune (Åfjord)',
  },
  steps: [
    {
      key: 'step-1',
      label: {
        en: 'Information for everyone',
        sv: 'Information till alla',
        nb: 'Informasjon til alle',
        nn: 'Informasjon til alle',
      },
      definition: {
        en: 'All inhabitants are told through the municipality’s channels',
        sv: 'Alla invånare informeras genom kommunens kanaler',
        nb: 'Alle innbyggere blir informert gjennom kommunens kanaler',
        nn: 'Alle innbyggjarar blir informerte gjennom kanalane til kommunen',
      },
      source: slide('Verdighetsenterets involveringstrapp'),
    },
    {
      key: 'step-2',
      label: {
        en: 'Information from staff',
        sv: 'Information från personalen',
        nb: 'Informasjon fra ansatte',
        nn: 'Informasjon frå tilsette',
      },
      definition: {
        en: 'Staff tell the older people whom they meet in their work',
        sv: 'Personalen berättar för de äldre som de möter i sitt arbete',
        nb: 'Ansatte forteller de eldre de møter i tjenesten',
        nn: 'Tilsette fortel dei eldre dei møter i tenesta',
      },
      source: slide('Verdighetsenterets involveringstrapp'),
    },
    {
      key: 'step-3',
      label: {
        en: 'Needs mapped and passed on',
        sv: 'Behov kartläggs och förmedlas',
        nb: 'Behov kartlegges og formidles',
        nn: 'Behov blir kartlagde og formidla',
      },
      definition: {
        en: 'Needs are mapped, and the voluntary sector is told',
        sv: 'Behov kartläggs, och frivilligsektorn får veta',
        nb: 'Behov kartlegges, og frivillig sektor får vite',
        nn: 'Behov blir kartlagde, og frivillig sektor får vite',
      },
      source: slide('Verdighetsenterets involveringstrapp'),
    },
    {
      key: 'step-4',
      label: {
        en: 'Coordination in home care',
        sv: 'Samordning i hemtjänsten',
        nb: 'Koordinering i hjemmetjenestene',
        nn: 'Koordinering i heimetenestene',
      },
      definition: {
        en: 'Somebody in the home care services coordinates volunteers',
        sv: 'Någon inom hemtjänsten samordnar frivilliga',
        nb: 'Noen i hjemmetjenestene koordinerer frivillige',
        nn: 'Nokon i heimetenestene koordinerer frivillige',
      },
      source: slide('Verdighetsenterets involveringstrapp'),
    },
    {
      key: 'step-5',
      label: {
        en: 'Volunteers for the most vulnerable',
        sv: 'Frivilliga för de mest sårbara',
        nb: 'Frivillige for særlig sårbare',
        nn: 'Frivillige for særleg sårbare',
      },
      definition: {
        en: 'Voluntary work reaches groups that are especially vulnerable',
        sv: 'Frivilliga insatser når grupper som är särskilt sårbara',
        nb: 'Frivillig innsats når grupper som er særlig sårbare',
        nn: 'Frivillig innsats når grupper som er særleg sårbare',
      },
      source: slide('Verdighetsenterets involveringstrapp'),
    },
  ],
};

export const wheelOfCare: Framework = {
  key: 'wheel-of-care',
  label: {
    en: 'Verdighetsenteret: wheel of care for volunteers',
    sv: 'Verdighetsenteret: omsorgshjul för frivilliga',
    nb: 'Verdighetsenterets ivaretakingshjul',
    nn: 'Ivaretakingshjulet til Verdighetsenteret',
  },
  definition: {
    en: 'Four phases of working with a volunteer, from the first contact to a good ending',
    sv: 'Fyra faser i arbetet med en frivillig, från första kontakten till ett gott avslut',
    nb: 'Fire faser i samarbeidet med en frivillig, fra første kontakt til en god avslutning',
    nn: 'Fire fasar i samarbeidet med ein frivillig, frå første kontakt til ei god avslutning',
  },
  steps: [
    {
      key: 'introduction',
      label: {
        en: 'Beginning the cooperation',
        sv: 'Inledning av samarbetet',
        nb: 'Innledning av samarbeid',
        nn: 'Innleiing av samarbeid',
      },
      definition: {
        en: 'Anchoring, routines and responsibilities; a culture for volunteering; needs and partners mapped; contact made',
        sv: 'Förankring, rutiner och ansvar; en kultur för frivillighet; behov och partner kartlagda; kontakt tagen',
        nb: 'Forankring, rutiner og ansvar; en kultur for frivillighet; behov og partnere kartlagt; kontakt etablert',
        nn: 'Forankring, rutinar og ansvar; ein kultur for frivilligheit; behov og partnarar kartlagde; kontakt etablert',
      },
      source: slide('Ivaretakingshjul'),
    },
    {
      key: 'start',
      label: { en: 'Start', sv: 'Start', nb: 'Oppstart', nn: 'Oppstart' },
      definition: {
        en: 'First meeting and talk; the first assignment prepared and followed up; training and an introductory course',
        sv: 'Första möte och samtal; det första uppdraget förbereds och följs upp; utbildning och introduktionskurs',
        nb: 'Første møte og samtale; det første oppdraget forberedes og følges opp; opplæring og introkurs',
        nn: 'Første møte og samtale; det første oppdraget blir førebudd og følgt opp; opplæring og introkurs',
      },
      source: slide('Ivaretakingshjul'),
    },
    {
      key: 'follow-up',
      label: {
        en: 'Care and follow-up',
        sv: 'Omsorg och uppföljning',
        nb: 'Ivaretakelse og oppfølging',
        nn: 'Ivaretaking og oppfølging',
      },
      definition: {
        en: 'New knowledge and company; follow-up talks; things that keep people motivated',
        sv: 'Ny kunskap och gemenskap; uppföljningssamtal; sådant som håller motivationen uppe',
        nb: 'Faglig og sosialt påfyll; oppfølgingssamtaler; tiltak som holder motivasjonen oppe',
        nn: 'Fagleg og sosialt påfyll; oppfølgingssamtalar; tiltak som held motivasjonen oppe',
      },
      source: slide('Ivaretakingshjul'),
    },
    {
      key: 'ending',
      label: {
        en: 'Solving problems and ending',
        sv: 'Problemlösning och avslut',
        nb: 'Problemløsning og avslutning',
        nn: 'Problemløysing og avslutning',
      },
      definition: {
        en: 'A talk that clears things up, and good routines for ending',
        sv: 'Ett samtal som klarar ut saker, och goda rutiner för avslut',
        nb: 'En samtale som avklarer, og gode rutiner for avslutning',
        nn: 'Ein samtale som avklarer, og gode rutinar for avslutning',
      },
      source: slide('Ivaretakingshjul'),
    },
  ],
};
