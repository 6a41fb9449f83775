import { createHash } from 'node:crypto';

const words = [
  'checkout',
  'catalog',
  'payments',
  'search',
  'profile',
  'orders',
  'inventory',
  'pricing',
  'loyalty',
  'booking',
  'shipping',
  'invoices',
];

/** One application of the cluster and what its objects have in common. */
export interface Application {
  index: number;
  name: string;
  namespace: string;
  labels: Record<string, string>;
  host: string;
}

export const applicationsPerNamespace = 8;

/** The application with a number; the same number always gives the same. */
export function applicationOf(index: number): Application {
  const team = Math.floor(index / applicationsPerNamespace);
  const name = `${words[index % words.length]}-${
    index % 3 === 0 ? 'web' : 'api'
  }-${index % applicationsPerNamespace}`;
  const namespace = namespaceName(team);
  return {
    index,
    name,
    namespace,
    labels: {
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/instance': `${namespace}-${name}`,
      'app.kubernetes.io/managed-by': 'Helm',
      'app.kubernetes.io/version': `2.${index % 40}.1`,
      'helm.sh/chart': 'service-4.12.0',
    },
    host: `${name}.${namespace}.contoso.example`,
  };
}

export function namespaceName(team: number): string {
  return `team-${words[team % words.length]}-${team}`;
}

/** Hexadecimal digits that look random and depend on the text alone. */
export function digits(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** A private address of the cluster's pod network. */
export function podAddress(index: number): string {
  return `10.244.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`;
}
