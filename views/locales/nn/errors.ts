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
  'error.STAGE_NOT_REACHED':
    'Publikasjonen har ikkje passert tittel og samandrag og kan enno ikkje vurderast i fulltekst.',
  'error.REASON_REQUIRED':
    'Vel kriteriet han ikkje oppfyller: ei ekskludering i fulltekst må ha ei grunngjeving.',
  'error.CRITERION_UNKNOWN':
    'Kriteriet er ikkje mellom dei gjeldande kriteria i oversikta. Vel eit anna.',
  'error.MAYBE_AT_FULL_TEXT':
    'I fulltekst er svaret inkluder eller ekskluder. Er du usikker, skriv eit notat og hopp over han.',
  'error.VOTE_NOT_NEEDED':
    'Kollegaene dine har alt svara på denne. Svaret ditt vart ikkje lagra og trengst ikkje.',
  'error.NOT_RETRIEVED':
    'Fullteksten er merkt som ikkje innhenta. Har du han, registrer det først under Fulltekstar.',
  'error.NOTHING_TO_SETTLE':
    'Her er det ingen konflikt å avgjere. Gå tilbake til lista over konfliktar.',
  'error.FULL_TEXT_READ':
    'Nokon har vurdert fullteksten, så han kan ikkje merkast som ikkje innhenta.',
  'error.SLUG_INVALID': 'Bruk små bokstavar a–z, siffer og bindestrekar mellom dei, høgst 60 teikn.',
  'error.SLUG_TAKEN': 'Ei anna oversikt har denne adressa. «{proposal}» er ledig.',
  'error.TITLE_REQUIRED': 'Gi oversikta ein tittel på minst eitt språk.',
  'error.POLICY_IN_USE': 'Nokon har alt svart på dette steget, så talet på granskarar kan ikkje lenger endrast.',
  'error.AMENDMENT_NEEDS_REASON': 'Protokollen er alt skriven. Oppgi kvifor du endrar han.',
  'error.PROTOCOL_CHANGED': 'Versjon {number} vart lagra medan du skreiv. Samanlikn dei to, og lagre på nytt om di skal gjelde.',
  'error.CRITERION_INCOMPLETE': 'Kriterium {row} treng ein kode og ein merkelapp.',
  'error.CRITERION_CODE_TWICE': 'Koden {code} er brukt to gonger. Kvart kriterium treng sin eigen.',
  'error.PERIOD_BACKWARDS': 'Perioden sluttar før han byrjar.',
  'error.LANGUAGE_UNKNOWN': '«{name}» er ikkje eit språk vi kjenner. Skriv namnet eller koden, til dømes sv.',
  'error.COUNTRY_UNKNOWN': '«{name}» er ikkje eit land vi kjenner. Skriv namnet eller koden, til dømes SE.',
  'error.SEARCH_HAS_RECORDS': 'Søket har {count, plural, one {# post} other {# postar}}. Angre importane før du arkiverer det.',
  'error.BLOCK_INCOMPLETE': 'Blokk {row} treng både ein merkelapp og minst eitt søkjeord.',
  'error.EXERCISE_NOT_PUBLISHED': 'Ei øving blir aldri publisert: ho tel ikkje med i det offentlege kunnskapsgrunnlaget.',
  'error.FINDING_WITHOUT_SUPPORT': '{count, plural, one {Eitt endeleg funn manglar} other {# endelege funn manglar}} støtte: {findings}. Knyt til eit utdrag eller ein publikasjon, eller gjer det til utkast att.',
  'error.ALREADY_PUBLISHED': 'Oversikta er alt publisert.',
  'error.NOT_PUBLISHED': 'Oversikta er ikkje publisert, så det er ikkje noko å trekkje tilbake.',
  'error.PROJECT_KEY_TAKEN': 'Oversikta har alt eit prosjekt med nøkkelen {key}.',
};
