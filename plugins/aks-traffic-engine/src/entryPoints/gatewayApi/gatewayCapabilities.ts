import { IngressSystem, TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { tlsCapabilities } from '../../capabilities/tlsCapabilities';
import { managedDnsZones } from '../../capabilities/managedDns';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { field, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { namespaceOf } from '../../objects/metadata';
import { ResolveInput } from '../ResolveInput';
import { GatewayView } from './GatewayView';
import { ListenerMatch } from './matchingListeners';

const keyVaultOption = 'kubernetes.azure.com/tls-cert-keyvault-uri';

/** Systems for whose Gateways the operator of application routing fetches certificates. */
const readsKeyVaultOption: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'app-routing-gateway-api',
  'istio',
]);

/** What was found out about the way through a Gateway, beside its exposure. */
export function gatewayCapabilities(options: {
  input: ResolveInput;
  view: GatewayView;
  route: KubernetesObject;
  matches: readonly ListenerMatch[];
  tls: TlsMode;
}): Record<string, string | boolean> {
  const { input, view, route, matches, tls } = options;
  const { index } = input.context;
  const { system, className } = view.implementation;
  const namespace = namespaceOf(view.gateway);
  const keyVault = readsKeyVaultOption.has(system)
    ? matches
        .map(({ listener }) => listener.tlsOptions.get(keyVaultOption))
        .find(uri => uri !== undefined)
    : undefined;
  const scaling = input.autoscalingOf({
    kind: 'Deployment',
    namespace,
    name: `${view.gateway.metadata.name}-${className}`,
  });
  const zones = managedDnsZones({ index, resourceType: 'gateway', namespace });
  return {
    ...view.reach.capabilities,
    ...tlsCapabilities(system, tls),
    ...(keyVault !== undefined && { keyVaultCertificate: keyVault }),
    ...(tls !== 'none' &&
      matches.some(({ listener }) => listener.protocol === 'HTTP') && {
        plainHttp: true,
      }),
    ...(scaling !== undefined && { autoscaling: scaling }),
    ...(zones.length > 0 && { dnsZones: zones.join(', ') }),
    ...(system === 'application-gateway-for-containers' &&
      trafficControllerCapabilities(index, view.gateway, route)),
  };
}

function trafficControllerCapabilities(
  index: ClusterIndex,
  gateway: KubernetesObject,
  route: KubernetesObject,
): Record<string, string | boolean> {
  const firewall = [gateway, route].flatMap(target =>
    index
      .listIn(kinds.webApplicationFirewallPolicy, namespaceOf(target))
      .filter(policy => targets(policy, target))
      .flatMap(
        policy => textField(policy, 'spec.webApplicationFirewall.id') ?? [],
      ),
  );
  const verifies = index
    .listIn(kinds.frontendTlsPolicy, namespaceOf(gateway))
    .some(
      policy =>
        targets(policy, gateway) &&
        field(policy, 'spec.default.verify') !== undefined,
    );
  return {
    autoscaling: 'azure',
    ...(firewall.length > 0 && { wafPolicy: firewall[0] }),
    ...(verifies && { mutualTls: true }),
  };
}

function targets(policy: KubernetesObject, target: KubernetesObject): boolean {
  return (
    field(policy, 'spec.targetRef.kind') === target.kind &&
    field(policy, 'spec.targetRef.name') === target.metadata.name
  );
}
