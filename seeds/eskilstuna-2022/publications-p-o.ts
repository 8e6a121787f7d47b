/** Table 1, third part: from Pearson & Watson (2018) to Överenskommelsens kansli (2018). */
import type { Publication } from './publications.ts';
import { table } from './source.ts';

export const publicationsPToO: Publication[] = [
  {
    key: 'pearson-2018',
    reference: {
      type: 'article',
      title:
        'Implementing health and social care integration in Scotland: Renegotiating new partnerships in changing cultures of care',
      authors: [{ family: 'Pearson' }, { family: 'Watson' }],
      year: 2018,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To explore the first stage of the Scottish act on joint working of 2014, and how care staff and the third sector have begun to negotiate their roles anew.',
      sv: 'Att utforska det första skedet av den skotska lagen om gemensamt arbete från 2014 och hur vård- och omsorgspersonal och tredje sektorn har börjat förhandla om sina roller på nytt.',
      nb: 'Å utforske den første tiden med den skotske loven om felles arbeid fra 2014, og hvordan helse- og omsorgspersonell og tredje sektor har begynt å forhandle om rollene på nytt.',
      nn: 'Å utforske den første tida med den skotske lova om felles arbeid frå 2014, og korleis helse- og omsorgspersonell og tredje sektor har byrja å forhandle om rollene på nytt.',
    },
    source: table(1),
  },
  {
    key: 'ryder-2016',
    reference: {
      type: 'article',
      title: 'From togetherness to loneliness: Supporting people with dementia',
      authors: [{ family: 'Ryder' }],
      year: 2016,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To show that good dementia care after the diagnosis depends on working together, on the way to a society that puts kindness, care and dignity before structure and systems.',
      sv: 'Att visa att god demensvård efter diagnosen hänger på samarbete, på väg mot ett samhälle som sätter vänlighet, omsorg och värdighet före struktur och system.',
      nb: 'Å vise at god demensomsorg etter diagnosen avhenger av samarbeid, på vei mot et samfunn som setter vennlighet, omsorg og verdighet foran struktur og systemer.',
      nn: 'Å vise at god demensomsorg etter diagnosen er avhengig av samarbeid, på veg mot eit samfunn som set venlegheit, omsorg og verdigheit framfor struktur og system.',
    },
    source: table(1),
  },
  {
    key: 'scheele-2019',
    reference: {
      type: 'article',
      title:
        'Volunteer association perceptions of municipal policy strategies to promote co-production of healthy ageing services',
      authors: [{ family: 'Scheele' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    countries: ['DK'],
    aim: {
      en: 'To explore how relevant and useful voluntary associations find public policies meant to further the co-production of services for ageing citizens.',
      sv: 'Att utforska hur relevant och användbar frivilliga föreningar finner den politik som ska främja samproduktion av tjänster för åldrande medborgare.',
      nb: 'Å utforske hvor relevant og nyttig frivillige foreninger finner den politikken som skal fremme samproduksjon av tjenester for aldrende innbyggere.',
      nn: 'Å utforske kor relevant og nyttig frivillige foreiningar finn den politikken som skal fremje samproduksjon av tenester for aldrande innbyggjarar.',
    },
    source: table(1),
  },
  {
    key: 'skinner-2021',
    reference: {
      type: 'article',
      title:
        'Volunteers and informal caregivers’ contributions and collaboration with formal caregivers in Norwegian long-term care',
      authors: [{ family: 'Skinner' }],
      othersOmitted: true,
      year: 2021,
      language: 'en',
    },
    countries: ['NO'],
    aim: {
      en: 'To examine everyday volunteering and informal care in services for older people, and the challenges felt when formal carers work with volunteers and informal carers.',
      sv: 'Att undersöka vardagligt frivilligarbete och informell omsorg inom äldrevården och de utmaningar som upplevs när formella vårdgivare samarbetar med frivilliga och informella omsorgsgivare.',
      nb: 'Å undersøke hverdagsfrivillighet og uformell omsorg i eldreomsorgen og de utfordringene som oppleves når formelle omsorgsytere samarbeider med frivillige og uformelle omsorgsgivere.',
      nn: 'Å undersøkje kvardagsfrivilligheit og uformell omsorg i eldreomsorga og dei utfordringane som blir opplevde når formelle omsorgsytarar samarbeider med frivillige og uformelle omsorgsgjevarar.',
    },
    source: table(1),
  },
  {
    key: 'smith-2013',
    reference: {
      type: 'article',
      title:
        'New jobs old roles — working for prevention in a whole-system model of health and social care for older people',
      authors: [{ family: 'Smith' }, { family: 'Barnes' }],
      year: 2013,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To look closely at the skills and ways of working that practice needs when the system is changed in order to reach goals for prevention.',
      sv: 'Att granska vilka färdigheter och arbetssätt praktiken behöver när systemet förändras för att nå förebyggande mål.',
      nb: 'Å se nærmere på hvilke ferdigheter og arbeidsmåter praksis trenger når systemet endres for å nå forebyggende mål.',
      nn: 'Å sjå nærare på kva ferdigheiter og arbeidsmåtar praksis treng når systemet blir endra for å nå førebyggjande mål.',
    },
    source: table(1),
  },
  {
    key: 'stocker-2018',
    reference: {
      type: 'article',
      title:
        'Care home services at the vanguard: A qualitative study exploring stakeholder views on the development and evaluation of novel, integrated approaches to enhancing healthcare in care homes',
      authors: [{ family: 'Stocker' }],
      othersOmitted: true,
      year: 2018,
      language: 'en',
    },
    countries: ['GB'],
    aim: {
      en: 'To explore how those concerned understand new, integrated ways of bettering care in care homes, and to find what an evaluation should put first.',
      sv: 'Att utforska hur de berörda förstår nya, integrerade sätt att förbättra vården på vårdhem och ta reda på vad en utvärdering bör sätta främst.',
      nb: 'Å utforske hvordan de berørte forstår nye, integrerte måter å bedre helsehjelpen i sykehjem på, og finne ut hva en evaluering bør sette først.',
      nn: 'Å utforske korleis dei det gjeld, forstår nye, integrerte måtar å betre helsehjelpa i sjukeheim på, og finne ut kva ei evaluering bør setje først.',
    },
    source: table(1),
  },
  {
    key: 'skl-2014',
    reference: {
      type: 'report',
      title:
        'Dialoger och överenskommelser med civilsamhället. Konkreta exempel från åtta kommuner',
      authors: [{ literal: 'Sveriges Kommuner och Landsting' }],
      year: 2014,
      language: 'sv',
    },
    countries: ['SE'],
    aim: {
      en: 'To give politicians and officials a concrete picture of how local dialogues, agreements and other joint policy documents between a municipality and its civil society really come about.',
      sv: 'Att ge politiker och tjänstepersoner en konkret bild av hur lokala dialoger, överenskommelser och andra gemensamma styrdokument mellan kommunen och civilsamhället faktiskt växer fram.',
      nb: 'Å gi politikere og ansatte et konkret bilde av hvordan lokale dialoger, avtaler og andre felles policydokumenter mellom kommunen og sivilsamfunnet faktisk blir til.',
      nn: 'Å gje politikarar og tilsette eit konkret bilete av korleis lokale dialogar, avtalar og andre felles policydokument mellom kommunen og sivilsamfunnet faktisk blir til.',
    },
    source: table(1),
  },
  {
    key: 'van-dijk-2013',
    reference: {
      type: 'article',
      title:
        'The experiences of neighbour, volunteer and professional support-givers in supporting community dwelling older people',
      authors: [{ family: 'van Dijk' }],
      othersOmitted: true,
      year: 2013,
      language: 'en',
    },
    countries: ['NL'],
    aim: {
      en: 'To explore the kinds of informal support neighbours give, and what neighbours, volunteers and professionals experience as they give support.',
      sv: 'Att utforska vilka slags informellt stöd grannar ger och vad grannar, frivilliga och yrkesverksamma upplever när de ger stöd.',
      nb: 'Å utforske hvilke former for uformell støtte naboer gir, og hva naboer, frivillige og fagfolk erfarer når de gir støtte.',
      nn: 'Å utforske kva former for uformell støtte naboar gjev, og kva naboar, frivillige og fagfolk erfarer når dei gjev støtte.',
    },
    source: table(1),
  },
  {
    key: 'vanderstichelen-2019',
    reference: {
      type: 'article',
      title:
        'Perspectives on volunteer-professional collaboration in palliative care: A qualitative study among volunteers, patients, family carers, and health care professionals',
      authors: [{ family: 'Vanderstichelen' }],
      othersOmitted: true,
      year: 2019,
      language: 'en',
    },
    countries: ['BE'],
    aim: {
      en: 'To explore what collaboration between volunteers and professionals in palliative care consists of.',
      sv: 'Att utforska vad samverkan mellan frivilliga och yrkesverksamma kring palliativ vård består i.',
      nb: 'Å utforske hva samarbeid mellom frivillige og fagfolk om palliativ omsorg består i.',
      nn: 'Å utforske kva samarbeid mellom frivillige og fagfolk om palliativ omsorg går ut på.',
    },
    source: table(1),
  },
  {
    key: 'vanderstichelen-2020',
    reference: {
      type: 'article',
      title:
        'The involvement of volunteers in palliative care and their collaboration with healthcare professionals: A cross-sectional volunteer survey across the Flemish healthcare system (Belgium)',
      authors: [{ family: 'Vanderstichelen' }],
      othersOmitted: true,
      year: 2020,
      language: 'en',
    },
    countries: ['BE'],
    aim: {
      en: 'To describe how volunteers take part in organising palliative care, how they work with professionals, and what they themselves think of it.',
      sv: 'Att beskriva hur frivilliga deltar i organiseringen av palliativ vård, hur de samarbetar med yrkesverksamma och vad de själva anser om det.',
      nb: 'Å beskrive hvordan frivillige deltar i organiseringen av palliativ omsorg, hvordan de samarbeider med fagfolk, og hva de selv mener om det.',
      nn: 'Å skildre korleis frivillige tek del i organiseringa av palliativ omsorg, korleis dei samarbeider med fagfolk, og kva dei sjølve meiner om det.',
    },
    source: table(1),
  },
  {
    key: 'vrangbaek-2018',
    reference: {
      type: 'article',
      title:
        'Voluntary associations and co-production of health promoting activities for older adults: Experiences and policy lessons from Denmark',
      authors: [{ family: 'Vrangbæk' }],
      othersOmitted: true,
      year: 2018,
      language: 'en',
    },
    countries: ['DK'],
    aim: {
      en: 'To fill a gap in what is known about how voluntary associations in Denmark see their own conditions, by means of a survey among them.',
      sv: 'Att med en enkät bland danska frivilliga föreningar fylla en lucka i kunskapen om hur de själva ser på sina villkor.',
      nb: 'Å fylle et hull i kunnskapen om hvordan frivillige foreninger i Danmark ser på sine egne vilkår, ved hjelp av en spørreundersøkelse blant dem.',
      nn: 'Å fylle eit hol i kunnskapen om korleis frivillige foreiningar i Danmark ser på sine eigne vilkår, ved hjelp av ei spørjeundersøking blant dei.',
    },
    source: table(1),
  },
  {
    key: 'wall-2021',
    reference: {
      type: 'article',
      title: 'När en part försvinner. Informella vård och omsorgsinsatser under Coronapandemin',
      authors: [
        { family: 'Wall', given: 'E.' },
        { family: 'Vamstad', given: 'J.' },
      ],
      year: 2021,
      language: 'sv',
    },
    countries: ['SE'],
    aim: {
      en: 'To analyse what informal care means, seen from the gap that relatives left in Swedish care institutions in the first phase of the corona crisis in 2020.',
      sv: 'Att analysera vad informell omsorg betyder, sett utifrån den lucka som uppstod när anhöriga försvann från svenska vård- och omsorgsinstitutioner i coronakrisens första fas 2020.',
      nb: 'Å analysere hva uformell omsorg betyr, sett ut fra tomrommet da pårørende ble borte fra svenske helse- og omsorgsinstitusjoner i den første fasen av koronakrisen i 2020.',
      nn: 'Å analysere kva uformell omsorg har å seie, sett ut frå tomrommet då pårørande vart borte frå svenske helse- og omsorgsinstitusjonar i den første fasen av koronakrisa i 2020.',
    },
    source: table(1),
  },
  {
    key: 'overenskommelsens-kansli-2018',
    reference: {
      type: 'report',
      title:
        'Samverkan med civilsamhället: En kartläggning av hur Sveriges kommuner, landsting och regioner samverkar med civilsamhällets organisationer',
      authors: [{ literal: 'Överenskommelsens kansli' }],
      year: 2018,
      language: 'sv',
    },
    countries: ['SE'],
    aim: {
      en: 'To report a web survey that mapped how Swedish municipalities, county councils and regions cooperate with civil-society organisations.',
      sv: 'Att redovisa en webbenkät som kartlade hur svenska kommuner, landsting och regioner samarbetar med civilsamhällets organisationer.',
      nb: 'Å legge fram en nettundersøkelse som kartla hvordan svenske kommuner, landsting og regioner samarbeider med sivilsamfunnets organisasjoner.',
      nn: 'Å leggje fram ei nettundersøking som kartla korleis svenske kommunar, landsting og regionar samarbeider med organisasjonane i sivilsamfunnet.',
    },
    source: table(1),
  },
];
