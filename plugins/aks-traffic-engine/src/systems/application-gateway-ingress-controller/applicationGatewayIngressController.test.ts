import {
  analyze,
  clusterId,
  clusterRow,
  onlyEntry,
  orphansOf,
  trafficOf,
  waysInto,
} from '../../__testUtils__/analyze';
import {
  deployment,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { ResourceRow } from '../../model/estate';

const value = 'azure/application-gateway';
const className = 'azure-application-gateway';
const running = deployment({
  name: 'ingress-appgw-deployment',
  namespace: 'kube-system',
  image: 'mcr.microsoft.com/azure-application-gateway/kubernetes-ingress:1.9.4',
});
const ownClass = ingressClass(className, value);
const usePrivateIp = {
  'appgw.ingress.kubernetes.io/use-private-ip': 'true',
};

function gatewayRow(frontends: unknown[]): ResourceRow {
  return {
    id: '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network/applicationGateways/agw',
    name: 'agw',
    type: 'microsoft.network/applicationgateways',
    subscriptionId: '0000',
    resourceGroup: 'rg',
    tags: { 'ingress-for-aks-cluster-id': clusterId },
    properties: {
      sku: { tier: 'WAF_v2' },
      firewallPolicy: { id: '/subscriptions/0000/wafpolicies/strict' },
      autoscaleConfiguration: { minCapacity: 2, maxCapacity: 10 },
      frontendIPConfigurations: frontends,
    },
  };
}

const publicFrontend = {
  name: 'public',
  properties: { publicIPAddress: { id: '/subscriptions/0000/publicips/agw' } },
};
const privateFrontend = {
  name: 'private',
  properties: { privateIPAddress: '10.9.0.10' },
};

describe('Application Gateway Ingress Controller', () => {
  it.each([
    ['the field', { className }],
    ['the annotation', { annotation: value }],
    [
      'the annotation, which wins over the field',
      { annotation: value, className: 'other' },
    ],
  ])('serves by %s', (_case, named) => {
    expect(
      waysInto(
        analyze([
          running,
          ownClass,
          ingressClass('other', 'example.com/other'),
          service(),
          ingress(named),
        ]),
      ),
    ).toEqual(['application-gateway-ingress-controller public proven']);
  });

  it('needs the name of its class and its controller value to match', () => {
    const analysis = analyze([
      running,
      ingressClass('another', value),
      service(),
      ingress({ className: 'another', addresses: [] }),
    ]);
    expect(orphansOf(analysis)).toEqual([
      'Ingress web',
      'IngressClass another',
    ]);
  });

  it('may have been given another class where its users installed it, so its address decides', () => {
    const analysis = analyze([
      { ...running, metadata: { name: 'agic', namespace: 'ingress' } },
      ingressClass('another', value),
      service(),
      ingress({ className: 'another', addresses: ['203.0.113.9'] }),
    ]);
    expect(waysInto(analysis)).toEqual([
      'application-gateway-ingress-controller public inferred',
    ]);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it('is known by the class where several of them may serve it', () => {
    const analysis = analyze([
      { ...running, metadata: { name: 'agic-1', namespace: 'ingress' } },
      { ...running, metadata: { name: 'agic-2', namespace: 'ingress' } },
      ingressClass('another', value),
      service(),
      ingress({ className: 'another', addresses: ['203.0.113.9'] }),
    ]);
    expect(waysInto(analysis)).toEqual([
      'application-gateway-ingress-controller public inferred',
    ]);
    expect(onlyEntry(analysis).controller).toBeUndefined();
  });

  it.each([
    [true, ['application-gateway-ingress-controller public proven']],
    [false, []],
  ])(
    'serves an Ingress without a class while its class is the default: %s',
    (isDefault, expected) => {
      expect(
        waysInto(
          analyze([
            running,
            ingressClass(className, value, { isDefault }),
            service(),
            ingress(),
          ]),
        ),
      ).toEqual(expected);
    },
  );

  it('is known from the add-on in the row', () => {
    const rows = [
      clusterRow({
        addonProfiles: { IngressApplicationGateway: { enabled: true } },
      }),
    ];
    expect(
      waysInto(
        analyze([ownClass, service(), ingress({ className })], {
          unread: ['deployments'],
          rows,
        }),
      ),
    ).toEqual(['application-gateway-ingress-controller public proven']);
  });

  it('is private where the Ingress asks for it, and shows the firewall of the gateway', () => {
    const analysis = analyze(
      [
        running,
        ownClass,
        service(),
        ingress({
          className,
          annotations: usePrivateIp,
          addresses: ['10.9.0.10'],
        }),
      ],
      { rows: [clusterRow(), gatewayRow([publicFrontend, privateFrontend])] },
    );
    expect(onlyEntry(analysis)).toMatchObject({
      exposure: 'internal',
      attached: true,
      confidence: 'proven',
      capabilities: {
        wafPolicy: '/subscriptions/0000/wafpolicies/strict',
        autoscaling: '2-10',
        applicationGateway: 'agw',
      },
    });
  });

  it('goes by the address where the Ingress does not ask: the controller may be private for all', () => {
    expect(
      waysInto(
        analyze([
          running,
          ownClass,
          service(),
          ingress({ className, addresses: ['10.9.0.10'] }),
        ]),
      ),
    ).toEqual(['application-gateway-ingress-controller internal proven']);
  });

  it('ignores an Ingress that asks for a private frontend its gateway lacks', () => {
    const analysis = analyze(
      [
        running,
        ownClass,
        service(),
        ingress({ className, annotations: usePrivateIp, addresses: [] }),
      ],
      { rows: [clusterRow(), gatewayRow([publicFrontend])] },
    );
    expect(trafficOf(analysis).exposure).toBe('cluster-only');
    expect(onlyEntry(analysis).attached).toBe(false);
    expect(orphansOf(analysis)).toEqual(['Ingress web']);
  });

  it('does not take frontends that cannot be read for frontends that are not there', () => {
    const analysis = analyze(
      [
        running,
        ownClass,
        service(),
        ingress({ className, annotations: usePrivateIp, addresses: [] }),
      ],
      { rows: [clusterRow(), gatewayRow([])] },
    );
    expect(trafficOf(analysis).exposure).toBe('pending');
    expect(orphansOf(analysis)).toEqual([]);
  });

  it.each([
    [undefined, 'public'],
    ['true', 'internal'],
  ])(
    'is as public as manifests ask for (use-private-ip: %s)',
    (asked, exposure) => {
      expect(
        waysInto(
          analyze(
            [
              service(),
              ingress({
                annotation: 'azure/application-gateway',
                annotations:
                  asked === undefined
                    ? {}
                    : { 'appgw.ingress.kubernetes.io/use-private-ip': asked },
                addresses: [],
              }),
            ],
            { origin: 'files' },
          ),
        ),
      ).toEqual([
        `application-gateway-ingress-controller ${exposure} inferred`,
      ]);
    },
  );

  it('is pending without an address', () => {
    expect(
      waysInto(
        analyze([
          running,
          ownClass,
          service(),
          ingress({ className, addresses: [] }),
        ]),
      ),
    ).toEqual(['application-gateway-ingress-controller pending proven']);
  });

  it('is not the gateway for containers', () => {
    expect(
      orphansOf(
        analyze([
          running,
          ingressClass(
            'azure-alb-external',
            'alb.networking.azure.io/alb-controller',
          ),
        ]),
      ),
    ).toEqual(['IngressClass azure-alb-external']);
  });
});
