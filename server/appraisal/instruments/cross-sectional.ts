/** Cross-sectional studies: the topics of JBI's checklist for analytical cross-sectional studies, in our own words. */
import { type InstrumentTemplate, question, say, section } from './make.ts';

export const crossSectional: InstrumentTemplate = {
  key: 'cross-sectional',
  label: say(
    'Cross-sectional studies',
    'Tvärsnittsstudier',
    'Tverrsnittsstudier',
    'Tverrsnittsstudiar',
  ),
  source: say(
    'Topics after JBI’s checklist for analytical cross-sectional studies; the wording is our own.',
    'Ämnen efter JBI:s checklista för analytiska tvärsnittsstudier; formuleringarna är våra egna.',
    'Temaer etter JBIs sjekkliste for analytiske tverrsnittsstudier; formuleringene er våre egne.',
    'Tema etter sjekklista til JBI for analytiske tverrsnittsstudiar; formuleringane er våre eigne.',
  ),
  designs: ['cross_sectional'],
  sections: [
    section('sample', say('Sample', 'Urval', 'Utvalg', 'Utval'), [
      question(
        'inclusion',
        say(
          'Is it clear who could be part of the sample?',
          'Är det klart vilka som kunde ingå i urvalet?',
          'Er det klart hvem som kunne være med i utvalget?',
          'Er det klart kven som kunne vere med i utvalet?',
        ),
        say(
          'The rules were set before people were asked.',
          'Reglerna bestämdes innan någon tillfrågades.',
          'Reglene ble bestemt før noen ble spurt.',
          'Reglane vart bestemte før nokon vart spurd.',
        ),
      ),
      question(
        'setting',
        say(
          'Are people, place and time described?',
          'Beskrivs personer, plats och tid?',
          'Beskrives personer, sted og tid?',
          'Er personar, stad og tid skildra?',
        ),
        say(
          'Enough to judge whether they resemble those the review is about.',
          'Så mycket att man kan bedöma om de liknar dem översikten handlar om.',
          'Nok til å vurdere om de ligner dem oversikten handler om.',
          'Nok til å vurdere om dei liknar dei oversikta handlar om.',
        ),
      ),
      question(
        'response',
        say(
          'Did enough of those asked answer?',
          'Svarade tillräckligt många av de tillfrågade?',
          'Svarte nok av dem som ble spurt?',
          'Svarte nok av dei som vart spurde?',
        ),
        say(
          'The share is given, and those who did not answer are compared with those who did.',
          'Andelen anges, och de som inte svarade jämförs med dem som svarade.',
          'Andelen oppgis, og de som ikke svarte, sammenlignes med dem som svarte.',
          'Delen er oppgitt, og dei som ikkje svarte, er samanlikna med dei som svarte.',
        ),
      ),
    ]),
    section('measures', say('Measures', 'Mått', 'Mål', 'Mål'), [
      question(
        'exposure',
        say(
          'Was that which is thought to matter measured well?',
          'Mättes det som antas ha betydelse på ett bra sätt?',
          'Ble det som antas å ha betydning, målt på en god måte?',
          'Vart det ein trur har noko å seie, målt på ein god måte?',
        ),
        say(
          'A measure that is known, tested, and the same for all.',
          'Ett mått som är känt, prövat och lika för alla.',
          'Et mål som er kjent, prøvd og likt for alle.',
          'Eit mål som er kjent, prøvd og likt for alle.',
        ),
      ),
      question(
        'outcome',
        say(
          'Was the outcome measured well?',
          'Mättes utfallet på ett bra sätt?',
          'Ble utfallet målt på en god måte?',
          'Vart utfallet målt på ein god måte?',
        ),
        say(
          'Registers or tested instruments count for more than single questions of one’s own.',
          'Register eller prövade instrument väger tyngre än enstaka egna frågor.',
          'Registre eller prøvde instrumenter veier tyngre enn enkeltstående egne spørsmål.',
          'Register eller prøvde instrument veg tyngre enn einskilde eigne spørsmål.',
        ),
      ),
    ]),
    section(
      'analysis',
      say(
        'Other explanations and analysis',
        'Andra förklaringar och analys',
        'Andre forklaringer og analyse',
        'Andre forklaringar og analyse',
      ),
      [
        question(
          'confounders',
          say(
            'Are other explanations named?',
            'Nämns andra förklaringar?',
            'Nevnes andre forklaringer?',
            'Er andre forklaringar nemnde?',
          ),
          say(
            'Such as age, income, health or who chooses to take part.',
            'Såsom ålder, inkomst, hälsa eller vilka som väljer att delta.',
            'Som alder, inntekt, helse eller hvem som velger å delta.',
            'Som alder, inntekt, helse eller kven som vel å delta.',
          ),
        ),
        question(
          'adjustment',
          say(
            'Was something done about them?',
            'Gjordes något åt dem?',
            'Ble det gjort noe med dem?',
            'Vart det gjort noko med dei?',
          ),
          say(
            'In the choice of people or in the analysis.',
            'I valet av personer eller i analysen.',
            'I valget av personer eller i analysen.',
            'I valet av personar eller i analysen.',
          ),
        ),
        question(
          'statistics',
          say(
            'Do the statistics suit the data?',
            'Passar statistiken till data?',
            'Passer statistikken til dataene?',
            'Passar statistikken til dataa?',
          ),
          say(
            'Missing answers are accounted for, and uncertainty is shown.',
            'Saknade svar redovisas, och osäkerheten visas.',
            'Det gjøres rede for manglende svar, og usikkerheten vises.',
            'Det er gjort greie for manglande svar, og uvissa er vist.',
          ),
        ),
      ],
    ),
  ],
};
