/** The working day of 2025 as an evidence map: its title, its questions, and what it gathers. */
import type { Words } from '../words.ts';

export const workshopReview: {
  slug: string;
  title: Words;
  summary: Words;
  attribution: Words;
  notes: Words;
} = {
  slug: 'samskaping-2025',
  title: {
    en: 'Co-creation of welfare services: models, figures and research',
    sv: 'Samskapande av välfärdstjänster: modeller, siffror och forskning',
    nb: 'Samskaping om velferdstjenester: modeller, tall og forskning',
    nn: 'Samskaping om velferdstenester: modellar, tal og forsking',
  },
  summary: {
    en: 'What a working day in Norway laid on the table in November 2025: models of co-creation with their steps, volunteering over 25 years, and beside them a research project and a publication from a knowledge archive.',
    sv: 'Vad en norsk arbetsdag lade på bordet i november 2025: modeller för samskapande med deras steg, frivilligt arbete under 25 år, och vid sidan av dem ett forskningsprojekt och en publikation ur ett kunskapsarkiv.',
    nb: 'Det et norsk arbeidsverksted la på bordet i november 2025: modeller for samskaping med trinnene deres, frivillig arbeid gjennom 25 år, og ved siden av dem et forskningsprosjekt og en publikasjon fra et kunnskapsarkiv.',
    nn: 'Det ein norsk arbeidsverkstad la på bordet i november 2025: modellar for samskaping med stega deira, frivillig arbeid gjennom 25 år, og ved sida av dei eit forskingsprosjekt og ein publikasjon frå eit kunnskapsarkiv.',
  },
  attribution: {
    en: 'Distriktssenteret’s working day on 25 November 2025; the knowledge archive of the University of Inland Norway; the project bank of the Research Council of Norway. Restated here in our own words.',
    sv: 'Distriktssenterets arbetsdag den 25 november 2025; kunskapsarkivet vid Universitetet i Innlandet; projektbanken hos Norges forskningsråd. Här återgivet med våra egna ord.',
    nb: 'Distriktssenterets arbeidsverksted 25. november 2025; kunnskapsarkivet ved Universitetet i Innlandet; prosjektbanken til Norges forskningsråd. Her gjengitt med våre egne ord.',
    nn: 'Arbeidsverkstaden til Distriktssenteret 25. november 2025; kunnskapsarkivet ved Universitetet i Innlandet; prosjektbanken til Noregs forskingsråd. Her attgjeve med våre eigne ord.',
  },
  notes: {
    en: 'The questions are those that the groups of the day discussed. Each group was to end in five to ten recommendations, each saying what, who and how; the slides hold no group’s answers.',
    sv: 'Frågorna är de som dagens grupper diskuterade. Varje grupp skulle landa i fem till tio rekommendationer som säger vad, vem och hur; bilderna innehåller inga gruppers svar.',
    nb: 'Spørsmålene er de som gruppene drøftet på verkstedet. Hver gruppe skulle ende med fem til ti anbefalinger som sier hva, hvem og hvordan; lysbildene har ingen av gruppenes svar.',
    nn: 'Spørsmåla er dei som gruppene drøfta på verkstaden. Kvar gruppe skulle ende med fem til ti tilrådingar som seier kva, kven og korleis; lysbileta har ingen av svara frå gruppene.',
  },
};
