import { jsonReply, Reply } from '../http';
import { authorizationFailed } from '../azure/armErrors';
import { AuthenticatedRequest, AzureContext } from '../azure/AzureContext';
import { buildKubeconfig } from './buildKubeconfig';
import { findManagedCluster, mayListCredentials } from './managedClusters';

const ACTION =
  'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action';

/**
 * `POST …/listClusterUserCredential`. Without Entra ID the "user" it hands out is the cluster's administrator, as the
 * real one does.
 */
export async function answerClusterUserCredential(
  context: AzureContext,
  request: AuthenticatedRequest,
): Promise<Reply> {
  const found = findManagedCluster({ context, request, action: ACTION });
  if (!found.resource) {
    return found.refusal;
  }
  const { resource } = found;
  if (!mayListCredentials(request.identity, resource.name)) {
    return authorizationFailed({
      identity: request.identity,
      action: ACTION,
      scope: resource.id,
    });
  }
  const endpoint = context.clusters.find(
    ({ cluster }) => cluster.armId?.toLowerCase() === resource.id.toLowerCase(),
  );
  const kubeconfig = await buildKubeconfig({
    resource,
    tenantId: context.estate.tenantId,
    server: endpoint?.server ?? `https://${resource.properties.fqdn}:443`,
    certificates: endpoint?.certificates() ?? context.otherCertificates,
    entra: endpoint?.cluster.entra ?? true,
    format: request.query.get('format') === 'exec' ? 'exec' : 'azure',
  });
  return jsonReply(200, {
    kubeconfigs: [
      {
        name: 'clusterUser',
        value: Buffer.from(kubeconfig).toString('base64'),
      },
    ],
  });
}
