import { apiBundles, apisOf, crdsOf } from './apiBundles';

function kindsOf(bundleName: string, version?: string): string[] {
  return apisOf([bundleName])
    .filter(api => !version || api.version === version)
    .map(api => api.kind)
    .sort();
}

describe('apiBundles', () => {
  it('has what every cluster serves in core', () => {
    const core = new Set(
      apisOf(['core']).map(
        api => `${api.group}/${api.version}/${api.resource}`,
      ),
    );
    for (const path of [
      '/v1/pods',
      '/v1/nodes',
      '/v1/configmaps',
      '/v1/secrets',
      '/v1/events',
      '/v1/services',
      'apps/v1/deployments',
      'autoscaling/v2/horizontalpodautoscalers',
      'policy/v1/poddisruptionbudgets',
      'networking.k8s.io/v1/ingresses',
      'discovery.k8s.io/v1/endpointslices',
      'apiextensions.k8s.io/v1/customresourcedefinitions',
    ]) {
      expect(core).toContain(path);
    }
  });

  it('follows the Gateway API bundle versions', () => {
    expect(kindsOf('gateway-api-1.2.1-standard')).not.toContain(
      'BackendTLSPolicy',
    );
    expect(kindsOf('gateway-api-1.4.1-standard')).toContain('BackendTLSPolicy');
    expect(kindsOf('gateway-api-1.4.1-standard')).not.toContain('TLSRoute');
    expect(kindsOf('gateway-api-1.5.1-aks')).toEqual(
      expect.arrayContaining(['TLSRoute', 'ListenerSet']),
    );
    expect(kindsOf('gateway-api-1.5.1-standard')).not.toContain('TCPRoute');
    expect(crdsOf('gateway-api-1.6.1-standard')).toHaveLength(10);
    expect(kindsOf('gateway-api-1.4.1-standard', 'v1')).not.toContain(
      'ReferenceGrant',
    );
    expect(kindsOf('gateway-api-1.5.1-standard', 'v1')).toContain(
      'ReferenceGrant',
    );
  });

  it('names the bundle version, channel and manager on the Gateway API definitions', () => {
    const [selfInstalled] = crdsOf('gateway-api-1.4.1-standard');
    expect(selfInstalled.metadata.annotations).toEqual({
      'gateway.networking.k8s.io/bundle-version': 'v1.4.1',
      'gateway.networking.k8s.io/channel': 'standard',
    });
    expect(selfInstalled.metadata.labels).toBeUndefined();

    const [managed] = crdsOf('gateway-api-1.4.1-aks');
    expect(managed.metadata.labels).toEqual({
      'app.kubernetes.io/managed-by': 'aks',
    });
    expect(
      crdsOf('gateway-api-1.4.1-experimental')[0].metadata.annotations,
    ).toMatchObject({ 'gateway.networking.k8s.io/channel': 'experimental' });
  });

  it.each([...apiBundles.keys()])(
    'describes each resource of %s once, by one kind and scope',
    name => {
      const apis = apiBundles.get(name)!;
      const paths = apis.map(
        api => `${api.group}/${api.version}/${api.resource}`,
      );
      expect(new Set(paths).size).toBe(paths.length);

      const definitions = crdsOf(name);
      const resources = new Set(
        apis
          .filter(api => !api.builtIn)
          .map(api => `${api.resource}.${api.group}`),
      );
      expect(new Set(definitions.map(crd => crd.metadata.name))).toEqual(
        resources,
      );
      for (const api of apis.filter(({ builtIn }) => !builtIn)) {
        const definition = definitions.find(
          crd => crd.metadata.name === `${api.resource}.${api.group}`,
        );
        expect(definition).toMatchObject({
          spec: {
            group: api.group,
            names: { kind: api.kind, plural: api.resource },
            scope: api.namespaced ? 'Namespaced' : 'Cluster',
            versions: expect.arrayContaining([
              expect.objectContaining({ name: api.version, served: true }),
            ]),
          },
        });
      }
    },
  );

  it('names a resource once when several bundles have it', () => {
    const both = apisOf([
      'gateway-api-1.4.1-standard',
      'gateway-api-1.5.1-aks',
    ]);
    expect(both).toHaveLength(apisOf(['gateway-api-1.5.1-aks']).length);
  });

  it('names the known bundles when asked for another', () => {
    expect(() => apisOf(['core', 'istoi'])).toThrow(
      /no API bundle named 'istoi'.*istio/,
    );
    expect(() => crdsOf('__proto__')).toThrow(/no API bundle named/);
  });
});
