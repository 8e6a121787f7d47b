/** Norwegian Bokmål: about. */
export const about = {
  'about.title': 'Om Underlag og lisensene',
  'about.lead':
    'I Underlag lages og leses strukturerte litteraturoversikter: fra protokoll og søk, gjennom utvelgelse og koding, til funn som alle kan søke i.',
  'about.claims':
    'Hvert tall åpner radene det teller, og hver påstand leder til sitatet og siden den hviler på. Det en rapport ikke sier, vises som ikke oppgitt.',
  'about.licence':
    'Underlag er åpen kildekode under MIT-lisensen: alle kan bruke, endre og dele det. Dere kjører det på egen maskin, og det dere skriver i det, er deres.',
  'about.libraries': 'Hva det er bygd på',
  'about.libraries_lead': 'Hentet fra pakkene selv. Takk til dem som skriver dem.',
  'about.library': 'Bibliotek',
  'about.licence_name': 'Lisens',
  'about.what': 'Hva det er',
  'about.further': 'Hva de igjen bygger på',
  'about.methods': 'Metoder det følger',
  'about.demonstration': 'Kilder til demonstrasjonsoversiktene',
  'about.demonstration_lead':
    'Fakta og tall kommer fra disse dokumentene; ordene er våre. Hver opplysning oppgir side, tabell eller figur.',
};
