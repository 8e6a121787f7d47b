/** Swedish: the order of screening, its end, and agreement. */
export const ranking = {
  'ranking.title': 'Ordningen',
  'ranking.title_title_abstract': 'Ordningen: titel och sammanfattning',
  'ranking.title_full_text': 'Ordningen: fulltext',
  'ranking.stages': 'Steg',
  'ranking.lead':
    'Ordningen bestämmer bara vad som kommer först. Allt ska fortfarande bedömas av människor, och ingens svar går att läsa ut ur den.',
  'ranking.own': 'Hos dig',
  'ranking.of_stage': 'Steget, för alla som inte har valt något annat',
  'ranking.as_stage': 'Som steget: {order}',
  'ranking.order_ranked': 'troligast relevanta först',
  'ranking.order_random': 'slumpvis',
  'ranking.order_chronological': 'som de kom in i översikten',
  'ranking.save_own': 'Använd hos mig',
  'ranking.save_stage': 'Använd i steget',
  'ranking.latest': 'Den senaste rangordningen',
  'ranking.at': 'Gjord',
  'ranking.publications': 'Publikationer',
  'ranking.learned_from': 'Lärde av',
  'ranking.learned': '{included, number} behållna och {excluded, number} exkluderade',
  'ranking.learned_words': 'protokollets ord och termerna som talar för',
  'ranking.model': 'Modell',
  'ranking.seed': 'Slumpfrö',
  'ranking.took': 'Tog',
  'ranking.seconds': '{seconds, number} s',
  'ranking.none_yet':
    'Inget har rangordnats ännu. Den första rangordningen görs när någon har svarat, efter vad protokollet säger; från den första behållna och den första exkluderade publikationen efter svaren.',
  'ranking.waiting': 'En ny rangordning är på väg.',
  'ranking.again': 'Rangordna nu',
  'ranking.methods': 'För metodavsnittet',
  'ranking.methods_ranked':
    'Posterna gallrades efter trolig relevans och rangordnades på nytt allteftersom svaren kom in, med en linjär stödvektormaskin på viktade ord och ordpar i titlar och sammanfattningar ({model}; kostnad {cost, number}, klasskvot {ratio, number}, slumpfrö {seed, number}); varje rangordning finns i loggen och kan göras om.',
  'ranking.methods_parts':
    '{parts, select, all {Ordningen gick också efter texternas teman (latent semantisk analys av orddelar) och efter hur lik var och en var den behållna som den liknade mest{excluded, select, yes { och hur olik den till sina teman var den exkluderade som den liknade mest} other {}}.} other {Så länge publikationerna var högst {most, number} gick ordningen också efter texternas teman (latent semantisk analys av orddelar) och efter hur lik var och en var den behållna som den liknade mest{excluded, select, yes { och hur olik den till sina teman var den exkluderade som den liknade mest} other {}}, därefter bara efter ord och ordpar.}}',
  'ranking.methods_words':
    'Posterna gallrades efter likhet med protokollets ord ({model}): det fanns inte både behållna och exkluderade att lära en rangordning av.',
  'ranking.methods_learned':
    '{runs, plural, one {En rangordning gjordes} other {# rangordningar gjordes}} {days, select, one {den {first}} other {från {first} till {last}}}; den senaste lärde av {included, number} behållna och {excluded, number} exkluderade poster.',
  'ranking.methods_random': 'Posterna gallrades i slumpvis ordning.',
  'ranking.methods_chronological': 'Posterna gallrades i den ordning de importerades.',
  'ranking.all_runs': 'Alla rangordningar, och att göra om dem',
  'ranking.runs_title_abstract': 'Rangordningar: titel och sammanfattning',
  'ranking.runs_full_text': 'Rangordningar: fulltext',
  'ranking.back_to_order': 'Tillbaka till ordningen',
  'ranking.runs_lead':
    'Varje rangordning sparas med det som behövs för att göra om den: modell, slumpfrö, tidpunkt och de sista svaren den kände till. När den görs om räknas den fram på nytt ur detta och de två ordningarna jämförs; ordningen i gallringen ändras inte.',
  'ranking.repeated': 'Gjord om',
  'ranking.repeat': 'Gör om',
  'ranking.repeat_waiting': 'Görs om. Ladda om sidan om en stund.',
  'ranking.repeated_same': 'Samma ordning.',
  'ranking.repeated_changed':
    'Går inte att jämföra: publikationer har slagits ihop, dragits tillbaka eller rättats sedan dess. {ranked, number} rangordnades; {left, number} av dem finns kvar.',
  'ranking.repeated_other_model':
    'Går inte att jämföra: den här versionen rangordnar med en annan modell, {model}.',
  'ranking.repeated_different': 'En annan ordning.',
  'ranking.repeated_different_at':
    'En annan ordning, från plats {from, number}: {moved, plural, one {# publikation står} other {# publikationer står}} på en annan plats.',
  'ranking.why': 'Varför just den här?',
  'ranking.back_to_desk': 'Tillbaka till gallringen',
  'ranking.position': 'Nummer {position, number} av {of, number} i den senaste rangordningen.',
  'ranking.up': 'Flyttade upp den',
  'ranking.down': 'Flyttade ner den',
  'ranking.no_words': 'Inga ord sticker ut.',
  'ranking.why_help':
    'Ord och ordpar som rangordningen har lärt av allas svar tillsammans, de starkaste först. De säger vad publikationer har gemensamt, inte om just den här hör hit.',
  'stopping.title': 'Att avsluta',
  'stopping.lead':
    'Gallringen avslutas aldrig av sig själv. Här står vad man vet om det som är kvar vid titel och sammanfattning, så att du kan avgöra.',
  'stopping.is_stopped':
    'Gallringen är avslutad. {left, plural, one {# publikation är ogallrad och räknas som exkluderad} other {# publikationer är ogallrade och räknas som exkluderade}} av automatik.',
  'stopping.known': 'Vad man vet',
  'stopping.screened': 'Gallrade',
  'stopping.screened_of': '{screened, number} av {total, number}',
  'stopping.found': 'Behållna hittills',
  'stopping.since_last': 'Gallrade sedan den senast behållna',
  'stopping.begun': 'Påbörjade, väntar på ett svar till',
  'stopping.left': 'Ogallrade',
  'stopping.cost': 'Att gå till slutet tar ungefär',
  'stopping.hours': '{hours, plural, one {# arbetstimme} other {# arbetstimmar}}',
  'stopping.curve_title':
    '{found, number} behållna efter {screened, number} av {total, number} gallrade',
  'stopping.curve_caption':
    'Behållna publikationer (uppåt) efter hur många som gallrats (åt höger). En kurva som planat ut säger att det kommer lite nu, inte att inget finns kvar.',
  'stopping.curve_table': 'Kurvan i siffror',
  'stopping.test': 'Testet',
  'stopping.target': 'Minst så mycket funnet, %',
  'stopping.confidence': 'Konfidens, %',
  'stopping.calculate': 'Räkna',
  'stopping.p': 'p = {p}',
  'stopping.p_below': 'p < {p}',
  'stopping.rule_ranked': 'På den rangordnade följden (Callaghan och Müller-Hansen 2020)',
  'stopping.rule_random': 'På det slumpvisa urvalet sedan ordningen blev slumpvis',
  'stopping.rule_none': 'Inget test',
  'stopping.reached':
    'minst {target, number, percent} av det relevanta är funnet, med {confidence, number, percent} konfidens.',
  'stopping.not_reached':
    'det går inte att säga med {confidence, number, percent} konfidens att {target, number, percent} är funnet.',
  'stopping.blanks_needed':
    'Om ingen relevant publikation kommer till nås målet efter ungefär {count, plural, one {# till} other {# till}}.',
  'stopping.no_p': 'Inget har gallrats ännu.',
  'stopping.no_random':
    'Ställ in stegets ordning på slumpvis: det som gallras därefter är urvalet.',
  'stopping.assumes': 'Vad testet förutsätter',
  'stopping.assumes_order':
    'Ordningen var inte sämre än slumpen: då är testet på den rangordnade följden försiktigt.',
  'stopping.assumes_answers':
    'Människors svar är riktiga: det som exkluderats av misstag räknas som irrelevant. Det som är i konflikt räknas som behållet.',
  'stopping.assumes_random':
    'För urvalet: att alla har följt den slumpvisa ordningen sedan den valdes.',
  'stopping.assumes_looks':
    'Att titta ofta och sluta vid första goda värde gör konfidensen lägre än angivet.',
  'stopping.decide': 'Beslutet',
  'stopping.decide_lead':
    '{left, plural, one {# publikation} other {# publikationer}} skulle lämnas ogallrade och räknas i flödet som exkluderade av automatik. Beslutet skrivs i loggen med regeln, dess siffror och ditt namn; det kan tas tillbaka.',
  'stopping.rule': 'Vilken regel är grunden?',
  'stopping.reason': 'Varför',
  'stopping.stop': 'Avsluta och lämna resten',
  'stopping.reopen': 'Fortsätt gallra',
  'stopping.nothing_left': 'Inget är ogallrat: det finns inget att avsluta.',
  'stopping.log': 'Beslut hittills',
  'stopping.kind_stop': 'Avslutad',
  'stopping.kind_reopen': 'Återupptagen',
  'stopping.log_facts': 'mål {target, number, percent}, {left, number} kvar',
  'stopping.methods_ranked':
    'Gallringen av titlar och sammanfattningar avslutades {on}, efter {screened, number} poster, när testet av Callaghan och Müller-Hansen (2020) på den rangordnade följden gav p ≤ {p, number} för en täckning under {target, number, percent} (sökt konfidens: {confidence, number, percent}); {left, number} poster lämnades ogallrade.',
  'stopping.methods_random':
    'Gallringen av titlar och sammanfattningar avslutades {on}, efter {screened, number} poster, när det hypergeometriska testet på ett slumpvist urval gav p ≤ {p, number} för en täckning under {target, number, percent} (sökt konfidens: {confidence, number, percent}); {left, number} poster lämnades ogallrade.',
  'stopping.methods_none':
    'Gallringen av titlar och sammanfattningar avslutades {on}, efter {screened, number} poster utan statistiskt test; {left, number} poster lämnades ogallrade.',
  'agreement.title': 'Samstämmighet',
  'agreement.lead': 'Hur lika två personer har svarat, par för par, innan något avgjordes.',
  'agreement.empty': 'Inga två personer har bedömt samma publikation ännu.',
  'agreement.caption': '{stage}: {sample}',
  'agreement.sample_all': 'alla publikationer',
  'agreement.sample_pilot': 'piloten',
  'agreement.pair': 'Par',
  'agreement.scale': 'Svar',
  'agreement.scale_answers': 'inkludera, kanske, exkludera',
  'agreement.scale_kept': 'behållen eller exkluderad',
  'agreement.n': 'Båda bedömt',
  'agreement.percent': 'Samma',
  'agreement.kappa': 'Cohens kappa',
  'agreement.pabak': 'PABAK',
  'agreement.ac1': 'Gwets AC1',
  'agreement.estimate': '{value} (SE {error}; 95 % {low} till {high})',
  'agreement.no_interval': '{value} (formeln ger inget intervall)',
  'agreement.percent_interval': '(95 %-intervall {low} till {high})',
  'agreement.undefined': 'inte definierat',
  'agreement.help':
    'Varje persons sista svar innan publikationen avgjordes räknas; ett avgörande ändrar aldrig samstämmigheten. Kappas standardfel är det av Fleiss, Cohen och Everitt (1969). Kappa blir lågt där nästan allt exkluderas, hur väl man än är överens: PABAK och AC1 blir det inte. Kappa är inte definierat där båda gav samma svar på allt. Där båda är överens om allt, eller om inget, finner måttens formler ingen spridning och ger inget intervall, hur få publikationerna än är; procentandelens intervall (Wilson 1927) visar då hur lite man vet.',
};
