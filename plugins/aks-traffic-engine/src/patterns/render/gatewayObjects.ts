import { KubernetesObject } from '../../model/observation';
import { PatternInputs } from './PatternInputs';
import { labelsFor } from './workload';

/** What tells the gateways of the patterns apart. */
export interface GatewayShape {
  className: string;
  /** Of the Gateway itself. */
  annotations?: Record<string, string>;
  /** Of the load balancer that is made for it. */
  infrastructure?: Record<string, string>;
}

const gatewayApi = 'gateway.networking.k8s.io/v1';

/** A Gateway that ends TLS for one host, a route from it to the Service, and one that sends plain requests there. */
export function gatewayObjects(
  inputs: PatternInputs,
  { className, annotations, infrastructure }: GatewayShape,
): KubernetesObject[] {
  const { name, namespace, host } = inputs;
  const metadata = { name, namespace, labels: labelsFor(inputs) };
  const allowedRoutes = { namespaces: { from: 'Same' } };
  return [
    {
      apiVersion: gatewayApi,
      kind: 'Gateway',
      metadata: { ...metadata, ...(annotations && { annotations }) },
      spec: {
        gatewayClassName: className,
        ...(infrastructure && {
          infrastructure: { annotations: infrastructure },
        }),
        listeners: [
          {
            name: 'https',
            port: 443,
            protocol: 'HTTPS',
            hostname: host,
            tls: {
              mode: 'Terminate',
              ...certificateFields(inputs, className),
            },
            allowedRoutes,
          },
          {
            name: 'http',
            port: 80,
            protocol: 'HTTP',
            hostname: host,
            allowedRoutes,
          },
        ],
      },
    },
    {
      apiVersion: gatewayApi,
      kind: 'HTTPRoute',
      metadata,
      spec: {
        parentRefs: [{ name, sectionName: 'https' }],
        hostnames: [host],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ name, port: 80 }],
          },
        ],
      },
    },
    {
      apiVersion: gatewayApi,
      kind: 'HTTPRoute',
      metadata: { ...metadata, name: `${name}-to-https` },
      spec: {
        parentRefs: [{ name, sectionName: 'http' }],
        hostnames: [host],
        rules: [
          {
            filters: [
              {
                type: 'RequestRedirect',
                requestRedirect: { scheme: 'https', statusCode: 301 },
              },
            ],
          },
        ],
      },
    },
  ];
}

/** Application Gateway for Containers reads no Key Vault: the certificate has to be brought into a Secret. */
function certificateFields(
  { name, certificate }: PatternInputs,
  className: string,
) {
  const isInKeyVault = certificate && 'keyVaultUri' in certificate;
  return isInKeyVault && className !== 'azure-alb-external'
    ? {
        options: {
          'kubernetes.azure.com/tls-cert-keyvault-uri': certificate.keyVaultUri,
          'kubernetes.azure.com/tls-cert-service-account':
            certificate.serviceAccount,
        },
      }
    : {
        certificateRefs: [
          {
            kind: 'Secret',
            name:
              certificate && 'secret' in certificate
                ? certificate.secret
                : `${name}-tls`,
          },
        ],
      };
}
