import { ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import { z } from 'zod';

/** What has to be known of a managed cluster to reach it. */
export interface ManagedClusterRow {
  armId: string;
  name: string;
  subscriptionId: string;
  resourceGroup: string;
  sku?: string;
  location?: string;
  kubernetesVersion?: string;
  /** `Running` or `Stopped`. */
  powerState?: string;
  /** Whether it signs users in through Microsoft Entra ID; undefined when the row does not say. */
  entra?: boolean;
  /** Changes when a kubeconfig that was fetched before may have become wrong. */
  fingerprint: string;
}

const clusterType = 'microsoft.containerservice/managedclusters';

const text = z.string().min(1).optional().catch(undefined);

/** Tolerant on purpose: a field of another shape is a field that is not known. */
const shape = z.object({
  sku: z.object({ name: text }).catch({}),
  properties: z
    .object({
      currentKubernetesVersion: text,
      kubernetesVersion: text,
      fqdn: text,
      privateFQDN: text,
      powerState: z.object({ code: text }).optional().catch(undefined),
      aadProfile: z.unknown().optional(),
    })
    .catch({ aadProfile: undefined }),
});

const armIdPattern =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.containerservice\/managedclusters\/([^/]+)$/i;

/** Picks the managed clusters out of the rows of an estate, each once. */
export function managedClusterRows(
  rows: readonly ResourceRow[],
): ManagedClusterRow[] {
  const seen = new Set<string>();
  return rows.flatMap(row => {
    const id = armIdPattern.exec(row.id);
    const key = row.id.toLowerCase();
    // An estate that changes while it is paged can bring a row twice, which must not look like two clusters of a name.
    if (row.type.toLowerCase() !== clusterType || !id || seen.has(key)) {
      return [];
    }
    seen.add(key);
    const { sku, properties } = shape.parse({
      sku: row.sku ?? {},
      properties: row.properties ?? {},
    });
    const { fqdn, privateFQDN, aadProfile } = properties;
    return {
      armId: row.id,
      name: row.name,
      subscriptionId: id[1],
      resourceGroup: id[2],
      sku: sku.name,
      location: row.location,
      kubernetesVersion:
        properties.currentKubernetesVersion ?? properties.kubernetesVersion,
      powerState: properties.powerState?.code,
      // The query always asks for the profile: null is Azure saying that there is none.
      entra:
        aadProfile === undefined
          ? undefined
          : typeof aadProfile === 'object' && aadProfile !== null,
      fingerprint: JSON.stringify([fqdn, privateFQDN, aadProfile !== null]),
    };
  });
}
