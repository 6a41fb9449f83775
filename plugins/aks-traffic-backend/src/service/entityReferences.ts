import { objectKey, serviceReference } from '../objects/objectKey';
import { referencesIn } from '../objects/referencesIn';
import { ObjectQuery } from '../store/types';
import { narrowCluster } from './narrowCluster';
import { orphansOf } from './orphansOf';
import { EntityTrafficParts } from './toEntityTraffic';

/** What the verdicts about some Services rest on, by cluster: themselves, and every object that a verdict names. */
export function entityReferences(
  parts: Pick<
    EntityTrafficParts,
    'services' | 'assessments' | 'traffic' | 'orphans'
  >,
): ObjectQuery {
  const clusters = new Set(parts.services.map(({ cluster }) => cluster));
  return new Map(
    [...clusters].map(cluster => {
      const here = (verdict: { cluster: string }) =>
        verdict.cluster === cluster;
      const services = parts.services.filter(here);
      const traffic = parts.traffic.get(cluster);
      const references = referencesIn([
        services,
        parts.assessments.filter(here),
        traffic && narrowCluster(traffic, services).controllers,
        orphansOf(services, parts.orphans.get(cluster) ?? []),
      ]);
      for (const service of services) {
        const reference = serviceReference(service);
        references.set(objectKey(reference), reference);
      }
      return [cluster, [...references.values()]];
    }),
  );
}
