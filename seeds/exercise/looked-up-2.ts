/** Works met on public pages while looking up the cited ones, part 2 of 3: on and off the topic. */
import type { ExerciseReference } from './reference.ts';

export const lookedUp2: ExerciseReference[] = [
  {
    key: 'daatland-2012',
    reference: {
      type: 'book',
      title: 'Bærekraftig omsorg? Familien, velferdsstaten og aldringen av befolkningen',
      authors: [
        { family: 'Daatland', given: 'Svein Olav' },
        { family: 'Veenstra', given: 'Marijke' },
      ],
      year: 2012,
      series: 'NOVA Rapport 2/2012',
      publisher: 'Norsk institutt for forskning om oppvekst, velferd og aldring',
      place: 'Oslo',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/1863013-Baerekraftig-omsorg-familien-velferdsstaten-og-aldringen-av-befolkningen.html',
    source: null,
  },
  {
    key: 'fridstedt-2013',
    reference: {
      type: 'report',
      title:
        'Rapport om Samordnad vård- och omsorgsplanering via distansmöten ur ett verksamhetsperspektiv',
      authors: [{ family: 'Fridstedt', given: 'Gisela' }],
      year: 2013,
      language: 'sv',
    },
    citedBy: null,
    lookedUp:
      'https://fdocument.pub/document/rapport-om-samordnad-vrd-och-omsorgsplanering-via-nrstendes-nromrde.html',
    source: null,
  },
  {
    key: 'norsk-institutt-for-by-og-regionforskning-2004',
    reference: {
      type: 'report',
      title: 'Årsrapport 2004: forskning for god praksis',
      authors: [{ literal: 'Norsk institutt for by- og regionforskning' }],
      year: 2004,
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.me/3172745-Norsk-institutt-for-by-og-regionforskning-arsrapport-2004-forskning-for-god-praksis.html',
    source: null,
  },
  {
    key: 'lysgard-2003',
    reference: {
      type: 'report',
      title: 'Samspill by-region. Interaksjon by og omland Fase I',
      authors: [
        { family: 'Lysgård', given: 'Hans Kjetil' },
        { family: 'Fosse', given: 'Jens Kristian' },
        { family: 'Cruickshank', given: 'Jørn' },
        { family: 'Mydland', given: 'Trond S.' },
        { family: 'Magnussen', given: 'May Linda' },
      ],
      year: 2003,
      series: 'Prosjektrapport nr. 41/2003',
      publisher: 'Agderforskning',
      place: 'Kristiansand',
      language: 'nb',
    },
    citedBy: null,
    lookedUp: 'http://docplayer.me/4804883-Samspill-by-region-interaksjon-by-og-omland-fase-i.html',
    source: null,
  },
  {
    key: 'scherbakova-2021',
    reference: {
      type: 'thesis',
      title:
        'What do the elderly demand? A study of the living environment in Storuman, Sorsele and Vilhelmina municipality',
      authors: [{ family: 'Scherbakova', given: 'Victoria' }],
      year: 2021,
      language: 'en',
    },
    citedBy: null,
    lookedUp:
      'https://docslib.org/doc/12932919/what-do-the-elderly-demand-a-study-of-the-living-environment-in-storuman-sorsele-and-vilhelmina-municipality',
    source: null,
  },
  {
    key: 'dahl-2011',
    reference: {
      type: 'report',
      title: 'Kalmarsund – Sveriges Florida',
      authors: [{ family: 'Dahl', given: 'Per' }],
      year: 2011,
      publisher: 'Timbro',
      language: 'sv',
    },
    citedBy: null,
    lookedUp: 'http://docplayer.se/634308-Kalmarsund-sveriges-florida.html',
    source: null,
  },
  {
    key: 'socialministeriet-2005',
    reference: {
      type: 'report',
      title: '§ 115-redegørelse for 2003 og 2004',
      authors: [{ literal: 'Socialministeriet' }],
      year: 2005,
      publisher: 'Socialministeriet',
      place: 'København',
      isbn: ['978-87-7546-348-0', '978-87-7546-349-7'],
      language: 'da',
    },
    citedBy: null,
    lookedUp: 'https://ft.dk/samling/20042/almdel/SOU/bilag/240/203561/index.htm',
    source: null,
  },
  {
    key: 'boje-2006',
    reference: {
      type: 'book',
      title: 'Den frivillige sektor i Danmark: omfang og betydning',
      authors: [
        { family: 'Boje', given: 'Thomas P.' },
        { family: 'Fridberg', given: 'Torben' },
        { family: 'Ibsen', given: 'Bjarne' },
      ],
      year: 2006,
      series: '06:19',
      publisher: 'Socialforskningsinstituttet',
      place: 'København',
      language: 'da',
    },
    citedBy: null,
    lookedUp: 'https://9pdf.org/document/qo5gjo1k-den-frivillige-sektor-i-danmark.html',
    source: null,
  },
  {
    key: 'henriksen-2006',
    reference: {
      type: 'report',
      title:
        'En kortlægning af organisationerne i Danmark på området for frivilligformidling og selvhjælp',
      authors: [
        { family: 'Henriksen', given: 'Lars Skov' },
        { family: 'Marthedal', given: 'Anders Brogaard' },
      ],
      year: 2006,
      publisher: 'Aalborg Universitet',
      place: 'Aalborg',
      language: 'da',
    },
    citedBy: null,
    lookedUp: 'https://ft.dk/samling/20081/almdel/SOU/bilag/387/702701/index.htm',
    source: null,
  },
  {
    key: 'henriksen-2008',
    reference: {
      type: 'report',
      title: 'Frivilligcentre – knudepunkter i den lokale velfærdsarkitektur?',
      authors: [{ family: 'Henriksen', given: 'Lars Skov' }],
      year: 2008,
      publisher: 'Aalborg Universitet',
      place: 'Aalborg',
      isbn: ['978-87-90261-07-8'],
      language: 'da',
    },
    citedBy: null,
    lookedUp: 'https://ft.dk/samling/20081/almdel/SOU/bilag/387/702699/index.htm',
    source: null,
  },
  {
    key: 'espersen-2022',
    reference: {
      type: 'report',
      title:
        'Frivilligcentrene i Danmark 2021 – En evaluering af den lokale understøttelse af deltagelse og fællesskaber',
      authors: [
        { family: 'Espersen', given: 'Helle Hygum' },
        { family: 'Bro', given: 'Louise Ladegaard' },
        { family: 'Andersen', given: 'Linda Lundgaard' },
        { family: 'Andersen', given: 'Mie Mølgaard' },
      ],
      year: 2022,
      publisher: 'VIVE',
      place: 'København',
      isbn: ['978-87-7582-000-9'],
      language: 'da',
    },
    citedBy: null,
    lookedUp: 'https://9pdf.org/document/zx5n007w-frivilligcentrene-i-danmark.html',
    source: null,
  },
  {
    key: 'nar-2011',
    reference: {
      type: 'thesis',
      title: 'Når den offentlige og frivillige sektor samarbejder',
      authors: [],
      year: 2011,
      publisher: 'Aalborg Universitet',
      place: 'Aalborg',
      language: 'da',
    },
    citedBy: null,
    lookedUp:
      'http://docplayer.dk/3859994-Naar-den-offentlige-og-frivillige-sektor-samarbejder-forord.html',
    source: null,
  },
  {
    key: 'framgarden-2011',
    reference: {
      type: 'thesis',
      title: 'Tydelig diakoni',
      authors: [{ family: 'Framgarden', given: 'Grete Karen' }],
      year: 2011,
      publisher: 'Diakonhjemmet Høgskole',
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://docplayer.me/amp/6579537-Mgd-300-masteroppgave-i-diakoni-tydelig-diakoni-grete-karen-framgarden-diakonhjemmet-hogskole-16-mai-2011-antall-ord-28654.html',
    source: null,
  },
  {
    key: 'sletten-2011',
    reference: {
      type: 'thesis',
      title: '“How to talk the walk?” – om diakoni som “stemme” og “kamp for rettferdighet”',
      authors: [{ family: 'Sletten', given: 'Bente Kolbjørnsen' }],
      year: 2011,
      publisher: 'Diakonhjemmet Høgskole',
      language: 'nb',
    },
    citedBy: null,
    lookedUp: 'https://www.docme.ru/doc/405566/how-to-talk-the-walk%3F%E2%80%9D',
    source: null,
  },
  {
    key: 'johannessen-2009',
    reference: {
      type: 'book',
      title: 'Diakoni – en kritisk lesebok',
      authors: [
        { family: 'Johannessen', given: 'Kai Ingolf' },
        { family: 'Jordheim', given: 'Kari' },
        { family: 'Korslien', given: 'Kari Karsrud' },
      ],
      year: 2009,
      publisher: 'Tapir Akademisk Forlag',
      place: 'Trondheim',
      isbn: ['978-82-519-2468-9'],
      language: 'nb',
    },
    citedBy: null,
    lookedUp: 'https://docslib.org/doc/3235556/diakoni-en-kritisk-lesebok-2009-pdf',
    source: null,
  },
  {
    key: 'karbo-2018',
    reference: {
      type: 'report',
      title:
        'Å implementere en kampanje: En kartlegging av fremmende og hemmende faktorer ved implementering av kampanjen “Et mer demensvennlig samfunn”',
      authors: [
        { family: 'Kårbø', given: 'Celine Marie' },
        { family: 'Berge', given: 'Ida Kristine' },
        { family: 'Engan', given: 'Kia Linnéa H.' },
        { family: 'Simonsen', given: 'Malin' },
      ],
      year: 2018,
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://vdocuments.mx/prosjektrapport-nasjonalforeningen-for-folkehelsen-2018-12-2-2-forord-dette.html',
    source: null,
  },
  {
    key: 'kirkehei-2022',
    reference: {
      type: 'report',
      title: 'Hva er demensvennlig? Ulike forståelser og bruk av begrepet',
      authors: [{ family: 'Kirkehei', given: 'Ingvild' }],
      year: 2022,
      publisher: 'Folkehelseinstituttet',
      place: 'Oslo',
      isbn: ['978-82-8406-266-2'],
      language: 'nb',
    },
    citedBy: null,
    lookedUp:
      'https://9pdf.net/document/q5mr26xj-demenslandsbyer-moderne-boformer-personer-demens-systematisk-oversikt.html',
    source: null,
  },
  {
    key: 'coe-2022',
    reference: {
      type: 'article-journal',
      title:
        'Informal Caregivers Provide Considerable Front-Line Support In Residential Care Facilities And Nursing Homes',
      authors: [
        { family: 'Coe', given: 'NB' },
        { family: 'Werner', given: 'RM' },
      ],
      year: 2022,
      container: 'Health Affairs',
      volume: '41',
      issue: '1',
      language: 'en',
    },
    citedBy: null,
    lookedUp: 'https://github.com/PEDALLab-UPenn/Informal-Caregiving-in-Long-Term-Care-Settings',
    source: null,
  },
  {
    key: 'vamstad-2006',
    reference: {
      type: 'report',
      title: 'A literary overview of Swedish civil society research',
      authors: [{ family: 'Vamstad', given: 'Johan' }],
      year: 2006,
      publisher: 'Ersta Sköndal högskola',
      place: 'Stockholm',
      language: 'en',
    },
    citedBy: null,
    lookedUp:
      'https://docslib.org/doc/2891975/a-literary-overview-of-swedish-civil-society-research',
    source: null,
  },
  {
    key: 'wijkstrom-2015',
    reference: {
      type: 'manuscript',
      title:
        'Filantroper, frivilliga och sociala entreprenörer: Nya civilsamhällesmedborgare i ett omförhandlat samhällskontrakt',
      authors: [{ family: 'Wijkström', given: 'Filip' }],
      year: 2015,
      language: 'sv',
    },
    citedBy: null,
    lookedUp:
      'https://studylibsv.com/doc/400840/filantroper--frivilliga-och-sociala-entrepren%C3%B6rer',
    source: null,
  },
  {
    key: 'hedegaard-2013',
    reference: {
      type: 'thesis',
      title: 'Frivillighed i det offentlige – konsekvenser for organisering og ledelse',
      authors: [{ family: 'Hedegaard', given: 'Jonas' }],
      year: 2013,
      language: 'da',
    },
    citedBy: null,
    lookedUp:
      'https://pdfslide.net/documents/frivillighed-i-det-offentlige-konsekvenser-for-frivillighed-i-det-offentlige.html',
    source: null,
  },
  {
    key: 'angermann-2010',
    reference: {
      type: 'report',
      title: 'Volunteering in the European Union – An Overview',
      authors: [
        { family: 'Angermann', given: 'Annette' },
        { family: 'Sittermann', given: 'Birgit' },
      ],
      year: 2010,
      publisher: 'Institut für Sozialarbeit und Sozialpädagogik e.V.',
      place: 'Frankfurt a. M.',
      language: 'en',
    },
    citedBy: null,
    lookedUp: 'https://issuu.com./ecorl/docs/working_papier_no_2_observatory_vol',
    source: null,
  },
];
