/** The cells of Table 3: three aspects in six countries, restated briefly. */
import type { Words } from '../words.ts';
import type { Cell, ComparisonRow } from './tables.ts';

const lostLine: Words = {
  en: 'In the extracted text the words on voluntary assistance may belong to Norway’s or to Sweden’s cell; here they are read as Norway’s.',
  sv: 'I den extraherade texten kan orden om frivillig hjälp höra till Norges eller Sveriges cell; här läses de som Norges.',
  nb: 'I den uttrukne teksten kan ordene om frivillig hjelp høre til cellen for Norge eller for Sverige; her leses de som Norges.',
  nn: 'I den uttrekte teksten kan orda om frivillig hjelp høyre til cella for Noreg eller for Sverige; her er dei lesne som Noreg sine.',
};

// The table says the same of the Netherlands and the United Kingdom, nearly word for word.
const equalPartners: Words = {
  en: 'Carers are to be equal partners in giving care, so that people with illness or disability can stay at home in their community, safe, independent and with dignity.',
  sv: 'Omsorgsgivare ska vara jämbördiga parter i omsorgen, så att människor med sjukdom eller funktionsnedsättning kan bo kvar hemma i sitt närsamhälle, tryggt, självständigt och värdigt.',
  nb: 'Omsorgsgivere skal være likeverdige parter i omsorgen, slik at mennesker med sykdom eller funksjonsnedsettelse kan bli boende hjemme i nærmiljøet, trygt, selvstendig og verdig.',
  nn: 'Omsorgsgjevarar skal vere likeverdige partar i omsorga, slik at menneske med sjukdom eller funksjonsnedsetjing kan bli buande heime i nærmiljøet, trygt, sjølvstendig og verdig.',
};

export const comparisonRows: ComparisonRow[] = [
  {
    key: 'definition',
    label: {
      en: 'Definition of informal care',
      sv: 'Definition av informell omsorg',
      nb: 'Definisjon av uformell omsorg',
      nn: 'Definisjon av uformell omsorg',
    },
    cells: {
      BE: cell({
        en: 'Family care, voluntary help, self-care and care in the community',
        sv: 'Familjeomsorg, frivilligt stöd, egenvård och samhällsbaserad omsorg',
        nb: 'Familieomsorg, frivillig hjelp, egenomsorg og omsorg i lokalsamfunnet',
        nn: 'Familieomsorg, frivillig hjelp, eigenomsorg og omsorg i lokalsamfunnet',
      }),
      DK: cell({
        en: 'That relatives give informal care is not usual',
        sv: 'Att anhöriga ger informell omsorg är inte vanligt',
        nb: 'At pårørende gir uformell omsorg, er ikke vanlig',
        nn: 'At pårørande gjev uformell omsorg, er ikkje vanleg',
      }),
      NL: cell({
        en: 'Family care, voluntary help and self-care',
        sv: 'Familjeomsorg, frivilligt stöd och egenvård',
        nb: 'Familieomsorg, frivillig hjelp og egenomsorg',
        nn: 'Familieomsorg, frivillig hjelp og eigenomsorg',
      }),
      NO: cell(
        {
          en: 'Family care and voluntary help',
          sv: 'Familjeomsorg och frivilligt stöd',
          nb: 'Familieomsorg og frivillig hjelp',
          nn: 'Familieomsorg og frivillig hjelp',
        },
        lostLine,
      ),
      SE: cell(
        { en: 'Family care', sv: 'Familjeomsorg', nb: 'Familieomsorg', nn: 'Familieomsorg' },
        lostLine,
      ),
      GB: cell({
        en: 'Family care, voluntary help, self-care and care in the community',
        sv: 'Familjeomsorg, frivilligt stöd, egenvård och samhällsbaserad omsorg',
        nb: 'Familieomsorg, frivillig hjelp, egenomsorg og omsorg i lokalsamfunnet',
        nn: 'Familieomsorg, frivillig hjelp, eigenomsorg og omsorg i lokalsamfunnet',
      }),
    },
  },
  {
    key: 'future-policy',
    label: {
      en: 'Future government policy',
      sv: 'Kommande statlig politik',
      nb: 'Framtidig statlig politikk',
      nn: 'Framtidig statleg politikk',
    },
    cells: {
      BE: cell({
        en: 'Volunteers and family can help people who are chronically ill or less able to care for themselves; a system in the neighbourhood that supports the helpers has to be built.',
        sv: 'Frivilliga och familj kan hjälpa personer som är kroniskt sjuka eller har svårt att klara egenvården; ett system i närområdet som stöttar hjälparna behöver byggas upp.',
        nb: 'Frivillige og familie kan hjelpe folk som er kronisk syke eller har vansker med egenomsorg; et system i nabolaget som støtter hjelperne, må bygges opp.',
        nn: 'Frivillige og familie kan hjelpe folk som er kronisk sjuke eller har vanskar med eigenomsorg; eit system i nabolaget som støttar hjelparane, må byggjast opp.',
      }),
      DK: cell({
        en: 'Personal care is mainly for the state, through the municipalities; local authorities are to support carers. A move towards civil society and active citizens.',
        sv: 'Den personliga omsorgen är främst statens uppgift, genom kommunerna; lokala myndigheter ska stötta omsorgsgivare. En rörelse mot civilsamhälle och aktiva medborgare.',
        nb: 'Personlig omsorg er først og fremst statens oppgave, gjennom kommunene; lokale myndigheter skal støtte omsorgsgivere. En bevegelse mot sivilsamfunn og aktive borgere.',
        nn: 'Personleg omsorg er først og fremst ei oppgåve for staten, gjennom kommunane; lokale styresmakter skal støtte omsorgsgjevarar. Ei rørsle mot sivilsamfunn og aktive borgarar.',
      }),
      NL: cell(equalPartners),
      NO: cell({
        en: 'Ways of involving families and volunteers have become a national concern and a strategic priority of the government.',
        sv: 'Sätt att involvera familjer och frivilliga har blivit en nationell angelägenhet och en strategisk prioritering för regeringen.',
        nb: 'Måter å involvere familie og frivillige på er blitt et nasjonalt anliggende og en strategisk prioritering for regjeringen.',
        nn: 'Måtar å involvere familie og frivillige på har vorte eit nasjonalt anliggjande og ei strategisk prioritering for regjeringa.',
      }),
      SE: cell({
        en: 'Care of older people is a public duty that municipalities generally carry; support for carers at municipal level has been encouraged.',
        sv: 'Äldreomsorgen är ett offentligt ansvar som kommunerna i regel bär; stöd till omsorgsgivare på kommunal nivå har uppmuntrats.',
        nb: 'Eldreomsorg er et offentlig ansvar som kommunene vanligvis har; støtte til omsorgsgivere på kommunalt nivå er blitt oppmuntret.',
        nn: 'Eldreomsorg er eit offentleg ansvar som kommunane vanlegvis har; støtte til omsorgsgjevarar på kommunalt nivå har vorte oppmuntra.',
      }),
      GB: cell(equalPartners),
    },
  },
  {
    key: 'coordination-strategy',
    label: {
      en: 'Strategies for coordinating volunteers and informal carers',
      sv: 'Strategier för att samordna frivilliga och informella omsorgsgivare',
      nb: 'Strategier for å samordne frivillige og uformelle omsorgsgivere',
      nn: 'Strategiar for å samordne frivillige og uformelle omsorgsgjevarar',
    },
    cells: {
      BE: cell({
        en: 'A move towards care in the community, which local government in Flanders coordinates and carries out.',
        sv: 'En rörelse mot samhällsbaserad omsorg, som det lokala styret i Flandern samordnar och genomför.',
        nb: 'En bevegelse mot omsorg i lokalsamfunnet, som lokalstyret i Flandern samordner og gjennomfører.',
        nn: 'Ei rørsle mot omsorg i lokalsamfunnet, som lokalstyret i Flandern samordnar og gjennomfører.',
      }),
      DK: cell({
        en: 'Broad strategies for civil society or active citizens; municipal staff develop and coordinate voluntary social work and cooperation with associations.',
        sv: 'Breda strategier för civilsamhälle eller aktiva medborgare; kommunalt anställda utvecklar och samordnar frivilligt socialt arbete och samarbetet med föreningar.',
        nb: 'Brede strategier for sivilsamfunn eller aktive borgere; kommunalt ansatte utvikler og samordner frivillig sosialt arbeid og samarbeidet med foreninger.',
        nn: 'Breie strategiar for sivilsamfunn eller aktive borgarar; kommunalt tilsette utviklar og samordnar frivillig sosialt arbeid og samarbeidet med foreiningar.',
      }),
      NL: cell({
        en: 'A move towards care in the community and encouragement of active citizens; the municipality is responsible.',
        sv: 'En rörelse mot samhällsbaserad omsorg och uppmuntran till aktivt medborgarskap; kommunen har ansvaret.',
        nb: 'En bevegelse mot omsorg i lokalsamfunnet og oppmuntring til aktivt medborgerskap; kommunen har ansvaret.',
        nn: 'Ei rørsle mot omsorg i lokalsamfunnet og oppmuntring til aktivt medborgarskap; kommunen har ansvaret.',
      }),
      NO: cell({
        en: 'Several public sources say it is hard to coordinate voluntary services so that they meet the needs of society.',
        sv: 'Flera offentliga källor säger att det är svårt att samordna frivilliga tjänster så att de möter samhällets behov.',
        nb: 'Flere offentlige kilder sier at det er vanskelig å samordne frivillige tjenester slik at de møter samfunnets behov.',
        nn: 'Fleire offentlege kjelder seier at det er vanskeleg å samordne frivillige tenester slik at dei møter behova i samfunnet.',
      }),
      SE: cell({
        en: 'The conditions of civil society have changed greatly; through a national agreement with the state it is seen more and more as an important party in welfare.',
        sv: 'Civilsamhällets villkor har förändrats kraftigt; genom en nationell överenskommelse med staten ses det alltmer som en viktig aktör i välfärden.',
        nb: 'Vilkårene for sivilsamfunnet har endret seg mye; gjennom en nasjonal avtale med staten blir det stadig mer sett som en viktig aktør i velferden.',
        nn: 'Vilkåra for sivilsamfunnet har endra seg mykje; gjennom ein nasjonal avtale med staten blir det stadig meir sett som ein viktig aktør i velferda.',
      }),
      GB: cell({
        en: 'Weight is moved from institutions to care at home; carers will matter more and more in support, care and treatment.',
        sv: 'Tyngdpunkten flyttas från institutioner till vård i hemmet; omsorgsgivare får allt större betydelse i stöd, omsorg och behandling.',
        nb: 'Tyngden flyttes fra institusjoner til omsorg i hjemmet; omsorgsgivere får stadig større betydning i støtte, omsorg og behandling.',
        nn: 'Tyngda blir flytt frå institusjonar til omsorg i heimen; omsorgsgjevarar får stadig meir å seie i støtte, omsorg og behandling.',
      }),
    },
  },
];

function cell(text: Words, doubt: Words | null = null): Cell {
  return { text, doubt };
}
