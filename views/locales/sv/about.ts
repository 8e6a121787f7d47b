/** Swedish: about. */
export const about = {
  'about.title': 'Om Underlag och dess licenser',
  'about.lead':
    'I Underlag görs och läses strukturerade litteraturöversikter: från protokoll och sökningar, genom gallring och kodning, till resultat som alla kan söka i.',
  'about.claims':
    'Varje tal öppnar de rader det räknar, och varje påstående leder till det citat och den sida det vilar på. Det en rapport inte säger visas som att det inte uppges.',
  'about.licence':
    'Underlag är öppen källkod under MIT-licensen: vem som helst får använda, ändra och dela det. Ni kör det på egen maskin, och det ni skriver i det är ert.',
  'about.libraries': 'Vad det är byggt på',
  'about.libraries_lead': 'Hämtat ur paketen själva. Tack till alla som skriver dem.',
  'about.library': 'Bibliotek',
  'about.licence_name': 'Licens',
  'about.what': 'Vad det är',
  'about.further': 'Vad de i sin tur bygger på',
  'about.methods': 'Metoder det följer',
  'about.demonstration': 'Källor till demonstrationsöversikterna',
  'about.demonstration_lead':
    'Fakta och siffror kommer från de här dokumenten; orden är våra. Varje uppgift anger sida, tabell eller figur.',
};
