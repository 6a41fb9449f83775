import { ControlContext } from './ControlContext';

/** `GET /estate`: where everything is, and what the authors of the estate say is right. */
export function describeEstate(context: ControlContext) {
  const { estate, servers, azure, clusterCa } = context;
  return {
    name: estate.name,
    tenantId: estate.tenantId,
    azure,
    subscriptions: estate.subscriptions,
    managementGroups: estate.managementGroups,
    identities: estate.identities.map(({ displayName, clientId }) => ({
      displayName,
      clientId,
    })),
    clusters: estate.clusters.map(cluster => ({
      name: cluster.name,
      armId: cluster.armId,
      version: cluster.version,
      entra: cluster.entra,
      reach: cluster.reach,
      server: servers.get(cluster.name)?.url,
      caFile: clusterCa.file,
      caData: Buffer.from(clusterCa.pem).toString('base64'),
      objects: cluster.objects.length,
    })),
    verdicts: estate.verdicts,
  };
}
