import { find, ingress, migrate, notesAbout } from './__testUtils__/migrations';
import { MigrateOptions } from './types';

describe('migrateIngresses', () => {
  describe('other annotations', () => {
    it('redirect to other addresses', () => {
      const result = migrate([
        ingress({
          nginx: {
            'permanent-redirect': 'https://www.contoso.com/new',
            'permanent-redirect-code': '308',
          },
        }),
      ]);

      expect(find(result, 'HTTPRoute').spec.rules[0].filters).toEqual([
        {
          type: 'RequestRedirect',
          requestRedirect: {
            scheme: 'https',
            hostname: 'www.contoso.com',
            path: { type: 'ReplaceFullPath', replaceFullPath: '/new' },
            statusCode: 308,
          },
        },
      ]);
    });

    it.each([
      ['permanent-redirect', 'https://www.contoso.com/new'],
      ['temporal-redirect', 'https://www.contoso.com/new'],
      ['app-root', '/new'],
    ])(
      'say of %s that the query of the request stays, which NGINX drops',
      (name, value) => {
        const result = migrate([ingress({ nginx: { [name]: value } })]);

        expect(notesAbout(result, name)).toEqual([
          expect.stringMatching(/^check: .*query of the request/),
        ]);
      },
    );

    it('become CORS where the cluster has the filter, and a decision where not', () => {
      const nginx = {
        'enable-cors': 'true',
        'cors-allow-origin': 'https://a.contoso.com, https://b.contoso.com',
      };

      expect(
        find(migrate([ingress({ nginx })]), 'HTTPRoute').spec.rules[0]
          .filters[0].cors.allowOrigins,
      ).toEqual(['https://a.contoso.com', 'https://b.contoso.com']);
      expect(
        notesAbout(
          migrate([ingress({ nginx })], { kubernetesVersion: '1.34.0' }),
          'enable-cors',
        )[0],
      ).toMatch(/^decide: .*1\.36/);
    });

    it.each([
      [{}, '3600s', /so this one lasts 3600 seconds/],
      [{ 'session-cookie-max-age': '600' }, '600s', /by the cookie route/],
    ])(
      'keep clients at one backend of Application Gateway for Containers, with %j for %s',
      (nginx, duration, note) => {
        const result = migrate(
          [
            ingress({
              nginx: {
                affinity: 'cookie',
                'session-cookie-name': 'route',
                ...nginx,
              },
            }),
          ],
          { target: 'application-gateway-for-containers' },
        );

        expect(
          find(result, 'RoutePolicy').spec.default.sessionAffinity,
        ).toMatchObject({ cookieName: 'route', cookieDuration: duration });
        expect(notesAbout(result, 'affinity')[0]).toMatch(note);
      },
    );

    it('speak TLS to the backend by the policy of the target', () => {
      const nginx = {
        'backend-protocol': 'HTTPS',
        affinity: 'cookie',
        'session-cookie-name': 'route',
      };
      const kindsAt = (target: MigrateOptions['target']) =>
        migrate([ingress({ nginx })], { target })
          .objects.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)
          .filter(
            name => !name.startsWith('gateway.networking.k8s.io/v1 HTTP'),
          );

      expect(kindsAt('app-routing-gateway-api')).toContain(
        'gateway.networking.k8s.io/v1 BackendTLSPolicy',
      );
      expect(kindsAt('application-gateway-for-containers')).toEqual(
        expect.arrayContaining([
          'alb.networking.azure.io/v1 BackendTLSPolicy',
          'alb.networking.azure.io/v1 RoutePolicy',
        ]),
      );
      const rules = migrate([ingress({ nginx })], {
        target: 'istio',
      }).objects.filter(({ kind }) => kind === 'DestinationRule');
      expect(rules).toHaveLength(1);
      expect(Object.keys((rules[0] as any).spec.trafficPolicy)).toEqual([
        'tls',
        'loadBalancer',
      ]);
    });

    it('that nobody knows, or that only NGINX has, are each named', () => {
      const result = migrate([
        ingress({
          nginx: {
            'configuration-snippet': 'more_set_headers "X: 1";',
            'rewrit-target': '/',
            'proxy-buffering': 'on',
          },
        }),
      ]);

      expect(notesAbout(result, 'configuration-snippet')[0]).toMatch(
        /^decide: /,
      );
      expect(notesAbout(result, 'rewrit-target')[0]).toMatch(
        /^decide: .*rewrite-target is the nearest/,
      );
      expect(notesAbout(result, 'proxy-buffering')).toHaveLength(1);
    });
  });

  it('redirects to the same path of another host', () => {
    const result = migrate([
      ingress({
        nginx: { 'permanent-redirect': 'https://new.contoso.com$request_uri' },
      }),
    ]);

    expect(
      find(result, 'HTTPRoute', 'shop-contoso-com').spec.rules[0].filters,
    ).toEqual([
      {
        type: 'RequestRedirect',
        requestRedirect: {
          scheme: 'https',
          hostname: 'new.contoso.com',
          statusCode: 301,
        },
      },
    ]);
    expect(notesAbout(result, 'permanent-redirect')).toEqual([
      expect.stringMatching(/^decide: .* see which of the two/),
    ]);
  });

  it('says of the status of a redirect that it goes with what no route can express', () => {
    const result = migrate([
      ingress({
        nginx: {
          'permanent-redirect': 'https://new.contoso.com/?from=old',
          'permanent-redirect-code': '308',
        },
      }),
    ]);

    expect(notesAbout(result, 'permanent-redirect-code')).toEqual([
      'decide: It belongs to the redirect that is to be written by hand.',
    ]);
  });

  it('says what the target has, and a person has to write', () => {
    expect(
      notesAbout(
        migrate([ingress({ nginx: { 'custom-headers': 'shop/headers' } })]),
        'custom-headers',
      ),
    ).toEqual([
      expect.stringMatching(
        /^decide: Not carried over, and to be written by hand\. .*What there is: HTTPRoute/,
      ),
    ]);
  });

  it('names what others than NGINX read, as it is not carried over', () => {
    const result = migrate([
      ingress({
        annotations: {
          'cert-manager.io/cluster-issuer': 'letsencrypt',
          'external-dns.alpha.kubernetes.io/ttl': '60',
          'contoso.com/team': 'shop',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      }),
    ]);

    expect(result.notes.map(({ about }) => about)).toEqual(
      expect.arrayContaining([
        'cert-manager.io/cluster-issuer',
        'external-dns.alpha.kubernetes.io/ttl',
        'contoso.com/team',
      ]),
    );
    expect(result.notes.map(({ about }) => about)).not.toContain(
      'kubectl.kubernetes.io/last-applied-configuration',
    );
  });

  it('says which Ingress of the same host stays behind', () => {
    const result = migrate(
      [
        ingress({ name: 'a' }),
        ingress({ name: 'b', paths: [['/b', 'other']] }),
      ],
      { only: [{ namespace: 'shop', name: 'a' }] },
    );

    expect(notesAbout(result, 'host')).toEqual([
      expect.stringMatching(/^decide: shop\/b has paths of the same host/),
    ]);
  });
});
