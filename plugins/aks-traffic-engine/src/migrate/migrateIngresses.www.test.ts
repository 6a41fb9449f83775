import { find, ingress, migrate, notesAbout } from './__testUtils__/migrations';

const nginx = { 'from-to-www-redirect': 'true' };

describe('migrateIngresses', () => {
  describe('from-to-www-redirect', () => {
    it.each([
      ['shop.contoso.com', 'www.shop.contoso.com'],
      ['www.contoso.com', 'contoso.com'],
    ])('sends the other name of %s, %s, there', (host, other) => {
      const result = migrate([ingress({ nginx, host })]);

      const route = result.objects.find(
        ({ kind, spec }: any) =>
          kind === 'HTTPRoute' && spec.hostnames[0] === other,
      ) as any;
      expect(route.spec.rules).toEqual([
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          filters: [
            {
              type: 'RequestRedirect',
              requestRedirect: { hostname: host, statusCode: 308 },
            },
          ],
        },
      ]);
      expect(notesAbout(result, 'from-to-www-redirect')).toEqual([
        `done: A route of its own redirects ${other} to ${host}, with the path and the query of the request. Its name in DNS has to lead to the Gateway too.`,
      ]);
      // Every path that there was is served where it was, and no other.
      expect(result.paths.map(path => path.host)).toEqual([host]);
    });

    it('redirects plain requests only where the certificate is for one name, and says so', () => {
      const result = migrate([ingress({ nginx })]);

      expect(
        find(result, 'Gateway').spec.listeners.map(
          ({ protocol, hostname }: any) => `${protocol} ${hostname ?? '*'}`,
        ),
      ).toEqual(['HTTP *', 'HTTPS shop.contoso.com']);
      expect(notesAbout(result, 'tls')).toContainEqual(
        expect.stringMatching(
          /^decide: The certificate of shop\.contoso\.com is not said to be for www\.shop/,
        ),
      );
    });

    it('redirects both where the certificate is for both names', () => {
      const object = ingress({ nginx }) as any;
      object.spec.tls[0].hosts.push('www.shop.contoso.com');
      const result = migrate([object]);

      expect(
        find(result, 'Gateway').spec.listeners.map(
          ({ protocol, hostname }: any) => `${protocol} ${hostname ?? '*'}`,
        ),
      ).toContain('HTTPS www.shop.contoso.com');
      expect(notesAbout(result, 'tls')).toEqual([]);
    });

    it('takes a status that the Gateway API has', () => {
      const result = migrate([ingress({ nginx })], {
        kubernetesVersion: '1.35.1',
      });

      expect(JSON.stringify(result.objects)).toContain(
        '"hostname":"shop.contoso.com","statusCode":301',
      );
      expect(notesAbout(result, 'from-to-www-redirect')).toEqual([
        expect.stringMatching(/^check: .* 301 in place of 308/),
      ]);
    });

    it('leaves a name alone that is served, as NGINX does', () => {
      const result = migrate([
        ingress({ nginx }),
        ingress({ name: 'www', host: 'www.shop.contoso.com' }),
      ]);

      expect(JSON.stringify(result.objects)).not.toContain(
        '"requestRedirect":{"hostname"',
      );
      expect(notesAbout(result, 'from-to-www-redirect')).toEqual([
        expect.stringMatching(/^done: www\.shop\.contoso\.com is served/),
      ]);
    });

    it('is not for other names of the host', () => {
      const result = migrate([
        ingress({ nginx: { ...nginx, 'server-alias': 'store.contoso.com' } }),
      ]);

      const { rules } = result.objects.find(
        ({ kind, spec }: any) =>
          kind === 'HTTPRoute' && spec.hostnames[0] === 'store.contoso.com',
      )!.spec as any;
      expect(JSON.stringify(rules)).not.toContain('"hostname"');
    });

    it.each<[string, Parameters<typeof ingress>[0]]>([
      ['a host has no name', { nginx, host: false, tls: false }],
      ['a host stands for many', { nginx, host: '*.contoso.com' }],
      ['TLS is passed on', { nginx: { ...nginx, 'ssl-passthrough': 'true' } }],
    ])('is left to people where %s', (_, options) => {
      const result = migrate([ingress(options)], { target: 'istio' });

      expect(notesAbout(result, 'from-to-www-redirect')).toEqual([
        expect.stringMatching(/^decide: /),
      ]);
    });
  });
});
