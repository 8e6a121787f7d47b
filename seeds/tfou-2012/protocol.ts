/** What the TFoU review says of how it worked, besides its questions and criteria. */
import type { ProtocolFact } from './review.ts';
import { tfou } from './source.ts';

export const tfouProtocol: ProtocolFact[] = [
  {
    key: 'searching',
    label: { en: 'Searching', sv: 'Sökning', nb: 'Søk', nn: 'Søk' },
    text: {
      en: '42 search tools in four groups, with combinations of six words and their counterparts in English, Danish and Swedish; the reference lists of the hits were followed',
      sv: '42 sökkällor i fyra grupper, med kombinationer av sex ord och deras motsvarigheter på engelska, danska och svenska; träffarnas referenslistor följdes upp',
      nb: '42 søkekilder i fire grupper, med koblinger av seks ord og tilsvarende ord på engelsk, dansk og svensk; referanselistene til treffene ble fulgt opp',
      nn: '42 søkjekjelder i fire grupper, med koplingar av seks ord og tilsvarande ord på engelsk, dansk og svensk; referanselistene til treffa vart følgde opp',
    },
    source: tfou('3.1, Table 3-1', 11),
  },
  {
    key: 'selection',
    label: { en: 'Selection', sv: 'Urval', nb: 'Utvalg', nn: 'Utval' },
    text: {
      en: 'All hits were gathered in one table; the relevant ones went to a list of their own and were read against the questions. Numbers are not reported',
      sv: 'Alla träffar samlades i en tabell; de relevanta fördes till en egen lista och lästes mot frågorna. Antal redovisas inte',
      nb: 'Alle treff ble samlet i én tabell; de relevante ble ført på en egen liste og lest opp mot spørsmålene. Antall er ikke oppgitt',
      nn: 'Alle treff vart samla i éin tabell; dei relevante vart førte på ei eiga liste og lesne opp mot spørsmåla. Tal er ikkje oppgjevne',
    },
    source: tfou('3.1', 12),
  },
  {
    key: 'amendment',
    label: {
      en: 'Change on the way',
      sv: 'Ändring under arbetet',
      nb: 'Endring underveis',
      nn: 'Endring undervegs',
    },
    text: {
      en: 'Since little was found on nursing and care, literature on instruments from other fields of voluntary work was let in; the date of the decision is not reported',
      sv: 'Eftersom få träffar gällde vård och omsorg togs även litteratur om verktyg från andra frivilligområden med; beslutets datum redovisas inte',
      nb: 'Fordi det var få funn om pleie og omsorg, ble også litteratur om virkemidler fra andre frivillighetsfelt tatt med; datoen for beslutningen er ikke oppgitt',
      nn: 'Fordi det var få funn om pleie og omsorg, vart òg litteratur om verkemiddel frå andre frivilligfelt teken med; datoen for avgjerda er ikkje oppgjeven',
    },
    source: tfou('3.1', 12),
  },
  {
    key: 'cases',
    label: { en: 'Cases', sv: 'Fall', nb: 'Caser', nn: 'Case' },
    text: {
      en: 'Seven municipalities, chosen for working cooperation, from seven counties; large cities were left out. The selection followed availability',
      sv: 'Sju kommuner från sju fylken, valda för att de hade ett fungerande samarbete; storstadskommuner uteslöts. Urvalet följde tillgängligheten',
      nb: 'Sju kommuner fra sju fylker, valgt fordi de hadde et fungerende samarbeid; storbykommuner ble utelatt. Utvalget fulgte tilgjengeligheten',
      nn: 'Sju kommunar frå sju fylke, valde fordi dei hadde eit fungerande samarbeid; storbykommunar vart utelatne. Utvalet følgde tilgjenget',
    },
    source: tfou('3.2.1; 3.2.2', 13),
  },
  {
    key: 'interviews',
    label: { en: 'Interviews', sv: 'Intervjuer', nb: 'Intervjuer', nn: 'Intervju' },
    text: {
      en: 'Semi-structured telephone interviews: about an hour with representatives of municipalities and the voluntary sector, about a quarter of an hour with users',
      sv: 'Halvstrukturerade telefonintervjuer: omkring en timme med företrädare för kommun och frivilligsektor, omkring en kvart med brukare',
      nb: 'Halvstrukturerte telefonintervjuer: rundt en time med representanter for kommunen og frivillig sektor, rundt et kvarter med brukere',
      nn: 'Halvstrukturerte telefonintervju: rundt ein time med representantar for kommunen og frivillig sektor, rundt eit kvarter med brukarar',
    },
    source: tfou('3.2.4', 14),
  },
  {
    key: 'national',
    label: {
      en: 'National level',
      sv: 'Nationell nivå',
      nb: 'Nasjonalt nivå',
      nn: 'Nasjonalt nivå',
    },
    text: {
      en: 'Four key persons: from the Red Cross, Norske Kvinners Sanitetsforening (Telemark), Frivillighet Norge and the Ministry of Culture',
      sv: 'Fyra nyckelpersoner: från Røde Kors, Norske Kvinners Sanitetsforening (Telemark), Frivillighet Norge och kulturdepartementet',
      nb: 'Fire nøkkelpersoner: fra Røde Kors, Norske Kvinners Sanitetsforening (Telemark), Frivillighet Norge og Kulturdepartementet',
      nn: 'Fire nøkkelpersonar: frå Røde Kors, Norske Kvinners Sanitetsforening (Telemark), Frivillighet Norge og Kulturdepartementet',
    },
    source: tfou('Summary; 3.2.3', 14),
  },
  {
    key: 'ethics',
    label: { en: 'Ethics', sv: 'Etik', nb: 'Etikk', nn: 'Etikk' },
    text: {
      en: 'Notified to the Norwegian data service (NSD); the regional ethics committee (REK) found that no approval was needed; informants consented orally',
      sv: 'Anmäld till den norska datatjänsten NSD; den regionala etikkommittén (REK) bedömde att tillstånd inte behövdes; informanterna samtyckte muntligt',
      nb: 'Meldt til NSD; regional etisk komité (REK) fant at prosjektet ikke trengte godkjenning; informantene samtykket muntlig',
      nn: 'Meldt til NSD; regional etisk komité (REK) fann at prosjektet ikkje trong godkjenning; informantane samtykte munnleg',
    },
    source: tfou('3.2.5', 15),
  },
  {
    key: 'limits',
    label: { en: 'Limitations', sv: 'Begränsningar', nb: 'Begrensninger', nn: 'Avgrensingar' },
    text: {
      en: 'Only documented cooperation could be found, and larger places may be better documented than small ones; a case does not stand for its whole municipality',
      sv: 'Bara dokumenterat samarbete kunde hittas, och större orter kan vara bättre dokumenterade än små; ett fall står inte för hela sin kommun',
      nb: 'Bare dokumentert samarbeid kunne finnes, og større steder kan være bedre dokumentert enn små; et case står ikke for hele kommunen sin',
      nn: 'Berre dokumentert samarbeid kunne finnast, og større stader kan vere betre dokumenterte enn små; eit case står ikkje for heile kommunen sin',
    },
    source: tfou('3.3', 15),
  },
];
