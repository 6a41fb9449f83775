import { addressKey } from './addressKey';
import { armKey, parentArmId } from './armId';
import { AzureIndex } from './AzureIndex';
import { EstateCoverage } from './EstateCoverage';
import { FactTable, FactTables } from './FactTables';
import {
  ApplicationGateway,
  AzureFirewall,
  FrontDoorClassic,
  FrontDoorOrigin,
  LoadBalancer,
  LoadBalancerFrontend,
  ManagedCluster,
  PrivateDnsZone,
  PrivateEndpoint,
  PublicIp,
  Subnet,
  TrafficControllerAssociation,
  TrafficControllerFrontend,
  VirtualNetwork,
} from './facts';
import { Forwarders } from './Forwarders';
import { groupBy } from './groupBy';
import { linkedZones } from './linkedZones';
import {
  groupKey,
  isInNodeResourceGroup,
  isPublicAt,
  optionalAddressKey,
  optionalArmKey,
} from './lookupKeys';
import { ServiceName, ServiceResources } from './ServiceResources';
import {
  applicationGatewaysWithAddresses,
  loadBalancersWithAddresses,
} from './withPublicAddresses';

type Groups<Fact> = ReadonlyMap<string, readonly Fact[]>;

const none: readonly never[] = [];

/** Lookups over fact tables, each prepared once so that none of them walks a table. */
export class DefaultAzureIndex implements AzureIndex {
  static create(options: {
    tables: FactTables;
    gaps: readonly string[];
    readTypes: readonly string[];
    unseenSubscriptions: readonly string[];
  }): DefaultAzureIndex {
    return new DefaultAzureIndex(
      options.tables,
      options.gaps,
      new EstateCoverage({
        ...options,
        virtualNetworks: options.tables.virtualNetworks,
      }),
    );
  }

  readonly clusters: readonly ManagedCluster[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly frontDoorClassics: readonly FrontDoorClassic[];
  readonly forwarders: Forwarders;

  private readonly clustersByName: Groups<ManagedCluster>;
  private readonly subnetsByNetwork: Groups<Subnet>;
  private readonly networksByGroup: Groups<VirtualNetwork>;
  private readonly publicIpsByAddress: Groups<PublicIp>;
  private readonly publicIpsByPrefix: Groups<PublicIp>;
  private readonly frontendsByAddress: Groups<LoadBalancerFrontend>;
  private readonly firewallsByAddress: Groups<AzureFirewall>;
  private readonly gateways: FactTable<ApplicationGateway>;
  private readonly gatewaysByCluster: Groups<ApplicationGateway>;
  private readonly gatewaysByAddress: Groups<ApplicationGateway>;
  private readonly frontendsByFqdn: Groups<TrafficControllerFrontend>;
  private readonly frontendsByController: Groups<TrafficControllerFrontend>;
  private readonly associationsByController: Groups<TrafficControllerAssociation>;
  private readonly serviceResources: ServiceResources;
  private readonly originsByService: Groups<FrontDoorOrigin>;
  private readonly originsByHost: Groups<FrontDoorOrigin>;
  private readonly classicsByHost: Groups<FrontDoorClassic>;
  private readonly endpointsByNetwork: Groups<PrivateEndpoint>;
  private readonly zonesByNetwork: Groups<PrivateDnsZone>;

  private constructor(
    private readonly tables: FactTables,
    readonly gaps: readonly string[],
    private readonly coverage: EstateCoverage,
  ) {
    this.clusters = [...tables.clusters.values()];
    this.clustersByName = groupBy(this.clusters, cluster => [
      cluster.name.toLowerCase(),
    ]);
    this.subnetsByNetwork = groupBy(tables.subnets.values(), subnet => [
      optionalArmKey(subnet.virtualNetworkId),
    ]);
    this.networksByGroup = groupBy(tables.virtualNetworks.values(), network => [
      groupKey(network.subscriptionId, network.resourceGroup),
      groupKey(undefined, network.resourceGroup),
    ]);
    this.publicIpsByAddress = groupBy(tables.publicIps.values(), publicIp => [
      optionalAddressKey(publicIp.address),
    ]);
    this.publicIpsByPrefix = groupBy(tables.publicIps.values(), publicIp => [
      optionalArmKey(publicIp.prefixId),
    ]);
    this.loadBalancers = loadBalancersWithAddresses(
      tables.loadBalancers,
      tables.publicIps,
    );
    this.frontendsByAddress = groupBy(
      this.loadBalancers.flatMap(loadBalancer => loadBalancer.frontends),
      frontend => [
        optionalAddressKey(frontend.publicAddress),
        optionalAddressKey(frontend.privateAddress),
      ],
    );
    this.firewallsByAddress = groupBy(tables.firewalls.values(), firewall =>
      firewall.privateAddresses.map(addressKey),
    );
    this.gateways = applicationGatewaysWithAddresses(
      tables.applicationGateways,
      tables.publicIps,
    );
    this.forwarders = Forwarders.create(tables, this.gateways);
    this.gatewaysByCluster = groupBy(this.gateways.values(), gateway =>
      gateway.clusterIds.map(armKey),
    );
    this.gatewaysByAddress = groupBy(this.gateways.values(), gateway =>
      gateway.frontends.map(frontend =>
        optionalAddressKey(frontend.publicAddress ?? frontend.privateAddress),
      ),
    );
    this.frontendsByFqdn = groupBy(
      tables.trafficControllerFrontends.values(),
      frontend => [optionalAddressKey(frontend.fqdn)],
    );
    this.frontendsByController = groupBy(
      tables.trafficControllerFrontends.values(),
      frontend => [optionalArmKey(frontend.trafficControllerId)],
    );
    this.associationsByController = groupBy(
      tables.trafficControllerAssociations.values(),
      association => [optionalArmKey(association.trafficControllerId)],
    );
    this.serviceResources = new ServiceResources(tables);
    this.originsByService = groupBy(
      tables.frontDoorOrigins.values(),
      origin => [optionalArmKey(origin.privateLinkServiceId)],
    );
    this.originsByHost = groupBy(tables.frontDoorOrigins.values(), origin => [
      optionalAddressKey(origin.hostName),
    ]);
    this.frontDoorClassics = [...tables.frontDoorClassics.values()];
    this.classicsByHost = groupBy(this.frontDoorClassics, classic =>
      classic.backendAddresses.map(addressKey),
    );
    this.endpointsByNetwork = groupBy(
      tables.privateEndpoints.values(),
      endpoint => [
        endpoint.subnetId === undefined
          ? undefined
          : optionalArmKey(parentArmId(endpoint.subnetId)),
      ],
    );
    this.zonesByNetwork = groupBy(linkedZones(tables), zone =>
      zone.linkedVirtualNetworkIds.map(armKey),
    );
  }

  isReadWhole(type: string): boolean {
    return this.coverage.isReadWhole(type);
  }

  isReadWholeAround(type: string, networkIds: readonly string[]) {
    return this.coverage.isReadWholeAround(type, networkIds);
  }

  cluster(by: { armId?: string; name?: string }) {
    if (by.armId !== undefined) {
      return find(this.tables.clusters, by.armId);
    }
    const named = this.clustersByName.get(by.name?.toLowerCase() ?? '');
    return named?.length === 1 ? named[0] : undefined;
  }

  virtualNetwork(armId: string | undefined) {
    return find(this.tables.virtualNetworks, armId);
  }

  subnet(armId: string | undefined) {
    return find(this.tables.subnets, armId);
  }

  subnetsOf(virtualNetworkId: string) {
    return this.subnetsByNetwork.get(armKey(virtualNetworkId)) ?? none;
  }

  virtualNetworksIn(group: { subscriptionId?: string; resourceGroup: string }) {
    return (
      this.networksByGroup.get(
        groupKey(group.subscriptionId, group.resourceGroup)!,
      ) ?? none
    );
  }

  virtualNetworkIdsOf(cluster: ManagedCluster) {
    const subnetIds = cluster.nodePools.flatMap(pool => [
      pool.subnetId,
      pool.podSubnetId,
    ]);
    const named = subnetIds.flatMap(
      id =>
        this.subnet(id)?.virtualNetworkId ??
        (id === undefined ? undefined : parentArmId(id)) ??
        [],
    );
    const group = cluster.nodeResourceGroup;
    // Where a pool names no subnet, AKS made a network of its own.
    const own =
      group !== undefined && cluster.nodePools.some(pool => !pool.subnetId)
        ? this.virtualNetworksIn({
            subscriptionId: cluster.subscriptionId,
            resourceGroup: group,
          })
        : none;
    const ids = [...named, ...own.map(({ armId }) => armId)];
    return [...new Map(ids.map(id => [armKey(id), id])).values()];
  }

  routeTable(armId: string | undefined) {
    return find(this.tables.routeTables, armId);
  }

  natGateway(armId: string | undefined) {
    return find(this.tables.natGateways, armId);
  }

  publicIp(armId: string | undefined) {
    return find(this.tables.publicIps, armId);
  }

  publicIpPrefix(armId: string | undefined) {
    return find(this.tables.publicIpPrefixes, armId);
  }

  publicIpByAddress(address: string) {
    return this.publicIpsByAddress.get(addressKey(address))?.[0];
  }

  publicIpsOfPrefix(prefixId: string) {
    return this.publicIpsByPrefix.get(armKey(prefixId)) ?? none;
  }

  loadBalancerFrontends(address: string, cluster?: ManagedCluster) {
    const frontends = this.frontendsByAddress.get(addressKey(address)) ?? none;
    if (cluster === undefined) {
      return frontends;
    }
    const networks = new Set(this.virtualNetworkIdsOf(cluster).map(armKey));
    return frontends.filter(
      frontend =>
        isPublicAt(frontend, address) ||
        isInNodeResourceGroup(frontend.loadBalancerId, cluster) ||
        (frontend.subnetId !== undefined &&
          networks.has(armKey(parentArmId(frontend.subnetId) ?? ''))),
    );
  }

  firewall(armId: string | undefined) {
    return find(this.tables.firewalls, armId);
  }

  firewallsByPrivateAddress(address: string) {
    return this.firewallsByAddress.get(addressKey(address)) ?? none;
  }

  virtualHub(armId: string | undefined) {
    return find(this.tables.virtualHubs, armId);
  }

  applicationGateway(armId: string | undefined) {
    return find(this.gateways, armId);
  }

  applicationGatewaysOf(cluster: ManagedCluster) {
    const tagged = this.gatewaysByCluster.get(armKey(cluster.armId)) ?? none;
    const named = this.applicationGateway(
      cluster.addons.applicationGateway.gatewayId,
    );
    return named === undefined || tagged.includes(named)
      ? tagged
      : [named, ...tagged];
  }

  applicationGatewayByAddress(address: string) {
    return this.gatewaysByAddress.get(addressKey(address))?.[0];
  }

  trafficController(armId: string | undefined) {
    return find(this.tables.trafficControllers, armId);
  }

  trafficControllerFrontend(by: { armId: string } | { fqdn: string }) {
    return 'armId' in by
      ? find(this.tables.trafficControllerFrontends, by.armId)
      : this.frontendsByFqdn.get(addressKey(by.fqdn))?.[0];
  }

  trafficControllerFrontendsOf(trafficControllerId: string) {
    return this.frontendsByController.get(armKey(trafficControllerId)) ?? none;
  }

  trafficControllerAssociationsOf(trafficControllerId: string) {
    return (
      this.associationsByController.get(armKey(trafficControllerId)) ?? none
    );
  }

  publicIpsOfService(name: ServiceName) {
    return this.serviceResources.publicIpsOf(name);
  }

  privateLinkServicesOf(
    options: ServiceName & { frontendIds: readonly string[] },
  ) {
    return this.serviceResources.privateLinkServicesOf(options);
  }

  privateLinkService(armId: string | undefined) {
    return find(this.tables.privateLinkServices, armId);
  }

  frontDoorProfile(armId: string | undefined) {
    return find(this.tables.frontDoorProfiles, armId);
  }

  frontDoorOriginsThrough(privateLinkServiceId: string) {
    return this.originsByService.get(armKey(privateLinkServiceId)) ?? none;
  }

  frontDoorOriginsAt(hostName: string) {
    return this.originsByHost.get(addressKey(hostName)) ?? none;
  }

  frontDoorClassicAt(hostName: string) {
    return this.classicsByHost.get(addressKey(hostName)) ?? none;
  }

  privateEndpointsIn(virtualNetworkId: string) {
    return this.endpointsByNetwork.get(armKey(virtualNetworkId)) ?? none;
  }

  privateEndpoint(armId: string | undefined) {
    return find(this.tables.privateEndpoints, armId);
  }

  privateDnsZonesLinkedTo(virtualNetworkId: string) {
    return this.zonesByNetwork.get(armKey(virtualNetworkId)) ?? none;
  }
}

function find<Fact>(
  table: FactTable<Fact>,
  armId: string | undefined,
): Fact | undefined {
  return armId === undefined ? undefined : table.get(armKey(armId));
}
