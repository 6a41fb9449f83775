import { parseAllDocuments } from 'yaml';
import { StoredObject } from '../estate/types';
import { deployObjects } from './deployObjects';

const now = new Date('2026-11-28T10:00:00.000Z');

function objectsOf(text: string): StoredObject[] {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents)
    ? documents.map(document => document.toJS())
    : [];
}

const cluster = objectsOf(`
apiVersion: v1
kind: Node
metadata: { name: aks-user-1, labels: { kubernetes.azure.com/agentpool: user } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: approuting-istio }
spec: { controllerName: istio.io/gateway-controller }
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: azure-alb-external }
spec: { controllerName: alb.networking.azure.io/alb-controller }
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: nginx }
spec: { controllerName: gateway.nginx.org/nginx-gateway-controller }
`);

const app = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: shop, image: contoso.azurecr.io/shop:1 }] }
---
apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop }
spec: { selector: { app: shop }, ports: [{ port: 80, targetPort: 8080 }] }
`;

function gateway(className: string, more = ''): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: shop, namespace: shop }
spec:
  gatewayClassName: ${className}
  listeners:
    - { name: https, port: 443, protocol: HTTPS, hostname: '*.contoso.com' }
${more}`;
}

function route(more = '', host = 'shop.contoso.com', namespace = 'shop') {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop, namespace: ${namespace} }
spec:
  parentRefs: [{ name: shop, namespace: shop${more} }]
  hostnames: [${host}]
  rules: [{ backendRefs: [{ name: shop, namespace: shop, port: 80 }] }]
`;
}

function deploy(
  texts: string[],
  existing: StoredObject[] = cluster,
): StoredObject[] {
  return deployObjects({
    cluster: 'aks-shop',
    version: '1.36.0',
    existing,
    deployed: objectsOf(texts.join('\n---\n')),
    now,
  });
}

function find(objects: StoredObject[], kind: string, name?: string): any {
  return objects.find(
    object =>
      object.kind === kind &&
      (name === undefined || object.metadata.name === name),
  );
}

describe('deployObjects', () => {
  it('runs pods, and lists them as ready endpoints', () => {
    const made = deploy([app]);

    expect(made.filter(({ kind }) => kind === 'Pod')).toHaveLength(2);
    expect(find(made, 'EndpointSlice').endpoints).toHaveLength(2);
    expect(find(made, 'Service', 'shop').spec.clusterIP).toMatch(/^10\.0\./);
    expect(find(made, 'Deployment').metadata.creationTimestamp).toBe(
      '2026-11-28T10:00:00Z',
    );
  });

  it('runs as many pods as the autoscaler asks for at least', () => {
    const autoscaler = `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }, minReplicas: 3, maxReplicas: 5 }
`;
    const made = deploy([app.replace('  replicas: 2\n', ''), autoscaler]);

    expect(find(made, 'Deployment').spec.replicas).toBe(3);
    expect(made.filter(({ kind }) => kind === 'Pod')).toHaveLength(3);
  });

  it.each([
    ['nothing lets it', '', 'False', 'RefNotPermitted'],
    [
      'a ReferenceGrant lets it',
      `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: shop, namespace: shop }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }]
  to: [{ group: '', kind: Service }]
`,
      'True',
      'ResolvedRefs',
    ],
  ])(
    'resolves a backend of another namespace when %s',
    (_, grant, status, reason) => {
      const made = deploy([
        app,
        gateway('approuting-istio'),
        route('', 'shop.contoso.com', 'edge'),
        ...(grant === '' ? [] : [grant]),
      ]);

      expect(find(made, 'HTTPRoute').status.parents[0].conditions[1]).toEqual(
        expect.objectContaining({ type: 'ResolvedRefs', status, reason }),
      );
    },
  );

  it('gives back nothing of what was there and stays as it was', () => {
    const made = deploy([app]);

    expect(made.map(({ kind }) => kind)).not.toContain('Node');
    expect(made.map(({ kind }) => kind)).not.toContain('GatewayClass');
  });

  it('changes nothing when the same is deployed again', () => {
    const texts = [app, gateway('approuting-istio'), route()];
    const first = deploy(texts);
    const again = deploy(texts, [...cluster, ...first]);

    expect(find(again, 'Service', 'shop').spec).toEqual(
      find(first, 'Service', 'shop').spec,
    );
    expect(find(again, 'Gateway').status).toEqual(
      find(first, 'Gateway').status,
    );
  });

  it('serves a Gateway of the application routing add-on by a proxy with a public address', () => {
    const made = deploy([app, gateway('approuting-istio'), route()]);
    const { status } = find(made, 'Gateway');
    const service = find(made, 'Service', 'shop-approuting-istio');

    expect(status.addresses).toEqual([
      { type: 'IPAddress', value: expect.stringMatching(/^198\.51\.100\./) },
    ]);
    expect(service.status.loadBalancer.ingress[0].ip).toBe(
      status.addresses[0].value,
    );
    expect(status.listeners[0].attachedRoutes).toBe(1);
    expect(find(made, 'Deployment', 'shop-approuting-istio')).toBeDefined();
    expect(find(made, 'PodDisruptionBudget')).toBeDefined();
    expect(
      find(made, 'HTTPRoute').status.parents[0].conditions.map(
        ({ type, status: holds }: any) => [type, holds],
      ),
    ).toEqual([
      ['Accepted', 'True'],
      ['ResolvedRefs', 'True'],
    ]);
  });

  it('gives an internal Gateway an address of the virtual network', () => {
    const made = deploy([
      gateway(
        'approuting-istio',
        `  infrastructure: { annotations: { service.beta.kubernetes.io/azure-load-balancer-internal: 'true' } }`,
      ),
    ]);

    expect(find(made, 'Gateway').status.addresses[0].value).toMatch(
      /^10\.224\./,
    );
  });

  it('serves a Gateway of Application Gateway for Containers by a host name and nothing in the cluster', () => {
    const made = deploy([gateway('azure-alb-external')]);

    expect(find(made, 'Gateway').status.addresses[0]).toEqual({
      type: 'Hostname',
      value: expect.stringMatching(/\.alb\.azure\.com$/),
    });
    expect(find(made, 'Deployment')).toBeUndefined();
  });

  it.each(['nginx', 'no-such-class'])(
    'leaves a Gateway of class %s waiting, and its routes too',
    className => {
      const made = deploy([app, gateway(className), route()]);

      expect(find(made, 'Gateway').status).toBeUndefined();
      expect(find(made, 'HTTPRoute').status).toBeUndefined();
    },
  );

  it.each([
    ['NoMatchingParent', route(', sectionName: http')],
    ['NoMatchingListenerHostname', route('', 'shop.fabrikam.com')],
    ['NotAllowedByListeners', route('', 'shop.contoso.com', 'other')],
  ])('refuses a route for the reason %s', (reason, text) => {
    const made = deploy([app, gateway('approuting-istio'), text]);

    expect(find(made, 'HTTPRoute').status.parents[0].conditions[0]).toEqual(
      expect.objectContaining({ type: 'Accepted', status: 'False', reason }),
    );
    expect(find(made, 'Gateway').status.listeners[0].attachedRoutes).toBe(0);
  });

  it('says which backend of a route is missing', () => {
    const made = deploy([gateway('approuting-istio'), route()]);

    expect(find(made, 'HTTPRoute').status.parents[0].conditions[1]).toEqual(
      expect.objectContaining({
        status: 'False',
        reason: 'BackendNotFound',
        message: 'backend shop/shop not found',
      }),
    );
  });

  it('attaches a route to a Gateway that was there before', () => {
    const before = deploy([gateway('approuting-istio')]);
    const made = deploy([app, route()], [...cluster, ...before]);

    expect(find(made, 'HTTPRoute').status.parents[0].conditions[0].status).toBe(
      'True',
    );
    expect(find(made, 'Gateway')).toBeUndefined();
  });

  it('gives a load balancer its address, but not one of another class', () => {
    const service = (name: string, spec: string) => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { type: LoadBalancer, ports: [{ port: 443 }]${spec} }
`;
    const made = deploy([
      service('mine', ''),
      service('other', ', loadBalancerClass: tailscale'),
    ]);

    expect(find(made, 'Service', 'mine').status.loadBalancer).toEqual({
      ingress: [{ ip: expect.any(String), ipMode: 'VIP' }],
    });
    expect(find(made, 'Service', 'other').status.loadBalancer).toEqual({});
  });

  it('keeps the status that an object states', () => {
    const made = deploy([
      `${gateway('approuting-istio')}status: { conditions: [] }\n`,
    ]);

    expect(find(made, 'Gateway').status).toEqual({ conditions: [] });
    expect(find(made, 'Deployment')).toBeUndefined();
  });
});
