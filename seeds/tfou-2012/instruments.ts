/** Labels of the instruments for cooperation: seven kinds (6.2), sixteen instruments (6.3). */
import type { Words } from '../words.ts';
import type { InstrumentTypeKey } from './codes.ts';

export const instrumentTypeLabels: Record<InstrumentTypeKey, Words> = {
  economic: { en: 'Economic', sv: 'Ekonomiska', nb: 'Økonomiske', nn: 'Økonomiske' },
  legal: { en: 'Legal', sv: 'Juridiska', nb: 'Juridiske', nn: 'Juridiske' },
  organisational: {
    en: 'Organisational',
    sv: 'Organisatoriska',
    nb: 'Organisatoriske',
    nn: 'Organisatoriske',
  },
  physical: { en: 'Physical', sv: 'Fysiska', nb: 'Fysiske', nn: 'Fysiske' },
  strategic: { en: 'Strategic', sv: 'Strategiska', nb: 'Strategiske', nn: 'Strategiske' },
  knowledge: {
    en: 'Building knowledge',
    sv: 'Kunskapsutveckling',
    nb: 'Kunnskapsutvikling',
    nn: 'Kunnskapsutvikling',
  },
  information: {
    en: 'Exchange of information',
    sv: 'Informationsutbyte',
    nb: 'Informasjonsutveksling',
    nn: 'Informasjonsutveksling',
  },
};

export const instrumentLabels: [key: string, parent: InstrumentTypeKey, label: Words][] = [
  [
    'financial-support',
    'economic',
    {
      en: 'Money for organisations, infrastructure or particular measures',
      sv: 'Pengar till organisationer, infrastruktur eller bestämda insatser',
      nb: 'Penger til organisasjoner, infrastruktur eller bestemte tiltak',
      nn: 'Pengar til organisasjonar, infrastruktur eller bestemte tiltak',
    },
  ],
  [
    'formal-agreements',
    'legal',
    {
      en: 'Formal agreements between municipality and organisation, made by their leaders',
      sv: 'Formella avtal mellan kommun och organisation, på ledningsnivå',
      nb: 'Formelle avtaler mellom kommune og organisasjon, på ledernivå',
      nn: 'Formelle avtalar mellom kommune og organisasjon, på leiarnivå',
    },
  ],
  [
    'procedure',
    'organisational',
    {
      en: 'A procedure for the cooperation',
      sv: 'En rutin för samarbetet',
      nb: 'En prosedyre for samarbeidet',
      nn: 'Ein prosedyre for samarbeidet',
    },
  ],
  [
    'model',
    'strategic',
    {
      en: 'A model for cooperation in the municipality',
      sv: 'En samverkansmodell i kommunen',
      nb: 'En samhandlingsmodell i kommunen',
      nn: 'Ein samhandlingsmodell i kommunen',
    },
  ],
  [
    'needs-survey',
    'strategic',
    {
      en: 'A survey of where voluntary work is needed',
      sv: 'En kartläggning av var frivilliga behövs',
      nb: 'En kartlegging av hvor det trengs frivillige',
      nn: 'Ei kartlegging av kvar det trengst frivillige',
    },
  ],
  [
    'catalogue',
    'information',
    {
      en: 'A catalogue of partners and what each of them offers',
      sv: 'En katalog över samarbetspartner och vad var och en erbjuder',
      nb: 'En katalog over samarbeidspartnere og hva hver av dem tilbyr',
      nn: 'Ein katalog over samarbeidspartnarar og kva kvar av dei tilbyr',
    },
  ],
  [
    'volunteer-centre',
    'organisational',
    {
      en: 'A volunteer centre that coordinates the voluntary work',
      sv: 'En frivilligcentral som samordnar det frivilliga arbetet',
      nb: 'En frivilligsentral som koordinerer det frivillige arbeidet',
      nn: 'Ein frivilligsentral som koordinerer det frivillige arbeidet',
    },
  ],
  [
    'coordinator',
    'organisational',
    {
      en: 'A coordinator or project leader employed for the voluntary work',
      sv: 'En anställd samordnare eller projektledare för det frivilliga arbetet',
      nb: 'En ansatt koordinator eller prosjektleder for det frivillige arbeidet',
      nn: 'Ein tilsett koordinator eller prosjektleiar for det frivillige arbeidet',
    },
  ],
  [
    'staff-time',
    'organisational',
    {
      en: 'Working hours set aside for nursing home staff to coordinate volunteers',
      sv: 'Arbetstid för sjukhemmens personal att samordna frivilliga',
      nb: 'Arbeidstid for ansatte ved sykehjem til å koordinere frivillige',
      nn: 'Arbeidstid for tilsette på sjukeheimar til å koordinere frivillige',
    },
  ],
  [
    'co-location',
    'physical',
    {
      en: 'Office space for voluntary organisations close to the municipality’s own',
      sv: 'Kontorsplats för frivilligorganisationer nära kommunens egen verksamhet',
      nb: 'Kontorplass for frivillige organisasjoner nær kommunens egen virksomhet',
      nn: 'Kontorplass for frivillige organisasjonar nær verksemda til kommunen',
    },
  ],
  [
    'advertising',
    'information',
    {
      en: 'Advertising to reach volunteers',
      sv: 'Annonsering för att nå frivilliga',
      nb: 'Annonsering for å nå frivillige',
      nn: 'Annonsering for å nå frivillige',
    },
  ],
  [
    'interest-association',
    'organisational',
    {
      en: 'Recruiting both next of kin and professionals to an interest association',
      sv: 'Att rekrytera både anhöriga och professionella till en intresseförening',
      nb: 'Å rekruttere både pårørende og profesjonelle til en interesseforening',
      nn: 'Å rekruttere både pårørande og profesjonelle til ei interesseforeining',
    },
  ],
  [
    'staff-training',
    'knowledge',
    {
      en: 'Training for coordinators and professionals',
      sv: 'Utbildning för samordnare och professionella',
      nb: 'Opplæring av koordinatorer og profesjonelle',
      nn: 'Opplæring av koordinatorar og profesjonelle',
    },
  ],
  [
    'volunteer-training',
    'knowledge',
    {
      en: 'Training for volunteers',
      sv: 'Utbildning för frivilliga',
      nb: 'Opplæring av frivillige',
      nn: 'Opplæring av frivillige',
    },
  ],
  [
    'knowledge-transfer',
    'knowledge',
    {
      en: 'Volunteers and professionals learn from each other',
      sv: 'Frivilliga och professionella lär av varandra',
      nb: 'Frivillige og profesjonelle lærer av hverandre',
      nn: 'Frivillige og profesjonelle lærer av kvarandre',
    },
  ],
  [
    'across-municipalities',
    'strategic',
    {
      en: 'Small municipalities work together',
      sv: 'Små kommuner samarbetar med varandra',
      nb: 'Små kommuner samarbeider med hverandre',
      nn: 'Små kommunar samarbeider med kvarandre',
    },
  ],
];
