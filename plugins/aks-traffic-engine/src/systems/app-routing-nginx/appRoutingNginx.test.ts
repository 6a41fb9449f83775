import {
  analyze,
  clusterRow,
  onlyEntry,
  orphansOf,
  trafficOf,
  waysInto,
} from '../../__testUtils__/analyze';
import {
  controller,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { KubernetesObject } from '../../model/observation';

const image = 'mcr.microsoft.com/oss/v2/ingress-nginx/controller:v1.13.9';
const defaultClass = 'webapprouting.kubernetes.azure.com';
const defaultValue = `${defaultClass}/nginx`;

function managed(options: {
  name?: string;
  controllerClass?: string;
  className?: string;
  namespace?: string;
  internal?: boolean;
  address?: string;
}): KubernetesObject[] {
  const { name = 'nginx', namespace = 'app-routing-system' } = options;
  return controller({
    ...options,
    name,
    namespace,
    image,
    args: [
      '/nginx-ingress-controller',
      `--ingress-class=${options.className ?? defaultClass}`,
      `--controller-class=${options.controllerClass ?? defaultValue}`,
      `--publish-service=$(POD_NAMESPACE)/${name}`,
    ],
  });
}

function nginxIngressController(
  name: string,
  className: string,
): KubernetesObject {
  return {
    apiVersion: 'approuting.kubernetes.azure.com/v1alpha1',
    kind: 'NginxIngressController',
    metadata: { name },
    spec: { ingressClassName: className, controllerNamePrefix: 'nginx' },
  };
}

describe('managed NGINX of the application routing add-on', () => {
  it.each([
    ['its default class', managed({}), defaultClass, defaultValue, 'public'],
    [
      'a custom controller under any class name',
      managed({
        name: 'nginx-1',
        className: 'partners',
        controllerClass: 'approuting.kubernetes.azure.com/partners',
      }),
      'partners',
      'approuting.kubernetes.azure.com/partners',
      'public',
    ],
    [
      'a custom controller with the class name nginx',
      managed({
        name: 'nginx-1',
        className: 'nginx',
        controllerClass: 'approuting.kubernetes.azure.com/own',
        internal: true,
        address: '10.1.0.9',
      }),
      'nginx',
      'approuting.kubernetes.azure.com/own',
      'internal',
    ],
  ])('is proven for %s', (_case, running, className, value, exposure) => {
    const address = exposure === 'public' ? '203.0.113.9' : '10.1.0.9';
    expect(
      waysInto(
        analyze([
          ...running,
          ingressClass(className, value),
          service(),
          ingress({ className, addresses: [address] }),
        ]),
      ),
    ).toEqual([`app-routing-nginx ${exposure} proven`]);
  });

  it('is recognised without its custom resource, as after the add-on is switched off', () => {
    const { cluster } = analyze(
      [...managed({}), ingressClass(defaultClass, defaultValue)],
      {
        rows: [
          clusterRow({ ingressProfile: { webAppRouting: { enabled: false } } }),
        ],
      },
    );
    expect(cluster.controllers).toMatchObject([
      {
        system: 'app-routing-nginx',
        name: 'nginx',
        version: '1.13.9',
        classes: [defaultClass],
        exposure: 'public',
        addresses: ['203.0.113.9'],
        retirement: 'RET-NGINX-AKS',
      },
    ]);
  });

  it.each([
    ['another controller value', ['--controller-class=k8s.io/ingress-nginx']],
    ['no controller value', []],
  ])(
    'is not what runs the same image in its namespace with %s',
    (_case, args) => {
      expect(
        analyze(controller({ image, args, namespace: 'app-routing-system' }))
          .cluster.controllers,
      ).toMatchObject([{ system: 'ingress-nginx' }]);
    },
  );

  it('leaves a custom class without its controller an orphan', () => {
    const analysis = analyze([
      ...managed({}),
      ingressClass('gone', 'approuting.kubernetes.azure.com/gone'),
      service(),
      ingress({ className: 'gone' }),
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['Ingress web', 'IngressClass gone']);
  });

  it.each([
    [true, 'proven'],
    [false, 'inferred'],
  ])(
    'rests on its objects and the row (add-on on: %s) where workloads were not read',
    (enabled, confidence) => {
      const analysis = analyze(
        [
          nginxIngressController('partners', 'edge'),
          ingressClass('edge', 'approuting.kubernetes.azure.com/partners'),
          service(),
          ingress({ className: 'edge' }),
        ],
        {
          unread: ['deployments'],
          rows: [
            clusterRow({ ingressProfile: { webAppRouting: { enabled } } }),
          ],
        },
      );
      expect(waysInto(analysis)).toEqual([
        `app-routing-nginx public ${confidence}`,
      ]);
    },
  );

  it.each([
    ['nothing of NGINX', {}, 1],
    [
      'a default type',
      { nginx: { defaultIngressControllerType: 'AnnotationControlled' } },
      1,
    ],
    ['no NGINX', { nginx: { defaultIngressControllerType: 'None' } }, 0],
    [
      'nothing of NGINX, and the Gateway API',
      {
        gatewayAPIImplementations: { appRoutingIstio: { mode: 'Enabled' } },
      },
      0,
    ],
    ['that it is off', { enabled: false }, 0],
  ])(
    'is expected of an unreachable cluster whose row says of the add-on: %s',
    (_case, more, count) => {
      const { cluster } = analyze([], {
        unread: ['deployments'],
        rows: [
          clusterRow({
            ingressProfile: { webAppRouting: { enabled: true, ...more } },
          }),
        ],
      });
      expect(cluster.controllers).toHaveLength(count);
      expect(
        cluster.findings.filter(
          ({ ruleId }) => ruleId === 'app-routing-nginx-retirement',
        ),
      ).toHaveLength(count);
    },
  );

  describe('is as public as it is meant to be', () => {
    const internal = {
      'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
    };
    const custom = (annotations?: Record<string, string>) => ({
      ...nginxIngressController('edge', 'edge'),
      spec: {
        ingressClassName: 'edge',
        loadBalancerAnnotations: annotations,
      },
    });
    const withDefault = (nginxDefault: string) => [
      clusterRow({
        ingressProfile: {
          webAppRouting: {
            enabled: true,
            nginx: { defaultIngressControllerType: nginxDefault },
          },
        },
      }),
    ];
    const leading = (className: string) => [
      service(),
      ingress({ className, addresses: [] }),
    ];

    it.each([
      [undefined, 'public'],
      [internal, 'internal'],
    ])(
      'in files, by its object with annotations %j',
      (annotations, exposure) => {
        const analysis = analyze([custom(annotations), ...leading('edge')], {
          origin: 'files',
        });
        expect(waysInto(analysis)).toEqual([
          `app-routing-nginx ${exposure} inferred`,
        ]);
        expect(analysis.cluster.controllers).toMatchObject([{ exposure }]);
      },
    );

    it('in files, with the address and the sources its object asks for', () => {
      expect(
        onlyEntry(
          analyze(
            [
              custom({
                'service.beta.kubernetes.io/azure-pip-name': 'pip-edge',
                'service.beta.kubernetes.io/azure-allowed-ip-ranges':
                  '192.0.2.0/24',
              }),
              ...leading('edge'),
            ],
            { origin: 'files' },
          ),
        ).capabilities,
      ).toMatchObject({
        staticAddress: 'pip-edge',
        sourceRanges: '192.0.2.0/24',
      });
    });

    it.each([
      ['External', 'public'],
      ['Internal', 'internal'],
      ['AnnotationControlled', 'unknown'],
      ['None', 'unknown'],
    ])('in files, by the row with default type %s', (type, exposure) => {
      expect(
        waysInto(
          analyze(leading(defaultClass), {
            origin: 'files',
            rows: withDefault(type),
          }),
        ),
      ).toEqual([`app-routing-nginx ${exposure} inferred`]);
    });

    it('and a finding where its address is public all the same', () => {
      const running = managed({
        name: 'nginx-edge',
        className: 'edge',
        controllerClass: 'approuting.kubernetes.azure.com/edge',
      });
      const ruleIdsWith = (annotations?: Record<string, string>) =>
        trafficOf(
          analyze([
            ...running,
            custom(annotations),
            ingressClass('edge', 'approuting.kubernetes.azure.com/edge'),
            service(),
            ingress({ className: 'edge' }),
          ]),
        ).findings.map(({ ruleId }) => ruleId);
      expect(ruleIdsWith(internal)).toContain('exposure-mismatch');
      expect(ruleIdsWith()).not.toContain('exposure-mismatch');
    });
  });

  it('tells the certificate, the DNS zones, the allowed sources and the bounds of scaling', () => {
    const entry = onlyEntry(
      analyze(
        [
          ...managed({}),
          ingressClass(defaultClass, defaultValue),
          service(),
          ingress({
            className: defaultClass,
            annotations: {
              'kubernetes.azure.com/tls-cert-keyvault-uri':
                'https://kv.example/certificates/web',
              'nginx.ingress.kubernetes.io/whitelist-source-range':
                '192.0.2.0/24',
            },
          }),
          {
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            metadata: { name: 'nginx', namespace: 'app-routing-system' },
            spec: {
              scaleTargetRef: { kind: 'Deployment', name: 'nginx' },
              minReplicas: 2,
              maxReplicas: 100,
            },
          },
        ],
        {
          rows: [
            clusterRow({
              ingressProfile: {
                webAppRouting: {
                  enabled: true,
                  dnsZoneResourceIds: [
                    '/subscriptions/0/dnszones/shop.example',
                  ],
                },
              },
            }),
          ],
        },
      ),
    );
    expect(entry.tls).toBe('terminate');
    expect(entry.capabilities).toMatchObject({
      tlsEndsAt: 'cluster',
      keyVaultCertificate: 'https://kv.example/certificates/web',
      dnsZones: 'shop.example',
      sourceRanges: '192.0.2.0/24',
      autoscaling: '2-100',
    });
  });
});
