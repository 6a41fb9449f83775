import { ResourceRow } from '../../model/estate';
import { field, property } from '../../objects/field';
import {
  ClusterNetwork,
  ManagedCluster,
  MeshGateway,
  OutboundAddresses,
} from '../facts';
import {
  rowBoolean,
  rowEntries,
  rowIdList,
  rowList,
  rowNumber,
  rowObject,
  rowText,
  rowTextList,
} from '../rowFields';
import { parseNodePool } from './parseNodePool';
import { parseResource } from './parseResource';

/** Reads a row of type `microsoft.containerservice/managedclusters`. */
export function parseManagedCluster(row: ResourceRow): ManagedCluster {
  const properties = row.properties;
  const appRouting = field(properties, 'ingressProfile.webAppRouting');
  return {
    ...parseResource(row),
    location: rowText(row, 'location'),
    sku: rowText(row, 'sku.name'),
    tier: rowText(row, 'sku.tier'),
    kubernetesVersion:
      rowText(properties, 'currentKubernetesVersion') ??
      rowText(properties, 'kubernetesVersion'),
    supportPlan: rowText(properties, 'supportPlan'),
    nodeResourceGroup: rowText(properties, 'nodeResourceGroup'),
    network: parseNetwork(rowObject(properties, 'networkProfile')),
    httpProxy: parseHttpProxy(rowObject(properties, 'httpProxyConfig')),
    nodePools: rowList(properties, 'agentPoolProfiles').map(parseNodePool),
    nodeAutoProvisioning: optional(
      rowText(properties, 'nodeProvisioningProfile.mode'),
      mode => mode.toLowerCase() === 'auto',
    ),
    hostedSystem: optional(
      rowObject(properties, 'hostedSystemProfile'),
      profile => ({
        enabled: rowBoolean(profile, 'enabled'),
        systemNodeSubnetId: rowText(profile, 'systemNodeSubnetID'),
        nodeSubnetId: rowText(profile, 'nodeSubnetID'),
      }),
    ),
    appRouting: {
      enabled: rowBoolean(appRouting, 'enabled'),
      nginxDefault: rowText(appRouting, 'nginx.defaultIngressControllerType'),
      dnsZoneIds: rowTextList(appRouting, 'dnsZoneResourceIds'),
      gatewayApiIstioMode: rowText(
        appRouting,
        'gatewayAPIImplementations.appRoutingIstio.mode',
      ),
    },
    gatewayApiInstallation: rowText(
      properties,
      'ingressProfile.gatewayAPI.installation',
    ),
    applicationLoadBalancerAddon: rowBoolean(
      properties,
      'ingressProfile.applicationLoadBalancer.enabled',
    ),
    mesh: optional(rowObject(properties, 'serviceMeshProfile'), profile => ({
      mode: rowText(profile, 'mode'),
      revisions: rowTextList(profile, 'istio.revisions'),
      ingressGateways: rowList(profile, 'istio.components.ingressGateways').map(
        parseMeshGateway,
      ),
      egressGateways: rowList(profile, 'istio.components.egressGateways').map(
        parseMeshGateway,
      ),
    })),
    addons: parseAddons(properties),
    apiServer: {
      privateCluster: rowBoolean(
        properties,
        'apiServerAccessProfile.enablePrivateCluster',
      ),
      authorizedIpRanges: rowTextList(
        properties,
        'apiServerAccessProfile.authorizedIPRanges',
      ),
      fqdn: rowText(properties, 'fqdn'),
      privateFqdn: rowText(properties, 'privateFQDN'),
      publicNetworkAccess: rowText(properties, 'publicNetworkAccess'),
    },
  };
}

function parseNetwork(profile: unknown): ClusterNetwork {
  return {
    plugin: rowText(profile, 'networkPlugin'),
    pluginMode: rowText(profile, 'networkPluginMode'),
    dataplane: rowText(profile, 'networkDataplane'),
    policy: rowText(profile, 'networkPolicy'),
    loadBalancerSku: rowText(profile, 'loadBalancerSku'),
    outboundType: rowText(profile, 'outboundType'),
    podCidr: rowText(profile, 'podCidr'),
    serviceCidr: rowText(profile, 'serviceCidr'),
    loadBalancer: optional(
      rowObject(profile, 'loadBalancerProfile'),
      balancer => ({
        allocatedPorts: rowNumber(balancer, 'allocatedOutboundPorts'),
        ...parseOutboundAddresses(balancer),
      }),
    ),
    natGateway: optional(rowObject(profile, 'natGatewayProfile'), gateway => ({
      sku: rowText(gateway, 'sku'),
      ...parseOutboundAddresses(gateway),
    })),
    natGatewayId: rowText(profile, 'natGatewayId'),
    staticEgressGateway: rowBoolean(
      profile,
      'staticEgressGatewayProfile.enabled',
    ),
    advancedNetworkPolicies: rowText(
      profile,
      'advancedNetworking.security.advancedNetworkPolicies',
    ),
    transitEncryption: rowText(
      profile,
      'advancedNetworking.security.transitEncryption.type',
    ),
  };
}

function parseOutboundAddresses(profile: unknown): OutboundAddresses {
  return {
    publicIpIds: [
      ...rowIdList(profile, 'outboundIPs.publicIPs'),
      ...referenceIds(profile, 'outboundIPs'),
    ],
    publicIpPrefixIds: [
      ...rowIdList(profile, 'outboundIPPrefixes.publicIPPrefixes'),
      ...referenceIds(profile, 'outboundIPPrefixes'),
    ],
    effectiveIds: rowIdList(profile, 'effectiveOutboundIPs'),
  };
}

/** NAT gateway profiles carry plain lists of ids where load balancer profiles carry an object around references. */
function referenceIds(profile: unknown, path: string): string[] {
  const found = field(profile, path);
  return Array.isArray(found)
    ? found.flatMap(entry =>
        typeof entry === 'string' ? [entry] : rowText(entry, 'id') ?? [],
      )
    : [];
}

function parseHttpProxy(config: unknown): ManagedCluster['httpProxy'] {
  const httpProxy = rowText(config, 'httpProxy');
  const httpsProxy = rowText(config, 'httpsProxy');
  return httpProxy === undefined && httpsProxy === undefined
    ? undefined
    : { httpProxy, httpsProxy, noProxy: rowTextList(config, 'noProxy') };
}

function parseMeshGateway(entry: unknown): MeshGateway {
  return {
    enabled: rowBoolean(entry, 'enabled'),
    mode: rowText(entry, 'mode'),
    name: rowText(entry, 'name'),
    namespace: rowText(entry, 'namespace'),
    gatewayConfigurationName: rowText(entry, 'gatewayConfigurationName'),
  };
}

/** Add-on names are spelled with differing case, depending on who enabled them. */
function parseAddons(properties: unknown): ManagedCluster['addons'] {
  const profiles = new Map<string, unknown>();
  for (const [name, profile] of rowEntries(properties, 'addonProfiles')) {
    profiles.set(name.toLowerCase(), profile);
  }
  const gateway = profiles.get('ingressapplicationgateway');
  const config = property(gateway, 'config');
  return {
    applicationGateway: {
      enabled: rowBoolean(gateway, 'enabled'),
      gatewayId:
        rowText(config, 'effectiveApplicationGatewayId') ??
        rowText(config, 'applicationGatewayId'),
    },
    httpApplicationRouting: rowBoolean(
      profiles.get('httpapplicationrouting'),
      'enabled',
    ),
    openServiceMesh: rowBoolean(profiles.get('openservicemesh'), 'enabled'),
  };
}

function optional<From, To>(
  value: From | undefined,
  convert: (value: From) => To,
): To | undefined {
  return value === undefined ? undefined : convert(value);
}
