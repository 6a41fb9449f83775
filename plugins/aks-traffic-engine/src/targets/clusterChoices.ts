import { ClusterChoices } from 'backstage-plugin-aks-traffic-common';
import { ClusterFacts } from './ClusterFacts';
import {
  ciliumDataplane,
  hostNamePolicies,
  staticEgress,
} from './requirements/egress';

/** What a cluster has for what new services choose besides their pattern. */
export function clusterChoices(facts: ClusterFacts): ClusterChoices {
  const { managedCluster } = facts;
  const revisions = managedCluster?.mesh?.revisions;
  return {
    egress: [
      { id: 'cluster', requirements: [] },
      { id: 'static', requirements: [staticEgress(facts) ?? []].flat() },
      {
        id: 'names',
        requirements: [ciliumDataplane, hostNamePolicies].flatMap(
          compare => compare(facts) ?? [],
        ),
      },
    ],
    ...(managedCluster?.mesh?.mode === 'Istio' &&
      revisions !== undefined &&
      revisions.length > 0 && { meshRevisions: [...revisions] }),
  };
}
