import { PatternExposure } from 'backstage-plugin-aks-traffic-common';

/**
 * What a pattern is rendered for.
 *
 * @public
 */
export interface PatternInputs {
  /** Name of the service, and of its objects: lower-case letters, digits and dashes, at most 40 characters. */
  name: string;
  namespace: string;
  exposure: PatternExposure;
  image: string;
  /** Port of the container. */
  port: number;
  /** Path that answers with success when the service is ready, asked by HTTP; a connection proves it when absent. */
  healthPath?: string;
  /** Host name that clients use; needed by what routes HTTP. */
  host?: string;
  /** Host name of the staging environment; the host with `-staging` after its first label when absent, or `staging.` before a host of two labels. */
  stagingHost?: string;
  /** Where the certificate comes from; a Secret `<name>-tls` when absent. */
  certificate?:
    | { keyVaultUri: string; serviceAccount: string }
    | { secret: string };
  /** The fixed way out of a StaticGatewayConfiguration; the way of the cluster when absent. */
  staticEgress?: string;
  /**
   * Names of hosts that may be called over TLS, and no others; `*.contoso.com` for all below one. Any host when absent.
   * Needs a cluster that carries out policies by name.
   */
  egressHosts?: readonly string[];
  /** Namespaces whose pods may call a service of the cluster. */
  callers?: readonly string[];
  /** Ranges of addresses that may call a public load balancer. */
  sourceRanges?: readonly string[];
  /** Revision of the Istio add-on, such as `asm-1-30`; for the gateway of the mesh. */
  meshRevision?: string;
  /** The object of an Application Gateway for Containers that the ALB Controller manages. */
  applicationLoadBalancer?: { namespace: string; name: string };
  /** Id of the web application firewall policy for Application Gateway for Containers. */
  firewallPolicyId?: string;
  /** Name of the subnet for the private link of Front Door; that of the load balancer when absent. */
  privateLinkSubnet?: string;
  /** Ids of subscriptions whose private endpoints need no approval; each is to be approved when absent. */
  privateLinkAutoApproval?: readonly string[];
  /** Minutes, milliseconds and the like are up to the service; these replicas are where it starts. */
  replicas?: { minimum: number; maximum: number };
}

/**
 * A file of the manifests of a pattern.
 *
 * @public
 */
export interface RenderedFile {
  /** Relative to the folder of the manifests, such as `base/service.yaml`. */
  path: string;
  content: string;
}
