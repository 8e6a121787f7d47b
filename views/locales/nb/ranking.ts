/** Norwegian Bokmål: the order of screening, its end, and agreement. */
export const ranking = {
  'ranking.title': 'Rekkefølgen',
  'ranking.title_title_abstract': 'Rekkefølgen: tittel og sammendrag',
  'ranking.title_full_text': 'Rekkefølgen: fulltekst',
  'ranking.stages': 'Trinn',
  'ranking.lead':
    'Rekkefølgen avgjør bare hva som kommer først. Alt skal fortsatt vurderes av mennesker, og ingens svar kan leses ut av den.',
  'ranking.own': 'Hos deg',
  'ranking.of_stage': 'Trinnet, for alle som ikke har valgt noe annet',
  'ranking.as_stage': 'Som trinnet: {order}',
  'ranking.order_ranked': 'sannsynligst relevante først',
  'ranking.order_random': 'tilfeldig',
  'ranking.order_chronological': 'slik de kom inn i oversikten',
  'ranking.save_own': 'Bruk hos meg',
  'ranking.save_stage': 'Bruk i trinnet',
  'ranking.latest': 'Den siste rangeringen',
  'ranking.at': 'Laget',
  'ranking.publications': 'Publikasjoner',
  'ranking.learned_from': 'Lærte av',
  'ranking.learned': '{included, number} beholdt og {excluded, number} ekskludert',
  'ranking.learned_words': 'ordene i protokollen og ordene som taler for',
  'ranking.model': 'Modell',
  'ranking.seed': 'Startverdi',
  'ranking.took': 'Tok',
  'ranking.seconds': '{seconds, number} s',
  'ranking.none_yet':
    'Ingenting er rangert ennå. Den første rangeringen lages når noen har svart, ut fra det protokollen sier; fra den første beholdte og den første ekskluderte publikasjonen ut fra svarene.',
  'ranking.waiting': 'En ny rangering er på vei.',
  'ranking.again': 'Ranger nå',
  'ranking.methods': 'Til metodedelen',
  'ranking.methods_ranked':
    'Postene ble vurdert etter sannsynlig relevans og rangert på nytt etter hvert som svarene kom, med en lineær støttevektormaskin på vektede ord og ordpar i titler og sammendrag ({model}; kostnad {cost, number}, klasseforhold {ratio, number}, startverdi {seed, number}); hver rangering står i loggen og kan lages på nytt.',
  'ranking.methods_parts':
    '{parts, select, all {Rekkefølgen fulgte også temaene i tekstene (latent semantisk analyse av orddeler) og hvor lik hver av dem var den beholdte som den lignet mest på{excluded, select, yes { og hvor ulik den i temaene var den ekskluderte som den lignet mest på} other {}}.} other {Så lenge det var høyst {most, number} publikasjoner, fulgte rekkefølgen også temaene i tekstene (latent semantisk analyse av orddeler) og hvor lik hver av dem var den beholdte som den lignet mest på{excluded, select, yes { og hvor ulik den i temaene var den ekskluderte som den lignet mest på} other {}}, deretter bare ord og ordpar.}}',
  'ranking.methods_words':
    'Postene ble vurdert etter likhet med ordene i protokollen ({model}): det fantes ikke både beholdte og ekskluderte som en rangering kunne lære av.',
  'ranking.methods_learned':
    '{runs, plural, one {Én rangering ble laget} other {# rangeringer ble laget}} {days, select, one {den {first}} other {fra {first} til {last}}}; den siste lærte av {included, number} beholdte og {excluded, number} ekskluderte poster.',
  'ranking.methods_random': 'Postene ble vurdert i tilfeldig rekkefølge.',
  'ranking.methods_chronological': 'Postene ble vurdert i den rekkefølgen de ble importert.',
  'ranking.all_runs': 'Alle rangeringer, og å gjøre dem om igjen',
  'ranking.runs_title_abstract': 'Rangeringer: tittel og sammendrag',
  'ranking.runs_full_text': 'Rangeringer: fulltekst',
  'ranking.back_to_order': 'Tilbake til rekkefølgen',
  'ranking.runs_lead':
    'Hver rangering lagres med det som trengs for å gjøre den om igjen: modell, startverdi, tidspunkt og de siste svarene den kjente til. Når den gjøres om igjen, beregnes den på nytt ut fra dette, og de to rekkefølgene sammenlignes; rekkefølgen i utvelgelsen endres ikke.',
  'ranking.repeated': 'Gjort om igjen',
  'ranking.repeat': 'Gjør om igjen',
  'ranking.repeat_waiting': 'Gjøres om igjen. Last siden på nytt om litt.',
  'ranking.repeated_same': 'Samme rekkefølge.',
  'ranking.repeated_changed':
    'Kan ikke sammenlignes: publikasjoner er slått sammen, trukket tilbake eller rettet siden. {ranked, number} ble rangert; {left, number} av dem finnes.',
  'ranking.repeated_other_model':
    'Kan ikke sammenlignes: denne versjonen rangerer med en annen modell, {model}.',
  'ranking.repeated_different': 'En annen rekkefølge.',
  'ranking.repeated_different_at':
    'En annen rekkefølge, fra plass {from, number}: {moved, plural, one {# publikasjon står} other {# publikasjoner står}} på en annen plass.',
  'ranking.why': 'Hvorfor akkurat denne?',
  'ranking.back_to_desk': 'Tilbake til utvelgelsen',
  'ranking.position': 'Nummer {position, number} av {of, number} i den siste rangeringen.',
  'ranking.up': 'Flyttet den opp',
  'ranking.down': 'Flyttet den ned',
  'ranking.no_words': 'Ingen ord skiller seg ut.',
  'ranking.why_help':
    'Ord og ordpar som rangeringen har lært av alles svar samlet, de sterkeste først. De sier hva publikasjoner har felles, ikke om akkurat denne hører til.',
  'stopping.title': 'Å avslutte',
  'stopping.lead':
    'Utvelgelsen avsluttes aldri av seg selv. Her står det man vet om det som er igjen ved tittel og sammendrag, så du kan avgjøre.',
  'stopping.is_stopped':
    'Utvelgelsen er avsluttet. {left, plural, one {# publikasjon er uvurdert og regnes som ekskludert} other {# publikasjoner er uvurdert og regnes som ekskludert}} ved automatikk.',
  'stopping.known': 'Det man vet',
  'stopping.screened': 'Vurdert',
  'stopping.screened_of': '{screened, number} av {total, number}',
  'stopping.found': 'Beholdt hittil',
  'stopping.since_last': 'Vurdert siden den sist beholdte',
  'stopping.begun': 'Påbegynt, venter på et svar til',
  'stopping.left': 'Uvurdert',
  'stopping.cost': 'Å gå til slutten tar omtrent',
  'stopping.hours': '{hours, plural, one {# arbeidstime} other {# arbeidstimer}}',
  'stopping.curve_title':
    '{found, number} beholdt etter {screened, number} av {total, number} vurdert',
  'stopping.curve_caption':
    'Beholdte publikasjoner (oppover) etter hvor mange som er vurdert (mot høyre). En kurve som har flatet ut sier at det kommer lite nå, ikke at ingenting er igjen.',
  'stopping.curve_table': 'Kurven i tall',
  'stopping.test': 'Testen',
  'stopping.target': 'Minst så mye funnet, %',
  'stopping.confidence': 'Konfidens, %',
  'stopping.calculate': 'Regn ut',
  'stopping.p': 'p = {p}',
  'stopping.p_below': 'p < {p}',
  'stopping.rule_ranked': 'På den rangerte rekkefølgen (Callaghan og Müller-Hansen 2020)',
  'stopping.rule_random': 'På det tilfeldige utvalget siden rekkefølgen ble tilfeldig',
  'stopping.rule_none': 'Ingen test',
  'stopping.reached':
    'minst {target, number, percent} av det relevante er funnet, med {confidence, number, percent} konfidens.',
  'stopping.not_reached':
    'det kan ikke sies med {confidence, number, percent} konfidens at {target, number, percent} er funnet.',
  'stopping.blanks_needed':
    'Hvis det ikke kommer flere relevante publikasjoner, nås målet etter omtrent {count, plural, one {# til} other {# til}}.',
  'stopping.no_p': 'Ingenting er vurdert ennå.',
  'stopping.no_random':
    'Sett rekkefølgen i trinnet til tilfeldig: det som vurderes fra da av, er utvalget.',
  'stopping.assumes': 'Det testen forutsetter',
  'stopping.assumes_order':
    'Rekkefølgen var ikke dårligere enn tilfeldig: da er testen på den rangerte rekkefølgen forsiktig.',
  'stopping.assumes_answers':
    'Folks svar er riktige: det som er ekskludert ved en feil, regnes som ikke relevant. Det som er i konflikt, regnes som beholdt.',
  'stopping.assumes_random':
    'For utvalget: at alle har fulgt den tilfeldige rekkefølgen siden den ble valgt.',
  'stopping.assumes_looks':
    'Å se ofte og stoppe ved den første gode verdien gjør konfidensen lavere enn oppgitt.',
  'stopping.decide': 'Beslutningen',
  'stopping.decide_lead':
    '{left, plural, one {# publikasjon} other {# publikasjoner}} ville bli stående uvurdert og regnes i flyten som ekskludert ved automatikk. Beslutningen skrives i loggen med regelen, tallene og navnet ditt; den kan tas tilbake.',
  'stopping.rule': 'Hvilken regel er grunnlaget?',
  'stopping.reason': 'Hvorfor',
  'stopping.stop': 'Avslutt og la resten være',
  'stopping.reopen': 'Fortsett utvelgelsen',
  'stopping.nothing_left': 'Ingenting er uvurdert: det er ingenting å avslutte.',
  'stopping.log': 'Beslutninger hittil',
  'stopping.kind_stop': 'Avsluttet',
  'stopping.kind_reopen': 'Tatt opp igjen',
  'stopping.log_facts': 'mål {target, number, percent}, {left, number} igjen',
  'stopping.methods_ranked':
    'Utvelgelsen ved tittel og sammendrag ble avsluttet {on}, etter {screened, number} poster, da testen til Callaghan og Müller-Hansen (2020) på den rangerte rekkefølgen ga p ≤ {p, number} for en dekning under {target, number, percent} (ønsket konfidens: {confidence, number, percent}); {left, number} poster ble stående uvurdert.',
  'stopping.methods_random':
    'Utvelgelsen ved tittel og sammendrag ble avsluttet {on}, etter {screened, number} poster, da den hypergeometriske testen på et tilfeldig utvalg ga p ≤ {p, number} for en dekning under {target, number, percent} (ønsket konfidens: {confidence, number, percent}); {left, number} poster ble stående uvurdert.',
  'stopping.methods_none':
    'Utvelgelsen ved tittel og sammendrag ble avsluttet {on}, etter {screened, number} poster uten statistisk test; {left, number} poster ble stående uvurdert.',
  'agreement.title': 'Samsvar',
  'agreement.lead': 'Hvor likt to personer har svart, par for par, før noe ble avgjort.',
  'agreement.empty': 'Ingen to personer har vurdert samme publikasjon ennå.',
  'agreement.caption': '{stage}: {sample}',
  'agreement.sample_all': 'alle publikasjoner',
  'agreement.sample_pilot': 'piloten',
  'agreement.pair': 'Par',
  'agreement.scale': 'Svar',
  'agreement.scale_answers': 'inkluder, kanskje, ekskluder',
  'agreement.scale_kept': 'beholdt eller ekskludert',
  'agreement.n': 'Begge vurdert',
  'agreement.percent': 'Likt',
  'agreement.kappa': 'Cohens kappa',
  'agreement.pabak': 'PABAK',
  'agreement.ac1': 'Gwets AC1',
  'agreement.estimate': '{value} (SE {error}; 95 % {low} til {high})',
  'agreement.no_interval': '{value} (formelen gir ikke noe intervall)',
  'agreement.percent_interval': '(95 %-intervall {low} til {high})',
  'agreement.undefined': 'ikke definert',
  'agreement.help':
    'Hver persons siste svar før publikasjonen ble avgjort teller; en avgjørelse endrer aldri samsvaret. Standardfeilen til kappa er den til Fleiss, Cohen og Everitt (1969). Kappa blir lav der nesten alt ekskluderes, uansett hvor enige folk er: det blir ikke PABAK og AC1. Kappa er ikke definert der begge ga samme svar på alt. Der begge er enige om alt, eller om ingenting, finner formlene for målene ingen spredning og gir ikke noe intervall, uansett hvor få publikasjonene er; intervallet for prosentandelen (Wilson 1927) viser da hvor lite en vet.',
};
