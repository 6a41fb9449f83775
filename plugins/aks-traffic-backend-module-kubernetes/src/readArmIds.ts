import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const key = 'aksTraffic.kubernetesPlugin.armIds';

/** Of a managed cluster, in any spelling. */
const armId =
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.containerservice\/managedclusters\/[^/]+$/i;

/**
 * Resource ids by the names that the Kubernetes plugin has for clusters.
 *
 * @throws InputError that names the entry that is none.
 */
export function readArmIds(config: Config): ReadonlyMap<string, string> {
  const given = config.getOptional<Record<string, unknown>>(key) ?? {};
  const ids = new Map<string, string>();
  for (const [cluster, id] of Object.entries(given)) {
    if (typeof id !== 'string' || !armId.test(id)) {
      throw new InputError(
        `${key}['${cluster}'] must be the resource id of a managed cluster: /subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…`,
      );
    }
    ids.set(cluster, id);
  }
  return ids;
}
