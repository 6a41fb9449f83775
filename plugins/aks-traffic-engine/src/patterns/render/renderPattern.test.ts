import {
  PatternExposure,
  PatternId,
} from 'backstage-plugin-aks-traffic-common';
import { parse } from 'yaml';
import { analyzeCluster } from '../../analyzeCluster';
import { readManifests } from '../../manifests/readManifests';
import { createReport } from '../../createReport';
import { findingsOf } from '../../report/findingsOf';
import { patterns } from '../patterns';
import { inputs } from './__testUtils__/inputs';
import { PatternInputs } from './PatternInputs';
import { renderPattern } from './renderPattern';

const now = new Date('2026-11-28T12:00:00Z');

const certificates: Record<string, PatternInputs['certificate']> = {
  'a Secret': undefined,
  'a Key Vault': {
    keyVaultUri: 'https://contoso.vault.azure.net/certificates/shop',
    serviceAccount: 'shop-certificates',
  },
};

const cases = patterns.flatMap(({ id, exposures }) =>
  exposures.flatMap(exposure =>
    Object.keys(certificates).map(
      (certificate): [PatternId, PatternExposure, string] => [
        id,
        exposure,
        certificate,
      ],
    ),
  ),
);

function objectsOf(id: PatternId, given: PatternInputs) {
  return renderPattern(id, given)
    .filter(({ path }) => path.startsWith('base/'))
    .flatMap(({ path, content }) => {
      const { objects, gaps } = readManifests(content, path);
      expect(gaps).toEqual([]);
      return objects;
    });
}

describe('renderPattern', () => {
  it.each(['on', 'no', 'y', 'e2'])(
    'lets a service be called %s, which some readers of YAML take for something else',
    name => {
      const files = renderPattern('app-routing-internal', {
        ...inputs,
        name,
        namespace: name,
        exposure: 'internal',
      });
      const names = files
        .filter(({ path }) => path === 'base/service.yaml')
        .map(({ content }) => parse(content, { version: '1.1' }).metadata);

      expect(names).toEqual([
        expect.objectContaining({ name, namespace: name }),
      ]);
    },
  );

  it.each(cases)(
    '%s for %s services, with a certificate from %s, has no finding at or above medium',
    (id, exposure, certificate) => {
      const objects = objectsOf(id, {
        ...inputs,
        exposure,
        certificate: certificates[certificate],
      });
      const report = createReport(
        [
          analyzeCluster(
            {
              cluster: 'files',
              observedAt: now.toISOString(),
              coverage: 'complete',
              gaps: [],
              origin: 'files',
              reads: [],
              objects,
            },
            { rows: [], gaps: [], readTypes: [] },
            { now },
          ),
        ],
        now,
      );

      expect(
        findingsOf(report)
          .filter(({ finding }) =>
            ['critical', 'high', 'medium'].includes(finding.severity),
          )
          .map(({ finding }) => `${finding.ruleId}: ${finding.message}`),
      ).toEqual([]);
      expect(report.services.map(({ service }) => service)).toEqual(['shop']);
    },
  );

  it.each(cases)(
    '%s for %s services, with a certificate from %s, is production-grade',
    (id, exposure, certificate) => {
      const objects: any[] = objectsOf(id, {
        ...inputs,
        exposure,
        certificate: certificates[certificate],
      });
      const find = (kind: string) =>
        objects.find(object => object.kind === kind);
      const pod = find('Deployment').spec.template.spec;

      // The autoscaler's, which a number in the Deployment would overrule with every deployment.
      expect(find('Deployment').spec).not.toHaveProperty('replicas');
      expect(pod.containers[0].readinessProbe).toBeDefined();
      expect(pod.containers[0].resources.requests).toBeDefined();
      expect(pod.topologySpreadConstraints[0].topologyKey).toBe(
        'topology.kubernetes.io/zone',
      );
      expect(find('PodDisruptionBudget').spec.maxUnavailable).toBe(1);
      expect(find('HorizontalPodAutoscaler').spec.minReplicas).toBe(2);
      expect(
        objects.some(
          ({ kind, spec }) =>
            kind === 'NetworkPolicy' &&
            Object.keys(spec.podSelector).length === 0 &&
            spec.policyTypes.length === 2,
        ),
      ).toBe(true);
      expect(
        objects
          .filter(({ kind }) => kind === 'Service')
          .every(
            ({ metadata }) =>
              metadata.labels['backstage.io/kubernetes-id'] === 'shop',
          ),
      ).toBe(true);
    },
  );

  it('lists every file of the base in its kustomization', () => {
    const files = renderPattern('app-routing-public', {
      ...inputs,
      exposure: 'public',
    });
    const base = files.find(({ path }) => path === 'base/kustomization.yaml');
    const { resources }: { resources: string[] } = parse(base!.content);

    expect(resources.map(name => `base/${name}`).sort()).toEqual(
      files
        .map(({ path }) => path)
        .filter(path => path.startsWith('base/') && !path.includes('kustom'))
        .sort(),
    );
  });

  it('takes a fixed way out by the annotation of the pods', () => {
    const objects: any[] = objectsOf('cluster-only', {
      ...inputs,
      exposure: 'cluster-only',
      staticEgress: 'partners',
    });

    expect(
      objects.find(({ kind }) => kind === 'Deployment').spec.template.metadata
        .annotations,
    ).toEqual({
      'kubernetes.azure.com/static-gateway-configuration': 'partners',
    });
  });

  it.each<[PatternId, string[]]>([
    ['cluster-only', []],
    // The sidecars need their control plane all the same.
    ['mesh-gateway', ['shop-way-out']],
  ])('lets a service of %s out to named hosts only', (id, others) => {
    const objects = objectsOf(id, {
      ...inputs,
      exposure: id === 'cluster-only' ? 'cluster-only' : 'internal',
      egressHosts: ['api.contoso.com', '*.fabrikam.com'],
    }) as any[];
    const [policy] = objects.filter(
      ({ kind }) => kind === 'CiliumNetworkPolicy',
    );

    expect(policy.spec.egress[1]).toEqual({
      toFQDNs: [
        { matchName: 'api.contoso.com' },
        { matchPattern: '*.fabrikam.com' },
      ],
      toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }],
    });
    expect(
      objects
        .filter(
          ({ kind, spec }) =>
            kind === 'NetworkPolicy' &&
            spec.podSelector.matchLabels?.['app.kubernetes.io/name'] &&
            spec.policyTypes.includes('Egress'),
        )
        .map(({ metadata }) => metadata.name),
    ).toEqual(others);
    expect(
      JSON.stringify(objects.filter(({ kind }) => kind === 'NetworkPolicy')),
    ).not.toMatch(/443/);
  });

  it('lets only its own namespace in when no callers are named', () => {
    const objects: any[] = objectsOf('cluster-only', {
      ...inputs,
      exposure: 'cluster-only',
      callers: [],
    });

    expect(
      objects.find(({ metadata }) => metadata.name === 'shop-callers').spec
        .ingress[0].from,
    ).toEqual([{ podSelector: {} }]);
  });

  it('lets sidecars reach the control plane of the mesh', () => {
    const objects: any[] = objectsOf('mesh-gateway', {
      ...inputs,
      exposure: 'internal',
    });

    expect(
      objects.find(({ metadata }) => metadata.name === 'shop-way-out').spec
        .egress,
    ).toContainEqual({
      to: [
        {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': 'aks-istio-system' },
          },
        },
      ],
      ports: [{ protocol: 'TCP', port: 15012 }],
    });
  });

  it.each<[PatternId, PatternExposure, string]>([
    ['mesh-gateway', 'public', 'privileged'],
    ['app-routing-public', 'public', 'baseline'],
    ['app-routing-internal', 'internal', 'baseline'],
    ['front-door-private-link', 'public', 'baseline'],
    ['application-gateway-for-containers', 'public', 'restricted'],
    ['cluster-only', 'cluster-only', 'restricted'],
    ['layer-4', 'internal', 'restricted'],
  ])(
    '%s for %s services has a namespace that takes the proxies it needs: %s',
    (id, exposure, level) => {
      const objects: any[] = objectsOf(id, { ...inputs, exposure });

      expect(
        objects.find(({ kind }) => kind === 'Namespace').metadata.labels,
      ).toMatchObject({ 'pod-security.kubernetes.io/enforce': level });
    },
  );

  it('takes the certificate for Application Gateway for Containers from a Secret, as it reads no Key Vault', () => {
    const objects: any[] = objectsOf('application-gateway-for-containers', {
      ...inputs,
      exposure: 'public',
      certificate: certificates['a Key Vault'],
    });

    expect(
      objects.find(({ kind }) => kind === 'Gateway').spec.listeners[0].tls,
    ).toEqual({
      mode: 'Terminate',
      certificateRefs: [{ kind: 'Secret', name: 'shop-tls' }],
    });
  });

  it.each([
    [
      undefined,
      { path: '/', match: { statusCodes: [{ start: 200, end: 499 }] } },
      { tcpSocket: { port: 'app' } },
    ],
    [
      '/healthz',
      { path: '/healthz', match: { statusCodes: [{ start: 200, end: 399 }] } },
      { httpGet: { path: '/healthz', port: 'app' } },
    ],
  ])(
    'has Application Gateway for Containers ask the pods as the kubelet does, with %s as the path',
    (healthPath, http, probe) => {
      const objects = objectsOf('application-gateway-for-containers', {
        ...inputs,
        exposure: 'public',
        healthPath,
      }) as any[];
      const of = (kind: string) => objects.find(each => each.kind === kind);

      expect(of('HealthCheckPolicy').spec).toMatchObject({
        targetRef: { group: '', kind: 'Service', name: 'shop' },
        default: { port: 8080, http },
      });
      expect(
        of('Deployment').spec.template.spec.containers[0].readinessProbe,
      ).toMatchObject(probe);
    },
  );

  it('asks the mesh for sidecars only where the pattern has them', () => {
    const labelsOf = (id: PatternId) =>
      objectsOf(id, { ...inputs, exposure: 'internal' }).find(
        ({ kind }) => kind === 'Namespace',
      )!.metadata.labels;

    expect(labelsOf('mesh-gateway')).toHaveProperty(
      ['istio.io/rev'],
      'asm-1-30',
    );
    expect(labelsOf('app-routing-internal')).not.toHaveProperty([
      'istio.io/rev',
    ]);
  });

  it('lets Front Door see the private link, and nobody through without an approval', () => {
    const annotationsOf = (given: Partial<PatternInputs>) =>
      (
        objectsOf('front-door-private-link', {
          ...inputs,
          exposure: 'public',
          ...given,
        }).find(({ kind }) => kind === 'Gateway') as any
      ).spec.infrastructure.annotations;
    const prefix = 'service.beta.kubernetes.io/azure-pls';

    expect(annotationsOf({})).toMatchObject({ [`${prefix}-visibility`]: '*' });
    expect(annotationsOf({})).not.toHaveProperty([`${prefix}-auto-approval`]);
    const all = annotationsOf({
      privateLinkSubnet: 'links',
      privateLinkAutoApproval: [
        '6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d03',
        '6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d04',
      ],
    });
    expect(all[`${prefix}-auto-approval`]).toBe(
      '6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d03 6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d04',
    );
    // More are refused below bundle v1.6 of the Gateway API.
    expect(Object.keys(all).length).toBeLessThanOrEqual(8);
  });

  it('is the same every time', () => {
    const given = { ...inputs, exposure: 'public' as const };

    expect(renderPattern('app-routing-public', given)).toEqual(
      renderPattern('app-routing-public', given),
    );
  });
});
