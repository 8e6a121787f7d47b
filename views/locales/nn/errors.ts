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
  'error.SLUG_INVALID':
    'Bruk små bokstavar a–z, siffer og bindestrekar mellom dei, høgst 60 teikn.',
  'error.SLUG_TAKEN': 'Ei anna oversikt har denne adressa. «{proposal}» er ledig.',
  'error.TITLE_REQUIRED': 'Gi oversikta ein tittel på minst eitt språk.',
  'error.POLICY_IN_USE':
    'Nokon har alt svart på dette steget, så talet på granskarar kan ikkje lenger endrast.',
  'error.AMENDMENT_NEEDS_REASON': 'Protokollen er alt skriven. Oppgi kvifor du endrar han.',
  'error.PROTOCOL_CHANGED':
    'Versjon {number} vart lagra medan du skreiv. Samanlikn dei to, og lagre på nytt om di skal gjelde.',
  'error.CRITERION_INCOMPLETE': 'Kriterium {row} treng ein kode og ein merkelapp.',
  'error.CRITERION_CODE_TWICE': 'Koden {code} er brukt to gonger. Kvart kriterium treng sin eigen.',
  'error.PERIOD_BACKWARDS': 'Perioden sluttar før han byrjar.',
  'error.LANGUAGE_UNKNOWN':
    '«{name}» er ikkje eit språk vi kjenner. Skriv namnet eller koden, til dømes sv.',
  'error.COUNTRY_NAME_UNKNOWN':
    '«{name}» er ikkje eit land vi kjenner. Skriv namnet eller koden, til dømes SE.',
  'error.SEARCH_HAS_RECORDS':
    'Søket har {count, plural, one {# post} other {# postar}}. Angre importane før du arkiverer det.',
  'error.BLOCK_INCOMPLETE': 'Blokk {row} treng både ein merkelapp og minst eitt søkjeord.',
  'error.EXERCISE_NOT_PUBLISHED':
    'Ei øving blir aldri publisert: ho tel ikkje med i det offentlege kunnskapsgrunnlaget.',
  'error.FINDINGS_UNSUPPORTED':
    '{count, plural, one {Eitt funn manglar} other {# funn manglar}} støtte: {findings}. Knyt til eit utdrag eller ein publikasjon, eller gjer det til eit utkast att.',
  'error.ALREADY_PUBLISHED': 'Oversikta er alt publisert.',
  'error.NOT_PUBLISHED': 'Oversikta er ikkje publisert, så det er ikkje noko å trekkje tilbake.',
  'error.WORK_PACKAGE_TWICE': 'To arbeidspakkar har same kode.',
  'error.PROJECT_KEY_TAKEN': 'Oversikta har alt eit prosjekt med nøkkelen {key}.',
  'error.WORDS_REQUIRED': 'Skriv på minst eitt språk.',
  'error.ROW_CHANGED':
    'Nokon andre har lagra dette medan du skreiv. Sjå på det som står der no; lagre på nytt om ditt skal gjelde.',
  'error.KEY_TAKEN': '«{key}» er alt namnet på noko anna her. Vel eit anna namn.',
  'error.COUNTRY_UNKNOWN': '«{name}» er ikkje eit land i ISO 3166-1. Vel eit land i lista.',
  'error.FINDING_WITHOUT_SUPPORT':
    'Ingenting støttar funnet enno. Knyt til eit utdrag eller ein publikasjon som gjer det, og gjer det så endeleg.',
  'error.CODE_CYCLE': 'Ein kode kan ikkje stå under seg sjølv. Vel ein annan plass.',
  'error.CODE_TOO_DEEP': 'Ei kodebok har høgst {levels, number} nivå. Vel ein plass lenger opp.',
  'error.CODE_HAS_CHILDREN': 'Det finst kodar under denne. Flytt eller arkiver dei først.',
  'error.CODE_UNKNOWN': 'Koden er ikkje i bruk i denne oversikta. Vel ein annan.',
  'error.EXCERPT_NOT_LOCATED':
    'Oppgje side eller stad i dokumentet, slik at andre kan finne det att.',
  'error.QUOTATION_HAS_ONE_LANGUAGE':
    'Eit sitat står på språket i dokumentet. Skriv det på eitt språk, eller gjer det til ei attgjeving.',
  'error.EXCERPT_KEPT':
    'To personar kodar publikasjonen kvar for seg. Utdraga kan brukast i funn når begge er ferdige.',
  'error.EXCERPT_IN_USE':
    '{count, plural, one {Eitt funn støttar} other {# funn støttar}} seg på utdraget. Fjern det derifrå først.',
  'error.FINDING_KIND_UNKNOWN': 'Denne typen funn finst ikkje i oversikta. Vel ein annan.',
  'error.KIND_IN_USE':
    '{count, plural, one {Eitt funn er} other {# funn er}} av denne typen. Gje dei ein annan type først.',
  'error.SUPPORT_REPEATED': 'Dette står der alt.',
  'error.SOURCE_REQUIRED': 'Oppgje kvar det står: dokument, side, tabell.',
  'error.BOX_UNKNOWN': '«{box}» er ikkje ein boks i flyten. Vel ein i lista.',
  'error.SERIES_UNREADABLE':
    'Linje {line, number} kan ikkje lesast. Skriv gruppa først og så eitt tal for kvart år, med tabulator imellom.',
  'error.RUN_UNKNOWN': 'Søket finst ikkje i denne oversikta. Vel eit anna.',
  'error.FORMAT_UNKNOWN': 'Formatet er ukjent. Vel eit frå lista.',
  'error.NO_FILE': 'Vel ei fil først.',
  'error.IMPORT_UNDONE': 'Importen er angra. Importer fila på nytt i staden.',
  'error.IMPORT_BEING_UNDONE':
    'Importen som gav denne publikasjonen, er i ferd med å verte angra. Publikasjonen tek ikkje imot fleire svar eller anna arbeid, og er snart borte.',
  'error.IMPORT_NOT_FAILED': 'Berre ein import som har feila, kan lesast på nytt.',
  'error.IMPORT_NOT_DONE': 'Berre ein fullført import kan angrast. Vent til han er ferdig.',
  'error.IMPORT_HAS_DECISIONS':
    'Importen kan ikkje angrast: Nokon har alt arbeidd med publikasjonane. Det som ville gå tapt, står på sida.',
  'error.CORRECTION_INVALID': 'Verdien passar ikkje i feltet. Ingenting vart endra.',
  'error.PAIR_ANSWERED': 'Nokon har alt svart på dette spørsmålet. Last sida på nytt.',
  'error.REPORT_WITHDRAWN':
    'Publikasjonen forsvann då importen vart angra. Importer fila på nytt for å arbeide med han.',
  'error.SAME_PUBLICATION': 'Dei to er alt éin publikasjon.',
  'error.SPLIT_SOME': 'Kryss av minst éin post, og lat minst éin stå att.',
  'error.KEPT_APART':
    'Nokon har bestemt at publikasjonar i desse to gruppene er ulike. Ta først tilbake den avgjerda.',
  'error.HOW_REQUIRED': 'Skriv kva som vart prøvd: kvar det vart leita, eller kven som vart spurd.',
  'error.REPORT_NOT_SOUGHT':
    'Fulltekstar blir søkte for publikasjonar som er gått vidare frå tittel og samandrag. Vel ein av dei.',
  'error.ZIP_UNREADABLE':
    'ZIP-fila er skadd, låst eller inneheld meir enn det som kan takast imot på éin gong. Pakk henne ut og legg ved filene.',
  'error.UNKNOWN_STYLE': 'Det finst ingen referansestil som heiter «{style}».',
  'error.TEMPLATE_UNREADABLE': 'Dette er ikkje eit Word-dokument (.docx) som kan brukast som mal.',
  'error.ARCHIVE_UNREADABLE': 'Fila er ikkje eit arkiv frå Underlag, eller ho er kutta av.',
  'error.ARCHIVE_INCOMPLETE': 'Arkivet manglar {file}. Ingenting er gjenoppretta.',
  'error.ARCHIVE_DAMAGED':
    '{file} i arkivet er ikkje slik ho var då arkivet vart laga. Ingenting er gjenoppretta.',
  'error.ARCHIVE_STRANGE': '{file} høyrer ikkje til i arkivet. Ingenting er gjenoppretta.',
  'error.ARCHIVE_ROW': 'Rad {row} i {file} kan ikkje lesast: {problem}. Ingenting er gjenoppretta.',
  'error.ARCHIVE_NEWER':
    'Arkivet er laga av ein nyare versjon av programmet ({place}). Oppdater, og gjenopprett det så.',
  'error.ARCHIVE_FILE_LOST':
    'Ei av filene til oversikta finst ikkje i datamappa: {file}. Arkivet ville ikkje blitt heilt, så det vart ikkje laga.',
  'error.UNBLINDING_UNCONFIRMED':
    'Kryss av for dette om du vil sjå det uferdige arbeidet til kollegaene.',
  'error.PERSON_UNKNOWN': 'Det finst ingen open konto som {name} kan vere. Vel på nytt.',
  'error.PERSON_TWICE':
    'To personar i arkivet kan ikkje vere éin og same person her: dei vurderte kvar for seg. Vel ein annan konto for {name}.',
  'error.PIECE_MENDED': 'Nokon har alt retta dette. Last inn sida på nytt.',
  'error.IMPORT_NOT_WAITING': 'Importen ventar ikkje lenger på kolonnane. Last inn sida på nytt.',
  'error.COLUMNS_WITHOUT_TITLE': 'Vel kolonnen som inneheld tittelen.',
  'error.TOOL_REQUIRED': 'Oppgje verktøyet som merkte postane.',
  'error.NOTHING_TO_REMOVE':
    'Ingenting som enno ikkje er screena er valt: oppgje nummer, eit år eller eit språk.',
  'error.STAGE_LIST_UNREADABLE': 'Fila kunne ikkje lesast som ei referanseliste.',
  'error.STAGE_LIST_KNOWN': 'Denne lista er alt lesen inn.',
  'error.STAGE_LIST_TAKEN_BACK': 'Lista er teken tilbake: postane i ho avgjer ingenting.',
  'error.NOTHING_TO_TAKE_OVER':
    'Det er ingenting å ta over: alt finst alt her, er avgjort på ein annan måte her, eller manglar førebels eit motstykke.',
  'error.KEY_INVALID': 'Ein tast er éin bokstav.',
  'error.KEY_TWICE': '{key} gjer alt noko anna.',
  'error.CODES_UNREADABLE': 'Kodane kunne ikkje lesast (linje eller kode {place}). {reason}',
  'error.VERSION_UNCHANGED': 'Ingenting er endra sidan versjon {number, number}.',
  'error.PILOT_RUNNING': 'Ein pilot går føre seg. Opne resten før den neste.',
  'error.PILOT_EMPTY': 'Det er ingenting utan svar igjen å trekkje eit utval frå.',
  'error.PILOT_ALONE': 'Ein pilot krev to personar som vurderer.',
  'error.PILOT_REASON': 'Sei kvifor resten blir opna under terskelen.',
  'error.CODERS_COMPLETE': 'To andre kodar allereie denne publikasjonen.',
  'error.CODERS_NOT_DONE': 'Dei to kodarane er ikkje begge ferdige enno. Då kan dei samanliknast.',
  'error.ALREADY_COMPARED':
    'Begge er ferdige og kan sjå arbeidet til kvarandre, så ingen kan endre sitt eige lenger. Bli heller samde om kva som gjeld.',
  'error.CODED_BY_TWO':
    'To personar kodar denne publikasjonen, kvar for seg. Kodar blir sette i di eiga koding, eller de blir samde om dei når begge er ferdige.',
  'error.FINDING_UNKNOWN': 'Vel eit anna funn i denne oversikta.',
  'error.ALREADY_STOPPED': 'Utveljinga er alt avslutta.',
  'error.NOT_STOPPED': 'Utveljinga er ikkje avslutta.',
  'error.NOTHING_LEFT': 'Det er ingenting att å vurdere.',
  'error.OPTIONS_REQUIRED':
    'Skriv kva det er å velje mellom, eller kolonnane i tabellen, ein per linje.',
  'error.CODEBOOK_REQUIRED': 'Vel kodeboka som koden kjem frå.',
  'error.SECTION_REQUIRED': 'Vel ein del, eller gje ein ny eit namn.',
  'error.APPRAISERS_COMPLETE': 'To andre vurderer allereie denne studien.',
  'error.APPRAISAL_COMPARED':
    'Dei to vurderingane er opne for begge. Bli heller samde om kva som gjeld.',
  'error.APPRAISAL_NOT_OPEN': 'Dei to er ikkje begge ferdige enno. Då kan dei samanliknast.',
  'error.APPRAISAL_INCOMPLETE':
    '{count, plural, one {# spørsmål manglar svar.} other {# spørsmål manglar svar.}}',
  'error.OVERALL_REQUIRED': 'Oppgje den samla vurderinga di.',
  'error.OVERALL_REASON': 'Oppgje kvifor.',
  'error.COMPONENT_REASON': 'Ei uro treng ei grunngjeving.',
  'error.ANSWER_INVALID': 'Dette svaret passar ikkje til spørsmålet.',
  'error.BULK_EMPTY': 'Kryss av minst éin publikasjon, eller vel alle i lista.',
  'error.BULK_TOO_MANY': 'Høgst {max, number} på ein gong: avgrens lista og gjer det i delar.',
  'error.ANSWER_TAKES_BACK':
    'Publikasjonen har gått vidare sidan du svara. Opne han igjen for å sjå kva eit anna svar tek tilbake, og stadfest der.',
  'error.TABLE_INCOMPLETE':
    'Vel det tabellen treng: rader, og for ei liste eller eit kart også kolonnar.',
};
