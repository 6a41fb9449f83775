import { PatternList, PatternQuery } from 'backstage-plugin-aks-traffic-common';
import {
  egressOptions,
  neverOffered,
  patternOptions,
  PatternPolicy,
} from 'backstage-plugin-aks-traffic-engine';
import { TrafficStore } from '../../store/types';
import { unknownCluster } from '../../permissions/unknownCluster';
import { PatternService } from './PatternService';

/** Joins the platform team's policy with what the last reading of a cluster says it can run. */
export class DefaultPatternService implements PatternService {
  constructor(
    private readonly options: {
      store: Pick<TrafficStore, 'readTargets'>;
      policy: readonly PatternPolicy[];
    },
  ) {}

  async listPatterns({ query }: { query: PatternQuery }): Promise<PatternList> {
    const { store, policy } = this.options;
    const { cluster, environment } = query;
    const offers = await store.readTargets(cluster);
    if (!offers) {
      throw unknownCluster(cluster);
    }
    return {
      cluster,
      ...(environment !== undefined && { environment }),
      items: patternOptions({ ...query, targets: offers.targets, policy }),
      egress: egressOptions({ cluster, choices: offers.choices }),
      ...(offers.choices?.meshRevisions && {
        meshRevisions: offers.choices.meshRevisions,
      }),
      neverOffered: [...neverOffered],
    };
  }
}
