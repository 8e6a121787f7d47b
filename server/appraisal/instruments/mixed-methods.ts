/** Mixed methods studies: the topics of MMAT's part on mixed methods, in our own words. */
import { type InstrumentTemplate, question, say, section } from './make.ts';

export const mixedMethods: InstrumentTemplate = {
  key: 'mixed-methods',
  label: say(
    'Mixed methods studies',
    'Studier med blandade metoder',
    'Studier med blandede metoder',
    'Studiar med blanda metodar',
  ),
  source: say(
    'Topics after the part on mixed methods of the Mixed Methods Appraisal Tool (MMAT, 2018); the wording is our own.',
    'Ämnen efter delen om blandade metoder i Mixed Methods Appraisal Tool (MMAT, 2018); formuleringarna är våra egna.',
    'Temaer etter delen om blandede metoder i Mixed Methods Appraisal Tool (MMAT, 2018); formuleringene er våre egne.',
    'Tema etter delen om blanda metodar i Mixed Methods Appraisal Tool (MMAT, 2018); formuleringane er våre eigne.',
  ),
  designs: ['mixed_methods'],
  sections: [
    section('reason', say('Why both', 'Varför båda', 'Hvorfor begge', 'Kvifor begge'), [
      question(
        'questions',
        say(
          'Are the questions clear, and can the data answer them?',
          'Är frågorna klara, och kan data besvara dem?',
          'Er spørsmålene klare, og kan dataene besvare dem?',
          'Er spørsmåla klare, og kan dataa svare på dei?',
        ),
        say(
          'Each question has data that speak to it.',
          'Varje fråga har data som säger något om den.',
          'Hvert spørsmål har data som sier noe om det.',
          'Kvart spørsmål har data som seier noko om det.',
        ),
      ),
      question(
        'rationale',
        say(
          'Is there a good reason to use several methods?',
          'Finns det ett gott skäl att använda flera metoder?',
          'Er det en god grunn til å bruke flere metoder?',
          'Er det ein god grunn til å bruke fleire metodar?',
        ),
        say(
          'What one method alone could not have told.',
          'Vad en metod ensam inte hade kunnat visa.',
          'Hva én metode alene ikke kunne ha vist.',
          'Kva éin metode åleine ikkje kunne ha vist.',
        ),
      ),
    ]),
    section('together', say('Brought together', 'Sammanfört', 'Brakt sammen', 'Ført saman'), [
      question(
        'integration',
        say(
          'Are the parts brought together, not only set side by side?',
          'Förs delarna samman, och inte bara ställs bredvid varandra?',
          'Er delene brakt sammen, og ikke bare stilt side om side?',
          'Er delane førte saman, og ikkje berre stilte side om side?',
        ),
        say(
          'Where and how: in the sampling, the analysis or the interpretation.',
          'Var och hur: i urvalet, analysen eller tolkningen.',
          'Hvor og hvordan: i utvalget, analysen eller tolkningen.',
          'Kvar og korleis: i utvalet, analysen eller tolkinga.',
        ),
      ),
      question(
        'interpretation',
        say(
          'Do the conclusions draw on the whole?',
          'Bygger slutsatserna på helheten?',
          'Bygger konklusjonene på helheten?',
          'Byggjer konklusjonane på heilskapen?',
        ),
        say(
          'Something is said that neither part says alone.',
          'Något sägs som ingen av delarna säger ensam.',
          'Det sies noe som ingen av delene sier alene.',
          'Det blir sagt noko som ingen av delane seier åleine.',
        ),
      ),
      question(
        'divergence',
        say(
          'Is it discussed where numbers and words disagree?',
          'Diskuteras det när siffror och ord går isär?',
          'Drøftes det når tall og ord spriker?',
          'Blir det drøfta når tal og ord sprikjer?',
        ),
        say(
          'Not applicable if they never do and the authors say so.',
          'Ej tillämpligt om de aldrig gör det och författarna säger det.',
          'Ikke aktuelt hvis de aldri gjør det og forfatterne sier det.',
          'Ikkje aktuelt om dei aldri gjer det og forfattarane seier det.',
        ),
      ),
    ]),
    section(
      'parts',
      say('Each part for itself', 'Varje del för sig', 'Hver del for seg', 'Kvar del for seg'),
      [
        question(
          'quality',
          say(
            'Does each part hold by the standards of its own tradition?',
            'Håller varje del efter sin egen traditions mått?',
            'Holder hver del etter sin egen tradisjons mål?',
            'Held kvar del etter måla i sin eigen tradisjon?',
          ),
          say(
            'Appraise the parts with an instrument of their own if much hangs on them.',
            'Granska delarna med ett eget instrument om mycket hänger på dem.',
            'Vurder delene med et eget verktøy hvis mye avhenger av dem.',
            'Vurder delane med eit eige verktøy om mykje heng på dei.',
          ),
        ),
      ],
    ),
  ],
};
