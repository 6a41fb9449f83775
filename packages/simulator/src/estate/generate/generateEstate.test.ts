import { isIP } from 'node:net';
import { SimulatedEstate, StoredObject } from '../types';
import { generateEstate } from './generateEstate';

const estate = generateEstate({ clusters: 63, services: 12, seed: 7 });

function servicesOf(objects: StoredObject[]): StoredObject[] {
  return objects.filter(({ kind }) => kind === 'Service');
}

function addressOf(object: StoredObject): string | undefined {
  const status = object.status as
    | { loadBalancer?: { ingress?: { ip: string }[] } }
    | undefined;
  return status?.loadBalancer?.ingress?.[0]?.ip;
}

function summaryOf({ clusters, verdicts }: SimulatedEstate) {
  return {
    objects: clusters.map(({ objects }) => objects.length),
    verdicts: verdicts.map(({ systems, egress }) => [systems, egress]),
  };
}

describe('generateEstate', () => {
  it('gives the same estate for the same numbers, and another for another seed', () => {
    const size = { clusters: 5, services: 8 };
    const first = generateEstate({ ...size, seed: 3 });
    expect(generateEstate({ ...size, seed: 3 })).toEqual(first);
    expect(summaryOf(generateEstate({ ...size, seed: 4 }))).not.toEqual(
      summaryOf(first),
    );
  });

  it('states a verdict for each Service that is not part of a controller', () => {
    expect(estate.clusters).toHaveLength(63);
    for (const { name, objects } of estate.clusters) {
      const stated = estate.verdicts
        .filter(({ cluster }) => cluster === name)
        .map(({ namespace, service }) => `${namespace}/${service}`);
      const labelled = servicesOf(objects)
        .filter(
          ({ metadata }) => metadata.labels?.['backstage.io/kubernetes-id'],
        )
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
      expect(stated).toHaveLength(12);
      expect(stated.sort()).toEqual(labelled.sort());
    }
  });

  it('mixes systems, exposures and ways out, also on small estates', () => {
    const { verdicts } = estate;
    expect(
      [...new Set(verdicts.flatMap(({ systems }) => systems))].sort(),
    ).toEqual([
      'app-routing-gateway-api',
      'app-routing-nginx',
      'envoy-gateway',
      'f5-nginx',
      'ingress-nginx',
      'istio',
      'load-balancer-service',
      'node-port-service',
      'traefik',
    ]);
    expect(
      [...new Set(verdicts.flatMap(({ egress }) => egress))].sort(),
    ).toEqual([
      'azure-firewall',
      'load-balancer',
      'nat-gateway',
      'network-virtual-appliance',
      'no-internet',
      'virtual-network-gateway',
    ]);
    expect(new Set(verdicts.map(({ exposure }) => exposure)).size).toBe(4);
  });

  it('gives every load balancer of the estate an address of its own, known to Azure when it is public', () => {
    const addresses = estate.clusters.flatMap(({ name, objects }) =>
      servicesOf(objects).flatMap(service => {
        const address = addressOf(service);
        return address ? [{ name, address }] : [];
      }),
    );
    const publicOnes = addresses.filter(({ address }) =>
      address.startsWith('198.'),
    );
    expect(publicOnes.length).toBeGreaterThan(63);
    expect(new Set(publicOnes.map(({ address }) => address)).size).toBe(
      publicOnes.length,
    );
    expect(
      new Set(addresses.map(({ name, address }) => `${name} ${address}`)).size,
    ).toBe(addresses.length);
    const known = new Set(
      estate.resources.map(({ properties }) => properties.ipAddress),
    );
    expect(publicOnes.filter(({ address }) => !known.has(address))).toEqual([]);
  });

  it('shows routed traffic the address of its controller', () => {
    for (const { objects } of estate.clusters) {
      const services = new Set(servicesOf(objects).map(addressOf));
      for (const ingress of objects.filter(({ kind }) => kind === 'Ingress')) {
        expect(addressOf(ingress)).toBeDefined();
        expect(services).toContain(addressOf(ingress));
      }
    }
  });

  it('refers to resources that exist', () => {
    const text = JSON.stringify(estate.resources);
    const defined = new Set<string>();
    const referred = new Set<string>();
    JSON.parse(text, (key, value) => {
      if (typeof value?.id === 'string') {
        (value.name ? defined : referred).add(value.id);
      }
      if (key === 'vnetSubnetID') {
        referred.add(value);
      }
      return value;
    });
    expect(referred.size).toBeGreaterThan(100);
    expect([...referred].filter(id => !defined.has(id))).toEqual([]);
  });

  it('shares what clusters of one sort have in common', () => {
    const [first] = estate.clusters;
    const alike = estate.clusters.find(
      ({ objects }) =>
        objects !== first.objects && objects[0] === first.objects[0],
    );
    const own = alike!.objects.filter(
      (object, index) => object !== first.objects[index],
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(object => addressOf(object) === undefined)).toEqual([]);
  });

  it('has nodes enough for the pods of many Services', () => {
    const [{ objects }] = generateEstate({
      clusters: 1,
      services: 700,
      seed: 7,
    }).clusters;
    const addresses = objects
      .filter(({ kind }) => kind === 'Pod')
      .map(({ status }) => (status as { podIP: string }).podIP);
    expect(addresses.length).toBeGreaterThan(700);
    expect(addresses.filter(address => isIP(address) === 0)).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('refuses numbers that are none', () => {
    expect(() =>
      generateEstate({ clusters: 1.5, services: 1, seed: 1 }),
    ).toThrow(/clusters has to be a whole number/);
  });
});
