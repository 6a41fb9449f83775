/**
 * Typed facts taken from Azure rows. Ids keep the spelling Azure used, because they are shown as evidence; comparing
 * them is the index's work. A field is `undefined` where the row does not state it.
 */
export interface AzureResource {
  armId: string;
  name: string;
  subscriptionId?: string;
  resourceGroup?: string;
}

export type NodePoolMode = 'System' | 'User' | 'Gateway' | 'ManagedSystem';

export interface NodePool {
  name: string;
  mode?: NodePoolMode;
  subnetId?: string;
  podSubnetId?: string;
  enableNodePublicIp?: boolean;
  nodePublicIpPrefixId?: string;
  availabilityZones: string[];
  count?: number;
  autoScaling?: boolean;
  osType?: 'Linux' | 'Windows';
  /** `VirtualMachineScaleSets`, `AvailabilitySet` or `VirtualMachines`. */
  type?: string;
  vmSize?: string;
  spot: boolean;
  labels: ReadonlyMap<string, string>;
  /** As Azure writes them: `key=value:Effect`. */
  taints: string[];
}

/** Which addresses a load balancer or NAT gateway that AKS manages was told to use, and which it uses. */
export interface OutboundAddresses {
  publicIpIds: string[];
  publicIpPrefixIds: string[];
  /** Ids of addresses or prefixes, without saying which. */
  effectiveIds: string[];
}

export interface ClusterNetwork {
  plugin?: string;
  pluginMode?: string;
  dataplane?: string;
  /** Network policy engine; `none` and absent both mean that policies are not enforced. */
  policy?: string;
  loadBalancerSku?: string;
  outboundType?: string;
  podCidr?: string;
  serviceCidr?: string;
  /** `allocatedPorts` is per node; 0 leaves it to Azure, by the number of nodes. */
  loadBalancer?: OutboundAddresses & { allocatedPorts?: number };
  natGateway?: OutboundAddresses & { sku?: string };
  natGatewayId?: string;
  staticEgressGateway?: boolean;
  /** `None`, `FQDN` or `L7`. */
  advancedNetworkPolicies?: string;
  transitEncryption?: string;
}

export interface MeshGateway {
  enabled?: boolean;
  /** `External` or `Internal`, for ingress gateways. */
  mode?: string;
  name?: string;
  namespace?: string;
  gatewayConfigurationName?: string;
}

export interface ManagedCluster extends AzureResource {
  location?: string;
  /** `Base` or `Automatic`. */
  sku?: string;
  tier?: string;
  kubernetesVersion?: string;
  /** `KubernetesOfficial` or `AKSLongTermSupport`. */
  supportPlan?: string;
  nodeResourceGroup?: string;
  network: ClusterNetwork;
  httpProxy?: { httpProxy?: string; httpsProxy?: string; noProxy: string[] };
  nodePools: NodePool[];
  /** Nodes are also created outside of the pools (`nodeProvisioningProfile.mode` is Auto). */
  nodeAutoProvisioning?: boolean;
  hostedSystem?: {
    enabled?: boolean;
    systemNodeSubnetId?: string;
    nodeSubnetId?: string;
  };
  appRouting: {
    enabled?: boolean;
    /** `None`, `Internal`, `External` or `AnnotationControlled`. */
    nginxDefault?: string;
    dnsZoneIds: string[];
    /** `Enabled` or `Disabled`. */
    gatewayApiIstioMode?: string;
  };
  gatewayApiInstallation?: string;
  applicationLoadBalancerAddon?: boolean;
  mesh?: {
    mode?: string;
    revisions: string[];
    ingressGateways: MeshGateway[];
    egressGateways: MeshGateway[];
  };
  addons: {
    applicationGateway: { enabled?: boolean; gatewayId?: string };
    httpApplicationRouting?: boolean;
    openServiceMesh?: boolean;
  };
  apiServer: {
    privateCluster?: boolean;
    authorizedIpRanges: string[];
    fqdn?: string;
    privateFqdn?: string;
    publicNetworkAccess?: string;
  };
}

export interface VirtualNetworkPeering {
  remoteVirtualNetworkId?: string;
  useRemoteGateways?: boolean;
  state?: string;
}

export interface VirtualNetwork extends AzureResource {
  addressPrefixes: string[];
  /** DNS servers of the network's own; empty where Azure answers. */
  dnsServers: string[];
  /** `undefined` when the row carries no peerings property, which is not the same as having none. */
  peerings?: VirtualNetworkPeering[];
}

export interface Subnet extends AzureResource {
  virtualNetworkId?: string;
  addressPrefixes: string[];
  natGatewayId?: string;
  routeTableId?: string;
  defaultOutboundAccess?: boolean;
  delegations: string[];
}

export interface Route {
  name?: string;
  addressPrefix: string;
  /** `VirtualAppliance`, `VirtualNetworkGateway`, `Internet`, `VnetLocal` or `None`. */
  nextHopType: string;
  nextHopIpAddress?: string;
}

export interface RouteTable extends AzureResource {
  routes: Route[];
  disableBgpRoutePropagation?: boolean;
}

export interface NatGateway extends AzureResource {
  sku?: string;
  publicIpIds: string[];
  publicIpPrefixIds: string[];
  subnetIds: string[];
}

export interface PublicIp extends AzureResource {
  /** Absent while no address is allocated. */
  address?: string;
  sku?: string;
  natGatewayId?: string;
  ipConfigurationId?: string;
  prefixId?: string;
  /** `namespace/name` of the Service it was made for, from the cloud provider's tag. */
  serviceOwners: string[];
  /** Value of the cloud provider's cluster tag: a name chosen by the provider, not a resource id. */
  clusterTag?: string;
  dnsFqdn?: string;
}

export interface PublicIpPrefix extends AzureResource {
  prefix?: string;
  sku?: string;
}

export interface LoadBalancer extends AzureResource {
  sku?: string;
  frontends: LoadBalancerFrontend[];
}

export interface LoadBalancerFrontend {
  loadBalancerId: string;
  loadBalancerName: string;
  resourceGroup?: string;
  id?: string;
  name: string;
  publicIpId?: string;
  publicIpPrefixId?: string;
  /** Address of the public IP, where its row was read. */
  publicAddress?: string;
  privateAddress?: string;
  subnetId?: string;
  /** Number of load balancing rules; `undefined` when the row does not say. */
  rules?: number;
  outboundRules?: number;
}

export interface AzureFirewall extends AzureResource {
  tier?: string;
  privateAddresses: string[];
  publicIpIds: string[];
  /** Addresses that a firewall in a virtual hub states itself. */
  publicAddresses: string[];
  subnetIds: string[];
  virtualHubId?: string;
  policyId?: string;
  /** Rules of the firewall itself; those of a policy are in {@link FirewallPolicyRules}. */
  destinationNat: DestinationNat[];
}

/** A rule by which a firewall passes on what arrives at one of its own addresses. */
export interface DestinationNat {
  name: string;
  /** Address or host name that traffic is passed on to. */
  target: string;
  /** Addresses of the firewall; empty when the rule does not name them. */
  destinations: string[];
  /** Addresses or ranges that may use it; empty where the rule names groups instead. */
  sources: string[];
}

/** The rules of a rule collection group of a firewall policy. */
export interface FirewallPolicyRules extends AzureResource {
  policyId?: string;
  destinationNat: DestinationNat[];
}

export interface VirtualHub extends AzureResource {
  firewallId?: string;
}

export interface ApplicationGatewayFrontend {
  name: string;
  publicIpId?: string;
  publicAddress?: string;
  privateAddress?: string;
}

/** Where an application gateway passes traffic on to, by one of its listeners. */
export interface ApplicationGatewayBackend {
  /** IP address or host name. */
  address: string;
  /** Name of the frontend whose traffic it gets; absent when the row does not tell. */
  frontend?: string;
  /** Whether the listener speaks TLS with clients; absent when the row does not tell. */
  tls?: boolean;
}

export interface ApplicationGateway extends AzureResource {
  /** `Standard`, `WAF`, `Standard_v2`, `WAF_v2` or `Basic`. */
  tier?: string;
  wafPolicyId?: string;
  /** Whether a firewall is on, by policy or by the gateway's own configuration. */
  wafEnabled?: boolean;
  frontends: ApplicationGatewayFrontend[];
  /** The subnets of the gateway itself. */
  subnetIds: string[];
  backends: ApplicationGatewayBackend[];
  /** Clusters the ingress controller says it works for. */
  clusterIds: string[];
  autoscale?: { minimum?: number; maximum?: number };
}

export interface TrafficController extends AzureResource {
  frontendIds: string[];
  associationIds: string[];
  securityPolicyIds: string[];
}

export interface TrafficControllerFrontend extends AzureResource {
  trafficControllerId?: string;
  fqdn?: string;
  /** Absent means public: the property is newer than most frontends. */
  publicNetworkAccess?: string;
}

export interface TrafficControllerAssociation extends AzureResource {
  trafficControllerId?: string;
  subnetId?: string;
}

export interface PrivateLinkService extends AzureResource {
  /** `namespace/name` of the Service it was made for. */
  ownerService?: string;
  clusterTag?: string;
  alias?: string;
  frontendIds: string[];
  visibility: string[];
  autoApproval: string[];
  connections: { privateEndpointId?: string; status?: string }[];
}

export interface PrivateEndpoint extends AzureResource {
  subnetId?: string;
  targets: { serviceId: string; groupIds: string[]; status?: string }[];
  fqdns: string[];
}

export interface PrivateDnsZone extends AzureResource {
  linkedVirtualNetworkIds: string[];
}

export interface FrontDoorProfile extends AzureResource {
  /** `Standard_AzureFrontDoor`, `Premium_AzureFrontDoor` or a CDN SKU. */
  sku?: string;
}

export interface FrontDoorOrigin extends AzureResource {
  profileId?: string;
  hostName?: string;
  privateLinkServiceId?: string;
  privateLinkStatus?: string;
}

export interface FrontDoorClassic extends AzureResource {
  backendAddresses: string[];
}
