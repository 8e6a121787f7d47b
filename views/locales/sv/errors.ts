/** Swedish: errors. */
export const errors = {
  'error.title': 'Det här gick inte',
  'error.back': 'Tillbaka till sidan du kom från',
  'error.home': 'Till startsidan',
  'error.NOT_FOUND':
    'Det finns inget på den här adressen, eller så får du inte se det. Kontrollera adressen eller logga in med ett annat konto.',
  'error.SIGN_IN_REQUIRED': 'Logga in för att göra detta.',
  'error.NOT_ALLOWED': 'Din roll tillåter inte detta. Fråga någon av översiktens ägare.',
  'error.CROSS_SITE_REQUEST':
    'Formuläret skickades från en annan webbplats och avvisades. Öppna sidan här och skicka igen.',
  'error.TOO_MANY_REQUESTS': 'För många försök. Vänta en kvart och försök igen.',
  'error.TOO_LARGE':
    'Filen är större än vad installationen tar emot. Dela den, eller be administratören höja UPLOAD_BYTES_MAX.',
  'error.INVALID_INPUT': 'Något i formuläret eller adressen kan inte användas. Inget ändrades.',
  'error.INTERNAL':
    'Programmet misslyckades. Inget ändrades. Administratören hittar orsaken i loggen.',
  'error.SIGN_IN_FAILED': 'E-postadressen och lösenordet hör inte ihop. Kontrollera båda.',
  'error.EMAIL_TAKEN': 'Det finns redan ett konto med den adressen. Logga in med det i stället.',
  'error.INVITATION_INVALID': 'Inbjudan har använts, återtagits eller är för gammal. Be om en ny.',
  'error.PASSWORD_WRONG': 'Det är inte ditt nuvarande lösenord.',
  'error.LAST_OWNER': 'En översikt måste ha en ägare. Gör någon annan till ägare först.',
  'error.LAST_ADMINISTRATOR': 'En installation måste ha en administratör. Bjud in en till först.',
  'error.PERSON_UNKNOWN': 'Det finns inget konto med den adressen.',
};
