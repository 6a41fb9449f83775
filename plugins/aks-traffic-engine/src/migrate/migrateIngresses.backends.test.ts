import {
  find,
  ingress,
  migrate,
  notesAbout,
  objectsOf,
} from './__testUtils__/migrations';

describe('migrateIngresses', () => {
  describe('backends', () => {
    const service = objectsOf(`
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ name: http, port: 8080 }, { name: metrics, port: 9090 }] }
`);
    const named = (port: string) => {
      const object = ingress({});
      (object.spec as any).rules[0].http.paths[0].backend.service.port = {
        name: port,
      };
      return object;
    };

    it('finds the number of a named port in the Service', () => {
      const result = migrate([named('http'), ...service]);

      expect(find(result, 'HTTPRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 8080 },
      ]);
    });

    it.each([
      ['a port that the Service does not have', named('grpc'), service],
      ['a Service that is not given', named('http'), []],
    ])('names %s', (_, object, services) => {
      const result = migrate([object, ...services]);

      expect(result.paths[0].reason).toMatch(/Service shop\/web/);
      expect(result.objects).toEqual([]);
    });
  });

  it('has a person look at a Service that is outside of the cluster', () => {
    const result = migrate([
      ingress({}),
      ...objectsOf(`
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: ExternalName, externalName: shop.contoso.net }
`),
    ]);

    expect(notesAbout(result, 'backend')).toEqual([
      expect.stringMatching(/^decide: Service web is an ExternalName/),
    ]);
  });

  describe('TLS to backends', () => {
    it('is one policy of Application Gateway for Containers for all ports of a Service', () => {
      const object = ingress({
        nginx: { 'backend-protocol': 'HTTPS' },
        paths: [['/'], ['/admin']],
      });
      const [, admin] = (object.spec as any).rules[0].http.paths;
      admin.backend.service.port.number = 8443;
      const result = migrate([object], {
        target: 'application-gateway-for-containers',
      });

      expect(find(result, 'BackendTLSPolicy').spec.default.ports).toEqual([
        { port: 80 },
        { port: 8443 },
      ]);
    });
  });

  describe('canaries', () => {
    const canary = (nginx: Record<string, string>) =>
      ingress({
        name: 'shop-canary',
        nginx: { canary: 'true', ...nginx },
        paths: [['/', 'web-next']],
      });

    it('become weights', () => {
      const result = migrate([ingress({}), canary({ 'canary-weight': '20' })]);

      expect(find(result, 'HTTPRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 80, weight: 80 },
        { name: 'web-next', port: 80, weight: 20 },
      ]);
      expect(result.paths.every(({ route }) => route)).toBe(true);
    });

    it('give the Gateway no name, which stays when they go', () => {
      const result = migrate([
        ingress({}),
        ingress({ name: 'canary', nginx: { canary: 'true' } }),
      ]);

      expect(find(result, 'Gateway').metadata.name).toBe('shop');
    });

    it('by header are matched first', () => {
      const result = migrate([
        ingress({}),
        canary({
          'canary-by-header': 'X-Next',
          'canary-by-header-value': 'on',
        }),
      ]);
      const { rules } = find(result, 'HTTPRoute').spec;

      expect(rules[0]).toMatchObject({
        matches: [
          { headers: [{ type: 'Exact', name: 'X-Next', value: 'on' }] },
        ],
        backendRefs: [{ name: 'web-next', port: 80 }],
      });
      expect(rules[1].backendRefs).toEqual([{ name: 'web', port: 80 }]);
    });

    it('of nothing are named', () => {
      const result = migrate([canary({ 'canary-weight': '20' })]);

      expect(result.paths[0].reason).toMatch(/canary of a path/);
      expect(notesAbout(result, 'canary')[0]).toMatch(/^check: No Ingress/);
    });
  });
});
