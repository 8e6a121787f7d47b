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
  'error.STAGE_NOT_REACHED':
    'Publikasjonen har ikke passert tittel og sammendrag og kan ennå ikke vurderes i fulltekst.',
  'error.REASON_REQUIRED':
    'Velg kriteriet den ikke oppfyller: en ekskludering i fulltekst må ha en grunn.',
  'error.CRITERION_UNKNOWN':
    'Kriteriet er ikke blant oversiktens gjeldende kriterier. Velg et annet.',
  'error.MAYBE_AT_FULL_TEXT':
    'I fulltekst er svaret inkluder eller ekskluder. Er du usikker, skriv et notat og hopp over den.',
  'error.VOTE_NOT_NEEDED':
    'Kollegene dine har alt svart på denne. Svaret ditt ble ikke lagret og trengs ikke.',
  'error.NOT_RETRIEVED':
    'Fullteksten er merket som ikke innhentet. Har du den, registrer det først under Fulltekster.',
  'error.NOTHING_TO_SETTLE':
    'Her er det ingen konflikt å avgjøre. Gå tilbake til listen over konflikter.',
  'error.FULL_TEXT_READ':
    'Noen har vurdert fullteksten, så den kan ikke merkes som ikke innhentet.',
  'error.SLUG_INVALID': 'Bruk små bokstaver a–z, sifre og bindestreker mellom dem, høyst 60 tegn.',
  'error.SLUG_TAKEN': 'En annen oversikt har denne adressen. «{proposal}» er ledig.',
  'error.TITLE_REQUIRED': 'Gi oversikten en tittel på minst ett språk.',
  'error.POLICY_IN_USE':
    'Noen har allerede svart på dette trinnet, så antallet granskere kan ikke lenger endres.',
  'error.AMENDMENT_NEEDS_REASON': 'Protokollen er allerede skrevet. Oppgi hvorfor du endrer den.',
  'error.PROTOCOL_CHANGED':
    'Versjon {number} ble lagret mens du skrev. Sammenlign de to, og lagre igjen hvis din skal gjelde.',
  'error.CRITERION_INCOMPLETE': 'Kriterium {row} trenger en kode og en etikett.',
  'error.CRITERION_CODE_TWICE':
    'Koden {code} er brukt to ganger. Hvert kriterium trenger sin egen.',
  'error.PERIOD_BACKWARDS': 'Perioden slutter før den begynner.',
  'error.LANGUAGE_UNKNOWN':
    '«{name}» er ikke et språk vi kjenner. Skriv navnet eller koden, for eksempel sv.',
  'error.COUNTRY_NAME_UNKNOWN':
    '«{name}» er ikke et land vi kjenner. Skriv navnet eller koden, for eksempel SE.',
  'error.SEARCH_HAS_RECORDS':
    'Søket har {count, plural, one {# post} other {# poster}}. Angre importene før du arkiverer det.',
  'error.BLOCK_INCOMPLETE': 'Blokk {row} trenger både en etikett og minst ett søkeord.',
  'error.EXERCISE_NOT_PUBLISHED':
    'En øvelse publiseres aldri: den teller ikke med i det offentlige kunnskapsgrunnlaget.',
  'error.FINDINGS_UNSUPPORTED':
    '{count, plural, one {Ett funn mangler} other {# funn mangler}} støtte: {findings}. Knytt til et utdrag eller en publikasjon, eller gjør det til et utkast igjen.',
  'error.ALREADY_PUBLISHED': 'Oversikten er allerede publisert.',
  'error.NOT_PUBLISHED': 'Oversikten er ikke publisert, så det er ikke noe å trekke tilbake.',
  'error.WORK_PACKAGE_TWICE': 'To arbeidspakker har samme kode.',
  'error.PROJECT_KEY_TAKEN': 'Oversikten har allerede et prosjekt med nøkkelen {key}.',
  'error.WORDS_REQUIRED': 'Skriv på minst ett språk.',
  'error.ROW_CHANGED':
    'Noen andre har lagret dette mens du skrev. Se på det som står der nå; lagre på nytt hvis ditt skal gjelde.',
  'error.KEY_TAKEN': '«{key}» er allerede navnet på noe annet her. Velg et annet navn.',
  'error.COUNTRY_UNKNOWN': '«{name}» er ikke et land i ISO 3166-1. Velg et land i listen.',
  'error.FINDING_WITHOUT_SUPPORT':
    'Ingenting støtter funnet ennå. Knytt til et utdrag eller en publikasjon som gjør det, og gjør det så endelig.',
  'error.CODE_CYCLE': 'En kode kan ikke stå under seg selv. Velg en annen plass.',
  'error.CODE_TOO_DEEP': 'En kodebok har høyst {levels, number} nivåer. Velg en plass lenger opp.',
  'error.CODE_HAS_CHILDREN': 'Det finnes koder under denne. Flytt eller arkiver dem først.',
  'error.CODE_UNKNOWN': 'Koden er ikke i bruk i denne oversikten. Velg en annen.',
  'error.EXCERPT_NOT_LOCATED':
    'Oppgi side eller sted i dokumentet, slik at andre kan finne det igjen.',
  'error.QUOTATION_HAS_ONE_LANGUAGE':
    'Et sitat står på dokumentets eget språk. Skriv det på ett språk, eller gjør det til en gjengivelse.',
  'error.EXCERPT_KEPT':
    'To personer koder publikasjonen hver for seg. Utdragene kan brukes i funn når begge er ferdige.',
  'error.EXCERPT_IN_USE':
    '{count, plural, one {Ett funn støtter} other {# funn støtter}} seg på utdraget. Fjern det derfra først.',
  'error.FINDING_KIND_UNKNOWN': 'Denne typen funn finnes ikke i oversikten. Velg en annen.',
  'error.KIND_IN_USE':
    '{count, plural, one {Ett funn er} other {# funn er}} av denne typen. Gi dem en annen type først.',
  'error.SUPPORT_REPEATED': 'Dette står der allerede.',
  'error.SOURCE_REQUIRED': 'Oppgi hvor det står: dokument, side, tabell.',
  'error.BOX_UNKNOWN': '«{box}» er ikke en boks i flyten. Velg en i listen.',
  'error.SERIES_UNREADABLE':
    'Linje {line, number} kan ikke leses. Skriv gruppen først og så ett tall for hvert år, med tabulator imellom.',
  'error.RUN_UNKNOWN': 'Søket finnes ikke i denne oversikten. Velg et annet.',
  'error.FORMAT_UNKNOWN': 'Formatet er ukjent. Velg et fra listen.',
  'error.NO_FILE': 'Velg en fil først.',
  'error.IMPORT_UNDONE': 'Importen er angret. Importer filen på nytt i stedet.',
  'error.IMPORT_BEING_UNDONE':
    'Importen som ga denne publikasjonen, er i ferd med å angres. Publikasjonen tar ikke imot flere svar eller annet arbeid, og er straks borte.',
  'error.IMPORT_NOT_FAILED': 'Bare en import som har feilet, kan leses på nytt.',
  'error.IMPORT_NOT_DONE': 'Bare en fullført import kan angres. Vent til den er ferdig.',
  'error.IMPORT_HAS_DECISIONS':
    'Importen kan ikke angres: Noen har allerede arbeidet med publikasjonene. Det som ville gå tapt, står på siden.',
  'error.CORRECTION_INVALID': 'Verdien passer ikke i feltet. Ingenting ble endret.',
  'error.PAIR_ANSWERED': 'Noen har allerede svart på dette spørsmålet. Last siden på nytt.',
  'error.REPORT_WITHDRAWN':
    'Publikasjonen forsvant da importen ble angret. Importer fila på nytt for å arbeide med den.',
  'error.SAME_PUBLICATION': 'De to er allerede én publikasjon.',
  'error.SPLIT_SOME': 'Kryss av minst én post, og la minst én stå igjen.',
  'error.KEPT_APART':
    'Noen har bestemt at publikasjoner i disse to gruppene er ulike. Ta først tilbake den avgjørelsen.',
  'error.HOW_REQUIRED': 'Skriv hva som ble forsøkt: hvor det ble lett, eller hvem som ble spurt.',
  'error.REPORT_NOT_SOUGHT':
    'Fulltekster søkes for publikasjoner som er gått videre fra tittel og sammendrag. Velg en av dem.',
  'error.ZIP_UNREADABLE':
    'ZIP-filen er skadet, låst eller inneholder mer enn det som kan tas imot på én gang. Pakk den ut og legg ved filene.',
  'error.UNKNOWN_STYLE': 'Det finnes ingen referansestil som heter «{style}».',
  'error.TEMPLATE_UNREADABLE': 'Dette er ikke et Word-dokument (.docx) som kan brukes som mal.',
  'error.ARCHIVE_UNREADABLE': 'Filen er ikke et arkiv fra Underlag, eller den er avkuttet.',
  'error.ARCHIVE_INCOMPLETE': 'Arkivet mangler {file}. Ingenting er gjenopprettet.',
  'error.ARCHIVE_DAMAGED':
    '{file} i arkivet er ikke slik den var da arkivet ble laget. Ingenting er gjenopprettet.',
  'error.ARCHIVE_STRANGE': '{file} hører ikke til i arkivet. Ingenting er gjenopprettet.',
  'error.ARCHIVE_ROW': 'Rad {row} i {file} kan ikke leses: {problem}. Ingenting er gjenopprettet.',
  'error.ARCHIVE_NEWER':
    'Arkivet er laget av en nyere versjon av programmet ({place}). Oppdater, og gjenopprett det så.',
  'error.ARCHIVE_FILE_LOST':
    'En av filene til oversikten finnes ikke i datamappen: {file}. Arkivet ville ikke blitt helt, så det ble ikke laget.',
  'error.UNBLINDING_UNCONFIRMED': 'Kryss av for dette hvis du vil se kollegaenes uferdige arbeid.',
  'error.PERSON_UNKNOWN': 'Det finnes ingen åpen konto som {name} kan være. Velg på nytt.',
  'error.PERSON_TWICE':
    'To personer i arkivet kan ikke være én og samme person her: de vurderte hver for seg. Velg en annen konto for {name}.',
  'error.PIECE_MENDED': 'Noen har allerede rettet dette. Last inn siden på nytt.',
  'error.IMPORT_NOT_WAITING':
    'Importen venter ikke lenger på kolonnene. Last inn siden dens på nytt.',
  'error.COLUMNS_WITHOUT_TITLE': 'Velg kolonnen som inneholder tittelen.',
  'error.TOOL_REQUIRED': 'Oppgi verktøyet som merket postene.',
  'error.NOTHING_TO_REMOVE':
    'Ingenting som ennå ikke er screenet er valgt: oppgi nummer, et år eller et språk.',
  'error.STAGE_LIST_UNREADABLE': 'Filen kunne ikke leses som en referanseliste.',
  'error.STAGE_LIST_KNOWN': 'Denne listen er allerede lest inn.',
  'error.STAGE_LIST_TAKEN_BACK': 'Listen er tatt tilbake: postene i den avgjør ingenting.',
  'error.NOTHING_TO_TAKE_OVER':
    'Det er ingenting å ta over: alt finnes allerede her, er avgjort på en annen måte her, eller mangler foreløpig et motstykke.',
  'error.KEY_INVALID': 'En tast er én bokstav.',
  'error.KEY_TWICE': '{key} gjør allerede noe annet.',
  'error.CODES_UNREADABLE': 'Kodene kunne ikke leses (linje eller kode {place}). {reason}',
  'error.VERSION_UNCHANGED': 'Ingenting er endret siden versjon {number, number}.',
  'error.PILOT_RUNNING': 'En pilot pågår. Åpne resten før den neste.',
  'error.PILOT_EMPTY': 'Det er ingenting ubesvart igjen å trekke et utvalg fra.',
  'error.PILOT_ALONE': 'En pilot krever to personer som vurderer.',
  'error.PILOT_REASON': 'Si hvorfor resten åpnes under terskelen.',
  'error.CODERS_COMPLETE': 'To andre koder allerede denne publikasjonen.',
  'error.CODERS_NOT_DONE': 'De to koderne er ikke begge ferdige ennå. Da kan de sammenlignes.',
  'error.ALREADY_COMPARED':
    'Begge er ferdige og kan se hverandres arbeid, så ingen kan endre sitt eget lenger. Bli heller enige om hva som gjelder.',
  'error.CODED_BY_TWO':
    'To personer koder denne publikasjonen, hver for seg. Koder settes i din egen koding, eller dere blir enige om dem når begge er ferdige.',
  'error.FINDING_UNKNOWN': 'Velg et annet funn i denne oversikten.',
  'error.ALREADY_STOPPED': 'Utvelgelsen er allerede avsluttet.',
  'error.NOT_STOPPED': 'Utvelgelsen er ikke avsluttet.',
  'error.NOTHING_LEFT': 'Det er ingenting igjen å vurdere.',
  'error.OPTIONS_REQUIRED':
    'Skriv hva det er å velge mellom, eller kolonnene i tabellen, en per linje.',
  'error.CODEBOOK_REQUIRED': 'Velg kodeboken som koden kommer fra.',
  'error.SECTION_REQUIRED': 'Velg en del, eller gi en ny et navn.',
  'error.APPRAISERS_COMPLETE': 'To andre vurderer allerede denne studien.',
  'error.APPRAISAL_COMPARED':
    'De to vurderingene er åpne for begge. Bli heller enige om hva som gjelder.',
  'error.APPRAISAL_NOT_OPEN': 'De to er ikke begge ferdige ennå. Da kan de sammenlignes.',
  'error.APPRAISAL_INCOMPLETE':
    '{count, plural, one {# spørsmål mangler svar.} other {# spørsmål mangler svar.}}',
  'error.OVERALL_REQUIRED': 'Oppgi din samlede vurdering.',
  'error.OVERALL_REASON': 'Oppgi hvorfor.',
  'error.COMPONENT_REASON': 'En bekymring trenger en begrunnelse.',
  'error.ANSWER_INVALID': 'Dette svaret passer ikke til spørsmålet.',
  'error.BULK_EMPTY': 'Kryss av minst én publikasjon, eller velg alle i listen.',
  'error.BULK_TOO_MANY': 'Høyst {max, number} på en gang: avgrens listen og gjør det i deler.',
  'error.ANSWER_TAKES_BACK':
    'Publikasjonen har gått videre siden du svarte. Åpne den igjen for å se hva et annet svar tar tilbake, og bekreft der.',
  'error.TABLE_INCOMPLETE':
    'Velg det tabellen trenger: rader, og for en liste eller et kart også kolonner.',
};
