import {
  EgressHop,
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { arbitraryService } from '../../__testUtils__/arbitraryTraffic';
import { service } from '../../../dev/fixtures/traffic';
import {
  managedNginx,
  proxied,
  published,
  clusterOnly,
} from '../../../dev/fixtures/systems';
import { fortyEntryPoints } from '../../../dev/fixtures/collections';
import {
  unattached,
  undecided,
  unknownVerdict,
} from '../../../dev/fixtures/troubled';
import { noPathFound, splitHops } from '../egress';
import { graphPaths } from './graphPaths';
import { trafficGraph, TrafficNode } from './trafficGraph';

const workload = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'storefront',
};

function graphOf(
  subject: ServiceTraffic,
  options: { traffic?: EntityTraffic } = {},
) {
  return trafficGraph({
    service: subject,
    controllers: options.traffic?.clusters[0].controllers ?? [],
    workloads: [workload],
  });
}

function waysOf(traffic: EntityTraffic) {
  const { waysIn, waysOut } = graphPaths(
    graphOf(traffic.services[0], { traffic }),
  );
  const told = (ways: { node: TrafficNode }[][]) =>
    ways.map(way => way.map(({ node }) => shortName(node)).join(' > '));
  return { waysIn: told(waysIn), waysOut: told(waysOut) };
}

function shortName(node: TrafficNode): string {
  switch (node.stage) {
    case 'client':
      return node.exposure;
    case 'publisher':
      return node.publisher.name;
    case 'address':
      return node.addresses.join('+') || 'no address';
    case 'controller':
      return node.system;
    case 'route':
      return node.entryPoints.length === 1
        ? node.entryPoints[0].resource.name
        : `${node.entryPoints.length} routes`;
    case 'service':
      return `service ${node.service.service}`;
    case 'workload':
      return node.workloads.map(({ name }) => name).join('+');
    case 'pool':
      return [...node.pools, ...node.subnets].join('+') || 'no pool';
    case 'hop':
      return node.hop.name;
    default:
      return [node.kind, ...node.addresses].join('+');
  }
}

describe('trafficGraph', () => {
  it('leads from the internet to what the internet sees', () => {
    expect(waysOf(managedNginx)).toEqual({
      waysIn: [
        'public > 20.82.9.10 > app-routing-nginx > storefront > service storefront',
      ],
      waysOut: [
        'storefront > apps+snet-apps > ng-shop-weu > nat-gateway+20.86.14.7+20.86.14.8',
      ],
    });
  });

  it('puts what publishes an address before it', () => {
    expect(waysOf(published).waysIn).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^public > afd-shop > pls-shop > 10\.224\.0\.71 > /,
        ),
      ]),
    );
  });

  it('keeps a proxy beside the way that other traffic takes', () => {
    const { waysOut } = waysOf(proxied);
    expect(waysOut).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/kubernetes > load-balancer\+52\.169\.20\.31$/),
        expect.stringMatching(
          /nodepool1 > http:\/\/proxy\.contoso\.com:3128\/$/,
        ),
      ]),
    );
  });

  it('leads to a Service that nothing exposes from inside the cluster', () => {
    expect(waysOf(clusterOnly).waysIn).toEqual([
      'cluster-only > service ledger',
    ]);
  });

  it('lets nothing through a route that no controller accepted', () => {
    const graph = graphOf(unattached.services[0]);
    expect(waysOf(unattached).waysIn).toEqual([
      'app-routing-gateway-api > storefront > service storefront',
    ]);
    expect(
      graph.edges.filter(edge => edge.kind === 'not-attached'),
    ).toHaveLength(2);
  });

  it('draws many routes with one way in as one', () => {
    expect(waysOf(fortyEntryPoints).waysIn).toEqual([
      'public > 20.82.9.10 > app-routing-nginx > 35 routes > service storefront',
      'internal > 20.82.9.10 > app-routing-nginx > 5 routes > service storefront',
    ]);
  });

  it('says of each step that is not known that it is not', () => {
    const unknownStages = (subject: ServiceTraffic) =>
      trafficGraph({ service: subject, controllers: [] })
        .nodes.filter(node => !node.isKnown)
        .map(node => node.stage);

    expect(unknownStages(undecided.services[0])).toEqual([
      'client',
      'address',
      'controller',
      'workload',
    ]);
    expect(unknownStages(unknownVerdict.services[0])).toEqual([
      'client',
      'workload',
      'outside',
    ]);
    expect(unknownStages(service({ egress: [] }))).toEqual([
      'workload',
      'pool',
      'outside',
    ]);
  });

  it('tells a Service that selects no pods from one whose workload is not known', () => {
    const { nodes } = trafficGraph({
      service: service({}),
      controllers: [],
      workloads: [],
    });
    expect(nodes.find(({ stage }) => stage === 'workload')?.isKnown).toBe(true);
  });

  it('shares a step only between ways that the report states', () => {
    const [managed] = managedNginx.services;
    const [entryPoint] = managed.entryPoints;
    const internal = {
      ...entryPoint,
      resource: { ...entryPoint.resource, name: 'admin' },
      exposure: 'internal' as const,
      addresses: ['10.224.0.9'],
    };
    const { waysIn } = graphPaths(
      graphOf(service({ entryPoints: [entryPoint, internal] })),
    );
    expect(waysIn.map(way => way.map(({ node }) => shortName(node)))).toEqual([
      [
        'public',
        '20.82.9.10',
        'app-routing-nginx',
        'storefront',
        'service storefront',
      ],
      [
        'internal',
        '10.224.0.9',
        'app-routing-nginx',
        'admin',
        'service storefront',
      ],
    ]);
  });

  it('draws every entry point', () => {
    fc.assert(
      fc.property(arbitraryService, subject => {
        const { nodes } = graphOf(subject);
        for (const entryPoint of subject.entryPoints) {
          const stages = nodes
            .filter(node => node.entryPoints.includes(entryPoint))
            .map(node => node.stage);
          expect(stages).toContain('controller');
          expect(stages.includes('route')).toBe(
            entryPoint.resource.kind !== 'Service',
          );
        }
      }),
    );
  });

  it('leads to each entry point by one way, which is the one that the report states', () => {
    fc.assert(
      fc.property(arbitraryService, subject => {
        const { waysIn } = graphPaths(graphOf(subject));
        for (const entryPoint of subject.entryPoints) {
          const ways = waysIn.filter(way =>
            way.some(
              ({ node }) =>
                node.entryPoints.includes(entryPoint) &&
                (node.stage === 'route' ||
                  entryPoint.resource.kind === 'Service') &&
                way[way.length - 2].node === node,
            ),
          );
          expect(ways).toHaveLength(1);
          const [way] = ways;
          for (const { node } of way.slice(0, -1)) {
            expect(node.entryPoints).toContain(entryPoint);
          }
          const addresses = way.flatMap(({ node }) =>
            node.stage === 'address' ? node.addresses : [],
          );
          expect([...addresses].sort()).toEqual(
            [...entryPoint.addresses].sort(),
          );
        }
      }),
    );
  });

  it('draws every way out, hop by hop, and no other', () => {
    fc.assert(
      fc.property(arbitraryService, subject => {
        const { waysOut } = graphPaths(graphOf(subject));
        const drawn = waysOut.map(way => way.slice(1).map(signatureOf));
        const paths =
          subject.egress.length > 0 ? subject.egress : [noPathFound];
        const stated = paths.flatMap(path => {
          const pool = ['pool', ...[...path.nodePools].sort()];
          const { steps, proxies, endpoints } = splitHops(path.hops);
          return [
            [
              pool,
              ...steps.map(hopSignature),
              ['outside', path.kind, ...[...path.publicIps].sort()],
            ],
            ...[...proxies, ...endpoints].map(beside => [
              pool,
              hopSignature(beside),
            ]),
          ];
        });
        expect(distinct(drawn)).toEqual(distinct(stated));
      }),
    );
  });

  it('drops no evidence', () => {
    fc.assert(
      fc.property(arbitraryService, subject => {
        const shown = new Set(
          graphOf(subject).nodes.flatMap(node => node.evidence),
        );
        for (const { evidence } of [
          ...subject.entryPoints,
          ...subject.egress,
        ]) {
          for (const item of evidence) {
            expect(shown).toContain(item);
          }
        }
      }),
    );
  });

  it('names each node before those that it leads to', () => {
    fc.assert(
      fc.property(arbitraryService, subject => {
        const { nodes, edges } = graphOf(subject);
        const places = new Map(nodes.map(({ id }, index) => [id, index]));
        expect(places.size).toBe(nodes.length);
        for (const { from, to } of edges) {
          expect(places.get(from)).toBeLessThan(places.get(to) as number);
        }
      }),
    );
  });
});

function signatureOf({ node }: { node: TrafficNode }): unknown[] {
  switch (node.stage) {
    case 'pool':
      return ['pool', ...node.pools];
    case 'hop':
      return hopSignature(node.hop);
    case 'outside':
      return ['outside', node.kind, ...[...node.addresses].sort()];
    default:
      return [node.stage];
  }
}

function hopSignature({ kind, name, armId }: EgressHop): unknown[] {
  return ['hop', kind, name, armId];
}

function distinct(ways: unknown[]): string[] {
  return [...new Set(ways.map(way => JSON.stringify(way)))].sort();
}
