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
  'error.STAGE_NOT_REACHED':
    'Publikationen har inte passerat titel och sammanfattning och kan ännu inte bedömas i fulltext.',
  'error.REASON_REQUIRED':
    'Ange vilket kriterium den inte uppfyller: en exkludering i fulltext måste ha ett skäl.',
  'error.CRITERION_UNKNOWN':
    'Kriteriet hör inte till översiktens gällande kriterier. Välj ett annat.',
  'error.MAYBE_AT_FULL_TEXT':
    'I fulltext är svaret inkludera eller exkludera. Är du osäker, skriv en anteckning och hoppa över den.',
  'error.VOTE_NOT_NEEDED':
    'Dina kollegor har redan svarat på den här. Ditt svar sparades inte och behövs inte.',
  'error.NOT_RETRIEVED':
    'Fulltexten är märkt som inte anskaffad. Har du den, registrera det först under Fulltexter.',
  'error.NOTHING_TO_SETTLE':
    'Här finns ingen konflikt att avgöra. Gå tillbaka till listan över konflikter.',
  'error.FULL_TEXT_READ': 'Någon har bedömt fulltexten, så den kan inte märkas som inte anskaffad.',
  'error.SLUG_INVALID':
    'Använd små bokstäver a–z, siffror och bindestreck mellan dem, högst 60 tecken.',
  'error.SLUG_TAKEN': 'En annan översikt har den adressen. ”{proposal}” är ledig.',
  'error.TITLE_REQUIRED': 'Ge översikten en titel på minst ett språk.',
  'error.POLICY_IN_USE':
    'Någon har redan svarat i det här steget, så antalet granskare kan inte längre ändras.',
  'error.AMENDMENT_NEEDS_REASON': 'Protokollet är redan skrivet. Ange varför du ändrar det.',
  'error.PROTOCOL_CHANGED':
    'Version {number} sparades medan du skrev. Jämför dem och spara igen om din ska gälla.',
  'error.CRITERION_INCOMPLETE': 'Kriterium {row} behöver en kod och en etikett.',
  'error.CRITERION_CODE_TWICE': 'Koden {code} används två gånger. Varje kriterium behöver en egen.',
  'error.PERIOD_BACKWARDS': 'Perioden slutar innan den börjar.',
  'error.LANGUAGE_UNKNOWN':
    '”{name}” är inget språk vi känner till. Skriv dess namn eller kod, till exempel sv.',
  'error.COUNTRY_NAME_UNKNOWN':
    '”{name}” är inget land vi känner till. Skriv dess namn eller kod, till exempel SE.',
  'error.SEARCH_HAS_RECORDS':
    'Sökningen har {count, plural, one {# post} other {# poster}}. Ångra importerna innan du arkiverar den.',
  'error.BLOCK_INCOMPLETE': 'Block {row} behöver både en etikett och minst en term.',
  'error.EXERCISE_NOT_PUBLISHED':
    'En övning publiceras aldrig: den räknas inte i det offentliga underlaget.',
  'error.FINDINGS_UNSUPPORTED':
    '{count, plural, one {Ett resultat saknar} other {# resultat saknar}} stöd: {findings}. Koppla ett utdrag eller en publikation, eller gör det till utkast igen.',
  'error.ALREADY_PUBLISHED': 'Översikten är redan publicerad.',
  'error.NOT_PUBLISHED': 'Översikten är inte publicerad, så det finns inget att dra tillbaka.',
  'error.WORK_PACKAGE_TWICE': 'Två arbetspaket har samma kod.',
  'error.PROJECT_KEY_TAKEN': 'Översikten har redan ett projekt med nyckeln {key}.',
  'error.WORDS_REQUIRED': 'Skriv på minst ett språk.',
  'error.ROW_CHANGED':
    'Någon annan har sparat detta medan du skrev. Se på det som står där nu; spara igen om ditt ska gälla.',
  'error.KEY_TAKEN': '”{key}” är redan namnet på något annat här. Välj ett annat namn.',
  'error.COUNTRY_UNKNOWN': '”{name}” är inget land enligt ISO 3166-1. Välj ett land i listan.',
  'error.FINDING_WITHOUT_SUPPORT':
    'Inget stöder resultatet ännu. Koppla ett utdrag eller en publikation som gör det, och fastställ det sedan.',
  'error.CODE_CYCLE': 'En kod kan inte stå under sig själv. Välj en annan plats.',
  'error.CODE_TOO_DEEP': 'En kodbok har högst {levels, number} nivåer. Välj en plats längre upp.',
  'error.CODE_HAS_CHILDREN': 'Det finns koder under den här. Flytta eller arkivera dem först.',
  'error.CODE_UNKNOWN': 'Koden används inte i den här översikten. Välj en annan.',
  'error.EXCERPT_NOT_LOCATED':
    'Ange sida eller plats i dokumentet, så att andra kan hitta stället.',
  'error.QUOTATION_HAS_ONE_LANGUAGE':
    'Ett citat står på dokumentets eget språk. Skriv det på ett språk, eller gör det till en återgivning.',
  'error.EXCERPT_KEPT':
    'Två personer kodar publikationen var för sig. Utdragen kan användas i resultat när båda är klara.',
  'error.EXCERPT_IN_USE':
    '{count, plural, one {Ett resultat stöder} other {# resultat stöder}} sig på utdraget. Ta bort det därifrån först.',
  'error.FINDING_KIND_UNKNOWN': 'Den sortens resultat finns inte i översikten. Välj en annan.',
  'error.KIND_IN_USE':
    '{count, plural, one {Ett resultat är} other {# resultat är}} av den här sorten. Ge dem en annan sort först.',
  'error.SUPPORT_REPEATED': 'Det står redan där.',
  'error.SOURCE_REQUIRED': 'Ange var det står: dokument, sida, tabell.',
  'error.BOX_UNKNOWN': '”{box}” är ingen ruta i flödet. Välj en i listan.',
  'error.SERIES_UNREADABLE':
    'Rad {line, number} går inte att läsa. Skriv gruppen först och sedan ett tal för varje år, med tabb emellan.',
  'error.RUN_UNKNOWN': 'Sökningen finns inte i den här översikten. Välj en annan.',
  'error.FORMAT_UNKNOWN': 'Formatet är okänt. Välj ett i listan.',
  'error.NO_FILE': 'Välj en fil först.',
  'error.IMPORT_UNDONE': 'Importen är ångrad. Importera filen på nytt i stället.',
  'error.IMPORT_BEING_UNDONE':
    'Importen som gav den här publikationen håller på att ångras. Den tar inte emot fler svar eller annat arbete, och är strax borta.',
  'error.IMPORT_NOT_FAILED': 'Bara en import som har misslyckats kan läsas om.',
  'error.IMPORT_NOT_DONE': 'Bara en avslutad import kan ångras. Vänta tills den är klar.',
  'error.IMPORT_HAS_DECISIONS':
    'Importen kan inte ångras: någon har redan arbetat med dess publikationer. Det som skulle gå förlorat står på sidan.',
  'error.CORRECTION_INVALID': 'Värdet passar inte i fältet. Inget ändrades.',
  'error.PAIR_ANSWERED': 'Någon har redan svarat på den här frågan. Ladda om sidan.',
  'error.REPORT_WITHDRAWN':
    'Publikationen försvann när dess import ångrades. Importera filen igen för att arbeta med den.',
  'error.SAME_PUBLICATION': 'De två är redan en publikation.',
  'error.SPLIT_SOME': 'Kryssa i minst en post, och lämna minst en kvar.',
  'error.KEPT_APART':
    'Någon har bestämt att publikationer i de här två grupperna är olika. Ta först tillbaka det beslutet.',
  'error.HOW_REQUIRED': 'Skriv vad som prövades: var den söktes eller vem som tillfrågades.',
  'error.REPORT_NOT_SOUGHT':
    'Fulltexter söks för publikationer som har gått vidare från titel och sammanfattning. Välj en av dem.',
  'error.ZIP_UNREADABLE':
    'ZIP-filen är skadad, låst eller innehåller mer än vad som kan tas emot på en gång. Packa upp den och bifoga filerna.',
  'error.UNKNOWN_STYLE': 'Det finns ingen referensstil som heter ”{style}”.',
  'error.TEMPLATE_UNREADABLE': 'Det här är inget Word-dokument (.docx) som kan användas som mall.',
  'error.ARCHIVE_UNREADABLE': 'Filen är inget arkiv från Underlag, eller så är den avhuggen.',
  'error.ARCHIVE_INCOMPLETE': 'Arkivet saknar {file}. Inget har återställts.',
  'error.ARCHIVE_DAMAGED':
    '{file} i arkivet är inte som när arkivet gjordes. Inget har återställts.',
  'error.ARCHIVE_STRANGE': '{file} hör inte till arkivet. Inget har återställts.',
  'error.ARCHIVE_ROW': 'Rad {row} i {file} kan inte läsas: {problem}. Inget har återställts.',
  'error.ARCHIVE_NEWER':
    'Arkivet är gjort av en nyare version av programmet ({place}). Uppdatera och återställ det sedan.',
  'error.ARCHIVE_FILE_LOST':
    'En av översiktens filer finns inte i datamappen: {file}. Arkivet skulle inte bli helt, så inget gjordes.',
  'error.UNBLINDING_UNCONFIRMED': 'Kryssa för detta om du vill se kollegornas ofärdiga arbete.',
  'error.PERSON_UNKNOWN': 'Det finns inget öppet konto som {name} kan vara. Välj igen.',
  'error.PERSON_TWICE':
    'Två personer i arkivet kan inte vara en och samma person här: de bedömde var för sig. Välj ett annat konto för {name}.',
  'error.PIECE_MENDED': 'Någon har redan rättat det här. Ladda om sidan.',
  'error.IMPORT_NOT_WAITING': 'Importen väntar inte längre på sina kolumner. Ladda om dess sida.',
  'error.COLUMNS_WITHOUT_TITLE': 'Välj vilken kolumn som innehåller titeln.',
  'error.TOOL_REQUIRED': 'Ange verktyget som markerade posterna.',
  'error.NOTHING_TO_REMOVE':
    'Inget som ännu är ogallrat är valt: ange nummer, ett år eller ett språk.',
  'error.STAGE_LIST_UNREADABLE': 'Filen kunde inte läsas som en referenslista.',
  'error.STAGE_LIST_KNOWN': 'Den här listan är redan inläst.',
  'error.STAGE_LIST_TAKEN_BACK': 'Listan är tillbakatagen: dess poster avgör ingenting.',
  'error.NOTHING_TO_TAKE_OVER':
    'Det finns inget att ta över: allt finns redan här, har avgjorts på annat sätt här eller saknar ännu motsvarighet.',
  'error.KEY_INVALID': 'En tangent är en bokstav.',
  'error.KEY_TWICE': '{key} gör redan något annat.',
  'error.CODES_UNREADABLE': 'Koderna kunde inte läsas (rad eller kod {place}). {reason}',
  'error.VERSION_UNCHANGED': 'Inget har ändrats sedan version {number, number}.',
  'error.PILOT_RUNNING': 'En pilot pågår. Öppna resten innan nästa.',
  'error.PILOT_EMPTY': 'Det finns inget obesvarat kvar att dra ett urval ur.',
  'error.PILOT_ALONE': 'En pilot kräver två personer som gallrar.',
  'error.PILOT_REASON': 'Ange varför resten öppnas under tröskeln.',
  'error.CODERS_COMPLETE': 'Två andra kodar redan den här publikationen.',
  'error.CODERS_NOT_DONE': 'De två kodarna är inte klara båda två än. Då kan de jämföras.',
  'error.ALREADY_COMPARED':
    'Båda är klara och kan se varandras arbete, så ingen kan ändra sitt eget längre. Enas i stället om vad som gäller.',
  'error.CODED_BY_TWO':
    'Två personer kodar den här publikationen, var och en för sig. Koder sätts i din egen kodning eller enas ni om när båda är klara.',
  'error.FINDING_UNKNOWN': 'Välj ett annat resultat i den här översikten.',
  'error.ALREADY_STOPPED': 'Gallringen är redan avslutad.',
  'error.NOT_STOPPED': 'Gallringen är inte avslutad.',
  'error.NOTHING_LEFT': 'Det finns inget kvar att gallra.',
  'error.OPTIONS_REQUIRED':
    'Skriv vad det finns att välja mellan, eller tabellens kolumner, en per rad.',
  'error.CODEBOOK_REQUIRED': 'Välj den kodbok som koden kommer ur.',
  'error.SECTION_REQUIRED': 'Välj ett avsnitt eller namnge ett nytt.',
  'error.APPRAISERS_COMPLETE': 'Två andra granskar redan den här studien.',
  'error.APPRAISAL_COMPARED':
    'De två granskningarna är öppna för båda. Enas i stället om vad som gäller.',
  'error.APPRAISAL_NOT_OPEN': 'De två är inte klara båda två än. Då kan de jämföras.',
  'error.APPRAISAL_INCOMPLETE':
    '{count, plural, one {# fråga saknar svar.} other {# frågor saknar svar.}}',
  'error.OVERALL_REQUIRED': 'Ange din samlade bedömning.',
  'error.OVERALL_REASON': 'Ange varför.',
  'error.COMPONENT_REASON': 'En oro behöver ett skäl.',
  'error.ANSWER_INVALID': 'Det här svaret passar inte frågan.',
  'error.BULK_EMPTY': 'Kryssa för minst en publikation, eller välj alla i listan.',
  'error.BULK_TOO_MANY': 'Högst {max, number} på en gång: begränsa listan och gör det i delar.',
  'error.ANSWER_TAKES_BACK':
    'Publikationen har gått vidare sedan du svarade. Öppna den igen för att se vad ett annat svar tar tillbaka, och bekräfta där.',
  'error.TABLE_INCOMPLETE':
    'Välj det som tabellen behöver: rader, och för en lista eller karta även kolumner.',
};
