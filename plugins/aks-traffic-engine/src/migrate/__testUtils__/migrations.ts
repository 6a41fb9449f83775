import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../model/observation';
import { migrateIngresses } from '../migrateIngresses';
import { MigrateOptions } from '../types';

export function objectsOf(text: string): KubernetesObject[] {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents)
    ? documents.map(document => document.toJS())
    : [];
}

export function ingress(options: {
  name?: string;
  namespace?: string;
  nginx?: Record<string, string>;
  annotations?: Record<string, string>;
  /** `false` for any host. */
  host?: string | false;
  createdAt?: string;
  paths?: [path: string, service?: string, pathType?: string][];
  tls?: string | false;
}): KubernetesObject {
  const {
    name = 'shop',
    namespace = 'shop',
    nginx = {},
    host = 'shop.contoso.com',
    paths = [['/']],
    tls = 'shop-tls',
    createdAt,
  } = options;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      ...(createdAt !== undefined && { creationTimestamp: createdAt }),
      labels: { 'backstage.io/kubernetes-id': 'shop', chart: 'shop-1' },
      annotations: {
        ...options.annotations,
        ...Object.fromEntries(
          Object.entries(nginx).map(([key, value]) => [
            `nginx.ingress.kubernetes.io/${key}`,
            value,
          ]),
        ),
      },
    },
    spec: {
      ingressClassName: 'nginx',
      ...(tls !== false && {
        tls: [{ ...(host !== false && { hosts: [host] }), secretName: tls }],
      }),
      rules: [
        {
          ...(host !== false && { host }),
          http: {
            paths: paths.map(
              ([path, service = 'web', pathType = 'Prefix']) => ({
                path,
                pathType,
                backend: { service: { name: service, port: { number: 80 } } },
              }),
            ),
          },
        },
      ],
    },
  };
}

export function migrate(
  objects: KubernetesObject[],
  options: Partial<MigrateOptions> = {},
) {
  return migrateIngresses({
    target: 'app-routing-gateway-api',
    kubernetesVersion: '1.36.1',
    objects,
    ...options,
  });
}

export function find(
  { objects }: { objects: KubernetesObject[] },
  kind: string,
  name?: string,
): any {
  return objects.find(
    object =>
      object.kind === kind &&
      (name === undefined || object.metadata.name === name),
  );
}

export function notesAbout(
  { notes }: ReturnType<typeof migrate>,
  about: string,
): string[] {
  return notes
    .filter(note => note.about === about)
    .map(({ attention, message }) => `${attention}: ${message}`);
}
