/** Norwegian Bokmål: errors. */
export const errors = {
  'error.title': 'Dette gikk ikke',
  'error.back': 'Tilbake til siden du kom fra',
  'error.home': 'Til startsiden',
  'error.NOT_FOUND':
    'Det finnes ikke noe på denne adressen, eller du har ikke tilgang. Sjekk adressen, eller logg inn med en annen konto.',
  'error.SIGN_IN_REQUIRED': 'Logg inn for å gjøre dette.',
  'error.NOT_ALLOWED': 'Rollen din tillater ikke dette. Spør en eier av oversikten.',
  'error.CROSS_SITE_REQUEST':
    'Skjemaet ble sendt fra et annet nettsted og ble avvist. Åpne siden her og send på nytt.',
  'error.TOO_MANY_REQUESTS': 'For mange forsøk. Vent et kvarter og prøv igjen.',
  'error.TOO_LARGE':
    'Filen er større enn installasjonen tar imot. Del den, eller be administratoren øke UPLOAD_BYTES_MAX.',
  'error.INVALID_INPUT': 'Noe i skjemaet eller adressen kan ikke brukes. Ingenting ble endret.',
  'error.INTERNAL':
    'Programmet feilet. Ingenting ble endret. Administratoren finner årsaken i loggen.',
  'error.SIGN_IN_FAILED': 'E-postadressen og passordet hører ikke sammen. Sjekk begge.',
  'error.EMAIL_TAKEN':
    'Det finnes allerede en konto med denne adressen. Logg inn med den i stedet.',
  'error.INVITATION_INVALID':
    'Invitasjonen er brukt, trukket tilbake eller for gammel. Be om en ny.',
  'error.PASSWORD_WRONG': 'Dette er ikke ditt nåværende passord.',
  'error.LAST_OWNER': 'En oversikt må ha en eier. Gjør noen andre til eier først.',
  'error.LAST_ADMINISTRATOR': 'En installasjon må ha en administrator. Inviter en til først.',
  'error.PERSON_UNKNOWN': 'Det finnes ingen konto med denne adressen.',
};
