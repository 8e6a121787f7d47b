/** Case studies of organisations and places: topics of CASP and of Yin, in our own words. */
import { type InstrumentTemplate, question, say, section } from './make.ts';

export const caseStudy: InstrumentTemplate = {
  key: 'case-study',
  label: say('Case studies', 'Fallstudier', 'Casestudier', 'Casestudiar'),
  source: say(
    'Topics after CASP’s checklist for qualitative research and Yin’s criteria for case studies; the wording is our own.',
    'Ämnen efter CASP:s checklista för kvalitativ forskning och Yins kriterier för fallstudier; formuleringarna är våra egna.',
    'Temaer etter CASPs sjekkliste for kvalitativ forskning og Yins kriterier for casestudier; formuleringene er våre egne.',
    'Tema etter sjekklista til CASP for kvalitativ forsking og kriteria til Yin for casestudiar; formuleringane er våre eigne.',
  ),
  designs: ['case_study'],
  sections: [
    section('case', say('The case', 'Fallet', 'Caset', 'Caset'), [
      question(
        'bounded',
        say(
          'Is it clear what the case is and where it ends?',
          'Är det klart vad fallet är och var det slutar?',
          'Er det klart hva caset er og hvor det slutter?',
          'Er det klart kva caset er og kvar det sluttar?',
        ),
        say(
          'A place, an organisation, a process; with its time.',
          'En plats, en organisation, en process; med sin tid.',
          'Et sted, en organisasjon, en prosess; med sin tid.',
          'Ein stad, ein organisasjon, ein prosess; med si tid.',
        ),
      ),
      question(
        'selection',
        say(
          'Is it said why this case was chosen?',
          'Sägs det varför just detta fall valdes?',
          'Sies det hvorfor dette caset ble valgt?',
          'Blir det sagt kvifor dette caset vart valt?',
        ),
        say(
          'Typical, extreme or at hand: each allows other conclusions.',
          'Typiskt, extremt eller nära till hands: vart och ett tillåter olika slutsatser.',
          'Typisk, ekstremt eller for hånden: hvert gir rom for ulike konklusjoner.',
          'Typisk, ekstremt eller for handa: kvart gjev rom for ulike konklusjonar.',
        ),
      ),
      question(
        'context',
        say(
          'Is the setting described so that others can compare?',
          'Beskrivs sammanhanget så att andra kan jämföra?',
          'Er sammenhengen beskrevet slik at andre kan sammenligne?',
          'Er samanhengen skildra slik at andre kan samanlikne?',
        ),
        say(
          'Size, law, money, history, and who took part.',
          'Storlek, lagar, pengar, historia och vilka som deltog.',
          'Størrelse, lover, penger, historie og hvem som deltok.',
          'Storleik, lover, pengar, historie og kven som var med.',
        ),
      ),
    ]),
    section('evidence', say('The evidence', 'Underlaget', 'Grunnlaget', 'Grunnlaget'), [
      question(
        'sources',
        say(
          'Were several kinds of sources used?',
          'Användes flera slags källor?',
          'Ble flere slags kilder brukt?',
          'Vart fleire slags kjelder brukte?',
        ),
        say(
          'Interviews, documents, figures and observation that can correct each other.',
          'Intervjuer, dokument, siffror och observation som kan rätta varandra.',
          'Intervjuer, dokumenter, tall og observasjon som kan rette hverandre.',
          'Intervju, dokument, tal og observasjon som kan rette kvarandre.',
        ),
      ),
      question(
        'chain',
        say(
          'Can one follow the way from sources to conclusions?',
          'Går det att följa vägen från källor till slutsatser?',
          'Kan en følge veien fra kilder til konklusjoner?',
          'Kan ein følgje vegen frå kjelder til konklusjonar?',
        ),
        say(
          'It is said what rests on what.',
          'Det sägs vad som vilar på vad.',
          'Det sies hva som hviler på hva.',
          'Det blir sagt kva som kviler på kva.',
        ),
      ),
      question(
        'rivals',
        say(
          'Are other explanations considered?',
          'Övervägs andra förklaringar?',
          'Vurderes andre forklaringer?',
          'Er andre forklaringar vurderte?',
        ),
        say(
          'Also what spoke against the conclusion.',
          'Även det som talade emot slutsatsen.',
          'Også det som talte mot konklusjonen.',
          'Òg det som tala mot konklusjonen.',
        ),
      ),
      question(
        'distance',
        say(
          'Are the authors’ ties to the case accounted for?',
          'Redovisas författarnas band till fallet?',
          'Gjøres det rede for forfatternes bånd til caset?',
          'Er det gjort greie for banda forfattarane har til caset?',
        ),
        say(
          'Who paid, who worked there, who read the text before it was published.',
          'Vem betalade, vem arbetade där, vem läste texten före publicering.',
          'Hvem betalte, hvem arbeidet der, hvem leste teksten før den ble utgitt.',
          'Kven betalte, kven arbeidde der, kven las teksten før han vart gjeven ut.',
        ),
      ),
    ]),
  ],
};
