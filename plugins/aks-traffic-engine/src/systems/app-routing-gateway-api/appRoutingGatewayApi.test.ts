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
  service,
} from '../../__testUtils__/builders';
import { ResourceRow } from '../../model/estate';

const internalAnnotation =
  'service.beta.kubernetes.io/azure-load-balancer-internal';
const istioController = 'istio.io/gateway-controller';
const istiod = deployment({
  name: 'istiod',
  namespace: 'aks-istio-system',
  image: 'mcr.microsoft.com/oss/v2/istio/pilot:v1.29.2',
  labels: { app: 'istiod' },
});

function row(mode: string): ResourceRow {
  return clusterRow({
    ingressProfile: {
      webAppRouting: {
        gatewayAPIImplementations: { appRoutingIstio: { mode } },
      },
    },
  });
}

function generatedService(options: { internal: boolean; address: string }) {
  return service({
    name: 'edge-approuting-istio',
    type: 'LoadBalancer',
    labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' },
    selector: { 'gateway.networking.k8s.io/gateway-name': 'edge' },
    addresses: [options.address],
    annotations: options.internal
      ? { [internalAnnotation]: 'true' }
      : undefined,
  });
}

function edge(options: {
  className?: string;
  internal?: boolean;
  address?: string;
}) {
  return gateway({
    className: options.className ?? 'approuting-istio',
    addresses: [options.address ?? '203.0.113.9'],
    spec: options.internal
      ? { infrastructure: { annotations: { [internalAnnotation]: 'true' } } }
      : {},
  });
}

describe('the Gateway API of the application routing add-on', () => {
  it.each([
    ['proven by the row', [row('Enabled')], 'proven'],
    ['inferred where the row says it is off', [row('Disabled')], 'inferred'],
    ['inferred without the row', [], 'inferred'],
  ])('is %s', (_case, rows, confidence) => {
    expect(
      waysInto(
        analyze(
          [
            istiod,
            gatewayClass('approuting-istio', istioController),
            edge({}),
            generatedService({ internal: false, address: '203.0.113.9' }),
            httpRoute({ controllerName: istioController }),
            service(),
          ],
          { rows },
        ),
      ),
    ).toEqual([`app-routing-gateway-api public ${confidence}`]);
  });

  it('is not whatever carries the name of its class', () => {
    const controllerName = 'gateway.envoyproxy.io/gatewayclass-controller';
    expect(
      waysInto(
        analyze(
          [
            gatewayClass('approuting-istio', controllerName),
            edge({}),
            httpRoute({ controllerName }),
            service(),
          ],
          { rows: [row('Enabled')] },
        ),
      ),
    ).toEqual(['envoy-gateway public proven']);
  });

  it('is internal where the Gateway asks for it and its Service is', () => {
    const analysis = analyze(
      [
        gatewayClass('approuting-istio', istioController),
        edge({ internal: true, address: '10.3.0.9' }),
        generatedService({ internal: true, address: '10.3.0.9' }),
        httpRoute({ controllerName: istioController }),
        service(),
      ],
      { rows: [row('Enabled')] },
    );
    expect(waysInto(analysis)).toEqual([
      'app-routing-gateway-api internal proven',
    ]);
  });

  it('is public, with a finding, where the Gateway asks for internal and got a public address', () => {
    const analysis = analyze(
      [
        gatewayClass('approuting-istio', istioController),
        edge({ internal: true }),
        generatedService({ internal: false, address: '203.0.113.9' }),
        httpRoute({ controllerName: istioController }),
        service(),
      ],
      { rows: [row('Enabled')] },
    );
    expect(waysInto(analysis)).toEqual([
      'app-routing-gateway-api public conflict',
    ]);
    expect(trafficOf(analysis).findings.map(({ ruleId }) => ruleId)).toContain(
      'exposure-mismatch',
    );
  });

  it('shows in files the address and the sources that the Gateway asks for', () => {
    const prefix = 'service.beta.kubernetes.io/azure-';
    const entry = onlyEntry(
      analyze(
        [
          gatewayClass('approuting-istio', istioController),
          gateway({
            className: 'approuting-istio',
            addresses: [],
            spec: {
              infrastructure: {
                annotations: {
                  [`${prefix}load-balancer-internal`]: 'true',
                  [`${prefix}load-balancer-ipv4`]: '10.3.0.9',
                  [`${prefix}allowed-ip-ranges`]: '10.0.0.0/8',
                },
              },
            },
          }),
          httpRoute({ controllerName: istioController }),
          service(),
        ],
        { origin: 'files' },
      ),
    );
    expect(entry).toMatchObject({
      exposure: 'internal',
      capabilities: {
        staticAddress: '10.3.0.9',
        sourceRanges: '10.0.0.0/8',
      },
    });
  });

  it('shows the certificate, the zones and the bounds of scaling', () => {
    const { capabilities, tls } = onlyEntry(
      analyze(
        [
          gatewayClass('approuting-istio', istioController),
          gateway({
            className: 'approuting-istio',
            spec: {
              listeners: [
                {
                  name: 'https',
                  port: 443,
                  protocol: 'HTTPS',
                  tls: {
                    mode: 'Terminate',
                    options: {
                      'kubernetes.azure.com/tls-cert-keyvault-uri':
                        'https://kv.example/certificates/web',
                    },
                  },
                },
                { name: 'http', port: 80, protocol: 'HTTP' },
              ],
            },
          }),
          httpRoute({ controllerName: istioController }),
          service(),
          {
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            metadata: { name: 'edge-approuting-istio', namespace: 'shop' },
            spec: {
              scaleTargetRef: {
                kind: 'Deployment',
                name: 'edge-approuting-istio',
              },
              minReplicas: 2,
              maxReplicas: 5,
            },
          },
          {
            apiVersion: 'approuting.kubernetes.azure.com/v1alpha1',
            kind: 'ExternalDNS',
            metadata: { name: 'dns', namespace: 'shop' },
            spec: {
              resourceTypes: ['gateway'],
              dnsZoneResourceIDs: ['/subscriptions/0/dnszones/shop.example'],
            },
          },
        ],
        { rows: [row('Enabled')] },
      ),
    );
    expect(tls).toBe('terminate');
    expect(capabilities).toMatchObject({
      tlsEndsAt: 'cluster',
      keyVaultCertificate: 'https://kv.example/certificates/web',
      plainHttp: true,
      autoscaling: '2-5',
      dnsZones: 'shop.example',
    });
  });
});
