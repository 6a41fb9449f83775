import {
  analyze,
  clusterRow,
  onlyEntry,
  trafficOf,
  waysInto,
} from '../__testUtils__/analyze';
import { controller, ingress, service } from '../__testUtils__/builders';

const certificate = 'https://kv.example/certificates/web';
const asking = {
  'kubernetes.azure.com/ingress-host': 'web.example',
  'kubernetes.azure.com/tls-cert-keyvault-uri': certificate,
};
const value = 'webapprouting.kubernetes.azure.com/nginx';
const running = controller({
  name: 'nginx',
  namespace: 'app-routing-system',
  image: 'mcr.microsoft.com/oss/v2/ingress-nginx/controller:v1.13.9',
  args: ['/nginx-ingress-controller', `--controller-class=${value}`],
});

describe('A Service that asks the operator for an Ingress by annotations', () => {
  it('stands on managed NGINX', () => {
    const analysis = analyze([service({ annotations: asking })], {
      origin: 'files',
    });
    expect(onlyEntry(analysis)).toMatchObject({
      system: 'app-routing-nginx',
      hosts: ['web.example'],
      tls: 'terminate',
      exposure: 'unknown',
      attached: 'unknown',
      confidence: 'inferred',
      capabilities: { keyVaultCertificate: certificate },
    });
    expect(trafficOf(analysis)).toMatchObject({
      risk: 'high',
      findings: [
        {
          ruleId: 'app-routing-nginx-retirement',
          message: expect.stringContaining(
            'Service shop/web seems to be served',
          ),
        },
      ],
    });
  });

  it('is as public as the default controller', () => {
    const analysis = analyze([...running, service({ annotations: asking })], {
      origin: 'files',
    });
    expect(onlyEntry(analysis)).toMatchObject({
      controller: 'nginx',
      exposure: 'public',
      addresses: ['203.0.113.9'],
    });
  });

  it.each([
    [
      'both annotations are needed',
      [service({ annotations: { ...asking, [Object.keys(asking)[1]]: '' } })],
      { origin: 'files' },
    ],
    [
      'all Ingresses were read and it has none',
      [service({ annotations: asking })],
      { origin: 'api' },
    ],
    [
      'the add-on is off',
      [service({ annotations: asking })],
      {
        unread: ['ingresses'],
        rows: [
          clusterRow({ ingressProfile: { webAppRouting: { enabled: false } } }),
        ],
      },
    ],
  ] as const)(
    'has no entry point by them where %s',
    (_case, objects, options) => {
      expect(
        waysInto(
          analyze([...objects], {
            ...options,
            unread: [...('unread' in options ? options.unread : [])],
            rows: [...('rows' in options ? options.rows : [])],
          }),
        ),
      ).toEqual([]);
    },
  );

  it('is judged by the Ingress where that was read', () => {
    const analysis = analyze(
      [
        ...running,
        service({ annotations: asking }),
        ingress({ className: 'webapprouting.kubernetes.azure.com' }),
      ],
      { origin: 'files' },
    );
    expect(onlyEntry(analysis).resource.kind).toBe('Ingress');
  });
});
