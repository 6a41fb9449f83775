import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { loadEstate } from './loadEstate';
import { StoredObject } from './types';
import { egressKinds, exposures, ingressSystems } from './vocabulary';

const directory = join(__dirname, '../../estates/contoso');
const estate = loadEstate(directory);

/** Every text below a value, with the key it stands under. */
function* textsIn(value: unknown, key = ''): Generator<[string, string]> {
  if (typeof value === 'string') {
    yield [key, value];
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      yield* textsIn(child, Array.isArray(value) ? key : name);
    }
  }
}

/** Resource ids that objects with a name of their own are known by: rows and the parts inside them. */
function* idsDefinedIn(value: unknown): Generator<string> {
  if (typeof value === 'object' && value !== null) {
    const { id, name } = value as Record<string, unknown>;
    if (typeof id === 'string' && typeof name === 'string') {
      yield id.toLowerCase();
    }
    for (const child of Object.values(value)) {
      yield* idsDefinedIn(child);
    }
  }
}

function readCatalog(): StoredObject[] {
  return readdirSync(join(directory, 'catalog')).flatMap(file =>
    parseAllDocuments(
      readFileSync(join(directory, 'catalog', file), 'utf8'),
    ).map(document => document.toJS() as StoredObject),
  );
}

function objectsOf(cluster: string): StoredObject[] {
  return estate.clusters.find(({ name }) => name === cluster)?.objects ?? [];
}

describe('the contoso estate', () => {
  it('has clusters of every sort the product must cope with', () => {
    const rows = new Map(
      estate.resources.map(row => [row.id.toLowerCase(), row]),
    );
    const azure = estate.clusters.filter(({ armId }) => armId);
    expect(azure.length).toBeGreaterThanOrEqual(6);
    const skus = azure.map(
      ({ armId }) => rows.get(armId!.toLowerCase())?.sku?.name,
    );
    expect(skus).toEqual(expect.arrayContaining(['Base', 'Automatic']));
    expect(skus).not.toContain(undefined);
    const [identity] = estate.identities;
    const unreadable = azure.filter(
      ({ armId }) =>
        !identity.readableSubscriptions.includes(armId!.split('/')[2]),
    );
    expect(unreadable.map(({ name }) => name)).toEqual([
      'aks-treasury-prod-weu',
    ]);
    expect(
      estate.clusters.filter(({ armId }) => !armId).map(({ name }) => name),
    ).toEqual(['factory-edge-01']);
    expect(azure.filter(({ entra }) => !entra).map(({ name }) => name)).toEqual(
      ['aks-oldlab-dev-weu'],
    );
    expect(
      azure.filter(({ reach }) => reach === 'silent').map(({ name }) => name),
    ).toEqual(['aks-factory-prod-gwc']);
    expect(identity.kubernetesRoles['aks-finance-prod-weu']).toBe('none');
  });

  it('has a verdict for every word of the vocabulary', () => {
    const used = {
      systems: new Set(estate.verdicts.flatMap(({ systems }) => systems)),
      exposures: new Set(estate.verdicts.map(({ exposure }) => exposure)),
      egress: new Set(estate.verdicts.flatMap(({ egress }) => egress)),
    };
    expect(ingressSystems.filter(word => !used.systems.has(word))).toEqual([]);
    expect(exposures.filter(word => !used.exposures.has(word))).toEqual([]);
    expect(egressKinds.filter(word => !used.egress.has(word))).toEqual([]);
  });

  it('names no Azure resource that is not there', () => {
    const defined = new Set(idsDefinedIn(estate.resources));
    const subscriptions = new Set(estate.subscriptions.map(({ id }) => id));
    const texts = [
      ...textsIn(estate.resources),
      ...estate.clusters.flatMap(cluster => [
        ...textsIn([cluster.armId, cluster.objects]),
      ]),
    ];
    const dangling = texts
      .filter(([, text]) => /^(alb-id=)?\/subscriptions\//.test(text))
      .map(([, text]) => text.replace(/^alb-id=/, ''))
      .filter(text => subscriptions.has(text.split('/')[2]))
      .filter(text => !defined.has(text.toLowerCase()));
    expect(dangling).toEqual([]);
  });

  it('has the load balancer frontend and public address that each Service stands for', () => {
    const addresses = new Map(
      estate.resources
        .filter(({ type }) => type === 'microsoft.network/publicipaddresses')
        .map(({ tags, subscriptionId, resourceGroup, properties }) => [
          `${subscriptionId}/${resourceGroup}/${tags?.['k8s-azure-service']}`,
          properties.ipAddress,
        ]),
    );
    const frontends = [...idsDefinedIn(estate.resources)]
      .filter(id => id.includes('/frontendipconfigurations/'))
      .map(id => id.split('/').pop() ?? '');
    const missing: string[] = [];
    for (const cluster of estate.clusters.filter(({ armId }) => armId)) {
      const row = estate.resources.find(({ id }) => id === cluster.armId)!;
      const group = String(row.properties.nodeResourceGroup).toLowerCase();
      for (const service of cluster.objects) {
        const address = (service.status as any)?.loadBalancer?.ingress?.[0]?.ip;
        if (service.kind !== 'Service' || !address) {
          continue;
        }
        const uid = service.metadata.uid?.replaceAll('-', '');
        const frontend = `a${uid}`.slice(0, 32);
        const key = `${service.metadata.namespace}/${service.metadata.name}`;
        const known = addresses.get(`${row.subscriptionId}/${group}/${key}`);
        if (
          !frontends.some(name => name.startsWith(frontend)) ||
          (!address.startsWith('10.') && known !== address)
        ) {
          missing.push(`${cluster.name}/${key}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it('uses addresses of the documentation ranges and private ones only', () => {
    const addresses = [
      ...textsIn(estate.resources),
      ...estate.clusters.flatMap(({ objects }) => [
        ...textsIn(objects.map(({ spec, status }) => [spec, status])),
      ]),
    ]
      .filter(([key]) => !/version|tag|image/i.test(key))
      .flatMap(
        ([, text]) => /^(\d+\.\d+\.\d+\.\d+)(\/\d+)?$/.exec(text)?.[1] ?? [],
      );
    const others = addresses.filter(
      address =>
        !/^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|127\.|169\.254\.|0\.0\.0\.0$|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/.test(
          address,
        ),
    );
    expect(addresses.length).toBeGreaterThan(100);
    expect(others).toEqual([]);
  });

  it('schedules every pod, and leads every Service with a selector to pods', () => {
    for (const { name, objects } of estate.clusters) {
      const pending = objects.filter(
        ({ kind, status }) =>
          kind === 'Pod' && (status as any).phase !== 'Running',
      );
      expect([name, pending]).toEqual([name, []]);
      const empty = objects.filter(
        ({ kind, endpoints }) =>
          kind === 'EndpointSlice' && (endpoints as unknown[]).length === 0,
      );
      expect([name, empty.map(({ metadata }) => metadata.name)]).toEqual([
        name,
        [],
      ]);
    }
  });

  it('routes to Services that exist', () => {
    for (const { name, objects } of estate.clusters) {
      const services = new Set(
        objects
          .filter(({ kind }) => kind === 'Service')
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
      );
      for (const route of objects.filter(({ kind }) =>
        ['HTTPRoute', 'GRPCRoute'].includes(kind),
      )) {
        for (const rule of (route.spec as any).rules) {
          for (const backend of rule.backendRefs ?? []) {
            const namespace = backend.namespace ?? route.metadata.namespace;
            expect([name, [...services]]).toEqual([
              name,
              expect.arrayContaining([`${namespace}/${backend.name}`]),
            ]);
          }
        }
      }
    }
  });

  it('has the strings that must stay text', () => {
    const note = objectsOf('aks-shop-prod-weu').find(
      ({ kind, metadata }) =>
        kind === 'Ingress' && metadata.name === 'catalog-api',
    )?.metadata.annotations;
    expect(note?.['contoso.example/owner-note']).toContain('<script>');
    expect(note?.['contoso.example/ticket']).toContain("'; DROP TABLE");
  });

  it('has a catalog entity for each one a verdict names, tied as it says', () => {
    const components = new Map(
      readCatalog()
        .filter(({ kind }) => kind === 'Component')
        .map(entity => [`component:default/${entity.metadata.name}`, entity]),
    );
    expect(components.size).toBeGreaterThanOrEqual(30);
    const named = estate.verdicts.flatMap(({ entity }) => entity ?? []);
    expect(named.filter(ref => !components.has(ref))).toEqual([]);
    expect(
      [...components.keys()].filter(ref => !named.includes(ref)).sort(),
    ).toEqual([
      'component:default/design-system',
      'component:default/gift-cards',
    ]);
    expect(
      estate.verdicts
        .filter(({ entity }) => entity === 'component:default/order-api')
        .map(({ cluster }) => cluster),
    ).toEqual(['aks-shop-prod-weu', 'aks-orders-prod-neu']);
  });
});
