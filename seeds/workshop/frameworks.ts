/** The frameworks of the working day on co-creation, as codebooks of ordered steps. */
import { coCreationModel } from './co-creation-model.ts';
import { firstSteps, involvementLadder, wheelOfCare } from './dignity-centre.ts';
import type { Framework } from './framework.ts';

export const frameworks: Framework[] = [
  coCreationModel,
  firstSteps,
  involvementLadder,
  wheelOfCare,
];
