import { find, ingress, migrate, notesAbout } from './__testUtils__/migrations';

describe('migrateIngresses', () => {
  describe('HTTPS', () => {
    it.each([
      ['1.36.1', 308],
      ['1.35.0', 301],
      [undefined, 301],
    ])(
      'redirects plain requests, on %s with status %s',
      (kubernetesVersion, statusCode) => {
        const result = migrate([ingress({})], { kubernetesVersion });

        expect(
          find(result, 'HTTPRoute', 'shop-contoso-com-redirect').spec,
        ).toMatchObject({
          parentRefs: [{ sectionName: 'http' }],
          rules: [
            {
              filters: [
                {
                  type: 'RequestRedirect',
                  requestRedirect: { scheme: 'https', statusCode },
                },
              ],
            },
          ],
        });
      },
    );

    it('serves plain requests too where ssl-redirect is off', () => {
      const result = migrate([ingress({ nginx: { 'ssl-redirect': 'false' } })]);

      expect(
        find(result, 'HTTPRoute').spec.parentRefs.map(
          ({ sectionName }: { sectionName: string }) => sectionName,
        ),
      ).toEqual(['http', 'https-shop-contoso-com']);
      expect(
        find(result, 'HTTPRoute', 'shop-contoso-com-redirect'),
      ).toBeUndefined();
    });

    it('redirects only the paths that have TLS to themselves', () => {
      const result = migrate([
        ingress({ paths: [['/secure']] }),
        ingress({
          name: 'open',
          nginx: { 'ssl-redirect': 'false' },
          paths: [['/open']],
        }),
      ]);

      expect(
        find(result, 'HTTPRoute', 'shop-contoso-com-redirect').spec.rules,
      ).toEqual([
        expect.objectContaining({
          matches: [{ path: { type: 'PathPrefix', value: '/secure' } }],
        }),
      ]);
      expect(
        find(result, 'HTTPRoute', 'shop-contoso-com-plain').spec.rules[0]
          .matches,
      ).toEqual([{ path: { type: 'PathPrefix', value: '/open' } }]);
    });

    it('serves a host without TLS at the plain listener', () => {
      const result = migrate([ingress({ tls: false })]);

      expect(find(result, 'Gateway').spec.listeners).toHaveLength(1);
      expect(find(result, 'HTTPRoute').spec.parentRefs[0].sectionName).toBe(
        'http',
      );
      expect(notesAbout(result, 'tls')).toEqual([
        expect.stringMatching(
          /^decide: No TLS is asked for shop\.contoso\.com/,
        ),
      ]);
    });

    it('reads the certificate of a Key Vault by options of the listener', () => {
      const annotations = {
        'kubernetes.azure.com/tls-cert-keyvault-uri':
          'https://contoso.vault.azure.net/certificates/shop',
      };
      const result = migrate([ingress({ annotations })]);

      expect(find(result, 'Gateway').spec.listeners[1].tls).toEqual({
        mode: 'Terminate',
        options: annotations,
      });
      expect(notesAbout(result, 'tls-cert-keyvault-uri')[0]).toMatch(
        /^decide: .*tls-cert-service-account/,
      );
    });

    it('keeps to the Secret where the target cannot read a Key Vault', () => {
      const result = migrate(
        [
          ingress({
            annotations: {
              'kubernetes.azure.com/tls-cert-keyvault-uri':
                'https://contoso.vault.azure.net/certificates/shop',
            },
            tls: 'keyvault-shop',
          }),
        ],
        { target: 'application-gateway-for-containers' },
      );

      expect(
        find(result, 'Gateway').spec.listeners[1].tls.certificateRefs,
      ).toEqual([{ kind: 'Secret', name: 'keyvault-shop' }]);
    });

    it('lets the Gateway read certificates of other namespaces', () => {
      const result = migrate([
        ingress({}),
        ingress({
          namespace: 'pay',
          host: 'pay.contoso.com',
          tls: 'pay-tls',
        }),
      ]);

      expect(find(result, 'ReferenceGrant')).toMatchObject({
        metadata: { namespace: 'shop' },
        spec: {
          from: [{ kind: 'Gateway', namespace: 'pay' }],
          to: [{ group: '', kind: 'Secret', name: 'shop-tls' }],
        },
      });
      expect(
        find(result, 'Gateway').spec.listeners[0].allowedRoutes.namespaces
          .selector.matchExpressions[0].values,
      ).toEqual(['pay', 'shop']);
    });
  });

  describe('passing TLS on', () => {
    const passing = ingress({ nginx: { 'ssl-passthrough': 'true' } });

    it('carries nothing over that NGINX does not look at either', () => {
      const result = migrate(
        [
          ingress({
            nginx: {
              'ssl-passthrough': 'true',
              'whitelist-source-range': '10.0.0.0/8',
            },
          }),
        ],
        { target: 'istio' },
      );

      expect(notesAbout(result, 'whitelist-source-range')).toEqual([
        expect.stringMatching(/^done: Left out\. NGINX passes the TLS/),
      ]);
    });

    it('makes a TLSRoute where there is one', () => {
      const result = migrate([passing]);

      expect(find(result, 'Gateway').spec.listeners[1]).toMatchObject({
        protocol: 'TLS',
        tls: { mode: 'Passthrough' },
      });
      expect(find(result, 'TLSRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 80 },
      ]);
      expect(result.paths[0].route?.kind).toBe('TLSRoute');
    });

    it.each([
      { kubernetesVersion: '1.35.2' },
      { target: 'application-gateway-for-containers' as const },
    ])('names the host as not served for %j', options => {
      const result = migrate([passing], options);

      expect(result.objects).toEqual([]);
      expect(notesAbout(result, 'ssl-passthrough')[0]).toMatch(
        /^decide: shop\.contoso\.com is left out/,
      );
      expect(result.paths[0].reason).toBeDefined();
    });
  });
});
