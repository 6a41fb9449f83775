import {
  ApplicationGateway,
  AzureFirewall,
  FrontDoorClassic,
  FrontDoorOrigin,
  FrontDoorProfile,
  LoadBalancer,
  LoadBalancerFrontend,
  ManagedCluster,
  NatGateway,
  PrivateDnsZone,
  PrivateEndpoint,
  PrivateLinkService,
  PublicIp,
  PublicIpPrefix,
  RouteTable,
  Subnet,
  TrafficController,
  TrafficControllerAssociation,
  TrafficControllerFrontend,
  VirtualHub,
  VirtualNetwork,
} from './facts';
import { Forwarders } from './Forwarders';
import { ServiceName } from './ServiceResources';

/**
 * The Azure side of the estate as typed facts with lookups. Ids, names and host names compare without case; lookups
 * by address take any notation of the address. A lookup that finds nothing means "no such row was read", which is
 * only the same as "does not exist" when {@link AzureIndex.isReadWhole} says so for the type.
 */
export interface AzureIndex {
  /** What could not be read, and the rows that were skipped because of their shape. */
  readonly gaps: readonly string[];

  /** Whether all rows of a type were asked for and read, such as `microsoft.network/routetables`. */
  isReadWhole(type: string): boolean;
  /**
   * Whether all rows of a type that can have to do with some virtual networks were read: as {@link isReadWhole}, save
   * that subscriptions which could not be seen matter only where a peer of the networks is in one of them.
   */
  isReadWholeAround(type: string, networkIds: readonly string[]): boolean;

  readonly clusters: readonly ManagedCluster[];
  /** By resource id when given; else by name, if exactly one cluster has it. */
  cluster(by: { armId?: string; name?: string }): ManagedCluster | undefined;

  virtualNetwork(armId: string | undefined): VirtualNetwork | undefined;
  subnet(armId: string | undefined): Subnet | undefined;
  subnetsOf(virtualNetworkId: string): readonly Subnet[];
  virtualNetworksIn(group: {
    subscriptionId?: string;
    resourceGroup: string;
  }): readonly VirtualNetwork[];
  /** The networks that a cluster's nodes and pods are in, as far as they are known. */
  virtualNetworkIdsOf(cluster: ManagedCluster): readonly string[];
  routeTable(armId: string | undefined): RouteTable | undefined;
  natGateway(armId: string | undefined): NatGateway | undefined;

  publicIp(armId: string | undefined): PublicIp | undefined;
  publicIpPrefix(armId: string | undefined): PublicIpPrefix | undefined;
  publicIpByAddress(address: string): PublicIp | undefined;
  publicIpsOfPrefix(prefixId: string): readonly PublicIp[];
  /** The addresses that a load balancer of the cluster has for a Service, by the owner tag `namespace/name`. */
  publicIpsOfService(name: ServiceName): readonly PublicIp[];

  readonly loadBalancers: readonly LoadBalancer[];
  /**
   * Frontends with this address, public or private. Private addresses repeat across virtual networks: pass the
   * cluster to keep only the frontends in its node resource group or virtual networks.
   */
  loadBalancerFrontends(
    address: string,
    cluster?: ManagedCluster,
  ): readonly LoadBalancerFrontend[];

  firewall(armId: string | undefined): AzureFirewall | undefined;
  firewallsByPrivateAddress(address: string): readonly AzureFirewall[];
  virtualHub(armId: string | undefined): VirtualHub | undefined;

  applicationGateway(armId: string | undefined): ApplicationGateway | undefined;
  /** The gateways that the cluster's add-on names or that carry the cluster's tag. */
  applicationGatewaysOf(cluster: ManagedCluster): readonly ApplicationGateway[];
  applicationGatewayByAddress(address: string): ApplicationGateway | undefined;

  /** What passes traffic on to private addresses. */
  readonly forwarders: Forwarders;

  trafficController(armId: string | undefined): TrafficController | undefined;
  trafficControllerFrontend(
    by: { armId: string } | { fqdn: string },
  ): TrafficControllerFrontend | undefined;
  trafficControllerFrontendsOf(
    trafficControllerId: string,
  ): readonly TrafficControllerFrontend[];
  trafficControllerAssociationsOf(
    trafficControllerId: string,
  ): readonly TrafficControllerAssociation[];

  /**
   * The private link services made for a Service of the cluster, by the owner tag `namespace/name`, and those that
   * somebody else put on its frontends.
   */
  privateLinkServicesOf(
    options: ServiceName & { frontendIds: readonly string[] },
  ): readonly PrivateLinkService[];
  privateLinkService(armId: string | undefined): PrivateLinkService | undefined;

  frontDoorProfile(armId: string | undefined): FrontDoorProfile | undefined;
  /** Origins that go through a private link service. */
  frontDoorOriginsThrough(
    privateLinkServiceId: string,
  ): readonly FrontDoorOrigin[];
  /** Origins that name a host or address directly. */
  frontDoorOriginsAt(hostName: string): readonly FrontDoorOrigin[];
  /** Classic Front Doors with a backend at a host or address. */
  frontDoorClassicAt(hostName: string): readonly FrontDoorClassic[];
  readonly frontDoorClassics: readonly FrontDoorClassic[];

  privateEndpointsIn(virtualNetworkId: string): readonly PrivateEndpoint[];
  privateEndpoint(armId: string | undefined): PrivateEndpoint | undefined;
  privateDnsZonesLinkedTo(virtualNetworkId: string): readonly PrivateDnsZone[];
}
