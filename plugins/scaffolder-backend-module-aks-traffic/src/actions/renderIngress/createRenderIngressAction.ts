import {
  AuthService,
  DiscoveryService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { EgressId, printable } from 'backstage-plugin-aks-traffic-common';
import {
  patternProblems,
  patterns,
  renderPattern,
} from 'backstage-plugin-aks-traffic-engine';
import { writeFiles } from '../writeFiles';
import { compareWithCluster, readCluster } from './compareWithCluster';
import { renderIngressExamples } from './renderIngressExamples';

/** Writes the manifests of an approved pattern into the workspace. */
export function createRenderIngressAction(portal: {
  auth: AuthService;
  discovery: DiscoveryService;
}) {
  return createTemplateAction({
    id: 'aksTraffic:renderIngress',
    description:
      'Writes the manifests of a service that takes traffic by an approved pattern: a Kustomize base with Deployment, disruption budget, autoscaler, Service, gateway and routes, network policies, and overlays for staging and production. The same inputs give the same files, so it can be run again.',
    examples: renderIngressExamples,
    supportsDryRun: true,
    schema: {
      input: {
        pattern: z =>
          z
            .enum(patterns.map(({ id }) => id) as [string, ...string[]])
            .describe('Id of the pattern'),
        cluster: z =>
          z
            .string()
            .describe(
              'Cluster that the service is to run in; what it asks of it is compared with what the portal knows',
            )
            .optional(),
        name: z =>
          z
            .string()
            .describe(
              'Name of the service: lower-case letters, digits, dashes',
            ),
        namespace: z =>
          z.string().describe('Namespace; the name when absent').optional(),
        exposure: z =>
          z
            .enum(['public', 'internal', 'cluster-only'])
            .describe('Who the service is for'),
        image: z => z.string().describe('Image with its tag'),
        port: z => z.number().describe('Port of the container'),
        healthPath: z =>
          z
            .string()
            .describe(
              'Path that answers with success when the service is ready; a connection proves it when absent',
            )
            .optional(),
        host: z =>
          z
            .string()
            .describe('Host name that clients use; for what routes HTTP')
            .optional(),
        stagingHost: z =>
          z
            .string()
            .describe(
              'Host name of the staging environment; the host with -staging after its first label when absent, or staging. before a host of two labels',
            )
            .optional(),
        keyVaultUri: z =>
          z
            .string()
            .describe('Certificate in a Key Vault; a Secret when absent')
            .optional(),
        keyVaultServiceAccount: z =>
          z
            .string()
            .describe(
              'Service account with the workload identity that may read the Key Vault',
            )
            .optional(),
        tlsSecret: z =>
          z
            .string()
            .describe('Secret with the certificate; <name>-tls when absent')
            .optional(),
        staticEgress: z =>
          z
            .string()
            .describe(
              'StaticGatewayConfiguration for a fixed way out; the way of the cluster when absent',
            )
            .optional(),
        egressHosts: z =>
          z
            .array(z.string())
            .describe(
              'Names of hosts that may be called over TLS, and no others; any host when absent',
            )
            .optional(),
        callers: z =>
          z
            .array(z.string())
            .describe('Namespaces of the cluster that may call the service')
            .optional(),
        sourceRanges: z =>
          z
            .array(z.string())
            .describe('Addresses that may call a public load balancer')
            .optional(),
        meshRevision: z =>
          z
            .string()
            .describe('Revision of the Istio add-on, such as asm-1-30')
            .optional(),
        firewallPolicyId: z =>
          z
            .string()
            .describe(
              'Resource id of the web application firewall policy for Application Gateway for Containers',
            )
            .optional(),
        applicationLoadBalancer: z =>
          z
            .string()
            .regex(/^[^/]+\/[^/]+$/)
            .describe(
              'ApplicationLoadBalancer that stands for an Application Gateway for Containers, as namespace/name',
            )
            .optional(),
        privateLinkSubnet: z =>
          z
            .string()
            .describe(
              'Subnet for the private link of Front Door; that of the load balancer when absent',
            )
            .optional(),
        privateLinkAutoApproval: z =>
          z
            .array(z.string())
            .describe(
              'Ids of subscriptions whose private endpoints need no approval',
            )
            .optional(),
        path: z =>
          z
            .string()
            .describe('Folder of the manifests; deploy when absent')
            .optional(),
      },
      output: {
        files: z => z.array(z.string()).describe('Files that were written'),
      },
    },
    async handler(ctx) {
      const {
        pattern,
        path = 'deploy',
        keyVaultUri,
        keyVaultServiceAccount,
        tlsSecret,
        applicationLoadBalancer,
        healthPath,
        cluster,
        ...given
      } = ctx.input;
      const { id } = patterns.find(each => each.id === pattern)!;
      const inputs = {
        ...given,
        namespace: given.namespace ?? given.name,
        // A form sends an empty text for what was left out.
        ...(healthPath && { healthPath }),
        applicationLoadBalancer: placeOf(applicationLoadBalancer),
        certificate: certificateOf({
          name: given.name,
          keyVaultUri,
          keyVaultServiceAccount,
          tlsSecret,
        }),
      };
      const problems = patternProblems(id, inputs);
      if (problems.length > 0) {
        throw new InputError(problems.join(' '));
      }
      ctx.signal?.throwIfAborted();
      if (cluster) {
        const known = await readCluster({
          cluster,
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
          ...portal,
        });
        const { lacking, unknown } =
          typeof known === 'string'
            ? {
                lacking: [],
                unknown: [`Nothing was compared with ${cluster}: ${known}`],
              }
            : compareWithCluster(
                {
                  egress: egressOf(given),
                  ...(id === 'mesh-gateway' && {
                    meshRevision: given.meshRevision,
                  }),
                },
                known,
              );
        unknown.forEach(line => ctx.logger.warn(printable(line)));
        if (lacking.length > 0) {
          throw new InputError(lacking.join(' '));
        }
      }
      const written = await writeFiles({
        folder: resolveSafeChildPath(ctx.workspacePath, path),
        files: renderPattern(id, inputs),
      });
      ctx.logger.info(`Wrote ${written.length} files to ${path}`);
      ctx.output(
        'files',
        written.map(file => `${path}/${file}`),
      );
    },
  });
}

function egressOf({
  egressHosts,
  staticEgress,
}: {
  egressHosts?: string[];
  staticEgress?: string;
}): EgressId {
  if (egressHosts?.length) {
    return 'names';
  }
  return staticEgress ? 'static' : 'cluster';
}

function placeOf(text: string | undefined) {
  if (!text) {
    return undefined;
  }
  const [namespace, name] = text.split('/');
  return { namespace, name };
}

function certificateOf(options: {
  name: string;
  keyVaultUri?: string;
  keyVaultServiceAccount?: string;
  tlsSecret?: string;
}) {
  const { name, keyVaultUri, keyVaultServiceAccount, tlsSecret } = options;
  if (keyVaultUri !== undefined && keyVaultUri !== '') {
    return { keyVaultUri, serviceAccount: keyVaultServiceAccount ?? name };
  }
  return tlsSecret === undefined || tlsSecret === ''
    ? undefined
    : { secret: tlsSecret };
}
