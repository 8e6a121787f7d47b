/** English: the order of screening, its end, and agreement. */
export const ranking = {
  'ranking.title': 'The order',
  'ranking.title_title_abstract': 'The order: title and abstract',
  'ranking.title_full_text': 'The order: full text',
  'ranking.stages': 'Stages',
  'ranking.lead':
    'The order decides only what comes first. Everything is still to be judged, by people, and nobody’s answers can be read from it.',
  'ranking.own': 'Your own desk',
  'ranking.of_stage': 'The stage, for everybody who has chosen nothing else',
  'ranking.as_stage': 'As the stage: {order}',
  'ranking.order_ranked': 'likeliest relevant first',
  'ranking.order_random': 'at random',
  'ranking.order_chronological': 'as they came into the review',
  'ranking.save_own': 'Use at my desk',
  'ranking.save_stage': 'Use for the stage',
  'ranking.latest': 'The latest ranking',
  'ranking.at': 'Made',
  'ranking.publications': 'Publications',
  'ranking.learned_from': 'Learned from',
  'ranking.learned': '{included, number} kept and {excluded, number} excluded',
  'ranking.learned_words': 'the words of the protocol and the terms to include',
  'ranking.model': 'Model',
  'ranking.seed': 'Seed',
  'ranking.took': 'Took',
  'ranking.seconds': '{seconds, number} s',
  'ranking.none_yet':
    'Nothing has been ranked yet. The first ranking is made when somebody has answered, from what the protocol says; from the first kept and the first excluded publication on, from the answers.',
  'ranking.waiting': 'A new ranking is on its way.',
  'ranking.again': 'Rank now',
  'ranking.methods': 'For the methods section',
  'ranking.methods_ranked':
    'Records were screened in order of likely relevance, ranked anew as answers came in by a linear support vector machine on weighted words and word pairs of titles and abstracts ({model}; cost {cost, number}, class ratio {ratio, number}, seed {seed, number}); every ranking is in the log and can be made again.',
  'ranking.methods_parts':
    '{parts, select, all {The order also went by the themes of the texts (latent semantic analysis of parts of words) and by how like each was to the one kept that it was likest{excluded, select, yes { and, in its themes, how unlike the one excluded that it was likest} other {}}.} other {While there were no more than {most, number} publications, the order also went by the themes of the texts (latent semantic analysis of parts of words) and by how like each was to the one kept that it was likest{excluded, select, yes { and, in its themes, how unlike the one excluded that it was likest} other {}}; later only by words and word pairs.}}',
  'ranking.methods_words':
    'Records were screened in order of likeness to the words of the protocol ({model}): nothing had been both kept and excluded that a ranking could learn from.',
  'ranking.methods_learned':
    '{runs, plural, one {One ranking was} other {# rankings were}} made {days, select, one {on {first}} other {from {first} to {last}}}; the latest learned from {included, number} kept and {excluded, number} excluded records.',
  'ranking.methods_random': 'Records were screened in random order.',
  'ranking.methods_chronological':
    'Records were screened in the order in which they were imported.',
  'ranking.all_runs': 'All rankings, and making them again',
  'ranking.runs_title_abstract': 'Rankings: title and abstract',
  'ranking.runs_full_text': 'Rankings: full text',
  'ranking.back_to_order': 'Back to the order',
  'ranking.runs_lead':
    'Every ranking is kept with what it takes to make it again: model, seed, time, and the last answers it knew. Making it again computes it anew from these and compares the two orders; what comes to the desk does not change.',
  'ranking.repeated': 'Made again',
  'ranking.repeat': 'Make again',
  'ranking.repeat_waiting': 'Is being made again. Load the page again in a moment.',
  'ranking.repeated_same': 'The same order.',
  'ranking.repeated_changed':
    'Cannot be compared: publications have been merged, withdrawn or corrected since. {ranked, number} were ranked; {left, number} of them are there.',
  'ranking.repeated_other_model':
    'Cannot be compared: this version ranks with another model, {model}.',
  'ranking.repeated_different': 'Another order.',
  'ranking.repeated_different_at':
    'Another order, from place {from, number} on: {moved, plural, one {# publication stands} other {# publications stand}} elsewhere.',
  'ranking.why': 'Why this one?',
  'ranking.back_to_desk': 'Back to the desk',
  'ranking.position': 'Number {position, number} of {of, number} in the latest ranking.',
  'ranking.up': 'Moved it up',
  'ranking.down': 'Moved it down',
  'ranking.no_words': 'No words stand out.',
  'ranking.why_help':
    'Words and pairs of words that the ranking learned from everybody’s answers together, the strongest first. They say what publications have in common, not whether this one belongs.',
  'stopping.title': 'Stopping',
  'stopping.lead':
    'Screening never stops by itself. Here is what is known about what is left at title and abstract, for you to decide.',
  'stopping.is_stopped':
    'Screening is stopped. {left, plural, one {# publication is} other {# publications are}} left unscreened and counted as excluded by automation.',
  'stopping.known': 'What is known',
  'stopping.screened': 'Screened',
  'stopping.screened_of': '{screened, number} of {total, number}',
  'stopping.found': 'Kept so far',
  'stopping.since_last': 'Screened since the last kept one',
  'stopping.begun': 'Begun, waiting for another answer',
  'stopping.left': 'Unscreened',
  'stopping.cost': 'Going on to the end takes about',
  'stopping.hours': '{hours, plural, one {# hour of work} other {# hours of work}}',
  'stopping.curve_title':
    '{found, number} kept after {screened, number} of {total, number} screened',
  'stopping.curve_caption':
    'Kept publications (upwards) by how many were screened (to the right). A curve that has become flat says that little comes any more, not that nothing is left.',
  'stopping.curve_table': 'The curve in numbers',
  'stopping.test': 'The test',
  'stopping.target': 'At least this much found, %',
  'stopping.confidence': 'Confidence, %',
  'stopping.calculate': 'Calculate',
  'stopping.p': 'p = {p}',
  'stopping.p_below': 'p < {p}',
  'stopping.rule_ranked': 'On the ranked order (Callaghan and Müller-Hansen 2020)',
  'stopping.rule_random': 'On the random sample since the order was random',
  'stopping.rule_none': 'No test',
  'stopping.reached':
    'at least {target, number, percent} of what is relevant has been found, with {confidence, number, percent} confidence.',
  'stopping.not_reached':
    'it cannot be said with {confidence, number, percent} confidence that {target, number, percent} has been found.',
  'stopping.blanks_needed':
    'If no relevant publication comes any more, the test is reached after about {count, plural, one {# more} other {# more}}.',
  'stopping.no_p': 'Nothing has been screened yet.',
  'stopping.no_random':
    'Set the order of the stage to random: what is screened from then on is the sample.',
  'stopping.assumes': 'What the test assumes',
  'stopping.assumes_order':
    'The order was no worse than chance: then the test on the ranked order is cautious.',
  'stopping.assumes_answers':
    'People’s answers are right: what was wrongly excluded counts as not relevant. What is in conflict counts as kept.',
  'stopping.assumes_random':
    'For the sample: that everybody has followed the random order since it was chosen.',
  'stopping.assumes_looks':
    'Looking often and stopping at the first good value makes the confidence less than stated.',
  'stopping.decide': 'The decision',
  'stopping.decide_lead':
    '{left, plural, one {# publication} other {# publications}} would be left unscreened and counted in the flow as excluded by automation. The decision is written to the log with the rule, its numbers and your name; it can be taken back.',
  'stopping.rule': 'Which rule is the ground?',
  'stopping.reason': 'Why',
  'stopping.stop': 'Stop and leave the rest',
  'stopping.reopen': 'Go on screening',
  'stopping.nothing_left': 'Nothing is left unscreened: there is nothing to stop.',
  'stopping.log': 'Decisions so far',
  'stopping.kind_stop': 'Stopped',
  'stopping.kind_reopen': 'Taken up again',
  'stopping.log_facts': 'target {target, number, percent}, {left, number} left',
  'stopping.methods_ranked':
    'Screening of titles and abstracts was stopped on {on}, after {screened, number} records, when the test of Callaghan and Müller-Hansen (2020) on the ranked history gave p ≤ {p, number} for a recall below {target, number, percent} (confidence sought: {confidence, number, percent}); {left, number} records were left unscreened.',
  'stopping.methods_random':
    'Screening of titles and abstracts was stopped on {on}, after {screened, number} records, when the hypergeometric test on a random sample gave p ≤ {p, number} for a recall below {target, number, percent} (confidence sought: {confidence, number, percent}); {left, number} records were left unscreened.',
  'stopping.methods_none':
    'Screening of titles and abstracts was stopped on {on}, after {screened, number} records without a statistical test; {left, number} records were left unscreened.',
  'agreement.title': 'Agreement',
  'agreement.lead': 'How far two people answered alike, pair by pair, before anything was settled.',
  'agreement.empty': 'No two people have judged the same publication yet.',
  'agreement.caption': '{stage}: {sample}',
  'agreement.sample_all': 'all publications',
  'agreement.sample_pilot': 'the pilot',
  'agreement.pair': 'Pair',
  'agreement.scale': 'Answers',
  'agreement.scale_answers': 'include, maybe, exclude',
  'agreement.scale_kept': 'kept or excluded',
  'agreement.n': 'Both judged',
  'agreement.percent': 'The same',
  'agreement.kappa': 'Cohen’s kappa',
  'agreement.pabak': 'PABAK',
  'agreement.ac1': 'Gwet’s AC1',
  'agreement.estimate': '{value} (SE {error}; 95 % {low} to {high})',
  'agreement.no_interval': '{value} (the formula gives no interval)',
  'agreement.percent_interval': '(95 % interval {low} to {high})',
  'agreement.undefined': 'not defined',
  'agreement.help':
    'Each person’s last answer before the publication was settled counts; settling never changes agreement. Kappa’s standard error is that of Fleiss, Cohen and Everitt (1969). Kappa is low where nearly everything is excluded, however well people agree: PABAK and AC1 are not. Kappa is not defined where both gave the same answer to everything. Where both agree about everything, or about nothing, the formulas of these measures find no spread and give no interval, however few the publications; the interval of the percentage (Wilson 1927) tells then how little is known.',
} as const;
