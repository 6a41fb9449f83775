import {
  analyze,
  AnalyzeOptions,
  assessmentOf,
  clusterId,
  clusterRow,
} from '../__testUtils__/analyze';
import {
  controller,
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  ingress,
  ingressClass,
  service,
} from '../__testUtils__/builders';
import {
  communityNginx,
  managedNginx,
  nginxImage,
  nginxPrefix,
} from '../__testUtils__/retiring';
import { KubernetesObject } from '../model/observation';

function assess(objects: KubernetesObject[], options?: AnalyzeOptions) {
  return assessmentOf(analyze(objects, options));
}

function lineIds(...parameters: Parameters<typeof assess>): string[] {
  return assess(...parameters).lines.map(({ id }) => id);
}

describe('the retirements of a service', () => {
  it('are those of the controller that really serves it, with the reason', () => {
    const [retirement, ...others] = assess(communityNginx()).retirements;
    expect(others).toEqual([]);
    expect(retirement).toMatchObject({
      retirement: 'RET-NGINX-UPSTREAM',
      date: '2026-03-31',
      state: 'ended',
    });
    expect(retirement.statement).toMatch(/support ended in March 2026/);
    expect(retirement.doesNotMean).toMatch(/F5 NGINX Ingress Controller/);
    expect(retirement.evidence.map(({ value }) => value)).toContain(nginxImage);
  });

  it.each([
    ['2026-08-01', 'announced', 'support ends in November 2026'],
    ['2026-10-31', 'approaching', 'support ends in November 2026'],
    ['2026-11-30', 'ending', 'support ends in November 2026'],
    [
      '2026-12-01',
      'ended',
      'support ended in November 2026 according to the last statement seen',
    ],
  ])('of managed NGINX read on %s: %s', (now, state, clause) => {
    const [retirement] = assess([...managedNginx(), service()], {
      now,
    }).retirements;
    expect(retirement).toMatchObject({ retirement: 'RET-NGINX-AKS', state });
    expect(retirement.statement).toContain(clause);
    expect(retirement.doesNotMean).toMatch(/does not mean that traffic stops/);
  });

  it('come nearest first', () => {
    const both = assess([...communityNginx(), ...managedNginx('other')]);
    expect(both.retirements.map(({ retirement }) => retirement)).toEqual([
      'RET-NGINX-UPSTREAM',
      'RET-NGINX-AKS',
    ]);
  });

  it('include the generation of an application gateway', () => {
    const gatewayId = `${clusterId.slice(
      0,
      clusterId.indexOf('/providers'),
    )}/providers/Microsoft.Network/applicationGateways/agw`;
    const assessment = assess(
      [
        ingressClass('azure-application-gateway', 'azure/application-gateway'),
        deployment({
          name: 'ingress-appgw',
          namespace: 'kube-system',
          image:
            'mcr.microsoft.com/azure-application-gateway/kubernetes-ingress:1.9.4',
        }),
        ingress({ className: 'azure-application-gateway' }),
        service(),
      ],
      {
        rows: [
          clusterRow({
            addonProfiles: {
              ingressApplicationGateway: {
                enabled: true,
                config: { effectiveApplicationGatewayId: gatewayId },
              },
            },
          }),
          {
            id: gatewayId,
            name: 'agw',
            type: 'microsoft.network/applicationgateways',
            properties: { sku: { tier: 'WAF' } },
          },
        ],
      },
    );
    expect(assessment.retirements).toMatchObject([
      { retirement: 'RET-APPGW-V1', state: 'ended' },
    ]);
    expect(assessment.targets).toHaveLength(3);
  });

  it('are those of a load balancer where nothing else is in front', () => {
    const assessment = assess(
      [service({ type: 'LoadBalancer', addresses: ['203.0.113.9'] })],
      { rows: [clusterRow({ networkProfile: { loadBalancerSku: 'basic' } })] },
    );
    expect(assessment.retirements).toMatchObject([
      { retirement: 'RET-BASIC-LB', state: 'ended' },
    ]);
    expect(assessment).toMatchObject({ effort: 'medium', targets: [] });
    expect(assessment.lines.map(({ id }) => id)).toEqual([
      'support-ended',
      'public-exposure',
      'effort-medium',
    ]);
  });

  it.each<[string, KubernetesObject[]]>([
    [
      'F5 NGINX Ingress Controller',
      [
        ...controller({ image: 'nginx/nginx-ingress:5.2.1' }),
        ingressClass('nginx', 'nginx.org/ingress-controller'),
        ingress({ className: 'nginx' }),
      ],
    ],
    [
      'NGINX Gateway Fabric',
      [
        ...controller({ image: 'ghcr.io/nginx/nginx-gateway-fabric:2.2.1' }),
        gatewayClass('nginx', 'gateway.nginx.org/nginx-gateway-controller'),
        gateway({ className: 'nginx' }),
        httpRoute({
          controllerName: 'gateway.nginx.org/nginx-gateway-controller',
        }),
      ],
    ],
    [
      'Traefik',
      [
        ...controller({
          image: 'docker.io/library/traefik:v3.7.9',
          args: ['--providers.kubernetesingress'],
        }),
        ingressClass('traefik', 'traefik.io/ingress-controller'),
        ingress({ className: 'traefik' }),
      ],
    ],
    [
      "Traefik's provider for NGINX annotations",
      [
        ...controller({
          image: 'docker.io/library/traefik:v3.7.9',
          args: ['--providers.kubernetesingressnginx'],
        }),
        ingressClass('nginx', 'k8s.io/ingress-nginx'),
        ingress({
          className: 'nginx',
          annotations: { [`${nginxPrefix}/enable-cors`]: 'true' },
        }),
      ],
    ],
  ])('never include any for %s', (_name, objects) => {
    const assessment = assess([...objects, service()]);
    expect(assessment).toMatchObject({
      retirements: [],
      score: 0,
      lines: [],
      effort: 'none',
      targets: [],
    });
  });
});

describe('the score of a service', () => {
  it('is the sum of its lines', () => {
    const assessment = assess(communityNginx(), {
      rows: [clusterRow({ currentKubernetesVersion: '1.36.2' })],
    });
    expect(assessment.lines.map(({ id, points }) => `${points} ${id}`)).toEqual(
      ['45 support-ended', '20 public-exposure', '5 effort-medium'],
    );
    expect(assessment.score).toBe(70);
  });

  it('counts a move that nothing certain is known of like one that is much work', () => {
    const { effort, lines } = assess(communityNginx());
    expect(effort).toBe('unknown');
    expect(lines.at(-1)).toMatchObject({
      id: 'effort-unknown',
      points: 10,
      message: expect.stringContaining('which target the cluster can have'),
    });
  });

  it('counts a move that every target stands against as much work', () => {
    const { effort, lines } = assess(communityNginx(), {
      rows: [
        clusterRow({
          currentKubernetesVersion: '1.29.4',
          networkProfile: { networkPlugin: 'kubenet' },
          serviceMeshProfile: {
            mode: 'Istio',
            istio: { revisions: ['asm-1-26'] },
          },
          ingressProfile: {
            webAppRouting: {
              gatewayAPIImplementations: {
                appRoutingIstio: { mode: 'Enabled' },
              },
            },
          },
        }),
      ],
    });
    expect(effort).toBe('high');
    expect(lines.at(-1)).toMatchObject({
      id: 'effort-high',
      message: expect.stringContaining('stands against every target'),
    });
    expect(lines.at(-1)?.evidence).not.toEqual([]);
  });

  it('ends at 100, whatever the lines add up to', () => {
    const assessment = assess(
      communityNginx({
        image: 'registry.k8s.io/ingress-nginx/controller:v1.9.6',
        annotations: {
          'server-snippet': 'return 200;',
          'auth-url': 'https://login.example/auth',
        },
      }),
    );
    expect(assessment.lines.map(({ id }) => id)).toEqual([
      'support-ended',
      'public-exposure',
      'raw-configuration',
      'access-control',
      'known-vulnerabilities',
      'effort-high',
    ]);
    const sum = assessment.lines.reduce(
      (total, line) => total + line.points,
      0,
    );
    expect(sum).toBeGreaterThan(100);
    expect(assessment.score).toBe(100);
  });

  it.each([
    [
      'v1.11.4',
      /1\.11\.4.*CVE-2026-1580.*CVE-2025-1974/,
      'known-vulnerabilities',
    ],
    ['v1.13.8', /1\.13\.8, which lacks the last fixes/, 'outdated-version'],
    ['custom', /version of NGINX was not read/, 'unknown-version'],
  ])('goes by the version %s', (tag, message, id) => {
    const line = assess(
      communityNginx({
        image: `registry.k8s.io/ingress-nginx/controller:${tag}`,
      }),
    ).lines.find(each => each.id === id);
    expect(line?.message).toMatch(message);
  });

  it('counts who can reach the controller that is retiring, not other ways in', () => {
    expect(lineIds(communityNginx({ internal: true }))).toContain(
      'internal-exposure',
    );
    expect(
      lineIds([
        ...communityNginx({ internal: true }).slice(0, -1),
        service({ type: 'LoadBalancer', addresses: ['203.0.113.20'] }),
      ]),
    ).toContain('internal-exposure');
  });

  it('counts an address that is still to come, and one that is not known, as public', () => {
    const objects = communityNginx({ addresses: [] }).map(object =>
      object.kind === 'Service' ? { ...object, status: {} } : object,
    );
    const [line] = assess(objects).lines.filter(({ id }) =>
      id.endsWith('-exposure'),
    );
    expect(line).toMatchObject({ id: 'unknown-exposure', points: 20 });
    expect(line.message).toMatch(/has no address yet/);
  });

  it('says that there may be more where not everything was read', () => {
    expect(lineIds(communityNginx(), { unread: ['httproutes'] })).toContain(
      'partly-read',
    );
  });

  it.each([
    ['what leads to it', ['ingresses']],
    ['what controllers there are', ['deployments']],
  ])('is absent where too little was read of %s', (_what, unread) => {
    const objects = [service(), deployment({})].filter(
      ({ kind }) => kind !== 'Deployment' || !unread.includes('deployments'),
    );
    const { score, effort } = assess(objects, { unread });
    expect({ score, effort }).toEqual({ score: undefined, effort: 'unknown' });
  });

  it('is absent where nobody can say what serves it', () => {
    const assessment = assess([ingress({ className: 'mystery' }), service()], {
      unread: ['ingressclasses'],
    });
    expect(assessment.score).toBeUndefined();
    expect(assessment.retirements).toEqual([]);
  });

  it('is absent where the SKU of its load balancer was not read', () => {
    const objects = [
      service({ type: 'LoadBalancer', addresses: ['203.0.113.9'] }),
    ];
    const other = {
      id: '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network/natGateways/n',
      name: 'n',
      type: 'microsoft.network/natgateways',
    };
    expect(assess(objects, { rows: [other] }).score).toBeUndefined();
    expect(assess(objects, { rows: [clusterRow()] }).score).toBe(0);
  });

  it('has evidence for every line, or says what was not read', () => {
    const { lines } = assess(
      communityNginx({ annotations: { 'limit-rps': '5' } }),
    );
    expect(lines.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
  });
});

describe('an assessment', () => {
  it('has a verdict for every annotation of ingress-nginx, whoever serves the Ingress', () => {
    const { annotations } = assess([
      ...controller({ image: 'nginx/nginx-ingress:5.2.1' }),
      ingressClass('nginx', 'nginx.org/ingress-controller'),
      ingress({
        className: 'nginx',
        annotations: {
          [`${nginxPrefix}/proxy-read-timeout`]: '120',
          [`${nginxPrefix}/no-such-name`]: 'x',
        },
      }),
      service(),
    ]);
    expect(annotations.map(({ name, effective }) => [name, effective])).toEqual(
      [
        ['no-such-name', false],
        ['proxy-read-timeout', false],
      ],
    );
  });

  it('has what the Ingress inherits', () => {
    expect(assess(communityNginx()).effects.map(({ id }) => id)).toContain(
      'controller-settings-unknown',
    );
  });

  it('names the workloads of the service, where they were looked up', () => {
    expect(assess(communityNginx()).workloads).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      },
    ]);
    expect(assess([service()]).workloads).toEqual([]);
    expect(
      assess([service()], { unread: ['deployments'] }).workloads,
    ).toBeUndefined();
  });

  it('costs nothing for services that nothing retiring serves', () => {
    const { assessments } = analyze([service(), service({ name: 'other' })]);
    const [first, second] = assessments;
    expect(first.lines).toBe(second.lines);
    expect(first.annotations).toBe(second.annotations);
    expect(first.targets).toBe(second.targets);
  });
});
