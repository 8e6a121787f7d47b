/** Norwegian Nynorsk: the order of screening, its end, and agreement. */
export const ranking = {
  'ranking.title': 'Rekkjefølgja',
  'ranking.title_title_abstract': 'Rekkjefølgja: tittel og samandrag',
  'ranking.title_full_text': 'Rekkjefølgja: fulltekst',
  'ranking.stages': 'Steg',
  'ranking.lead':
    'Rekkjefølgja avgjer berre kva som kjem først. Alt skal framleis vurderast av menneske, og svara til andre kan ikkje lesast ut av henne.',
  'ranking.own': 'Hos deg',
  'ranking.of_stage': 'Steget, for alle som ikkje har valt noko anna',
  'ranking.as_stage': 'Som steget: {order}',
  'ranking.order_ranked': 'dei mest truleg relevante først',
  'ranking.order_random': 'tilfeldig',
  'ranking.order_chronological': 'slik dei kom inn i oversikta',
  'ranking.save_own': 'Bruk hos meg',
  'ranking.save_stage': 'Bruk i steget',
  'ranking.latest': 'Den siste rangeringa',
  'ranking.at': 'Laga',
  'ranking.publications': 'Publikasjonar',
  'ranking.learned_from': 'Lærte av',
  'ranking.learned': '{included, number} behaldne og {excluded, number} ekskluderte',
  'ranking.learned_words': 'orda i protokollen og orda som talar for',
  'ranking.model': 'Modell',
  'ranking.seed': 'Startverdi',
  'ranking.took': 'Tok',
  'ranking.seconds': '{seconds, number} s',
  'ranking.none_yet':
    'Ingenting er rangert enno. Den første rangeringa blir laga når nokon har svart, ut frå det protokollen seier; frå den første behaldne og den første ekskluderte publikasjonen ut frå svara.',
  'ranking.waiting': 'Ei ny rangering er på veg.',
  'ranking.again': 'Ranger no',
  'ranking.methods': 'Til metodedelen',
  'ranking.methods_ranked':
    'Postane vart vurderte etter truleg relevans og rangerte på nytt etter kvart som svara kom, med ei lineær støttevektormaskin på vekta ord og ordpar i titlar og samandrag ({model}; kostnad {cost, number}, klasseforhold {ratio, number}, startverdi {seed, number}); kvar rangering står i loggen og kan lagast på nytt.',
  'ranking.methods_parts':
    '{parts, select, all {Rekkjefølgja følgde òg temaa i tekstane (latent semantisk analyse av orddelar) og kor lik kvar av dei var den behaldne som ho likna mest på{excluded, select, yes { og kor ulik ho i temaa var den ekskluderte som ho likna mest på} other {}}.} other {Så lenge det var høgst {most, number} publikasjonar, følgde rekkjefølgja òg temaa i tekstane (latent semantisk analyse av orddelar) og kor lik kvar av dei var den behaldne som ho likna mest på{excluded, select, yes { og kor ulik ho i temaa var den ekskluderte som ho likna mest på} other {}}, deretter berre ord og ordpar.}}',
  'ranking.methods_words':
    'Postane vart vurderte etter likskap med orda i protokollen ({model}): det fanst ikkje både behaldne og ekskluderte som ei rangering kunne lære av.',
  'ranking.methods_learned':
    '{runs, plural, one {Éi rangering vart laga} other {# rangeringar vart laga}} {days, select, one {den {first}} other {frå {first} til {last}}}; den siste lærte av {included, number} behaldne og {excluded, number} ekskluderte postar.',
  'ranking.methods_random': 'Postane vart vurderte i tilfeldig rekkjefølgje.',
  'ranking.methods_chronological': 'Postane vart vurderte i den rekkjefølgja dei vart importerte.',
  'ranking.all_runs': 'Alle rangeringar, og å gjere dei om att',
  'ranking.runs_title_abstract': 'Rangeringar: tittel og samandrag',
  'ranking.runs_full_text': 'Rangeringar: fulltekst',
  'ranking.back_to_order': 'Tilbake til rekkjefølgja',
  'ranking.runs_lead':
    'Kvar rangering blir lagra med det som trengst for å gjere ho om att: modell, startverdi, tidspunkt og dei siste svara ho kjende til. Når ho blir gjord om att, blir ho rekna ut på nytt ut frå dette, og dei to rekkjefølgjene blir samanlikna; rekkjefølgja i utveljinga blir ikkje endra.',
  'ranking.repeated': 'Gjord om att',
  'ranking.repeat': 'Gjer om att',
  'ranking.repeat_waiting': 'Blir gjord om att. Last sida på nytt om litt.',
  'ranking.repeated_same': 'Same rekkjefølgje.',
  'ranking.repeated_changed':
    'Kan ikkje samanliknast: publikasjonar er slått saman, trekte tilbake eller retta sidan. {ranked, number} vart rangerte; {left, number} av dei finst.',
  'ranking.repeated_other_model':
    'Kan ikkje samanliknast: denne versjonen rangerer med ein annan modell, {model}.',
  'ranking.repeated_different': 'Ei anna rekkjefølgje.',
  'ranking.repeated_different_at':
    'Ei anna rekkjefølgje, frå plass {from, number}: {moved, plural, one {# publikasjon står} other {# publikasjonar står}} på ein annan plass.',
  'ranking.why': 'Kvifor akkurat denne?',
  'ranking.back_to_desk': 'Tilbake til utveljinga',
  'ranking.position': 'Nummer {position, number} av {of, number} i den siste rangeringa.',
  'ranking.up': 'Flytta han opp',
  'ranking.down': 'Flytta han ned',
  'ranking.no_words': 'Ingen ord skil seg ut.',
  'ranking.why_help':
    'Ord og ordpar som rangeringa har lært av svara til alle samla, dei sterkaste først. Dei seier kva publikasjonar har felles, ikkje om akkurat denne høyrer til.',
  'stopping.title': 'Å avslutte',
  'stopping.lead':
    'Utveljinga blir aldri avslutta av seg sjølv. Her står det ein veit om det som er att ved tittel og samandrag, så du kan avgjere.',
  'stopping.is_stopped':
    'Utveljinga er avslutta. {left, plural, one {# publikasjon er uvurdert og blir rekna som ekskludert} other {# publikasjonar er uvurderte og blir rekna som ekskluderte}} ved automatikk.',
  'stopping.known': 'Det ein veit',
  'stopping.screened': 'Vurderte',
  'stopping.screened_of': '{screened, number} av {total, number}',
  'stopping.found': 'Behaldne hittil',
  'stopping.since_last': 'Vurderte sidan den sist behaldne',
  'stopping.begun': 'Påbyrja, ventar på eit svar til',
  'stopping.left': 'Uvurderte',
  'stopping.cost': 'Å gå til slutten tek om lag',
  'stopping.hours': '{hours, plural, one {# arbeidstime} other {# arbeidstimar}}',
  'stopping.curve_title':
    '{found, number} behaldne etter {screened, number} av {total, number} vurderte',
  'stopping.curve_caption':
    'Behaldne publikasjonar (oppover) etter kor mange som er vurderte (mot høgre). Ein kurve som har flata ut, seier at det kjem lite no, ikkje at ingenting er att.',
  'stopping.curve_table': 'Kurven i tal',
  'stopping.test': 'Testen',
  'stopping.target': 'Minst så mykje funne, %',
  'stopping.confidence': 'Konfidens, %',
  'stopping.calculate': 'Rekn ut',
  'stopping.p': 'p = {p}',
  'stopping.p_below': 'p < {p}',
  'stopping.rule_ranked': 'På den rangerte rekkjefølgja (Callaghan og Müller-Hansen 2020)',
  'stopping.rule_random': 'På det tilfeldige utvalet sidan rekkjefølgja vart tilfeldig',
  'stopping.rule_none': 'Ingen test',
  'stopping.reached':
    'minst {target, number, percent} av det relevante er funne, med {confidence, number, percent} konfidens.',
  'stopping.not_reached':
    'det kan ikkje seiast med {confidence, number, percent} konfidens at {target, number, percent} er funne.',
  'stopping.blanks_needed':
    'Om det ikkje kjem fleire relevante publikasjonar, blir målet nådd etter om lag {count, plural, one {# til} other {# til}}.',
  'stopping.no_p': 'Ingenting er vurdert enno.',
  'stopping.no_random':
    'Set rekkjefølgja i steget til tilfeldig: det som blir vurdert frå då av, er utvalet.',
  'stopping.assumes': 'Det testen føreset',
  'stopping.assumes_order':
    'Rekkjefølgja var ikkje dårlegare enn tilfeldig: då er testen på den rangerte rekkjefølgja varsam.',
  'stopping.assumes_answers':
    'Svara til folk er rette: det som er ekskludert ved ein feil, blir rekna som ikkje relevant. Det som er i konflikt, blir rekna som behalde.',
  'stopping.assumes_random':
    'For utvalet: at alle har følgt den tilfeldige rekkjefølgja sidan ho vart vald.',
  'stopping.assumes_looks':
    'Å sjå ofte og stoppe ved den første gode verdien gjer konfidensen lågare enn oppgitt.',
  'stopping.decide': 'Avgjerda',
  'stopping.decide_lead':
    '{left, plural, one {# publikasjon} other {# publikasjonar}} ville bli ståande uvurdert og bli rekna i flyten som ekskludert ved automatikk. Avgjerda blir skriven i loggen med regelen, tala og namnet ditt; ho kan takast tilbake.',
  'stopping.rule': 'Kva regel er grunnlaget?',
  'stopping.reason': 'Kvifor',
  'stopping.stop': 'Avslutt og lat resten vere',
  'stopping.reopen': 'Hald fram med utveljinga',
  'stopping.nothing_left': 'Ingenting er uvurdert: det er ingenting å avslutte.',
  'stopping.log': 'Avgjerder hittil',
  'stopping.kind_stop': 'Avslutta',
  'stopping.kind_reopen': 'Teken opp att',
  'stopping.log_facts': 'mål {target, number, percent}, {left, number} att',
  'stopping.methods_ranked':
    'Utveljinga ved tittel og samandrag vart avslutta {on}, etter {screened, number} postar, då testen til Callaghan og Müller-Hansen (2020) på den rangerte rekkjefølgja gav p ≤ {p, number} for ei dekning under {target, number, percent} (ønskt konfidens: {confidence, number, percent}); {left, number} postar vart ståande uvurderte.',
  'stopping.methods_random':
    'Utveljinga ved tittel og samandrag vart avslutta {on}, etter {screened, number} postar, då den hypergeometriske testen på eit tilfeldig utval gav p ≤ {p, number} for ei dekning under {target, number, percent} (ønskt konfidens: {confidence, number, percent}); {left, number} postar vart ståande uvurderte.',
  'stopping.methods_none':
    'Utveljinga ved tittel og samandrag vart avslutta {on}, etter {screened, number} postar utan statistisk test; {left, number} postar vart ståande uvurderte.',
  'agreement.title': 'Samsvar',
  'agreement.lead': 'Kor likt to personar har svart, par for par, før noko vart avgjort.',
  'agreement.empty': 'Ingen to personar har vurdert same publikasjon enno.',
  'agreement.caption': '{stage}: {sample}',
  'agreement.sample_all': 'alle publikasjonar',
  'agreement.sample_pilot': 'piloten',
  'agreement.pair': 'Par',
  'agreement.scale': 'Svar',
  'agreement.scale_answers': 'inkluder, kanskje, ekskluder',
  'agreement.scale_kept': 'behalden eller ekskludert',
  'agreement.n': 'Begge vurdert',
  'agreement.percent': 'Likt',
  'agreement.kappa': 'Cohens kappa',
  'agreement.pabak': 'PABAK',
  'agreement.ac1': 'Gwets AC1',
  'agreement.estimate': '{value} (SE {error}; 95 % {low} til {high})',
  'agreement.no_interval': '{value} (formelen gir ikkje noko intervall)',
  'agreement.percent_interval': '(95 %-intervall {low} til {high})',
  'agreement.undefined': 'ikkje definert',
  'agreement.help':
    'Det siste svaret til kvar person før publikasjonen vart avgjord, tel; ei avgjerd endrar aldri samsvaret. Standardfeilen til kappa er den til Fleiss, Cohen og Everitt (1969). Kappa blir låg der nesten alt blir ekskludert, same kor samde folk er: det blir ikkje PABAK og AC1. Kappa er ikkje definert der begge gav same svar på alt. Der begge er samde om alt, eller om ingenting, finn formlane for måla inga spreiing og gir ikkje noko intervall, same kor få publikasjonane er; intervallet for prosentdelen (Wilson 1927) viser då kor lite ein veit.',
};
