import { PatternId } from 'backstage-plugin-aks-traffic-common';
import { parseAddressRanges } from '../../annotations/values/parseAddressRanges';
import { patterns } from '../patterns';
import { stagingSuffix } from './overlays';
import { PatternInputs } from './PatternInputs';

/**
 * Why inputs do not fit a pattern, one sentence each; empty when they do.
 *
 * @public
 */
export function patternProblems(
  id: PatternId,
  inputs: PatternInputs,
): string[] {
  const pattern = patterns.find(each => each.id === id);
  if (!pattern) {
    return [`There is no pattern ${id}.`];
  }
  const { name, namespace, exposure, host, port, sourceRanges } = inputs;
  const { callers = [], meshRevision, stagingHost, firewallPolicyId } = inputs;
  const { healthPath } = inputs;
  const { privateLinkAutoApproval = [] } = inputs;
  const load = inputs.applicationLoadBalancer ?? { namespace: '', name: '' };
  const needsHost = pattern.target !== undefined;
  return [
    !isName(name, 40) &&
      `The name ${name} is not made of lower-case letters, digits and dashes, at most 40.`,
    !isName(namespace, 63 - stagingSuffix.length) &&
      `The namespace ${namespace} is not made of lower-case letters, digits and dashes, at most ${
        63 - stagingSuffix.length
      }.`,
    isReserved(namespace) &&
      `The namespace ${namespace} is the cluster's own: policies that deny everything would cut off what runs there.`,
    !/^[^\s@]+(@[a-z0-9]+:[0-9a-f]+)?$/.test(inputs.image) &&
      `The image ${JSON.stringify(inputs.image)} is no reference to an image.`,
    !pattern.exposures.includes(exposure) &&
      `${pattern.title} is for ${pattern.exposures.join(
        ' or ',
      )} services, not for ${exposure} ones.`,
    needsHost &&
      !isHost(host) &&
      `${pattern.title} needs the host name that clients use.`,
    needsHost &&
      stagingHost !== undefined &&
      (stagingHost === host || !isHost(stagingHost)) &&
      `The host name ${stagingHost} of the staging environment is none, or that of production.`,
    !(Number.isInteger(port) && port >= 1 && port <= 65535) &&
      `The port ${port} is not between 1 and 65535.`,
    ...(inputs.egressHosts ?? []).map(
      each =>
        !isHost(each) &&
        `${each} is no name of a host that may be called, such as api.contoso.com or *.contoso.com.`,
    ),
    healthPath !== undefined &&
      !/^\/[!-~]*$/.test(healthPath) &&
      `The path ${JSON.stringify(
        healthPath,
      )} of the health check does not begin with a slash, or has characters that no path has.`,
    id === 'layer-4' &&
      exposure === 'public' &&
      !sourceRanges?.length &&
      'A public load balancer needs the ranges of addresses that may call it.',
    id === 'application-gateway-for-containers' &&
      !(isNamespace(load.namespace) && isNamespace(load.name)) &&
      `${pattern.title} needs namespace and name of the ApplicationLoadBalancer that stands for it.`,
    id === 'application-gateway-for-containers' &&
      firewallPolicyId !== undefined &&
      !isFirewallPolicy(firewallPolicyId) &&
      `${firewallPolicyId} is no resource id of a web application firewall policy.`,
    ...(id === 'front-door-private-link' ? privateLinkAutoApproval : []).map(
      subscription =>
        !isSubscription(subscription) &&
        `${subscription} is no id of a subscription.`,
    ),
    id === 'mesh-gateway' &&
      meshRevision === undefined &&
      `${pattern.title} needs the revision of the mesh, such as asm-1-30: without it no pod gets a sidecar.`,
    id === 'mesh-gateway' &&
      meshRevision !== undefined &&
      !isNamespace(meshRevision) &&
      `The revision ${meshRevision} is none that a namespace can have as its label.`,
    ...callers.map(
      caller =>
        !isNamespace(caller) &&
        `The caller ${caller} is no name of a namespace.`,
    ),
    ...(sourceRanges ?? []).map(
      range =>
        !isRange(range) &&
        `${range} is no range of addresses in CIDR notation.`,
    ),
    ...(id === 'layer-4' && exposure === 'public'
      ? sourceRanges ?? []
      : []
    ).map(
      range =>
        isRange(range) &&
        isEverybody(range) &&
        `${range} lets everybody in: name the ranges that may call. What is for all of the internet takes a pattern with a gateway.`,
    ),
  ].filter(problem => problem !== false);
}

function isName(text: string, length: number): boolean {
  return text.length <= length && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** Namespaces of Kubernetes and of what AKS installs. */
function isReserved(namespace: string): boolean {
  return /^(default|kube-.*|aks-istio-.*|aks-command|app-routing-system|azure-alb-system|gatekeeper-system|calico-system|tigera-operator)$/.test(
    namespace,
  );
}

function isNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

function isRange(text: string): boolean {
  return text.includes('/') && parseAddressRanges(text)?.length === 1;
}

/** Half of the addresses there are is no limit either, and 2000::/3 is every public one of IPv6. */
function isEverybody(range: string): boolean {
  return Number(range.split('/')[1]) <= (range.includes(':') ? 3 : 1);
}

function isHost(host: string | undefined): boolean {
  return (
    host !== undefined &&
    host.length <= 253 &&
    /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/.test(
      host,
    )
  );
}

function isFirewallPolicy(id: string): boolean {
  return /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.Network\/ApplicationGatewayWebApplicationFirewallPolicies\/[^/\s]+$/i.test(
    id,
  );
}

function isSubscription(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
