/** Screening follows the records: when reports come together or apart, their standings are worked out again. */
import { onClusterChanged } from '../records/cluster-events.ts';
import { refreshStandings } from './standings.ts';

/** Called where the program is assembled, by whatever process changes clusters. Calling it twice does no harm. */
export function followClusters(): void {
  onClusterChanged(refreshStandings);
}
