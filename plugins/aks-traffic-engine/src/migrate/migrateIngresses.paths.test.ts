import { KubernetesObject } from '../model/observation';
import {
  find,
  ingress,
  migrate,
  notesAbout,
  objectsOf,
} from './__testUtils__/migrations';

describe('migrateIngresses', () => {
  describe('paths', () => {
    it('keeps Exact and Prefix', () => {
      const result = migrate([
        ingress({
          paths: [
            ['/a', 'web', 'Exact'],
            ['/b', 'web', 'Prefix'],
            ['/c', 'web', 'ImplementationSpecific'],
          ],
        }),
      ]);

      expect(
        find(result, 'HTTPRoute').spec.rules.map(
          ({ matches }: any) => matches[0].path,
        ),
      ).toEqual([
        { type: 'Exact', value: '/a' },
        { type: 'PathPrefix', value: '/b' },
        { type: 'PathPrefix', value: '/c' },
      ]);
    });

    it('takes a path of type ImplementationSpecific for the beginning of any, as NGINX does', () => {
      const result = migrate([
        ingress({
          paths: [
            ['/shop.v1', 'web', 'ImplementationSpecific'],
            ['/help', 'help'],
          ],
        }),
      ]);

      const [{ matches }] = find(result, 'HTTPRoute').spec.rules;
      expect(matches).toEqual([
        { path: { type: 'PathPrefix', value: '/shop.v1' } },
        { path: { type: 'RegularExpression', value: '/shop\\.v1[^/].*' } },
      ]);
      expect(notesAbout(result, 'pathType')).toEqual([
        expect.stringMatching(
          /^done: NGINX takes \/shop\.v1 for the beginning/,
        ),
      ]);
    });

    it.each([
      ['/shop', [['/'], ['/shop', 'web', 'ImplementationSpecific']]],
      ['/a/b', [['/a'], ['/a/b', 'web', 'ImplementationSpecific']]],
    ] as const)(
      'says what becomes of longer words than %s where a shorter prefix takes them',
      (path, paths) => {
        const result = migrate([ingress({ paths: paths as never })]);

        for (const { matches } of find(result, 'HTTPRoute').spec.rules) {
          expect(matches).toHaveLength(1);
        }
        expect(notesAbout(result, 'pathType')).toEqual([
          expect.stringContaining(
            `and ${path}x reaches what ${paths[0][0]} leads to`,
          ),
        ]);
      },
    );

    it('leaves open which of two beginnings is tried first', () => {
      const result = migrate([
        ingress({
          paths: [
            ['/shop', 'web', 'ImplementationSpecific'],
            ['/shopping', 'other', 'ImplementationSpecific'],
          ],
        }),
      ]);

      expect(notesAbout(result, 'pathType')).toEqual([
        expect.stringMatching(/^check: .* \/shopping of shop begins alike/),
        expect.stringMatching(/^check: .* \/shop of shop begins alike/),
      ]);
    });

    it.each(['/', '/shop/'])('takes %s for the same as NGINX does', path => {
      const result = migrate([
        ingress({ paths: [[path, 'web', 'ImplementationSpecific']] }),
      ]);

      expect(notesAbout(result, 'pathType')).toEqual([]);
    });

    it('reads all paths of a host as regular expressions when one Ingress of it asks for that', () => {
      const result = migrate([
        ingress({
          name: 'a',
          nginx: { 'use-regex': 'true' },
          paths: [['/v[12]/items']],
        }),
        ingress({ name: 'b', paths: [['/about', 'web', 'Exact']] }),
      ]);

      expect(
        find(result, 'HTTPRoute').spec.rules.map(
          ({ matches }: any) => matches[0].path,
        ),
      ).toEqual([
        { type: 'RegularExpression', value: '(?i)/v[12]/items.*' },
        { type: 'RegularExpression', value: '(?i)/about.*' },
      ]);
      expect(notesAbout(result, 'use-regex').join('\n')).toMatch(
        /although it says Exact/,
      );
    });

    it.each([
      ['Prefix', { type: 'PathPrefix', value: '/shop' }],
      ['ImplementationSpecific', { type: 'PathPrefix', value: '/shop' }],
      ['Exact', { type: 'Exact', value: '/shop/' }],
    ])(
      'redirects to the slash at the end of a path of type %s, as NGINX does',
      (type, match) => {
        const result = migrate([ingress({ paths: [['/shop/', 'web', type]] })]);

        const { rules } = find(result, 'HTTPRoute').spec;
        expect(rules.map(({ matches }: any) => matches[0].path)).toEqual([
          match,
          { type: 'Exact', value: '/shop' },
        ]);
        expect(rules[1].filters).toEqual([
          {
            type: 'RequestRedirect',
            requestRedirect: {
              path: { type: 'ReplaceFullPath', replaceFullPath: '/shop/' },
              statusCode: 301,
            },
          },
        ]);
        expect(notesAbout(result, 'trailingSlash')).toEqual([
          expect.stringMatching(/^done: NGINX answers \/shop with a redirect/),
        ]);
      },
    );

    it.each<[string, Parameters<typeof ingress>[0]]>([
      ['another path is for it', { paths: [['/shop/'], ['/shop', 'other']] }],
      [
        'the host is read as regular expressions',
        { nginx: { 'use-regex': 'true' }, paths: [['/shop/']] },
      ],
      ['it is the root', { paths: [['/']] }],
    ])('redirects to no slash where %s', (_, options) => {
      const { rules } = find(migrate([ingress(options)]), 'HTTPRoute').spec;

      expect(rules.flatMap(({ filters = [] }: any) => filters)).toEqual([]);
    });

    it('reads a plain root as a regular expression too, as a prefix would take everything', () => {
      const result = migrate([
        ingress({
          nginx: { 'use-regex': 'true' },
          paths: [['/v[12]'], ['/', 'rest']],
        }),
      ]);

      expect(
        find(result, 'HTTPRoute').spec.rules.map(
          ({ matches }: any) => matches[0].path.value,
        ),
      ).toEqual(['(?i)/v[12].*', '(?i)/.*']);
    });

    it('divides more than 16 rules', () => {
      const result = migrate([
        ingress({
          paths: Array.from({ length: 40 }, (_, index) => [`/p${index}`]),
        }),
      ]);
      const routes = result.objects.filter(
        ({ kind, metadata }) =>
          kind === 'HTTPRoute' && !metadata.name.endsWith('redirect'),
      );

      expect(routes.map(({ spec }: any) => spec.rules.length)).toEqual([
        16, 16, 8,
      ]);
      expect(new Set(routes.map(({ metadata }) => metadata.name)).size).toBe(3);
    });

    it('names a path that the Gateway API refuses', () => {
      const result = migrate([ingress({ paths: [['/a b'], ['/c']] })]);

      expect(result.paths.map(({ path, reason }) => [path, reason])).toEqual([
        ['/a b', expect.stringMatching(/refuses the path/)],
        ['/c', undefined],
      ]);
    });

    it.each(['/a(b', '/a[z', '/a**'])(
      'makes no route of %s, which is no regular expression and would stop a whole gateway',
      path => {
        const result = migrate([
          ingress({ nginx: { 'use-regex': 'true' }, paths: [[path], ['/c']] }),
        ]);

        expect(result.paths.map(({ reason }) => reason)).toEqual([
          expect.stringMatching(/is no regular expression/),
          undefined,
        ]);
      },
    );

    it.each(['/a(?i)b', '/(?P<id>[0-9]+)', '/(?i:a)b', '/[[:alpha:]]+'])(
      'takes %s for the regular expression that it is',
      path => {
        const { paths } = migrate([
          ingress({ nginx: { 'use-regex': 'true' }, paths: [[path]] }),
        ]);

        expect(paths[0].reason).toBeUndefined();
      },
    );

    it('sends what no rule takes to the default backend', () => {
      const [object] = objectsOf(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: all, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 8080 } } } }
`);
      const result = migrate([object]);

      expect(find(result, 'HTTPRoute').spec.hostnames).toBeUndefined();
      expect(find(result, 'HTTPRoute').spec.rules[0].backendRefs).toEqual([
        { name: 'web', port: 8080 },
      ]);
    });
  });

  describe('rewrites', () => {
    it.each([
      ['/api(/|$)(.*)', '/$2', '/api', '/'],
      ['/api/(.*)', '/$1', '/api', '/'],
      ['/api/(.*)', '/v1/$1', '/api', '/v1'],
      ['/api(/|$)(.*)', '/v2/$2', '/api', '/v2'],
    ])('%s to %s replaces prefix %s by %s', (path, target, from, to) => {
      const result = migrate([
        ingress({ nginx: { 'rewrite-target': target }, paths: [[path]] }),
      ]);
      const [rule] = find(result, 'HTTPRoute').spec.rules;

      expect(rule.matches[0].path).toEqual({ type: 'PathPrefix', value: from });
      expect(rule.filters[0].urlRewrite.path).toEqual({
        type: 'ReplacePrefixMatch',
        replacePrefixMatch: to,
      });
    });

    it('replaces the whole path where there is no group', () => {
      const result = migrate([
        ingress({ nginx: { 'rewrite-target': '/' }, paths: [['/api']] }),
      ]);

      expect(
        find(result, 'HTTPRoute').spec.rules[0].filters[0].urlRewrite.path,
      ).toEqual({ type: 'ReplaceFullPath', replaceFullPath: '/' });
    });

    it('takes a group that the path does not have for nothing, as NGINX does', () => {
      const result = migrate([
        ingress({
          nginx: { 'rewrite-target': '/$2' },
          paths: [['/one(/|$)(.*)'], ['/(.*)', 'rest']],
        }),
      ]);

      const { rules } = find(result, 'HTTPRoute').spec;
      expect(rules[1].matches[0].path.value).toBe('(?i)/(.*)');
      expect(rules[1].filters[0].urlRewrite.path).toEqual({
        type: 'ReplaceFullPath',
        replaceFullPath: '/',
      });
    });

    it('rewrites nothing where all of the path is in the last group', () => {
      const result = migrate([
        ingress({
          nginx: { 'rewrite-target': '/$2' },
          paths: [['/()(.*)']],
        }),
      ]);

      expect(find(result, 'HTTPRoute').spec.rules[0].filters).toBeUndefined();
      expect(notesAbout(result, 'rewrite-target')[0]).toMatch(/^done: /);
    });

    it('leaves other groups to a person, and the path served', () => {
      const result = migrate([
        ingress({
          nginx: { 'rewrite-target': '/$2/$1' },
          paths: [['/(a|b)/(.*)']],
        }),
      ]);

      expect(notesAbout(result, 'rewrite-target')[0]).toMatch(/^decide: /);
      expect(result.paths[0].route).toBeDefined();
    });
  });

  describe('with a default backend', () => {
    const withDefault = (object: KubernetesObject): KubernetesObject => ({
      ...object,
      spec: {
        ...object.spec,
        defaultBackend: { service: { name: 'rest', port: { number: 80 } } },
      },
    });
    const served = (objects: KubernetesObject[]) =>
      objects
        .filter(
          ({ kind, metadata }) =>
            kind === 'HTTPRoute' && !metadata.name.endsWith('redirect'),
        )
        .flatMap(({ spec }: any) =>
          spec.rules.map(
            ({ matches: [{ path }], backendRefs: [{ name }] }: any) =>
              `${spec.hostnames ?? '*'}${path.value} ${name}`,
          ),
        );

    it('gives it what is left of the hosts of its Ingress, and no other host', () => {
      const { objects } = migrate([
        withDefault(ingress({ paths: [['/api']] })),
      ]);

      expect(served(objects)).toEqual([
        'shop.contoso.com/api web',
        'shop.contoso.com/ rest',
      ]);
    });

    it('gives it all hosts where there is no rule', () => {
      const { spec, ...bare } = ingress({});
      const { objects } = migrate([
        withDefault({ ...bare, spec: { ...spec, rules: [] } }),
      ]);

      expect(served(objects)).toEqual(['*/ rest']);
    });

    it('gives it nothing where a rule has the root of the host', () => {
      const { objects, paths } = migrate([
        withDefault(ingress({ name: 'a', paths: [['/api']] })),
        ingress({ name: 'b' }),
      ]);

      expect(served(objects)).toEqual([
        'shop.contoso.com/api web',
        'shop.contoso.com/ web',
      ]);
      expect(paths.every(({ route }) => route !== undefined)).toBe(true);
    });

    it.each<[string, KubernetesObject[], string[], RegExp]>([
      [
        'an older Ingress has the host, and no default backend',
        [
          withDefault(
            ingress({
              name: 'b',
              paths: [['/api']],
              createdAt: '2024-01-01T00:00:00Z',
            }),
          ),
          ingress({
            name: 'a',
            paths: [['/old']],
            createdAt: '2020-01-01T00:00:00Z',
          }),
        ],
        ['shop.contoso.com/old web', 'shop.contoso.com/api web'],
        /shop\/a is older and has none/,
      ],
      [
        'the rule has no host',
        [withDefault(ingress({ host: false, paths: [['/api']] }))],
        ['*/api web'],
        /a rule without a host names none/,
      ],
    ])('gives it nothing where %s', (_, objects, routes, note) => {
      const result = migrate(objects);

      expect(served(result.objects)).toEqual(routes);
      expect(result.paths.every(({ route }) => route !== undefined)).toBe(true);
      expect(notesAbout(result, 'defaultBackend')).toEqual([
        expect.stringMatching(note),
      ]);
    });
  });
});
