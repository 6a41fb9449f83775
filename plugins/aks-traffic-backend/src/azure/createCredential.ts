import { TokenCredential } from '@azure/core-auth';
import {
  ClientSecretCredential,
  DefaultAzureCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { InputError, toError } from '@backstage/errors';
import { AzureConfig } from '../config/AksTrafficConfig';
import { clientOptions } from './pipeline/clientOptions';

/**
 * Makes the credential that app-config asks for. Nothing is sent until a token is needed.
 *
 * @throws InputError when the SDK can tell already that it will not do.
 */
export function createCredential(config: AzureConfig): TokenCredential {
  try {
    return credentialOf(config);
  } catch (error) {
    throw new InputError(
      `Invalid configuration at aksTraffic.azure.credential: ${
        toError(error).message
      }`,
    );
  }
}

function credentialOf(config: AzureConfig): TokenCredential {
  const options = {
    ...clientOptions(config),
    authorityHost: config.authorityHost,
    disableInstanceDiscovery: config.disableInstanceDiscovery,
  };
  const { credential } = config;
  switch (credential.kind) {
    case 'client-secret':
      return new ClientSecretCredential(
        credential.tenantId,
        credential.clientId,
        credential.clientSecret,
        options,
      );
    case 'workload-identity':
      return new WorkloadIdentityCredential({
        ...options,
        tenantId: credential.tenantId,
        clientId: credential.clientId,
        tokenFilePath: credential.tokenFilePath,
      });
    case 'managed-identity':
      return new ManagedIdentityCredential({
        ...options,
        clientId: credential.clientId,
      });
    default:
      return new DefaultAzureCredential(options);
  }
}
