/** Works met on public pages while looking up the cited ones, part 1 of 3: on and off the topic. */
import type { ExerciseReference } from './reference.ts';

export const lookedUp1: ExerciseReference[] = [
  {
    key: 'pham-2014',
    reference: {
      type: 'article-journal',
      title:
        'A scoping review of scoping reviews: advancing the approach and enhancing the consistency',
      authors: [
        { family: 'Pham', given: 'Mai T.' },
        { family: 'Rajić', given: 'Andrijana' },
        { family: 'Greig', given: 'Judy D.' },
        { family: 'Sargeant', given: 'Jan M.' },
        { family: 'Papadopoulos', given: 'Andrew' },
        { family: 'McEwen', given: 'Scott A.' },
      ],
      year: 2014,
      container: 'Research Synthesis Methods',
      doi: '10.1002/jrsm.1123',
      language: 'en',
    },
    citedBy: null,
    lookedUp: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC4491356',
    source: null,
  },
  {
    key: 'peters-2021',
    reference: {
      type: 'article-journal',
      title: 'Scoping reviews: reinforcing and advancing the methodology and application',
      authors: [
        { family: 'Peters', given: 'Micah D J' },
        { family: 'Marnie', given: 'Casey' },
        { family: 'Colquhoun', given: 'Heather' },
      ],
      year: 2021,
      container: 'Systematic Reviews',
      volume: '10',
      pages: '263',
      doi: '10.1186/s13643-021-01821-3',
      language: 'en',
      notes: ['et al.'],
    },
    citedBy: null,
    lookedUp: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8499488',
    source: null,
  },
  {
    key: 'tingvold-2018',
    reference: {
      type: 'article-journal',
      title:
        'Not just “sweet old ladies” – Challenges in voluntary work in the municipal long-term care services',
      authors: [
        { family: 'Tingvold', given: 'Laila' },
        { family: 'Olsvold', given: 'Nina' },
      ],
      year: 2018,
      container: 'Nordic Journal of Social Research',
      volume: '9',
      language: 'en',
    },
    citedBy: null,
    lookedUp:
      'http://carrels.distantreader.org/journal-nordicJournalOfSocialResearch-doaj/txt/njsr-2174.txt',
    source: null,
  },
  {
    key: 'lorentzen-2018',
    reference: {
      type: 'article-journal',
      title: 'Frivillig innsats: Hindre i omsorgssektoren',
      authors: [
        { family: 'Lorentzen', given: 'Håkon' },
        { family: 'Tingvold', given: 'Laila' },
      ],
      year: 2018,
      container: 'Tidsskrift for omsorgsforskning',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://www.idunn.no/tidsskrift_for_omsorgsforskning/2018/02/frivillig_innsats_hindreiomsorgssektoren',
    source: null,
  },
  {
    key: 'ulike-2019',
    reference: {
      type: 'article-journal',
      title:
        'Ulike typer frivillige i omsorgstjenestene – samstemt innsats eller mangfold til besvær?',
      authors: [],
      year: 2019,
      container: 'Tidsskrift for velferdsforskning',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://www.idunn.no/tidsskrift_for_velferdsforskning/2019/01/ulike_typer_frivillige_i_omsorgstjenestene_samstemt_innsa',
    source: null,
  },
  {
    key: 'sivilsamfunnets-2018',
    reference: {
      type: 'article-journal',
      title: 'Sivilsamfunnets roller i velferdsstatens omstilling',
      authors: [],
      year: 2018,
      container: 'Norsk sosiologisk tidsskrift',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://www.idunn.no/norsk_sosiologisk_tidsskrift/2018/01/sivilsamfunnets_roller_i_velferdsstatens_omstilling',
    source: null,
  },
  {
    key: 'ett-2018',
    reference: {
      type: 'article-journal',
      title: 'Ett halvt århundrade svensk äldreomsorg – var står stat och familj?',
      authors: [],
      year: 2018,
      container: 'Tidsskrift for omsorgsforskning',
      doi: '10.18261/issn.2387-5984-2018-01-08',
      language: 'sv',
    },
    citedBy: null,
    lookedUp: 'https://www.idunn.no/doi/10.18261/issn.2387-5984-2018-01-08',
    source: null,
  },
  {
    key: 'ervik-2017',
    reference: {
      type: 'report',
      title: 'Samhandling mellom kommunen og frivillig sektor i eldreomsorgen',
      authors: [
        { family: 'Ervik', given: 'Rune' },
        { family: 'Lindén', given: 'Tord Skogedal' },
      ],
      year: 2017,
      series: 'Rapport 2017:8',
      publisher: 'Senter for forskning på sivilsamfunn og frivillig sektor',
      place: 'Bergen/Oslo',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://9pdf.net/document/z1dlj89v-samhandling-mellom-kommunen-og-frivillig-sektor-i-eldreomsorgen.html',
    source: null,
  },
  {
    key: 'lorentzen-2012',
    reference: {
      type: 'report',
      title: 'Frivilligsentralen i nærmiljøet: Konkurrent eller katalysator?',
      authors: [{ family: 'Lorentzen', given: 'Håkon' }],
      year: 2012,
      series: 'ISF Rapport 2012:4',
      publisher: 'Institutt for samfunnsforskning',
      place: 'Oslo',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/398890-Hakon-lorentzen-frivilligsentralen-i-naermiljoet-konkurrent-eller-katalysator.html',
    source: null,
  },
  {
    key: 'selle-2012',
    reference: {
      type: 'book',
      title: 'Organisasjonene og det offentlige. Har vi fått en ny frivillighetspolitikk?',
      authors: [
        { family: 'Selle', given: 'Per' },
        { family: 'Strømsnes', given: 'Kristin' },
      ],
      year: 2012,
      series: 'Rapport 2012:6',
      publisher: 'Senter for forskning på sivilsamfunn og frivillig sektor',
      place: 'Bergen/Oslo',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/1283223-Per-selle-og-kristin-stromsnes-red-organisasjonene-og-det-offentlige-har-vi-fatt-en-ny-frivillighetspolitikk.html',
    source: null,
  },
  {
    key: 'vaagen-2005',
    reference: {
      type: 'report',
      title:
        'På sporet av en lokal frivillighetspolitikk? En kartlegging av forholdet mellom kommuner og frivillige organisasjoner',
      authors: [{ family: 'Vaagen', given: 'Kjell' }],
      year: 2005,
      publisher: 'Næringsrådgivning AS',
      place: 'Hamar',
      language: 'nb',
    },
    citedBy: null,
    lookedUp: 'http://docplayer.me/4599235-Pa-sporet-av-en-lokal-frivillighetspolitikk.html',
    source: null,
  },
  {
    key: 'ro-2015',
    reference: {
      type: 'report',
      title:
        'Organisering og ledelse av uorganiserte frivillige i helse- og omsorgstjenestene i norske kommuner',
      authors: [{ literal: 'RO' }],
      year: 2015,
      place: 'Stjørdal',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/2795099-Organisering-og-ledelse-av-uorganiserte-frivillige-i-helse-og-omsorgstjenestene-i-norske-kommuner.html',
    source: null,
  },
  {
    key: 'hoem-2019',
    reference: {
      type: 'thesis',
      title: 'Leve hele livet – med bistand fra frivilligheten',
      authors: [{ family: 'Hoem', given: 'Line Hatmosø' }],
      year: 2019,
      place: 'Molde',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://9pdf.net/document/yd7xeg71-leve-hele-livet-med-bistand-fra-frivilligheten.html',
    source: null,
  },
  {
    key: 'lombardo-2012',
    reference: {
      type: 'thesis',
      title: 'Statstilskudd til frivillige organisasjoner: Norsk Forening for Fartøyvern som case',
      authors: [{ family: 'Lombardo', given: 'Hedda' }],
      year: 2012,
      publisher: 'Høgskolen i Oslo og Akershus',
      place: 'Oslo',
      language: 'nb',
    },
    citedBy: null,
    lookedUp: 'http://docplayer.me/1748274-Statstilskudd-til-frivillige-organisasjoner.html',
    source: null,
  },
  {
    key: 'betydningen-2013',
    reference: {
      type: 'thesis',
      title:
        'Betydningen av geografi for interkommunalt samarbeid: En komparativ undersøkelse av Røst kommune og Gildeskål kommune',
      authors: [],
      year: 2013,
      publisher: 'Universitetet i Nordland',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/4412097-Po220s-bacheloroppgave-i-statsvitenskap-betydningen-av-geografi-for-interkommunalt-samarbeid.html',
    source: null,
  },
  {
    key: 'volunteering-2019',
    reference: {
      type: 'thesis',
      title:
        'Volunteering in Palliative Care: A study of volunteer tasks, support, roles, involvement and collaboration with professionals in the Flemish healthcare system',
      authors: [],
      year: 2019,
      publisher: 'Vrije Universiteit Brussel; Ghent University',
      language: 'en',
    },
    citedBy: null,
    lookedUp:
      'https://researchportal.vub.be/en/studentTheses/volunteering-in-palliative-care-a-study-of-volunteer-tasks-suppor',
    source: null,
  },
  {
    key: 'vanderstichelen-2018',
    reference: {
      type: 'article-journal',
      title:
        'Volunteer involvement in the organisation of palliative care: A survey study of the healthcare system in Flanders and Dutch-speaking Brussels, Belgium',
      authors: [
        { family: 'Vanderstichelen', given: 'Steven' },
        { family: 'Cohen', given: 'Joachim' },
        { family: 'Van Wesemael', given: 'Yanna' },
        { family: 'Deliens', given: 'Luc' },
        { family: 'Chambaere', given: 'Kenneth' },
      ],
      year: 2018,
      container: 'Health & social care in the community',
      language: 'en',
    },
    citedBy: null,
    lookedUp:
      'http://integrateproject.be/publication/volunteer-involvement-organisation-palliative-care-survey-study-healthcare-system',
    source: null,
  },
  {
    key: 'bockmann-2008',
    reference: {
      type: 'report',
      title: 'Prosjekt Britannia – en evaluering av samarbeid mellom frivillige organisasjoner',
      authors: [{ family: 'Bøckmann', given: 'Sissel' }],
      year: 2008,
      series: 'Arbeidsrapport 2008:2',
      publisher: 'Høgskolen i Østfold',
      place: 'Halden',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://9pdf.net/document/y4wxrrok-prosjekt-britannia-en-evaluering-samarbeid-mellom-frivillige-organisasjoner.html',
    source: null,
  },
  {
    key: 'ramboll-2014',
    reference: {
      type: 'report',
      title: 'Evaluering av Selvhjelp Norge sine distriktskontorer',
      authors: [{ literal: 'Rambøll' }],
      year: 2014,
      publisher: 'Helsedirektoratet',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/1380432-Helsedirektoratet-rapport-desember-2014-helsedirektoratet-evaluering-av-selvhjelp-norge-sine-distriktskontorer.html',
    source: null,
  },
  {
    key: 'okstad-2000',
    reference: {
      type: 'report',
      title: 'Forsknings- og utredningsvirksomhet ved Lierne utmarkssenter',
      authors: [{ family: 'Okstad', given: 'Asbjørn' }],
      year: 2000,
      series: 'NTF-notat 2000:3',
      publisher: 'Nord-Trøndelagsforskning',
      place: 'Steinkjer',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/1065233-Forsknings-og-utredningsvirksomhet-ved-lierne-utmarkssenter-asbjorn-okstad.html',
    source: null,
  },
  {
    key: 'gjertsen-2009',
    reference: {
      type: 'report',
      title: 'Hjelp når livet rakner. Evaluering av incestsentrene og incesttelefonen',
      authors: [
        { family: 'Gjertsen', given: 'Hege' },
        { family: 'Eide', given: 'Ann Kristin' },
      ],
      year: 2009,
      series: 'NF-rapport nr. 2/2009',
      publisher: 'Nordlandsforskning',
      place: 'Bodø',
      language: 'nb',
    },
    citedBy: null,
    lookedUp: 'http://docplayer.me/1658016-Hjelp-nar-livet-rakner.html',
    source: null,
  },
  {
    key: 'vetvik-2017',
    reference: {
      type: 'report',
      title:
        'Retorikk og Realiteter: Planlegging for framtidens helse- og omsorgsoppgaver i kommunene – 2015-2025',
      authors: [
        { family: 'Vetvik', given: 'Einar' },
        { family: 'Disch', given: 'Per Gunnar' },
      ],
      year: 2017,
      series: 'Senter for omsorgsforskning, rapportserie nr. 05/2017',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://9pdf.net/document/yd7xll7e-retorikk-realiteter-planlegging-for-framtidens-helse-omsorgsoppgaver-kommunene.html',
    source: null,
  },
];
