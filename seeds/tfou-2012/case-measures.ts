/** Table 5-1: kind of measure, organisations, initiator and cooperation in each municipality. */
import type { Words } from '../words.ts';
import type { AspectKey, CaseCell, CaseKey } from './cases.ts';
import { type Source, tfou } from './source.ts';

type Cells<Aspect extends AspectKey> = Record<CaseKey, Record<Aspect, readonly Words[]>>;

const table: Cells<'measure' | 'organisations' | 'initiator' | 'cooperation'> = {
  alta: {
    measure: [
      {
        en: 'A volunteer centre, which also brings meals to people at home',
        sv: 'En frivilligcentral, som också kör ut mat till människor hemma',
        nb: 'En frivilligsentral, som også bringer ut mat til folk hjemme',
        nn: 'Ein frivilligsentral, som òg køyrer ut mat til folk heime',
      },
    ],
    organisations: [
      {
        en: 'The Red Cross, Lions and the bridge club',
        sv: 'Røde Kors, Lions och bridgeklubben',
        nb: 'Røde Kors, Lions og bridgeklubben',
        nn: 'Røde Kors, Lions og bridgeklubben',
      },
    ],
    initiator: [
      {
        en: 'The pensioners’ association, with dedicated people among the volunteers',
        sv: 'Pensionärsföreningen, tillsammans med eldsjälar bland de frivilliga',
        nb: 'Pensjonistforeningen, sammen med ildsjeler blant de frivillige',
        nn: 'Pensjonistforeininga, saman med eldsjeler blant dei frivillige',
      },
    ],
    cooperation: [
      {
        en: 'Through the board of the volunteer centre',
        sv: 'Genom frivilligcentralens styrelse',
        nb: 'Gjennom styret for frivilligsentralen',
        nn: 'Gjennom styret for frivilligsentralen',
      },
    ],
  },
  kristiansund: {
    measure: [
      {
        en: 'A meeting place for people with mental illness',
        sv: 'En träffpunkt för personer med psykisk sjukdom',
        nb: 'Et treffsted for personer med psykisk sykdom',
        nn: 'Ein treffstad for personar med psykisk sjukdom',
      },
    ],
    organisations: [{ en: 'The Red Cross', sv: 'Røde Kors', nb: 'Røde Kors', nn: 'Røde Kors' }],
    initiator: [
      {
        en: 'The municipality, and dedicated people with one foot there and one in the Red Cross',
        sv: 'Kommunen, och eldsjälar med en fot där och en i Røde Kors',
        nb: 'Kommunen, og ildsjeler med en fot der og en i Røde Kors',
        nn: 'Kommunen, og eldsjeler med ein fot der og ein i Røde Kors',
      },
    ],
    cooperation: [
      {
        en: 'Agreement with the Red Cross; formal meetings at first, informal contact since',
        sv: 'Avtal med Røde Kors; formella möten i början, därefter informell kontakt',
        nb: 'Avtale med Røde Kors; formelle møter i starten, siden uformell kontakt',
        nn: 'Avtale med Røde Kors; formelle møte i starten, sidan uformell kontakt',
      },
    ],
  },
  levanger: {
    measure: [
      {
        en: 'Volunteers in the nursing home, and meals brought to people at home',
        sv: 'Frivilliga på sjukhemmet, och mat som körs hem till människor',
        nb: 'Frivillige på sykehjemmet, og mat som bringes hjem til folk',
        nn: 'Frivillige på sjukeheimen, og mat som blir køyrd heim til folk',
      },
    ],
    organisations: [
      {
        en: 'Sanitetsforeningen (women’s public health), Bygdekvinnelaget (rural women) and Rotary',
        sv: 'Sanitetsforeningen, Bygdekvinnelaget och Rotary',
        nb: 'Sanitetsforeningen, Bygdekvinnelaget og Rotary',
        nn: 'Sanitetsforeininga, Bygdekvinnelaget og Rotary',
      },
    ],
    initiator: [
      {
        en: 'Sanitetsforeningen, 27 years before the study; the measures are as old as the home',
        sv: 'Sanitetsforeningen, 27 år före studien; insatserna är lika gamla som hemmet',
        nb: 'Sanitetsforeningen, 27 år før studien; tiltakene er like gamle som sykehjemmet',
        nn: 'Sanitetsforeininga, 27 år før studien; tiltaka er like gamle som sjukeheimen',
      },
    ],
    cooperation: [
      {
        en: 'A cooperation committee and the head of the unit; no formal agreements',
        sv: 'Ett samarbetsutskott och enhetens chef; inga formella avtal',
        nb: 'Et samarbeidsutvalg og enhetslederen; ingen formelle avtaler',
        nn: 'Eit samarbeidsutval og einingsleiaren; ingen formelle avtalar',
      },
    ],
  },
  nissedal: {
    measure: [
      {
        en: 'A volunteer centre',
        sv: 'En frivilligcentral',
        nb: 'En frivilligsentral',
        nn: 'Ein frivilligsentral',
      },
    ],
    organisations: [
      {
        en: 'The Free Church, Sanitetsforeningen, sports clubs, the culture school, the pensioners’ association and more',
        sv: 'Frikyrkan, Sanitetsforeningen, idrottsföreningar, kulturskolan, pensionärsföreningen med flera',
        nb: 'Frikirken, Sanitetsforeningen, idrettslag, kulturskolen, pensjonistforeningen og flere',
        nn: 'Frikyrkja, Sanitetsforeininga, idrettslag, kulturskulen, pensjonistforeininga og fleire',
      },
    ],
    initiator: [
      {
        en: 'The politicians, together with voluntary associations',
        sv: 'Politikerna, tillsammans med föreningarna',
        nb: 'Politikerne, sammen med frivillige lag og organisasjoner',
        nn: 'Politikarane, saman med frivillige lag og organisasjonar',
      },
    ],
    cooperation: [
      {
        en: 'The manager of the centre makes agreements with the associations',
        sv: 'Centralens föreståndare sluter avtal med föreningarna',
        nb: 'Daglig leder for sentralen inngår avtaler med lag og foreninger',
        nn: 'Dagleg leiar for sentralen gjer avtalar med lag og foreiningar',
      },
    ],
  },
  strand: {
    measure: [
      {
        en: 'Activities for the well-being of older people: social events and outings',
        sv: 'Trivselsinsatser för äldre: sociala arrangemang och utflykter',
        nb: 'Tiltak for eldres trivsel: sosiale arrangementer og turer',
        nn: 'Tiltak for at eldre skal trivast: sosiale arrangement og turar',
      },
    ],
    organisations: [
      {
        en: 'Livsglede for eldre (joy of life for older people)',
        sv: 'Livsglede for eldre',
        nb: 'Livsglede for eldre',
        nn: 'Livsglede for eldre',
      },
    ],
    initiator: [
      {
        en: 'Teachers at Strand upper secondary school, and Livsglede for eldre',
        sv: 'Lärare vid gymnasieskolan i Strand, och Livsglede for eldre',
        nb: 'Lærere ved Strand videregående skole, og Livsglede for eldre',
        nn: 'Lærarar ved Strand vidaregåande skule, og Livsglede for eldre',
      },
    ],
    cooperation: [
      {
        en: 'Municipality and organisation met at the start; informal contact since',
        sv: 'Kommunen och organisationen möttes i början; därefter informell kontakt',
        nb: 'Kommunen og organisasjonen møttes i starten; siden uformell kontakt',
        nn: 'Kommunen og organisasjonen møttest i starten; sidan uformell kontakt',
      },
    ],
  },
  tromso: {
    measure: [
      {
        en: 'Volunteers come into the nursing home',
        sv: 'Frivilliga kommer in på sjukhemmet',
        nb: 'Frivillige kommer inn på sykehjemmet',
        nn: 'Frivillige kjem inn på sjukeheimen',
      },
    ],
    organisations: [
      {
        en: 'The Red Cross and school bands',
        sv: 'Røde Kors och skolorkestrar',
        nb: 'Røde Kors og skolekorps',
        nn: 'Røde Kors og skulekorps',
      },
    ],
    initiator: [{ en: 'The municipality', sv: 'Kommunen', nb: 'Kommunen', nn: 'Kommunen' }],
    cooperation: [
      {
        en: 'Through a coordinator whom the nursing home employs',
        sv: 'Genom en samordnare som är anställd på sjukhemmet',
        nb: 'Gjennom en koordinator som er ansatt på sykehjemmet',
        nn: 'Gjennom ein koordinator som er tilsett på sjukeheimen',
      },
    ],
  },
  vefsn: {
    measure: [
      {
        en: 'Care of dying patients',
        sv: 'Vård av döende patienter',
        nb: 'Pleie av døende pasienter',
        nn: 'Pleie av døyande pasientar',
      },
    ],
    organisations: [{ en: 'Termik', sv: 'Termik', nb: 'Termik', nn: 'Termik' }],
    initiator: [
      {
        en: 'One dedicated person, a nurse then employed by the municipality',
        sv: 'En eldsjäl, en sjuksköterska som då var anställd i kommunen',
        nb: 'En ildsjel, en sykepleier som da var ansatt i kommunen',
        nn: 'Ei eldsjel, ein sjukepleiar som då var tilsett i kommunen',
      },
    ],
    cooperation: [
      {
        en: 'Close cooperation between municipality and Termik, set down in written agreements',
        sv: 'Nära samarbete mellan kommunen och Termik, fastlagt i skriftliga avtal',
        nb: 'Nært samarbeid mellom kommunen og Termik, nedfelt i skriftlige avtaler',
        nn: 'Nært samarbeid mellom kommunen og Termik, nedfelt i skriftlege avtalar',
      },
    ],
  },
};

export const caseMeasures: CaseCell[] = rows(table, tfou('Table 5-1', 53));

/** A table of cells as rows; the key says municipality, aspect and number in the cell. */
export function rows<Aspect extends AspectKey>(cells: Cells<Aspect>, source: Source): CaseCell[] {
  return (Object.keys(cells) as CaseKey[]).flatMap((inCase) =>
    (Object.keys(cells[inCase]) as Aspect[]).flatMap((aspect) =>
      cells[inCase][aspect].map((text, index) => {
        const key = `${inCase}-${aspect}-${index + 1}`;
        return { key, case: inCase, aspect, text, source };
      }),
    ),
  );
}
