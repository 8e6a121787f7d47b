/** Norwegian Nynorsk: errors. */
export const errors = {
  'error.title': 'Dette gjekk ikkje',
  'error.back': 'Tilbake til sida du kom frå',
  'error.home': 'Til startsida',
  'error.NOT_FOUND':
    'Det finst ikkje noko på denne adressa, eller du har ikkje tilgang. Sjekk adressa, eller logg inn med ein annan konto.',
  'error.SIGN_IN_REQUIRED': 'Logg inn for å gjere dette.',
  'error.NOT_ALLOWED': 'Rolla di tillèt ikkje dette. Spør ein eigar av oversikta.',
  'error.CROSS_SITE_REQUEST':
    'Skjemaet vart sendt frå ein annan nettstad og vart avvist. Opne sida her og send på nytt.',
  'error.TOO_MANY_REQUESTS': 'For mange forsøk. Vent eit kvarter og prøv igjen.',
  'error.TOO_LARGE':
    'Fila er større enn installasjonen tek imot. Del ho, eller be administratoren auke UPLOAD_BYTES_MAX.',
  'error.INVALID_INPUT': 'Noko i skjemaet eller adressa kan ikkje brukast. Ingenting vart endra.',
  'error.INTERNAL': 'Programmet feila. Ingenting vart endra. Administratoren finn årsaka i loggen.',
  'error.SIGN_IN_FAILED': 'E-postadressa og passordet høyrer ikkje saman. Sjekk begge.',
  'error.EMAIL_TAKEN': 'Det finst alt ein konto med denne adressa. Logg inn med han i staden.',
  'error.INVITATION_INVALID':
    'Invitasjonen er brukt, trekt tilbake eller for gammal. Be om ein ny.',
  'error.PASSWORD_WRONG': 'Dette er ikkje det noverande passordet ditt.',
  'error.LAST_OWNER': 'Ei oversikt må ha ein eigar. Gjer nokon andre til eigar først.',
  'error.LAST_ADMINISTRATOR': 'Ein installasjon må ha ein administrator. Inviter ein til først.',
  'error.PERSON_UNKNOWN': 'Det finst ingen konto med denne adressa.',
};
