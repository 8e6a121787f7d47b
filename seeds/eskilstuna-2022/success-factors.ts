/** The eight success factors of Table 4. */
import type { Finding } from './findings.ts';
import { paragraph, table } from './source.ts';

export const successFactors: Finding[] = [
  {
    key: 'success-1-strategies',
    kind: 'success-factor',
    number: 1,
    statement: {
      en: 'Municipalities have worked out strategies that back voluntary organisations and further co-production.',
      sv: 'Kommunerna har arbetat fram strategier som stöttar frivilligorganisationer och driver på samproduktion.',
      nb: 'Kommunene har utarbeidet strategier som støtter frivillige organisasjoner og fremmer samproduksjon.',
      nn: 'Kommunane har utarbeidd strategiar som støttar frivillige organisasjonar og fremjar samproduksjon.',
    },
    themes: ['policy-strategy', 'voluntary-conditions'],
    support: [
      {
        publication: 'vrangbaek-2018',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Finds a fairly promising picture in Denmark: municipalities have strategies for helping local associations and for co-production, though putting them into practice falls short.',
            sv: 'Ger en ganska ljus bild av Danmark: kommunerna har strategier för att hjälpa lokala föreningar och för samproduktion, även om det brister när de ska omsättas i handling.',
            nb: 'Gir et nokså lyst bilde av Danmark: kommunene har strategier for å hjelpe lokale foreninger og for samproduksjon, selv om det skorter på å sette dem ut i livet.',
            nn: 'Gjev eit nokså lyst bilete av Danmark: kommunane har strategiar for å hjelpe lokale foreiningar og for samproduksjon, sjølv om det skortar på å setje dei ut i livet.',
          },
          locator: paragraph('factors', 'Vrangbæk m.fl. (2018)'),
        },
      },
      {
        // Against: here the policies were in place everywhere and co-production still stayed small.
        publication: 'scheele-2019',
        stance: 'contradicts',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Every policy studied aimed openly at co-production through networks, yet associations met little of it: a strategy on paper was not enough.',
            sv: 'All politik som studerades syftade uttryckligen till samproduktion i nätverk, men föreningarna mötte föga av den: en strategi på papperet räckte inte.',
            nb: 'All politikk som ble studert, siktet åpent mot samproduksjon i nettverk, men foreningene møtte lite av den: en strategi på papiret var ikke nok.',
            nn: 'All politikk som vart studert, sikta ope mot samproduksjon i nettverk, men foreiningane møtte lite av han: ein strategi på papiret var ikkje nok.',
          },
          locator: paragraph('factors', 'Scheele m.fl. (2019)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'success-2-understanding',
    kind: 'success-factor',
    number: 2,
    statement: {
      en: 'Those who take part understand what is being introduced and why.',
      sv: 'De som deltar förstår vad som införs och varför.',
      nb: 'De som deltar, forstår hva som innføres og hvorfor.',
      nn: 'Dei som deltek, forstår kva som blir innført og kvifor.',
    },
    themes: ['relations-trust', 'information'],
    support: [
      {
        publication: 'fredriksen-2021',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Before the digital tool came, staff in the Norwegian municipalities understood well what it was for and expected more structure, overview and better recruitment from it.',
            sv: 'Innan det digitala verktyget kom förstod personalen i de norska kommunerna väl vad det skulle vara till för och väntade sig bättre struktur, överblick och rekrytering.',
            nb: 'Før det digitale verktøyet kom, forsto de ansatte i de norske kommunene godt hva det skulle brukes til, og ventet bedre struktur, oversikt og rekruttering.',
            nn: 'Før det digitale verktøyet kom, forstod dei tilsette i dei norske kommunane godt kva det skulle brukast til, og venta betre struktur, oversikt og rekruttering.',
          },
          locator: paragraph('factors', 'Fredriksen m.fl. (2021)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'success-3-coordination',
    kind: 'success-factor',
    number: 3,
    statement: {
      en: 'Voluntary activities in care of older people are coordinated.',
      sv: 'De frivilliga aktiviteterna i äldreomsorgen samordnas.',
      nb: 'De frivillige aktivitetene i eldreomsorgen blir samordnet.',
      nn: 'Dei frivillige aktivitetane i eldreomsorga blir samordna.',
    },
    themes: ['coordination'],
    support: [
      {
        publication: 'andfossen-2020',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Norwegian long-term care units do much of the coordinating of volunteers, in public care and beyond; that they share the task so little with voluntary organisations may waste resources.',
            sv: 'Norska särskilda boenden står för en stor del av samordningen av frivilliga, inom den offentliga omsorgen och utanför; att de delar uppgiften så lite med frivilligorganisationer kan vara att slösa med resurser.',
            nb: 'Norske langtidsenheter står for mye av samordningen av frivillige, i og utenfor de offentlige tjenestene; at de deler så lite av oppgaven med frivillige organisasjoner, kan være dårlig bruk av ressurser.',
            nn: 'Norske langtidseiningar står for mykje av samordninga av frivillige, i og utanfor dei offentlege tenestene; at dei deler så lite av oppgåva med frivillige organisasjonar, kan vere dårleg bruk av ressursar.',
          },
          locator: paragraph('forms', 'Andfossen (2020)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'success-4-digital',
    kind: 'success-factor',
    number: 4,
    statement: {
      en: 'Suitable digital tools supplement the work that people do.',
      sv: 'Lämpliga digitala verktyg kompletterar det arbete som människor gör.',
      nb: 'Egnede digitale verktøy supplerer arbeidet som mennesker gjør.',
      nn: 'Eigna digitale verktøy supplerer arbeidet som menneske gjer.',
    },
    themes: ['digital-tools', 'roles-tasks'],
    support: [
      {
        publication: 'bai-2018',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Proposes an application that joins helpers with people who need everyday help, to lighten the load on care staff without replacing them.',
            sv: 'Föreslår en applikation som för samman hjälpare med människor som behöver vardagshjälp, för att lätta på personalens börda utan att ersätta den.',
            nb: 'Foreslår en applikasjon som kobler hjelpere med folk som trenger hverdagshjelp, for å lette byrden for personalet uten å erstatte det.',
            nn: 'Føreslår ein applikasjon som koplar hjelparar med folk som treng kvardagshjelp, for å lette børa for personalet utan å erstatte det.',
          },
          locator: paragraph('factors', 'Bai och Synnes (2018)'),
        },
      },
      {
        // The paragraph tells of benefits seen in use, without calling the tool a complement.
        publication: 'fredriksen-2021',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'By trying the system out, staff learned that it had several advantages that could improve their routines; one of three municipalities put it fully to use.',
            sv: 'Genom att pröva systemet lärde sig personalen att det hade flera fördelar som kunde förbättra rutinerna; en av tre kommuner tog det i bruk fullt ut.',
            nb: 'Ved å prøve ut systemet lærte de ansatte at det hadde flere fordeler som kunne bedre rutinene; én av tre kommuner tok det fullt ut i bruk.',
            nn: 'Ved å prøve ut systemet lærte dei tilsette at det hadde fleire fordelar som kunne betre rutinane; éin av tre kommunar tok det fullt ut i bruk.',
          },
          locator: paragraph('factors', 'Fredriksen m.fl. (2021)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'success-5-motives',
    kind: 'success-factor',
    number: 5,
    statement: {
      en: 'Some civil-society organisations have strong motives and a strong will to take part.',
      sv: 'En del organisationer i civilsamhället har starka skäl och en stark vilja att medverka.',
      nb: 'En del organisasjoner i sivilsamfunnet har sterke motiver og en sterk vilje til å delta.',
      nn: 'Ein del organisasjonar i sivilsamfunnet har sterke motiv og ein sterk vilje til å delta.',
    },
    themes: ['voluntary-conditions'],
    support: [
      {
        publication: 'baxter-2020',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Organisations have good reasons to work with people who have lived with mental illness: strengths of their own, partnerships that work, and seeing that people benefit.',
            sv: 'Organisationerna har goda skäl att arbeta med personer som levt med psykisk ohälsa: egna styrkor, partnerskap som fungerar och att de ser att deltagarna får ut något av det.',
            nb: 'Organisasjonene har gode grunner til å arbeide med mennesker som har levd med psykiske lidelser: egne styrker, partnerskap som fungerer, og at de ser at deltakerne har nytte av det.',
            nn: 'Organisasjonane har gode grunnar til å arbeide med menneske som har levt med psykiske lidingar: eigne styrkar, partnarskap som fungerer, og at dei ser at deltakarane har nytte av det.',
          },
          locator: paragraph('factors', 'Baxter och Fancourt (2020)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'success-6-coordinators',
    kind: 'success-factor',
    number: 6,
    statement: {
      en: 'Coordinating roles are introduced together with closer oversight of how voluntary organisations take part.',
      sv: 'Samordnande roller införs tillsammans med ökad insyn i hur frivilligorganisationer medverkar.',
      nb: 'Samordnende roller innføres sammen med bedre innsyn i hvordan frivillige organisasjoner deltar.',
      nn: 'Samordnande roller blir innførte saman med betre innsyn i korleis frivillige organisasjonar deltek.',
    },
    themes: ['coordination', 'follow-up'],
    support: [
      {
        publication: 'croft-2020',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'New coordinators among the staff, together with stronger regulation of voluntary organisations’ part, brought those organisations better into the whole.',
            sv: 'Nya samordnare i personalen, ihop med starkare reglering av frivilligorganisationernas medverkan, fick in dessa organisationer bättre i helheten.',
            nb: 'Nye samordnere i personalet, sammen med sterkere regulering av de frivillige organisasjonenes deltakelse, fikk disse organisasjonene bedre inn i helheten.',
            nn: 'Nye samordnarar i personalet, saman med sterkare regulering av korleis dei frivillige organisasjonane deltek, fekk desse organisasjonane betre inn i heilskapen.',
          },
          locator: paragraph('factors', 'Croft och Currie (2020)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'success-7-whole',
    kind: 'success-factor',
    number: 7,
    statement: {
      en: 'Models of cooperation are seen and built as a whole.',
      sv: 'Samarbetsmodeller ses och byggs som en helhet.',
      nb: 'Samarbeidsmodeller blir sett og bygd som en helhet.',
      nn: 'Samarbeidsmodellar blir sedde og bygde som ein heilskap.',
    },
    themes: ['coordination'],
    support: [
      {
        publication: 'smith-2013',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'The whole-system model was hard to carry through but was held to be a success, and taught partners much about working across professions and sectors.',
            sv: 'Helsystemmodellen var svår att genomföra men ansågs lyckad och lärde parterna mycket om att arbeta över yrkes- och sektorsgränser.',
            nb: 'Helsystemmodellen var vanskelig å gjennomføre, men ble regnet som vellykket og lærte partene mye om å arbeide på tvers av fag og sektorer.',
            nn: 'Heilsystemmodellen var vanskeleg å gjennomføre, men vart rekna som vellukka og lærte partane mykje om å arbeide på tvers av fag og sektorar.',
          },
          locator: paragraph('factors', 'Smith och Barnes (2013)'),
        },
      },
      {
        // Ryder speaks of care, social care and third sector together, not of a model.
        publication: 'ryder-2016',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Good services for people with dementia call for health care, social care and the third sector to work together.',
            sv: 'Goda tjänster för personer med demens kräver att vård, omsorg och tredje sektorn arbetar tillsammans.',
            nb: 'Gode tjenester for mennesker med demens krever at helsetjenesten, omsorgstjenesten og tredje sektor arbeider sammen.',
            nn: 'Gode tenester for menneske med demens krev at helsetenesta, omsorgstenesta og tredje sektor arbeider saman.',
          },
          locator: paragraph('factors', 'Ryder (2016)'),
        },
      },
    ],
    source: table(4),
  },
  {
    key: 'success-8-trust',
    kind: 'success-factor',
    number: 8,
    statement: {
      en: 'The parties trust each other and see their relations as something to be furthered.',
      sv: 'Parterna litar på varandra och ser relationerna som något att främja.',
      nb: 'Partene stoler på hverandre og ser relasjonene som noe som skal fremmes.',
      nn: 'Partane stolar på kvarandre og ser relasjonane som noko som skal fremjast.',
    },
    themes: ['relations-trust'],
    support: [
      {
        publication: 'el-farargy-2019',
        stance: 'supports',
        basis: 'stated',
        excerpt: {
          text: {
            en: 'Working with the third sector was valued, and what staff needed to learn was mostly about furthering relations and building trust both ways.',
            sv: 'Att arbeta med tredje sektorn uppskattades, och det personalen behövde lära sig gällde mest att främja relationer och bygga förtroende åt båda håll.',
            nb: 'Å arbeide med tredje sektor ble verdsatt, og det personalet trengte å lære, gjaldt mest å fremme relasjoner og bygge tillit begge veier.',
            nn: 'Å arbeide med tredje sektor vart verdsett, og det personalet trong å lære, galdt mest å fremje relasjonar og byggje tillit begge vegar.',
          },
          locator: paragraph('factors', 'El-Farargy (2019)'),
        },
      },
      {
        // Trust is one of the study's four themes; the paragraph does not call it a success factor.
        publication: 'stocker-2018',
        stance: 'supports',
        basis: 'judgement',
        excerpt: {
          text: {
            en: 'Trust was one of four themes, and what those concerned valued and believed fitted best with a system that rests on trust.',
            sv: 'Tillit var ett av fyra teman, och det som de berörda värdesatte och trodde på stämde bäst med ett system som vilar på förtroende.',
            nb: 'Tillit var ett av fire temaer, og det de berørte verdsatte og trodde på, passet best med et system som bygger på tillit.',
            nn: 'Tillit var eitt av fire tema, og det dei det gjaldt, verdsette og trudde på, passa best med eit system som byggjer på tillit.',
          },
          locator: paragraph('factors', 'Stocker m.fl. (2018)'),
        },
      },
    ],
    source: table(4),
  },
];
