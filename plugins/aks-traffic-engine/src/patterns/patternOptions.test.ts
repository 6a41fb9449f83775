import {
  ClusterTarget,
  MigrationTarget,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { PatternPlace, patternOptions } from './patternOptions';
import { neverOffered, patterns } from './patterns';

function target(
  name: MigrationTarget,
  met: TargetRequirement['met'],
): ClusterTarget {
  return {
    target: name,
    requirements: [
      {
        id: 'aks-version',
        met,
        message: 'needs AKS 1.35, has 1.33.',
        evidence: [],
        source: 'https://example.com',
      },
    ],
  };
}

function options(place: Partial<PatternPlace>) {
  return patternOptions({
    cluster: 'aks-shop',
    targets: [target('app-routing-gateway-api', true)],
    policy: [],
    ...place,
  });
}

function find(place: Partial<PatternPlace>, id: string) {
  return options(place).find(option => option.id === id)!;
}

describe('patternOptions', () => {
  it('recommends the first that is approved and that the cluster can run', () => {
    expect(options({ exposure: 'public' })[0]).toMatchObject({
      id: 'app-routing-public',
      recommended: true,
      whyNot: [],
    });
    expect(options({ exposure: 'internal' })[0].id).toBe(
      'app-routing-internal',
    );
    expect(options({ exposure: 'cluster-only' })[0].id).toBe('cluster-only');
  });

  it('says what the cluster lacks', () => {
    const targets = [
      target('app-routing-gateway-api', false),
      target('istio', true),
    ];
    const place = { exposure: 'public' as const, targets };

    expect(options(place)[0].id).toBe('mesh-gateway');
    expect(find(place, 'app-routing-public').whyNot).toEqual([
      'Not on aks-shop: needs AKS 1.35, has 1.33.',
    ]);
  });

  it('recommends nothing that is not known to be possible', () => {
    const place = { exposure: 'public' as const, targets: [] };

    expect(options(place).some(({ recommended }) => recommended)).toBe(false);
    expect(options(place)[0].id).toBe('layer-4');
    expect(find(place, 'app-routing-public')).toMatchObject({
      eligible: 'unknown',
      whyNot: [],
    });
  });

  it('obeys the policy, the later statement first, with its reason', () => {
    const policy = [
      { pattern: 'app-routing-public' as const, approved: true },
      {
        pattern: 'app-routing-public' as const,
        approved: false,
        environments: ['production'],
        reason: 'Public applications need a firewall.',
      },
    ];

    expect(
      find({ policy, environment: 'production' }, 'app-routing-public'),
    ).toMatchObject({
      approved: false,
      whyNot: ['Not approved here: Public applications need a firewall.'],
    });
    expect(
      find({ policy, environment: 'staging' }, 'app-routing-public').approved,
    ).toBe(true);
    expect(find({ policy }, 'app-routing-public').approved).toBe(true);
  });

  it('applies statements about other clusters to these only', () => {
    const policy = [
      {
        pattern: 'layer-4' as const,
        approved: false,
        clusters: ['aks-other'],
      },
    ];

    expect(find({ policy }, 'layer-4').approved).toBe(true);
  });

  it('never offers what is being retired', () => {
    const offered = patterns.map(({ id, title }) => `${id} ${title}`).join();

    expect(offered).not.toMatch(/nginx|NodePort|HTTP application routing/i);
    expect(neverOffered.map(({ name }) => name).join()).toMatch(
      /Managed NGINX.*ingress-nginx.*HTTP application routing.*Ingress Controller.*NodePort/,
    );
  });

  it('lists every pattern once, and recommends at most one', () => {
    fc.assert(
      fc.property(
        fc.subarray<MigrationTarget>([
          'app-routing-gateway-api',
          'application-gateway-for-containers',
          'istio',
        ]),
        fc.constantFrom(true, false, 'unknown' as const),
        fc.constantFrom('public', 'internal', 'cluster-only', undefined),
        (names, eligible, exposure) => {
          const found = options({
            targets: names.map(name => target(name, eligible)),
            exposure,
          });

          expect(found.map(({ id }) => id).sort()).toEqual(
            patterns.map(({ id }) => id).sort(),
          );
          expect(
            found.filter(({ recommended }) => recommended).length,
          ).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
