import {
  ApplicationGateway,
  AzureFirewall,
  FirewallPolicyRules,
  FrontDoorClassic,
  FrontDoorOrigin,
  FrontDoorProfile,
  LoadBalancer,
  ManagedCluster,
  NatGateway,
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

/** Facts by the comparable form of their resource id, in the order of those ids. */
export type FactTable<Fact> = Map<string, Fact>;

/** All facts taken from the rows of an estate, by resource type. */
export interface FactTables {
  clusters: FactTable<ManagedCluster>;
  virtualNetworks: FactTable<VirtualNetwork>;
  subnets: FactTable<Subnet>;
  routeTables: FactTable<RouteTable>;
  natGateways: FactTable<NatGateway>;
  publicIps: FactTable<PublicIp>;
  publicIpPrefixes: FactTable<PublicIpPrefix>;
  loadBalancers: FactTable<LoadBalancer>;
  firewalls: FactTable<AzureFirewall>;
  firewallPolicyRules: FactTable<FirewallPolicyRules>;
  virtualHubs: FactTable<VirtualHub>;
  applicationGateways: FactTable<ApplicationGateway>;
  trafficControllers: FactTable<TrafficController>;
  trafficControllerFrontends: FactTable<TrafficControllerFrontend>;
  trafficControllerAssociations: FactTable<TrafficControllerAssociation>;
  privateLinkServices: FactTable<PrivateLinkService>;
  privateEndpoints: FactTable<PrivateEndpoint>;
  /** Ids of the virtual networks that each private DNS zone is linked to, by zone id. */
  privateDnsZones: FactTable<{ armId: string; name: string }>;
  privateDnsZoneLinks: FactTable<{
    zoneId?: string;
    virtualNetworkId?: string;
  }>;
  frontDoorProfiles: FactTable<FrontDoorProfile>;
  frontDoorOrigins: FactTable<FrontDoorOrigin>;
  frontDoorClassics: FactTable<FrontDoorClassic>;
}

export function emptyFactTables(): FactTables {
  return {
    clusters: new Map(),
    virtualNetworks: new Map(),
    subnets: new Map(),
    routeTables: new Map(),
    natGateways: new Map(),
    publicIps: new Map(),
    publicIpPrefixes: new Map(),
    loadBalancers: new Map(),
    firewalls: new Map(),
    firewallPolicyRules: new Map(),
    virtualHubs: new Map(),
    applicationGateways: new Map(),
    trafficControllers: new Map(),
    trafficControllerFrontends: new Map(),
    trafficControllerAssociations: new Map(),
    privateLinkServices: new Map(),
    privateEndpoints: new Map(),
    privateDnsZones: new Map(),
    privateDnsZoneLinks: new Map(),
    frontDoorProfiles: new Map(),
    frontDoorOrigins: new Map(),
    frontDoorClassics: new Map(),
  };
}
