import { stringify } from 'yaml';
import { CertificateAuthority } from '../certificates';
import { AKS_SERVER_APPLICATION } from '../entra/tokens';
import { ArmResource } from '../estate/types';

/** The application id of "Azure Kubernetes Service AAD Client", the same everywhere. */
const AKS_CLIENT_APPLICATION = '80faf920-1908-4b52-b5ef-a8e7bedfc67a';

export interface BuildKubeconfigOptions {
  resource: ArmResource;
  tenantId: string;
  server: string;
  certificates: CertificateAuthority;
  /** Without it the user is an administrator with a client certificate. */
  entra: boolean;
  /** How the user of an Entra cluster gets a token: by calling `kubelogin`, or by the removed built-in provider. */
  format: 'exec' | 'azure';
}

/** The kubeconfig that AKS hands out for a cluster's user. */
export async function buildKubeconfig(
  options: BuildKubeconfigOptions,
): Promise<string> {
  const { resource, server, certificates } = options;
  const { name, resourceGroup } = resource;
  const user = `clusterUser_${resourceGroup}_${name}`;
  return stringify({
    apiVersion: 'v1',
    clusters: [
      {
        cluster: {
          'certificate-authority-data': toBase64(certificates.pem),
          server,
        },
        name,
      },
    ],
    contexts: [{ context: { cluster: name, user }, name }],
    'current-context': name,
    kind: 'Config',
    preferences: {},
    users: [{ name: user, user: await buildUser(options) }],
  });
}

async function buildUser(
  options: BuildKubeconfigOptions,
): Promise<Record<string, unknown>> {
  const { tenantId, certificates, entra, format } = options;
  if (!entra) {
    const issued = await certificates.issueClientCertificate({
      commonName: 'masterclient',
      organization: 'system:masters',
    });
    return {
      'client-certificate-data': toBase64(issued.cert),
      'client-key-data': toBase64(issued.key),
    };
  }
  if (format === 'azure') {
    return {
      'auth-provider': {
        config: {
          'apiserver-id': AKS_SERVER_APPLICATION,
          'client-id': AKS_CLIENT_APPLICATION,
          'config-mode': '1',
          environment: 'AzurePublicCloud',
          'tenant-id': tenantId,
        },
        name: 'azure',
      },
    };
  }
  const settings = {
    environment: 'AzurePublicCloud',
    'server-id': AKS_SERVER_APPLICATION,
    'client-id': AKS_CLIENT_APPLICATION,
    'tenant-id': tenantId,
    login: 'devicecode',
  };
  return {
    exec: {
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      args: [
        'get-token',
        ...Object.entries(settings).flatMap(([key, value]) => [
          `--${key}`,
          value,
        ]),
      ],
      command: 'kubelogin',
      env: null,
      installHint:
        'kubelogin is not installed which is required to connect to AAD enabled cluster.',
      provideClusterInfo: false,
    },
  };
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}
