import {
  MigrationTarget,
  TargetOption,
} from 'backstage-plugin-aks-traffic-common';
import {
  analyze,
  AnalyzeOptions,
  assessmentOf,
  clusterRow,
} from '../__testUtils__/analyze';
import { deployment } from '../__testUtils__/builders';
import { communityNginx, nginxPrefix } from '../__testUtils__/retiring';
import { ResourceRow } from '../model/estate';

const ready = (
  version: string | undefined,
  more: Record<string, unknown> = {},
): ResourceRow =>
  clusterRow({
    currentKubernetesVersion: version,
    networkProfile: { networkPlugin: 'azure' },
    ingressProfile: {
      gatewayAPI: { installation: 'Standard' },
      applicationLoadBalancer: { enabled: true },
      webAppRouting: {
        gatewayAPIImplementations: { appRoutingIstio: { mode: 'Enabled' } },
      },
      ...more,
    },
  });

const meshRow = (version = '1.36.2'): ResourceRow =>
  clusterRow({
    currentKubernetesVersion: version,
    networkProfile: { networkPlugin: 'azure' },
    ingressProfile: {
      gatewayAPI: { installation: 'Standard' },
      applicationLoadBalancer: { enabled: true },
    },
    serviceMeshProfile: { mode: 'Istio', istio: { revisions: ['asm-1-30'] } },
  });

function targetsOf(
  setup: Parameters<typeof communityNginx>[0] = {},
  options: AnalyzeOptions = { rows: [ready('1.36.2')] },
): TargetOption[] {
  return assessmentOf(analyze(communityNginx(setup), options)).targets;
}

function optionOf(
  target: MigrationTarget,
  ...parameters: Parameters<typeof targetsOf>
): TargetOption {
  return targetsOf(...parameters).find(each => each.target === target)!;
}

const recommended = (targets: readonly TargetOption[]) =>
  targets.filter(each => each.recommended).map(({ target }) => target);

describe('the targets of a service', () => {
  it('are all listed, the one to take first', () => {
    const targets = targetsOf();
    expect(targets.map(({ target, eligible }) => [target, eligible])).toEqual([
      ['app-routing-gateway-api', true],
      ['application-gateway-for-containers', true],
      ['istio', false],
    ]);
    expect(recommended(targets)).toEqual(['app-routing-gateway-api']);
  });

  it('come by what they have nothing for', () => {
    const targets = targetsOf({ annotations: { affinity: 'cookie' } });
    expect(targets[0]).toMatchObject({
      target: 'application-gateway-for-containers',
      recommended: true,
      blockedBy: [],
    });
    expect(
      optionOf('app-routing-gateway-api', {
        annotations: { affinity: 'cookie' },
      }),
    ).toMatchObject({
      effort: 'high',
      blockedBy: [`${nginxPrefix}/affinity`],
    });
  });

  it('come by what has to be done first, where all else is equal', () => {
    const rows = [
      clusterRow({
        currentKubernetesVersion: '1.36.2',
        networkProfile: { networkPlugin: 'azure' },
        ingressProfile: {
          gatewayAPI: { installation: 'Standard' },
          applicationLoadBalancer: { enabled: true },
        },
      }),
    ];
    expect(recommended(targetsOf({}, { rows }))).toEqual([
      'application-gateway-for-containers',
    ]);
  });

  it('include none to recommend where each would open the service to more callers', () => {
    const setup = { annotations: { 'auth-url': 'https://login.example/auth' } };
    const targets = targetsOf(setup);
    expect(recommended(targets)).toEqual([]);
    expect(targets[0].reasons.join(' ')).toMatch(
      /Without auth-url the service is open to more callers/,
    );
  });

  it('prefer one that keeps the protection', () => {
    const setup = { annotations: { 'auth-url': 'https://login.example/auth' } };
    expect(recommended(targetsOf(setup, { rows: [meshRow()] }))).toEqual([
      'istio',
    ]);
  });

  it('are not recommended while something is not known', () => {
    const targets = targetsOf({}, {});
    expect(targets.map(({ eligible }) => eligible)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(recommended(targets)).toEqual([]);
  });

  it.each([
    ['a portable annotation', { 'app-root': '/start' }, '1.36.2', 'low'],
    ['a policy', { 'proxy-read-timeout': '120' }, '1.36.2', 'medium'],
    ['nothing for it', { 'limit-rps': '5' }, '1.36.2', 'high'],
    ['an annotation nobody knows', { 'no-such': 'x' }, '1.36.2', 'low'],
    ['no version to go by', { 'enable-cors': 'true' }, undefined, 'unknown'],
  ])(
    'say how much work the move is: %s',
    (_what, annotations, version, effort) => {
      const objects = communityNginx({ annotations });
      const managed = objects.map(object =>
        JSON.parse(
          JSON.stringify(object).replaceAll(
            'k8s.io/ingress-nginx',
            'webapprouting.kubernetes.azure.com/nginx',
          ),
        ),
      );
      const { targets } = assessmentOf(
        analyze(managed, { rows: [ready(version)] }),
      );
      expect(
        targets.find(({ target }) => target === 'app-routing-gateway-api')
          ?.effort,
      ).toBe(effort);
    },
  );
});

describe('annotations of others than ingress-nginx', () => {
  it.each<[string, string[]]>([
    // The listener of a Gateway has the same option, and Application Gateway for Containers has none.
    [
      'kubernetes.azure.com/tls-cert-keyvault-uri',
      ['application-gateway-for-containers'],
    ],
    [
      'appgw.ingress.kubernetes.io/request-timeout',
      [
        'app-routing-gateway-api',
        'application-gateway-for-containers',
        'istio',
      ],
    ],
    ['cert-manager.io/cluster-issuer', []],
  ])('%s is to be looked at for %j', (key, targets) => {
    const objects = communityNginx().map(object =>
      object.kind === 'Ingress'
        ? {
            ...object,
            metadata: { ...object.metadata, annotations: { [key]: 'x' } },
          }
        : object,
    );
    const options = assessmentOf(
      analyze(objects, { rows: [ready('1.36.2')] }),
    ).targets;
    expect(
      options
        .filter(({ reasons }) =>
          reasons.join(' ').includes(key.slice(key.indexOf('/') + 1)),
        )
        .map(({ target }) => target)
        .sort(),
    ).toEqual(targets);
  });
});

describe('what a service asks of a target', () => {
  const requirementOf = (
    target: MigrationTarget,
    id: string,
    ...parameters: Parameters<typeof targetsOf>
  ) =>
    optionOf(target, ...parameters).requirements.find(each => each.id === id);

  it.each([
    ['1.35.4', false, /Needs AKS 1\.36 for enable-cors, has 1\.35\.4/],
    [undefined, 'unknown', /version of the cluster was not read/],
  ])('a version of AKS, where it has %s: %s', (version, met, message) => {
    const found = requirementOf(
      'app-routing-gateway-api',
      'aks-version',
      { annotations: { 'enable-cors': 'true' } },
      { rows: [ready(version)] },
    );
    expect(found?.met).toBe(met);
    expect(found?.message).toMatch(message);
  });

  it('no version where the target has another way', () => {
    expect(
      requirementOf(
        'istio',
        'aks-version',
        { annotations: { 'enable-cors': 'true' } },
        { rows: [meshRow('1.35.4')] },
      ),
    ).toBeUndefined();
  });

  it('a static address, which Application Gateway for Containers cannot have', () => {
    const target = 'application-gateway-for-containers';
    const objects = communityNginx().map(object =>
      object.kind === 'Service' && object.metadata.namespace === 'ingress'
        ? {
            ...object,
            metadata: {
              ...object.metadata,
              annotations: {
                'service.beta.kubernetes.io/azure-pip-name': 'pip-edge',
              },
            },
          }
        : object,
    );
    const { targets } = assessmentOf(
      analyze(objects, { rows: [ready('1.36.2')] }),
    );
    const option = targets.find(each => each.target === target)!;
    expect(option.eligible).toBe(false);
    expect(
      option.requirements.find(({ id }) => id === 'static-address'),
    ).toMatchObject({ met: false, evidence: [{ value: 'pip-edge' }] });
    expect(requirementOf(target, 'static-address')).toBeUndefined();
    expect(requirementOf('istio', 'static-address')).toBeUndefined();
  });

  it('a private frontend, about which sources do not agree', () => {
    const found = requirementOf(
      'application-gateway-for-containers',
      'private-frontend',
      { internal: true },
    );
    expect(found?.met).toBe('unknown');
    expect(found?.evidence).not.toEqual([]);
  });

  it.each<[MigrationTarget, string, boolean | 'unknown']>([
    ['application-gateway-for-containers', '1.36.2', false],
    ['app-routing-gateway-api', '1.35.4', false],
    ['app-routing-gateway-api', '1.36.2', 'unknown'],
    ['istio', '1.35.4', true],
  ])(
    'TLS to be passed on unopened, by %s on %s: %s',
    (target, version, met) => {
      expect(
        requirementOf(
          target,
          'tls-passthrough',
          {
            annotations: { 'ssl-passthrough': 'true' },
            tls: [{ hosts: ['web.example'] }],
          },
          { rows: [ready(version)] },
        )?.met,
      ).toBe(met);
    },
  );

  it('several routes where one host has more than 16 paths', () => {
    const paths = Array.from({ length: 37 }, (_, index) => ({
      path: `/p${index}`,
      pathType: 'Prefix',
      backend: { service: { name: 'web', port: { number: 80 } } },
    }));
    const found = requirementOf('istio', 'route-rules', {
      ingressSpec: { rules: [{ host: 'web.example', http: { paths } }] },
    });
    expect(found).toMatchObject({ met: true, evidence: [{ value: '37' }] });
    expect(found?.message).toMatch(/37 paths and becomes 3 routes/);
  });

  it('a version of the ALB Controller', () => {
    const controller = (tag: string) =>
      deployment({
        name: 'alb-controller',
        namespace: 'azure-alb-system',
        image: `mcr.microsoft.com/application-lb/images/alb-controller:${tag}`,
      });
    const lacking = (tag: string) =>
      assessmentOf(
        analyze(
          [
            ...communityNginx({ annotations: { 'enable-cors': 'true' } }),
            controller(tag),
          ],
          { rows: [ready('1.36.2')] },
        ),
      )
        .targets.flatMap(({ requirements }) => requirements)
        .find(({ id }) => id === 'alb-controller-version');
    expect(lacking('1.10.27')).toMatchObject({
      met: false,
      message: expect.stringContaining('1.11.1 for enable-cors; 1.10.27 runs'),
    });
    expect(lacking('1.11.1')).toBeUndefined();
    expect(lacking('latest')?.met).toBe('unknown');
  });
});
