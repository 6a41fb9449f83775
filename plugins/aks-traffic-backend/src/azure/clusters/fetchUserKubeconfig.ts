import { ContainerServiceClient } from '@azure/arm-containerservice';
import { TokenCredential } from '@azure/core-auth';
import { AzureConfig } from '../../config/AksTrafficConfig';
import { clientOptions } from '../pipeline/clientOptions';
import { FetchKubeconfig } from './AzureClusterLocator';

const requestTimeoutMs = 30_000;

/** Makes the function that asks Azure Resource Manager for user kubeconfigs. */
export function createKubeconfigFetcher(
  config: AzureConfig,
  credential: TokenCredential,
): FetchKubeconfig {
  const clients = new Map<string, ContainerServiceClient>();
  const shared = clientOptions(config);

  const clientOf = (subscriptionId: string) => {
    const known = clients.get(subscriptionId);
    if (known) {
      return known;
    }
    const client = new ContainerServiceClient(credential, subscriptionId, {
      ...shared,
      endpoint: config.resourceManager,
      credentials: { scopes: [config.resourceManagerScope] },
    });
    clients.set(subscriptionId, client);
    return client;
  };

  return async ({ subscriptionId, resourceGroup, name }, signal) => {
    const { kubeconfigs } = await clientOf(
      subscriptionId,
    ).managedClusters.listClusterUserCredentials(resourceGroup, name, {
      format: 'exec',
      abortSignal: signal,
      requestOptions: { timeout: requestTimeoutMs },
    });
    const value = kubeconfigs?.[0]?.value;
    if (!value) {
      throw new Error('the answer holds no kubeconfig');
    }
    return Buffer.from(value).toString('utf8');
  };
}
