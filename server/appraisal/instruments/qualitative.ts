/** Qualitative studies: the topics that the checklists of JBI and CASP share, in our own words. */
import { type InstrumentTemplate, question, say, section } from './make.ts';

export const qualitative: InstrumentTemplate = {
  key: 'qualitative',
  label: say(
    'Qualitative studies',
    'Kvalitativa studier',
    'Kvalitative studier',
    'Kvalitative studiar',
  ),
  source: say(
    'Topics after the checklists for qualitative research of JBI and CASP; the wording is our own.',
    'Ämnen efter JBI:s och CASP:s checklistor för kvalitativ forskning; formuleringarna är våra egna.',
    'Temaer etter sjekklistene for kvalitativ forskning fra JBI og CASP; formuleringene er våre egne.',
    'Tema etter sjekklistene for kvalitativ forsking frå JBI og CASP; formuleringane er våre eigne.',
  ),
  designs: ['qualitative'],
  sections: [
    section(
      'design',
      say('Aim and design', 'Syfte och upplägg', 'Formål og opplegg', 'Føremål og opplegg'),
      [
        question(
          'aim',
          say(
            'Does the study say what it wants to understand?',
            'Säger studien vad den vill förstå?',
            'Sier studien hva den vil forstå?',
            'Seier studien kva han vil forstå?',
          ),
          say(
            'Look for a question that people’s experience or views can answer.',
            'Leta efter en fråga som människors erfarenheter eller synsätt kan besvara.',
            'Se etter et spørsmål som folks erfaringer eller syn kan besvare.',
            'Sjå etter eit spørsmål som erfaringane eller synet til folk kan svare på.',
          ),
        ),
        question(
          'fit',
          say(
            'Do approach and question belong together?',
            'Hör ansats och fråga ihop?',
            'Hører tilnærming og spørsmål sammen?',
            'Høyrer tilnærming og spørsmål saman?',
          ),
          say(
            'A tradition that is named should also be seen in how the work was done.',
            'En tradition som nämns ska också märkas i hur arbetet gjordes.',
            'En tradisjon som nevnes, bør også merkes i hvordan arbeidet ble gjort.',
            'Ein tradisjon som blir nemnd, bør òg merkast i korleis arbeidet vart gjort.',
          ),
        ),
      ],
    ),
    section(
      'data',
      say('People and data', 'Personer och data', 'Personer og data', 'Personar og data'),
      [
        question(
          'recruitment',
          say(
            'Were those who took part chosen in a way that suits the question?',
            'Valdes deltagarna på ett sätt som passar frågan?',
            'Ble deltakerne valgt på en måte som passer til spørsmålet?',
            'Vart deltakarane valde på ein måte som passar til spørsmålet?',
          ),
          say(
            'Who was asked, who said no, and whose voice is missing?',
            'Vilka tillfrågades, vilka tackade nej, och vems röst saknas?',
            'Hvem ble spurt, hvem takket nei, og hvem sin stemme mangler?',
            'Kven vart spurde, kven takka nei, og kva røyst manglar?',
          ),
        ),
        question(
          'collection',
          say(
            'Could the way data were gathered answer the question?',
            'Kunde sättet att samla data besvara frågan?',
            'Kunne måten data ble samlet inn på, besvare spørsmålet?',
            'Kunne måten data vart samla inn på, svare på spørsmålet?',
          ),
          say(
            'Setting, guide, recording, and when and why gathering ended.',
            'Plats, guide, inspelning, samt när och varför insamlingen slutade.',
            'Sted, guide, opptak, og når og hvorfor innsamlingen sluttet.',
            'Stad, guide, opptak, og når og kvifor innsamlinga slutta.',
          ),
        ),
        question(
          'reflexivity',
          say(
            'Do the researchers account for their own part in it?',
            'Redovisar forskarna sin egen roll?',
            'Gjør forskerne rede for sin egen rolle?',
            'Gjer forskarane greie for si eiga rolle?',
          ),
          say(
            'Ties to the service or the people studied, and what was done about them.',
            'Band till verksamheten eller personerna, och vad som gjordes åt dem.',
            'Bånd til tjenesten eller personene, og hva som ble gjort med dem.',
            'Band til tenesta eller personane, og kva som vart gjort med dei.',
          ),
        ),
        question(
          'ethics',
          say(
            'Were those who took part treated with care?',
            'Behandlades deltagarna med omsorg?',
            'Ble deltakerne behandlet med omtanke?',
            'Vart deltakarane behandla med omtanke?',
          ),
          say(
            'Consent, confidentiality, and approval where the law asks for it.',
            'Samtycke, sekretess, och godkännande där lagen kräver det.',
            'Samtykke, taushet, og godkjenning der loven krever det.',
            'Samtykke, teieplikt, og godkjenning der lova krev det.',
          ),
        ),
      ],
    ),
    section(
      'results',
      say(
        'Analysis and results',
        'Analys och resultat',
        'Analyse og resultater',
        'Analyse og resultat',
      ),
      [
        question(
          'analysis',
          say(
            'Can one follow how the analysis was made?',
            'Går det att följa hur analysen gjordes?',
            'Kan en følge hvordan analysen ble gjort?',
            'Kan ein følgje korleis analysen vart gjord?',
          ),
          say(
            'Steps from data to themes, more than one reader, and what did not fit.',
            'Steg från data till teman, fler än en läsare, och det som inte passade in.',
            'Trinn fra data til temaer, mer enn én leser, og det som ikke passet inn.',
            'Steg frå data til tema, meir enn éin lesar, og det som ikkje passa inn.',
          ),
        ),
        question(
          'voices',
          say(
            'Do the data that are shown carry the conclusions?',
            'Bär de data som visas slutsatserna?',
            'Bærer dataene som vises, konklusjonene?',
            'Ber dataa som er viste, konklusjonane?',
          ),
          say(
            'Quotations from several people, and conclusions that go no further than they do.',
            'Citat från flera personer, och slutsatser som inte går längre än de.',
            'Sitater fra flere personer, og konklusjoner som ikke går lenger enn dem.',
            'Sitat frå fleire personar, og konklusjonar som ikkje går lenger enn dei.',
          ),
        ),
      ],
    ),
  ],
};
