/** The seven recommendations of Table 4. */
import type { Finding } from './findings.ts';
import { paragraph, table } from './source.ts';

export const recommendations: Finding[] = [
  {
    key: 'recommendation-1-follow-up',
    kind: 'recommendation',
    number: 1,
    statement: {
      en: 'Follow up better, politically and administratively.',
      sv: 'Följ upp bättre, både politiskt och administrativt.',
      nb: 'Følg opp bedre, både politisk og administrativt.',
      nn: 'Følg opp betre, både politisk og administrativt.',
    },
    themes: ['follow-up', 'governance'],
    support: [
      {
        publication: 'scheele-2019',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Suitable central indicators would let politicians and officials follow up, carry policy through with more force and answer for healthy ageing locally.',
            sv: 'Lämpliga centrala indikatorer skulle låta politiker och förvaltning följa upp, genomföra politiken kraftfullare och ta ansvar för ett hälsosamt åldrande lokalt.',
            nb: 'Egnede sentrale indikatorer ville la politikere og forvaltning følge opp, gjennomføre politikken med større kraft og ta ansvar for sunn aldring lokalt.',
            nn: 'Eigna sentrale indikatorar ville la politikarar og forvaltning følgje opp, gjennomføre politikken med større kraft og ta ansvar for sunn aldring lokalt.',
          },
          locator: paragraph('factors', 'Scheele m.fl. (2019)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'recommendation-2-conditions',
    kind: 'recommendation',
    number: 2,
    statement: {
      en: 'Gain more insight into the conditions that voluntary organisations work under.',
      sv: 'Skaffa bättre insyn i frivilligorganisationernas förutsättningar.',
      nb: 'Skaff bedre innsyn i forutsetningene de frivillige organisasjonene arbeider under.',
      nn: 'Skaff betre innsyn i føresetnadene dei frivillige organisasjonane arbeider under.',
    },
    themes: ['voluntary-conditions', 'follow-up'],
    support: [
      {
        publication: 'vrangbaek-2018',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'To succeed with their policies, municipalities must be very attentive to what concerns associations and to the conditions they have.',
            sv: 'För att lyckas med sina satsningar måste kommunerna vara mycket lyhörda för vad som bekymrar föreningarna och vilka villkor de har.',
            nb: 'Skal kommunene lykkes med satsingene sine, må de være svært oppmerksomme på hva foreningene er opptatt av, og hvilke vilkår de har.',
            nn: 'Skal kommunane lukkast med satsingane sine, må dei vere svært merksame på kva foreiningane er opptekne av, og kva vilkår dei har.',
          },
          locator: paragraph('factors', 'Vrangbæk m.fl. (2018)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'recommendation-3-differences',
    kind: 'recommendation',
    number: 3,
    statement: {
      en: 'Be more aware of how voluntary actors differ from each other.',
      sv: 'Var mer medveten om hur olika frivilliga aktörer skiljer sig åt.',
      nb: 'Vær mer bevisst på hvordan frivillige aktører skiller seg fra hverandre.',
      nn: 'Ver meir medviten om korleis frivillige aktørar skil seg frå kvarandre.',
    },
    themes: ['voluntary-conditions'],
    support: [
      {
        publication: 'andfossen-2016',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Organised volunteers, unmanaged volunteers and informal carers ask different things of cooperation, and municipalities must grow more aware of it.',
            sv: 'Organiserade frivilliga, icke-styrda frivilliga och informella omsorgsgivare ställer olika krav på samarbetet, och kommunerna måste bli mer medvetna om det.',
            nb: 'Organiserte frivillige, ikke-styrte frivillige og uformelle omsorgsgivere stiller ulike krav til samarbeidet, og kommunene må bli mer bevisste på det.',
            nn: 'Organiserte frivillige, ikkje-styrte frivillige og uformelle omsorgsgjevarar stiller ulike krav til samarbeidet, og kommunane må bli meir medvitne om det.',
          },
          locator: paragraph('factors', 'Andfossen (2016)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'recommendation-4-support',
    kind: 'recommendation',
    number: 4,
    statement: {
      en: 'Support voluntary actors without conflicts of interest when future services are planned.',
      sv: 'Ge frivilliga aktörer stöd utan intressekonflikter när kommande verksamhet planeras.',
      nb: 'Gi frivillige aktører støtte uten interessekonflikter når framtidige tjenester planlegges.',
      nn: 'Gje frivillige aktørar støtte utan interessekonfliktar når framtidige tenester blir planlagde.',
    },
    themes: ['voluntary-conditions', 'roles-tasks'],
    support: [
      {
        publication: 'andfossen-2016',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'In planning what comes next, public services should back voluntary actors in a way that is free of conflicts of interest.',
            sv: 'När det som ska komma planeras bör offentliga verksamheter stötta frivilliga aktörer på ett sätt som är fritt från intressekonflikter.',
            nb: 'Når det som kommer planlegges, bør offentlige tjenester støtte frivillige aktører på en måte som er fri for interessekonflikter.',
            nn: 'Når det som kjem, blir planlagt, bør offentlege tenester støtte frivillige aktørar på ein måte som er fri for interessekonfliktar.',
          },
          locator: paragraph('factors', 'Andfossen (2016)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'recommendation-5-limits',
    kind: 'recommendation',
    number: 5,
    statement: {
      en: 'Decision-makers should weigh what volunteers’ support can and cannot do.',
      sv: 'Beslutsfattare bör väga vad frivilligas stöd kan och inte kan åstadkomma.',
      nb: 'Beslutningstakere bør veie hva frivilliges støtte kan og ikke kan utrette.',
      nn: 'Avgjerdstakarar bør vege kva støtte frå frivillige kan og ikkje kan utrette.',
    },
    themes: ['voluntary-conditions', 'policy-strategy'],
    support: [
      {
        publication: 'van-dijk-2013',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Neighbours who help are often frail themselves and take on too much; decision-makers should consider both what neighbours and volunteers make possible and where it ends, and professionals remain needed as back-up.',
            sv: 'Grannar som hjälper är ofta själva sköra och tar på sig för mycket; beslutsfattare bör överväga både vad grannar och frivilliga möjliggör och var det tar slut, och yrkesverksamma behövs alltjämt som stöd i bakgrunden.',
            nb: 'Naboer som hjelper, er ofte skrøpelige selv og tar på seg for mye; beslutningstakere bør vurdere både hva naboer og frivillige gjør mulig, og hvor grensen går, og fagfolk trengs fortsatt i ryggen.',
            nn: 'Naboar som hjelper, er ofte skrøpelege sjølve og tek på seg for mykje; avgjerdstakarar bør vurdere både kva naboar og frivillige gjer mogleg, og kvar grensa går, og fagfolk trengst framleis i ryggen.',
          },
          locator: paragraph('factors', 'van Dijk m.fl. (2013)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'recommendation-6-networks',
    kind: 'recommendation',
    number: 6,
    statement: {
      en: 'Network better on developing organisations, building partnerships and the tasks of the work itself.',
      sv: 'Bygg bättre nätverk kring organisationsutveckling, partnerskap och uppgifterna i själva verksamheten.',
      nb: 'Bygg bedre nettverk om organisasjonsutvikling, partnerskap og oppgavene i selve virksomheten.',
      nn: 'Bygg betre nettverk om organisasjonsutvikling, partnarskap og oppgåvene i sjølve verksemda.',
    },
    themes: ['coordination', 'funding-training'],
    support: [
      {
        publication: 'baxter-2020',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Networks and cooperatives could remove several barriers at once by helping organisations to develop, find partners and run their work.',
            sv: 'Nätverk och kooperativ kan röja flera hinder på en gång genom att hjälpa organisationer att utvecklas, finna partner och driva sin verksamhet.',
            nb: 'Nettverk og samvirker kan rydde flere hindringer av veien på én gang ved å hjelpe organisasjoner med å utvikle seg, finne partnere og drive arbeidet.',
            nn: 'Nettverk og samvirke kan rydje fleire hindringar av vegen på éin gong ved å hjelpe organisasjonar med å utvikle seg, finne partnarar og drive arbeidet.',
          },
          locator: paragraph('factors', 'Baxter och Fancourt (2020)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'recommendation-7-power',
    kind: 'recommendation',
    number: 7,
    statement: {
      en: 'Deal better with power and influence between public bodies and civil society.',
      sv: 'Hantera makt och inflytande mellan det offentliga och civilsamhället bättre.',
      nb: 'Håndter makt og innflytelse mellom det offentlige og sivilsamfunnet bedre.',
      nn: 'Handter makt og innverknad mellom det offentlege og sivilsamfunnet betre.',
    },
    themes: ['power'],
    support: [
      {
        publication: 'pearson-2018',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Public bodies hold too much power; behind the talk of partnership lie structural imbalances that have to be put right.',
            sv: 'De offentliga verksamheterna har för mycket makt; bakom talet om partnerskap finns strukturella obalanser som måste rättas till.',
            nb: 'De offentlige virksomhetene har for mye makt; bak snakket om partnerskap ligger strukturelle ubalanser som må rettes opp.',
            nn: 'Dei offentlege verksemdene har for mykje makt; bak snakket om partnarskap ligg strukturelle ubalansar som må rettast opp.',
          },
          locator: paragraph('factors', 'Pearson och Watson (2018)'),
        },
      },
      {
        // How contracts and tendering set the third sector's worth aside is a matter of power.
        publication: 'chadborn-2019',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Policy called for partnership and a say for the third sector, but contracts gave the relation no value, and tendering and unanalysed service data may have made it harder.',
            sv: 'Politiken manade till partnerskap och medbestämmande för tredje sektorn, men avtalen gav relationen inget värde, och upphandling och oanalyserade verksamhetsdata kan ha försvårat den.',
            nb: 'Politikken oppfordret til partnerskap og medbestemmelse for tredje sektor, men avtalene ga relasjonen ingen verdi, og anbud og data som ikke ble analysert, kan ha gjort det vanskeligere.',
            nn: 'Politikken oppmoda til partnarskap og medverknad for tredje sektor, men avtalane gav relasjonen ingen verdi, og anbod og data som ikkje vart analyserte, kan ha gjort det vanskelegare.',
          },
          locator: paragraph('factors', 'Chadborn m.fl. (2019)'),
        },
      },
    ],
    source: table(4),
  },
];
