/** All findings of the TFoU review: success factors, risks and barriers, recommendations. */
import type { TfouFinding } from './finding.ts';
import { tfouBarriers } from './findings-barriers.ts';
import { tfouEnablers } from './findings-enablers.ts';
import { tfouRecommendations } from './findings-recommendations.ts';

export const tfouFindings: TfouFinding[] = [
  ...tfouEnablers,
  ...tfouBarriers,
  ...tfouRecommendations,
];
