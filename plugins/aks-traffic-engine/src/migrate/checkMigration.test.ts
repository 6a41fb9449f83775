import { KubernetesObject } from '../model/observation';
import { checkMigration } from './checkMigration';
import { migrateIngresses } from './migrateIngresses';

const now = new Date('2026-11-28T12:00:00Z');

const service: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
};

function ingressOf(path: string): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'shop', namespace: 'shop' },
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['shop.contoso.com'], secretName: 'shop-tls' }],
      rules: [
        {
          host: 'shop.contoso.com',
          http: {
            paths: [
              {
                path,
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  };
}

/** Community ingress-nginx, so that an Ingress that stayed would be found. */
const controller: KubernetesObject[] = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'nginx' },
    spec: { controller: 'k8s.io/ingress-nginx' },
  },
];

function check(options: {
  internal?: boolean;
  path?: string;
  before?: 'public' | 'internal' | 'unknown';
}) {
  const { internal, path = '/', before } = options;
  const objects = [ingressOf(path), service, ...controller];
  return checkMigration({
    migration: migrateIngresses({
      objects,
      target: 'app-routing-gateway-api',
      kubernetesVersion: '1.36.0',
      internal,
    }),
    objects,
    ...(before && { before: [{ exposure: before }] }),
    now,
  });
}

describe('checkMigration', () => {
  it('finds nothing that retires on the new side', () => {
    const { retirements, unserved, findings } = check({});

    expect(retirements).toEqual([]);
    expect(unserved).toEqual([]);
    expect(
      findings.filter(({ severity }) =>
        ['critical', 'high', 'medium'].includes(severity),
      ),
    ).toEqual([]);
  });

  it.each([
    ['public', false, false],
    ['public', true, true],
    ['internal', true, false],
    ['internal', false, true],
    ['unknown', false, 'unknown'],
    [undefined, false, 'unknown'],
  ] as const)(
    'from %s to internal: %s, whether exposure changes is %s',
    (before, internal, changes) => {
      const { exposure } = check({ before, internal });

      expect(exposure.changes).toBe(changes);
      expect(exposure.after).toBe(internal ? 'internal' : 'public');
    },
  );

  it('names the paths that nothing serves', () => {
    expect(check({ path: '/a b' }).unserved).toEqual([
      expect.objectContaining({ path: '/a b', host: 'shop.contoso.com' }),
    ]);
  });
});
