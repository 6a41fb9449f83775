import {
  removedAnnotations,
  upstreamAliases,
  upstreamAnnotations,
} from './__testUtils__/upstreamAnnotations';
import {
  annotationCatalogue,
  annotationCatalogueAsOf,
  migrationTargets,
} from './annotationCatalogue';
import { annotationFacts } from './catalogue/facts';
import { sources } from './catalogue/sources';
import { gatewayApiBundles } from './gatewayApiBundles';

const upstream = Object.entries(upstreamAnnotations).flatMap(([group, lines]) =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [name, upstreamRisk, scope] = line.trim().split(' ');
      return { name, group, upstreamRisk, scope };
    }),
);

const byName = new Map(annotationCatalogue.map(entry => [entry.name, entry]));

const verdictsOf = (name: string) =>
  Object.fromEntries(
    byName.get(name)!.targets.map(({ target, outcome }) => [target, outcome]),
  );

describe('the catalogue of annotations', () => {
  it('has every name there is or was, once each, and no other', () => {
    const names = [
      ...upstream.map(({ name }) => name),
      ...Object.keys(upstreamAliases),
      ...Object.keys(removedAnnotations),
    ].sort();
    expect(names).toHaveLength(146);
    expect(annotationCatalogue.map(({ name }) => name)).toEqual(names);
    expect(annotationFacts.size).toBe(146);
  });

  it('agrees with ingress-nginx on parser, risk and scope', () => {
    for (const { name, ...facts } of upstream) {
      expect({ name, ...byName.get(name) }).toMatchObject({
        ...facts,
        status: 'current',
      });
    }
  });

  it('gives aliases the facts of what they stand for, but their own purpose', () => {
    for (const [name, aliasOf] of Object.entries(upstreamAliases)) {
      const {
        name: _name,
        annotation: _annotation,
        purpose: _purpose,
        traefik: _traefik,
        sources: _sources,
        ...facts
      } = byName.get(aliasOf)!;
      expect(byName.get(name)).toMatchObject({ ...facts, aliasOf });
    }
  });

  it('knows which names were removed, and says that nothing is left to move', () => {
    for (const [name, removedIn] of Object.entries(removedAnnotations)) {
      expect(byName.get(name)).toMatchObject({ status: 'removed' });
      expect(byName.get(name)!.removedIn).toBe(removedIn);
      expect(new Set(Object.values(verdictsOf(name)))).toEqual(
        new Set(['drop']),
      );
    }
  });

  it('states the risk of every name that ever had one', () => {
    const without = annotationCatalogue
      .filter(({ upstreamRisk }) => upstreamRisk === undefined)
      .map(({ name }) => name);
    expect(without).toEqual(['enable-influxdb', 'secure-backends']);
  });

  it.each(annotationCatalogue.map(entry => [entry.name, entry] as const))(
    '%s has a purpose and three verdicts, each with a reason and a source',
    (_name, entry) => {
      expect(entry.purpose).toMatch(/^[A-Z].*\.$/);
      expect(entry.sources.length).toBeGreaterThan(0);
      expect(entry.targets.map(({ target }) => target)).toEqual(
        migrationTargets,
      );
      for (const verdict of entry.targets) {
        expect(verdict.reason).toMatch(/^[A-Z].*\.$/);
        expect(verdict.sources.length).toBeGreaterThan(0);
        for (const source of verdict.sources) {
          expect(source).toMatch(/^https:\/\//);
        }
        expect(verdict.outcome).not.toBe('unknown');
      }
    },
  );

  it('names what takes over, and since when a field of the Gateway API is there', () => {
    const verdicts = annotationCatalogue.flatMap(({ targets }) => targets);
    expect(
      verdicts.filter(
        ({ outcome, replacement }) =>
          (outcome === 'equivalent-by-policy' || outcome === 'portable') &&
          replacement === undefined,
      ),
    ).toEqual([]);
    expect(
      verdicts.filter(
        ({ outcome, minAksVersion }) =>
          outcome === 'portable' && minAksVersion === undefined,
      ),
    ).toEqual([]);
  });

  it('names the version of AKS that brings a bundle', () => {
    const versions = new Map<string, string>(
      gatewayApiBundles.map(({ bundle, aksVersion }) => [bundle, aksVersion]),
    );
    for (const { gatewayApi, targets } of annotationCatalogue) {
      for (const { minAksVersion, minGatewayApiBundle } of [
        gatewayApi,
        ...targets,
      ]) {
        expect(minAksVersion).toBe(
          minGatewayApiBundle && versions.get(minGatewayApiBundle),
        );
      }
    }
    expect(byName.get('enable-cors')!.gatewayApi.minAksVersion).toBe('1.36');
  });

  it.each<[string, string[]]>([
    ['app-root', ['portable', 'portable', 'portable']],
    ['affinity', ['blocked', 'equivalent-by-policy', 'equivalent-by-policy']],
    ['proxy-body-size', ['blocked', 'blocked', 'changes-behaviour']],
    ['proxy-cookie-path', ['blocked', 'blocked', 'blocked']],
    ['enable-modsecurity', ['blocked', 'equivalent-by-policy', 'blocked']],
    [
      'allowlist-source-range',
      ['changes-behaviour', 'changes-behaviour', 'equivalent-by-policy'],
    ],
    [
      'use-regex',
      ['changes-behaviour', 'changes-behaviour', 'changes-behaviour'],
    ],
    ['proxy-buffers-number', ['drop', 'drop', 'drop']],
    ['cors-allow-methods', ['portable', 'portable', 'portable']],
    ['ssl-passthrough', ['changes-behaviour', 'blocked', 'changes-behaviour']],
  ])('says of %s: %s', (name, outcomes) => {
    expect(Object.values(verdictsOf(name))).toEqual(outcomes);
  });

  it('marks what is a matter of security, and what may not be shown to everybody', () => {
    const security = annotationCatalogue.filter(entry => entry.security);
    expect(security).toHaveLength(21);
    expect(byName.get('satisfy')!.security).toBe(true);
    expect(
      annotationCatalogue
        .filter(entry => entry.sensitive)
        .map(({ name }) => name),
    ).toEqual([
      'auth-secret',
      'auth-snippet',
      'auth-tls-secret',
      'auth-url',
      'configuration-snippet',
      'modsecurity-snippet',
      'proxy-ssl-secret',
      'server-snippet',
      'stream-snippet',
    ]);
  });

  it('is dated, and uses every document it names', () => {
    expect(annotationCatalogueAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const used = new Set(
      annotationCatalogue.flatMap(({ sources: all, targets }) => [
        ...all,
        ...targets.flatMap(({ sources: some }) => some),
      ]),
    );
    expect(Object.values(sources).map(({ url }) => url)).toEqual(
      expect.arrayContaining([...used]),
    );
    expect(Object.values(sources).filter(({ url }) => !used.has(url))).toEqual(
      [],
    );
  });
});
