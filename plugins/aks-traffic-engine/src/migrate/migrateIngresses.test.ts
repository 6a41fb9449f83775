import { find, ingress, migrate } from './__testUtils__/migrations';

describe('migrateIngresses', () => {
  it('makes a Gateway with TLS and a route to the same Service', () => {
    const result = migrate([ingress({})]);

    expect(find(result, 'Gateway').spec).toEqual({
      gatewayClassName: 'approuting-istio',
      listeners: [
        expect.objectContaining({ name: 'http', port: 80, protocol: 'HTTP' }),
        {
          name: 'https-shop-contoso-com',
          port: 443,
          protocol: 'HTTPS',
          hostname: 'shop.contoso.com',
          tls: {
            mode: 'Terminate',
            certificateRefs: [{ kind: 'Secret', name: 'shop-tls' }],
          },
          allowedRoutes: { namespaces: { from: 'Same' } },
        },
      ],
    });
    expect(find(result, 'HTTPRoute', 'shop-contoso-com')).toMatchObject({
      metadata: { labels: { 'backstage.io/kubernetes-id': 'shop' } },
      spec: {
        parentRefs: [{ name: 'shop', sectionName: 'https-shop-contoso-com' }],
        hostnames: ['shop.contoso.com'],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ name: 'web', port: 80 }],
          },
        ],
      },
    });
    expect(
      find(result, 'HTTPRoute', 'shop-contoso-com').metadata.labels,
    ).not.toHaveProperty('chart');
  });

  it.each([
    ['app-routing-gateway-api', 'approuting-istio'],
    ['application-gateway-for-containers', 'azure-alb-external'],
    ['istio', 'istio'],
  ] as const)('takes the class of %s', (target, gatewayClassName) => {
    expect(find(migrate([ingress({})], { target }), 'Gateway').spec).toEqual(
      expect.objectContaining({ gatewayClassName }),
    );
  });

  it('gives a private address when asked to', () => {
    expect(
      find(migrate([ingress({})], { internal: true }), 'Gateway').spec
        .infrastructure.annotations,
    ).toEqual({
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
    });
  });

  it('moves only what is asked for, but reads the host as all its Ingresses have it', () => {
    const result = migrate(
      [
        ingress({ name: 'a', nginx: { 'use-regex': 'true' } }),
        ingress({ name: 'b', paths: [['/v[12]']] }),
      ],
      { only: [{ namespace: 'shop', name: 'b' }] },
    );

    expect(result.paths.map(({ from }) => from.name)).toEqual(['b']);
    expect(find(result, 'HTTPRoute').spec.rules[0].matches[0].path.type).toBe(
      'RegularExpression',
    );
  });

  it('makes nothing of nothing', () => {
    expect(migrate([])).toEqual(
      expect.objectContaining({ objects: [], notes: [], paths: [] }),
    );
  });
});
