import { GatewayApiBundle } from './catalogue/gatewayApiFields';

/**
 * Which bundle of the Gateway API AKS installs, standard channel, from which version of Kubernetes on. Oldest first.
 *
 * As https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks/managed-gateway-api.md had it on 2026-08-21.
 */
export const gatewayApiBundles: readonly {
  bundle: GatewayApiBundle;
  aksVersion: string;
}[] = [
  { bundle: 'v1.2.1', aksVersion: '1.26' },
  { bundle: 'v1.3.0', aksVersion: '1.34' },
  { bundle: 'v1.4.1', aksVersion: '1.35' },
  { bundle: 'v1.5.1', aksVersion: '1.36' },
];

const firstAksVersion = new Map<string, string>(
  gatewayApiBundles.map(({ bundle, aksVersion }) => [bundle, aksVersion]),
);

/** The first version of AKS whose managed resources are of this bundle. */
export function aksVersionOf(bundle: GatewayApiBundle): string {
  return firstAksVersion.get(bundle)!;
}

/** Whether a version such as `1.34.2` is at least another such as `1.36`; `undefined` for what is no version. */
export function isAtLeastVersion(
  version: string,
  minimum: string,
): boolean | undefined {
  const parts = /^v?(\d+)\.(\d+)/.exec(version);
  const [major, minor] = minimum.split('.').map(Number);
  if (!parts) {
    return undefined;
  }
  return Number(parts[1]) === major
    ? Number(parts[2]) >= minor
    : Number(parts[1]) > major;
}
