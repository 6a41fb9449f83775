/** The cluster that is given the objects; it has community ingress-nginx, so that annotations are judged. */
export const cluster = 'aks-legacy-prod-weu';

/** A component that runs nowhere until it is given Services. */
export const entity = 'gift-cards';

const script = ['javascript', 'alert(1)'].join(':');

/** A name without a place to break it. */
export const long = `long-${'w'.repeat(240)}`;

/** What somebody wrote, and what of it is to be seen. */
export const hostileTexts = new Map([
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  [
    '"><script>alert(1)</script><base href=//evil.example>',
    '"><script>alert(1)</script><base href=//evil.example>',
  ],
  [script, script],
  ['https://evil.example/"onx=alert(1)', 'https://evil.example/"onx=alert(1)'],
  ['{{count}}$t(card.title)', '{{count}}$t(card.title)'],
  ['shop\u202emoc.evil', 'shop\\u202emoc.evil'],
  [
    'a\u2066b\u200bc\u00add\u{e0041}e',
    'a\\u2066b\\u200bc\\u00add\\udb40\\udc41e',
  ],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['מכ-1', 'מכ-1'],
  [long, long],
]);

/** Names of Services, with their namespaces: of objects of JavaScript, of HTML, of the other direction, too long. */
export const services = [
  ['__proto__', 'constructor'],
  ['constructor', '<img src=x onerror=alert(1)>'],
  ['shop\u202emoc', 'shop\u202emoc.evil'],
  [long, long],
];

const nginx = 'nginx.ingress.kubernetes.io';
const texts = [...hostileTexts.keys()];

function serving([namespace, name]) {
  const metadata = { namespace, name };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        ...metadata,
        labels: {
          'backstage.io/kubernetes-id': entity,
          ['__proto__']: 'x',
          ['constructor']: '__proto__',
        },
        annotations: Object.fromEntries(texts.map(text => [text, text])),
      },
      spec: {
        type: 'LoadBalancer',
        selector: { app: name },
        ports: [{ name: long, port: 80 }],
      },
      status: {
        loadBalancer: { ingress: texts.map(hostname => ({ hostname })) },
        conditions: texts.map(text => ({
          type: text,
          status: 'False',
          reason: text,
          message: text,
        })),
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
          spec: {
            containers: texts.map(text => ({
              name: text,
              image: text,
              args: [text],
              env: [{ name: 'HTTPS_PROXY', value: text }],
            })),
          },
        },
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        ...metadata,
        annotations: {
          ...Object.fromEntries(
            texts.map(text => [`${nginx}/${text}`, `on\n${text}`]),
          ),
          [`${nginx}/rewrite-target`]: script,
          [`${nginx}/whitelist-source-range`]: texts.join(','),
          [`${nginx}/proxy-body-size`]: long,
          [`${nginx}/proxy-read-timeout`]: '1e3',
          [`${nginx}/use-regex`]: 'on',
        },
      },
      spec: {
        ingressClassName: 'nginx',
        rules: texts.map(host => ({
          host,
          http: {
            paths: [
              {
                path: `/${host}`,
                pathType: 'Prefix',
                backend: { service: { name, port: { number: 80 } } },
              },
            ],
          },
        })),
      },
      status: {
        loadBalancer: { ingress: texts.map(hostname => ({ hostname })) },
      },
    },
  ];
}

/** What stands behind the component: all of it says whatever it can. */
export const hostileObjects = services.flatMap(serving);

/** A cluster whose API server says hostile things of itself. */
export const lyingCluster = 'aks-labs-dev-weu';

/** The version in which it says that it serves resources, as it stands in JSON. */
export const lie = String.raw`\u001b[31m\n2026-11-29 error: forged \u202e<img src=x onerror=alert(1)>`;

/** What is to be seen of that. */
export const shownLie =
  '\\u001b[31m\\u000a2026-11-29 error: forged \\u202e<img src=x onerror=alert(1)>';
