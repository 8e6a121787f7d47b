/** Screening follows the records: when reports come together or apart, their standings are worked out again. */
import { onClusterChanged } from '../records/duplicates/cluster-events.ts';
import { refreshStandings } from './votes/standings.ts';

/** Called by whatever opens the databases. Calling it twice does no harm. */
export function followClusters(): void {
  onClusterChanged(refreshStandings);
}
