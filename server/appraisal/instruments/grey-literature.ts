/** Grey literature: the six topics of AACODS, in our own words. */
import { type InstrumentTemplate, question, say, section } from './make.ts';

export const greyLiterature: InstrumentTemplate = {
  key: 'grey-literature',
  label: say('Grey literature', 'Grå litteratur', 'Grå litteratur', 'Grå litteratur'),
  source: say(
    'The six topics of the AACODS checklist (Tyndall, Flinders University, 2010); the wording is our own.',
    'De sex ämnena i checklistan AACODS (Tyndall, Flinders University, 2010); formuleringarna är våra egna.',
    'De seks temaene i sjekklisten AACODS (Tyndall, Flinders University, 2010); formuleringene er våre egne.',
    'Dei seks temaa i sjekklista AACODS (Tyndall, Flinders University, 2010); formuleringane er våre eigne.',
  ),
  designs: ['grey_literature'],
  sections: [
    section('sender', say('The sender', 'Avsändaren', 'Avsenderen', 'Avsendaren'), [
      question(
        'authority',
        say(
          'Do those behind it know the field?',
          'Kan de som står bakom området?',
          'Kan de som står bak, området?',
          'Kan dei som står bak, området?',
        ),
        say(
          'A named person or organisation with work or trust in the field.',
          'En namngiven person eller organisation med arbete eller förtroende på området.',
          'En navngitt person eller organisasjon med arbeid eller tillit på området.',
          'Ein namngjeven person eller organisasjon med arbeid eller tillit på området.',
        ),
      ),
      question(
        'objectivity',
        say(
          'Is the sender’s interest open, and the account balanced?',
          'Är avsändarens intresse öppet och framställningen balanserad?',
          'Er avsenderens interesse åpen og framstillingen balansert?',
          'Er interessa til avsendaren open og framstillinga balansert?',
        ),
        say(
          'An opinion may be honest; it should be called one.',
          'En åsikt kan vara ärlig; den ska kallas åsikt.',
          'En mening kan være ærlig; den bør kalles det.',
          'Ei meining kan vere ærleg; ho bør kallast det.',
        ),
      ),
    ]),
    section('content', say('The content', 'Innehållet', 'Innholdet', 'Innhaldet'), [
      question(
        'accuracy',
        say(
          'Can what it says be checked?',
          'Går det som sägs att kontrollera?',
          'Kan det som sies, kontrolleres?',
          'Kan det som blir sagt, kontrollerast?',
        ),
        say(
          'Aim, method and sources are given, and agree with what else is known.',
          'Syfte, metod och källor anges, och stämmer med vad man vet i övrigt.',
          'Formål, metode og kilder oppgis, og stemmer med det en ellers vet.',
          'Føremål, metode og kjelder er oppgjevne, og stemmer med det ein elles veit.',
        ),
      ),
      question(
        'coverage',
        say(
          'Does it say what it covers and what it leaves out?',
          'Sägs vad som omfattas och vad som lämnas utanför?',
          'Sies det hva som dekkes og hva som er utelatt?',
          'Blir det sagt kva som er dekt og kva som er utelate?',
        ),
        say(
          'People, places and years that it holds for.',
          'Personer, platser och år som det gäller för.',
          'Personer, steder og år det gjelder for.',
          'Personar, stader og år det gjeld for.',
        ),
      ),
      question(
        'date',
        say(
          'Can it be dated, and is it still valid?',
          'Går det att datera, och gäller det ännu?',
          'Kan det dateres, og gjelder det ennå?',
          'Kan det daterast, og gjeld det enno?',
        ),
        say(
          'If the date is missing, say what it was concluded from.',
          'Om datum saknas, ange vad man slutit sig till det från.',
          'Hvis datoen mangler, oppgi hva den er sluttet fra.',
          'Om datoen manglar, oppgje kva han er slutta frå.',
        ),
      ),
      question(
        'significance',
        say(
          'Does it add something to the review?',
          'Tillför det översikten något?',
          'Tilfører det oversikten noe?',
          'Tilfører det oversikta noko?',
        ),
        say(
          'Something that published research does not say, or says less near to practice.',
          'Något som publicerad forskning inte säger, eller säger längre från praktiken.',
          'Noe som publisert forskning ikke sier, eller sier lenger fra praksis.',
          'Noko som publisert forsking ikkje seier, eller seier lenger frå praksis.',
        ),
      ),
    ]),
  ],
};
