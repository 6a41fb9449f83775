import {
  analyze,
  clusterRow,
  onlyEntry,
  trafficOf,
  waysInto,
} from '../../__testUtils__/analyze';
import {
  deployment,
  gateway,
  gatewayClass,
  httpRoute,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';
import { ResourceRow } from '../../model/estate';
import { KubernetesObject } from '../../model/observation';

const value = 'alb.networking.azure.io/alb-controller';
const fqdn = 'abc.fz01.alb.azure.com';
const running = deployment({
  name: 'alb-controller',
  namespace: 'azure-alb-system',
  image: 'mcr.microsoft.com/application-lb/images/alb-controller:1.12.1',
});
const viaGateway = [
  running,
  gatewayClass('azure-alb-external', value),
  gateway({ className: 'azure-alb-external', addresses: [fqdn] }),
  httpRoute({ controllerName: value }),
  service(),
];
const viaIngress = [
  running,
  ingressClass('azure-alb-external', value),
  ingress({ className: 'azure-alb-external', addresses: [fqdn] }),
  service(),
];

function frontend(publicNetworkAccess?: string): ResourceRow {
  return {
    id: '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.ServiceNetworking/trafficControllers/alb/frontends/fe',
    name: 'fe',
    type: 'microsoft.servicenetworking/trafficcontrollers/frontends',
    subscriptionId: '0000',
    resourceGroup: 'rg',
    properties: { fqdn, publicNetworkAccess },
  };
}

describe('Application Gateway for Containers', () => {
  it.each([
    ['Gateway API', viaGateway],
    ['Ingress API', viaIngress],
  ])('is proven and public through the %s', (_case, objects) => {
    expect(waysInto(analyze(objects))).toEqual([
      'application-gateway-for-containers public proven',
    ]);
  });

  it.each([
    ['Disabled', 'private-link'],
    ['Enabled', 'public'],
    [undefined, 'public'],
  ])(
    'with public network access %s at the frontend is %s',
    (access, exposure) => {
      const analysis = analyze(viaGateway, {
        rows: [clusterRow(), frontend(access)],
      });
      expect(trafficOf(analysis).exposure).toBe(exposure);
      expect(JSON.stringify(onlyEntry(analysis).evidence)).toContain(
        'properties.publicNetworkAccess',
      );
    },
  );

  it('is pending without a frontend', () => {
    const [controller, ownClass, , , web] = viaGateway;
    expect(
      waysInto(
        analyze([
          controller,
          ownClass,
          gateway({ className: 'azure-alb-external', addresses: [] }),
          httpRoute({ controllerName: value }),
          web,
        ]),
      ),
    ).toEqual(['application-gateway-for-containers pending proven']);
  });

  it('ends TLS in Azure and shows the firewall policy on its Gateway', () => {
    const policy: KubernetesObject = {
      apiVersion: 'alb.networking.azure.io/v1',
      kind: 'WebApplicationFirewallPolicy',
      metadata: { name: 'waf', namespace: 'shop' },
      spec: {
        targetRef: { kind: 'Gateway', name: 'edge' },
        webApplicationFirewall: {
          id: '/subscriptions/0000/wafpolicies/strict',
        },
      },
    };
    const { capabilities } = onlyEntry(analyze([...viaGateway, policy]));
    expect(capabilities).toMatchObject({
      tlsEndsAt: 'azure',
      wafPolicy: '/subscriptions/0000/wafpolicies/strict',
      autoscaling: 'azure',
    });
    const elsewhere = {
      ...policy,
      spec: { ...policy.spec, targetRef: { kind: 'Gateway', name: 'other' } },
    };
    expect(
      onlyEntry(analyze([...viaGateway, elsewhere])).capabilities.wafPolicy,
    ).toBeUndefined();
  });

  it('is not proven by the name of its class', () => {
    const [, , edge, , web] = viaGateway;
    expect(
      waysInto(
        analyze([
          gatewayClass('azure-alb-external', 'example.com/other'),
          edge,
          httpRoute({ controllerName: 'example.com/other' }),
          web,
        ]),
      ),
    ).toEqual(['other unknown proven']);
  });
});
