/** Stands for a percent sign until it is sent: the simulator lets no object be called so, and a server that lies does. */
export const percent = 'percent-sign';

/** What somebody may write where Kubernetes takes any text, and a server that lies in names too. */
export const hostileTexts = [
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("evil")',
  ' =1+1',
  "'; DROP TABLE services; --",
  '%',
  '_',
  '\\',
  'a\nforged line',
  '\u001b[31mred',
  '\u202edesrever',
  '\u2028',
  '{{7*7}}',
  '..\\..\\x',
  'a,b;"c"',
];

const nginx = 'nginx.ingress.kubernetes.io';

/** Names of namespaces that objects of JavaScript have already. */
const namespaces = ['__proto__', 'constructor', 'shop'];

function serving(name: string, namespace: string, text: string) {
  const metadata = { name, namespace };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        ...metadata,
        labels: { 'backstage.io/kubernetes-id': name },
        annotations: { [text]: text },
      },
      spec: {
        type: 'LoadBalancer',
        selector: { app: name },
        ports: [{ name: text, port: 80 }],
      },
      status: {
        loadBalancer: { ingress: [{ ip: text, hostname: text }] },
        conditions: [
          { type: text, status: 'False', reason: text, message: text },
        ],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name: text, image: text, args: [text] }] },
        },
      },
      status: { conditions: [{ type: 'Available', message: text }] },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        ...metadata,
        annotations: {
          [`${nginx}/rewrite-target`]: text,
          [`${nginx}/whitelist-source-range`]: text,
          [`${nginx}/${text}`]: text,
        },
      },
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: text,
            http: {
              paths: [
                {
                  path: `/${text}`,
                  pathType: 'Prefix',
                  backend: { service: { name, port: { number: 80 } } },
                },
              ],
            },
          },
        ],
      },
      status: { loadBalancer: { ingress: [{ hostname: text }] } },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata,
      spec: {
        gatewayClassName: text,
        listeners: [{ name: text, hostname: text, port: 80, protocol: 'HTTP' }],
      },
      status: {
        addresses: [{ type: 'Hostname', value: text }],
        conditions: [
          {
            type: 'Programmed',
            status: 'False',
            reason: text,
            message: text,
          },
        ],
      },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata,
      spec: {
        parentRefs: [{ name }],
        hostnames: [text],
        rules: [{ backendRefs: [{ name, port: 80 }] }],
      },
      status: {
        parents: [
          {
            parentRef: { name },
            controllerName: text,
            conditions: [{ type: 'Accepted', status: 'False', message: text }],
          },
        ],
      },
    },
  ];
}

/** What the hostile objects are listed as. */
export const hostileResources = [
  'services',
  'deployments',
  'ingresses',
  'gateways',
  'httproutes',
];

/** A Service of each hostile name, with what leads to it and runs behind it, all of which say hostile things. */
export function hostileObjects() {
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'nginx' },
      spec: { controller: 'k8s.io/ingress-nginx' },
    },
    ...hostileTexts
      .map(text => text.replaceAll('%', percent))
      .flatMap((text, index) =>
        serving(text, namespaces[index % namespaces.length], text),
      ),
  ];
}

/** The Services of a cluster of these, as namespace and name. */
export const hostileServices = hostileTexts.map((name, index) => ({
  namespace: namespaces[index % namespaces.length],
  service: name,
}));
