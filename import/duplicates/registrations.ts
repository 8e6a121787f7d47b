/** Records of trial registers: the number under which a study is registered says which study it is. */
import type { Match } from './containers.ts';
import type { BriefFacts } from './facts.ts';

/** Of the registers in WHO's network, as they write their numbers. */
const registered = new RegExp(
  `^(?:${[
    'nct\\d{8}',
    'isrctn\\d{6,10}',
    'actrn\\d{14}',
    'chictr[-\\w]{6,}',
    '(?:euctr|eudract )?\\d{4}-\\d{6}-\\d{2}(?:-\\w+)*',
    'drks\\d{8}',
    'ctri/\\d{4}/\\d+/\\d+',
    'jprn-\\w+',
    '(?:umin|jrcts?|kct|tctr|pactr|ntr|irct|rpcec)\\d{4,}\\w*',
    'slctr/\\d{4}/\\d+',
    'rbr-\\w+',
  ].join('|')})$`,
);

/** What stands in a volume or on pages tells of the study, and is no record of a register. */
const isRegistration = ({ accession, volume, pages }: BriefFacts): boolean =>
  volume === '' && pages === undefined && registered.test(accession);

export function registrationMatch(a: BriefFacts, b: BriefFacts): Match {
  if (a.accession.length < 6 || b.accession.length < 6) return 'unknown';
  if (!isRegistration(a) || !isRegistration(b)) return 'unknown';
  return a.accession === b.accession ? 'same' : 'different';
}
