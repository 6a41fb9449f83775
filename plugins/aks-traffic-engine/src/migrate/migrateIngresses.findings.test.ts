import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { ingress, migrate, objectsOf } from './__testUtils__/migrations';
import { checkMigration } from './checkMigration';

const targets: MigrationTarget[] = [
  'app-routing-gateway-api',
  'application-gateway-for-containers',
  'istio',
];

/** Settings that each become something else at a target. */
const settings: Record<string, string>[] = [
  {},
  { 'rewrite-target': '/$2' },
  { 'use-regex': 'true' },
  { 'app-root': '/app' },
  { affinity: 'cookie', 'proxy-read-timeout': '30' },
  { 'backend-protocol': 'HTTPS' },
  { 'enable-cors': 'true', 'cors-allow-origin': 'https://www.contoso.com' },
  { 'permanent-redirect': 'https://new.contoso.com' },
  { 'ssl-redirect': 'false' },
];

/** What the Ingresses lead to: as the cluster has it, and stays. */
const around: KubernetesObject[] = objectsOf(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: contoso.azurecr.io/web:1
          readinessProbe: { tcpSocket: { port: 8080 } }
          resources: { requests: { cpu: 100m } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
`);

describe('migrateIngresses', () => {
  it.each(
    targets.flatMap(target => settings.map(nginx => [target, nginx] as const)),
  )(
    'writes for %s of %j what has no finding at or above medium',
    (target, nginx) => {
      const migration = migrate(
        [
          ingress({
            nginx,
            paths: [['/api(/|$)(.*)', 'web', 'ImplementationSpecific'], ['/']],
          }),
          ...around,
        ],
        { target },
      );
      const { findings } = checkMigration({
        migration,
        objects: around,
        now: new Date('2026-11-28T12:00:00Z'),
      });

      expect(migration.objects.length).toBeGreaterThan(1);
      expect(
        findings
          .filter(({ severity }) =>
            ['critical', 'high', 'medium'].includes(severity),
          )
          .map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ).toEqual([]);
    },
  );
});
