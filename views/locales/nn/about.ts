/** Norwegian Nynorsk: about. */
export const about = {
  'about.title': 'Om Underlag og lisensane',
  'about.lead':
    'I Underlag blir strukturerte litteraturoversikter laga og lesne: frå protokoll og søk, gjennom utveljing og koding, til funn som alle kan søkje i.',
  'about.claims':
    'Kvart tal opnar radene det tel, og kvar påstand fører til sitatet og sida han kviler på. Det ein rapport ikkje seier, blir vist som ikkje oppgitt.',
  'about.licence':
    'Underlag er open kjeldekode under MIT-lisensen: alle kan bruke, endre og dele det. De køyrer det på eiga maskin, og det de skriv i det, er dykkar.',
  'about.libraries': 'Kva det er bygd på',
  'about.libraries_lead': 'Henta frå pakkane sjølve. Takk til dei som skriv dei.',
  'about.library': 'Bibliotek',
  'about.licence_name': 'Lisens',
  'about.what': 'Kva det er',
  'about.further': 'Kva dei igjen byggjer på',
  'about.methods': 'Metodar det følgjer',
  'about.demonstration': 'Kjelder til demonstrasjonsoversiktene',
  'about.demonstration_lead':
    'Fakta og tal kjem frå desse dokumenta; orda er våre. Kvar opplysning oppgir side, tabell eller figur.',
};
