import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Bundles of the simulator that together define every custom resource that is read. */
const apis = [
  'gateway-api-1.6.1-standard',
  'app-routing',
  'alb',
  'static-egress-gateway',
  'secrets-store',
  'cilium',
  'istio',
  'f5-nginx',
  'traefik',
  'traefik-2',
  'contour',
  'kong',
];

/**
 * Writes an estate of one cluster that has every API that is read, knows a ServiceAccount `traffic-reader`, and is
 * unknown to Azure.
 */
export function writeEveryApiEstate(options: {
  cluster: string;
  token: string;
}) {
  const { cluster, token } = options;
  const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-estate-'));
  mkdirSync(join(folder, 'clusters', cluster), { recursive: true });
  mkdirSync(join(folder, 'azure'));
  writeFileSync(
    join(folder, 'estate.yaml'),
    stringify({
      name: 'every-api',
      tenantId: '3f7a1c52-8e0b-4d69-a1f4-6c2e9b70d815',
      managementGroups: {},
      subscriptions: [],
      identities: [],
      roles: { 'traffic-reader': [] },
      clusters: [
        {
          name: cluster,
          version: '1.35.3',
          entra: false,
          apis,
          serviceAccountTokens: [{ token, role: 'traffic-reader' }],
        },
      ],
    }),
  );
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
