import { schemaProblems } from '../__testUtils__/schemaProblems';
import {
  find,
  ingress,
  migrate,
  notesAbout,
  objectsOf,
} from './__testUtils__/migrations';

const target = 'application-gateway-for-containers';

function workload(probes: string, name = 'web') {
  return objectsOf(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          ports: [{ name: http, containerPort: 8080 }]
          ${probes}
`);
}

const service = objectsOf(`
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
`);

const readiness =
  'readinessProbe: { httpGet: { path: /ready, port: http }, periodSeconds: 5, failureThreshold: 2 }';

describe('migrateIngresses', () => {
  describe('probes', () => {
    it('of the pods become a HealthCheckPolicy of Application Gateway for Containers', () => {
      const result = migrate(
        [ingress({}), ...service, ...workload(readiness)],
        {
          target,
        },
      );
      const policy = find(result, 'HealthCheckPolicy');

      expect(policy).toMatchObject({
        metadata: { name: 'web-health', namespace: 'shop' },
        spec: {
          targetRef: { kind: 'Service', name: 'web', namespace: 'shop' },
          default: {
            interval: '5s',
            timeout: '1s',
            healthyThreshold: 1,
            unhealthyThreshold: 2,
            port: 8080,
            http: {
              path: '/ready',
              match: { statusCodes: [{ start: 200, end: 399 }] },
            },
            useTLS: false,
          },
        },
      });
      expect(schemaProblems([policy])).toEqual([]);
      expect(notesAbout(result, 'health-probe')).toEqual([
        expect.stringMatching(
          /^check: .*as the readinessProbe of Deployment web asks its pods: \/ready by HTTP on port 8080/,
        ),
      ]);
    });

    it.each([
      [
        'over TLS with a host of its own, other headers named',
        'readinessProbe: { httpGet: { port: 8443, scheme: HTTPS, httpHeaders: [{ name: Host, value: shop.internal }, { name: X-Key, value: secret }] } }',
        {
          port: 8443,
          useTLS: true,
          http: { path: '/', host: 'shop.internal' },
        },
        /X-Key are left out/,
      ],
      [
        'by gRPC',
        'readinessProbe: { grpc: { port: 9000, service: orders } }',
        { port: 9000, grpc: { service: 'orders' } },
        /by gRPC on port 9000/,
      ],
      [
        'of liveness where there is none of readiness',
        'livenessProbe: { httpGet: { path: /live, port: 8080 } }',
        { http: { path: '/live' } },
        /as the livenessProbe/,
      ],
    ])('are carried over %s', (_, probes, expected, note) => {
      const result = migrate([ingress({}), ...service, ...workload(probes)], {
        target,
      });
      const policy = find(result, 'HealthCheckPolicy');

      expect(policy.spec.default).toMatchObject(expected);
      expect(JSON.stringify(policy)).not.toContain('secret');
      expect(schemaProblems([policy])).toEqual([]);
      expect(notesAbout(result, 'health-probe').join()).toMatch(note);
    });

    it.each([
      [
        'that only the kubelet can send',
        workload('readinessProbe: { tcpSocket: { port: http } }'),
        /^decide: The readinessProbe of Deployment web is tcpSocket/,
      ],
      [
        'whose details the portal does not keep',
        workload('readinessProbe: {}'),
        /^decide: .*details are not in what was read/,
      ],
      [
        'of a port without a number',
        workload('readinessProbe: { httpGet: { port: admin } }'),
        /^decide: .*of a port that is not stated/,
      ],
      ['that there are not', workload(''), /^check: .*the pods of web have/],
      [
        'that differ between workloads of one Service',
        [
          ...workload(readiness),
          ...workload('readinessProbe: { httpGet: { port: 1 } }', 'blue'),
        ],
        /^check: .*the pods of web have/,
      ],
    ])('are named where they are some %s', (_, objects, note) => {
      const result = migrate([ingress({}), ...service, ...objects], { target });

      expect(find(result, 'HealthCheckPolicy')).toBeUndefined();
      expect(notesAbout(result, 'health-probe')).toEqual([
        expect.stringMatching(note),
      ]);
    });

    it('are left to the policy of a Service that has one', () => {
      const own = objectsOf(`
apiVersion: alb.networking.azure.io/v1
kind: HealthCheckPolicy
metadata: { name: mine, namespace: shop }
spec: { targetRef: { group: '', kind: Service, name: web } }
`);
      const result = migrate(
        [ingress({}), ...service, ...workload(readiness), ...own],
        { target },
      );

      expect(find(result, 'HealthCheckPolicy')).toBeUndefined();
      expect(notesAbout(result, 'health-probe')).toEqual([
        'done: HealthCheckPolicy mine says how web is probed.',
      ]);
    });

    it('are named with the Services that they reach, and for no other target', () => {
      const objects = [
        ingress({
          paths: [
            ['/', 'web'],
            ['/api', 'api'],
          ],
        }),
      ];

      expect(notesAbout(migrate(objects, { target }), 'health-probe')).toEqual([
        expect.stringMatching(
          /the pods of (web, api|api, web) have a readiness probe/,
        ),
      ]);
      expect(
        notesAbout(
          migrate([...objects, ...service, ...workload(readiness)], {
            target: 'istio',
          }),
          'health-probe',
        ),
      ).toEqual([]);
    });
  });
});
