/**
 * Properties are tried on the same cases in every run, so that a test fails for a change and not for bad luck. To look
 * for cases that nobody has thought of: `FC_SEED=random`, with as many runs as one has time for.
 */
import fc from 'fast-check';

const { FC_SEED } = process.env;
if (FC_SEED !== 'random') fc.configureGlobal({ seed: Number(FC_SEED ?? 20_261_122) });
