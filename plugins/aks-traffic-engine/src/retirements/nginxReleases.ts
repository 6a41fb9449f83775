/** A vulnerability of ingress-nginx, or several that were disclosed and fixed together. */
export interface NginxVulnerability {
  ids: readonly string[];
  /** ISO date of the disclosure. */
  disclosed: string;
  /** The first release of each minor version that has the fix; older minor versions never got it. */
  fixedIn: readonly string[];
  source: string;
}

/** The last releases of ingress-nginx, of 2026-03-20: one for each minor version that was still maintained. */
const lastReleases = ['1.13.9', '1.14.5', '1.15.1'] as const;

/** Vulnerabilities of ingress-nginx that decide about the urgency of a move, disclosed until 2026-03-24. Newest first. */
export const nginxVulnerabilities: readonly NginxVulnerability[] = [
  {
    ids: [
      'CVE-2026-1580',
      'CVE-2026-24512',
      'CVE-2026-24513',
      'CVE-2026-24514',
    ],
    disclosed: '2026-02-02',
    fixedIn: ['1.13.7', '1.14.3'],
    source: 'https://github.com/kubernetes/kubernetes/issues/136677',
  },
  {
    ids: ['CVE-2025-1974'],
    disclosed: '2025-03-24',
    fixedIn: ['1.11.5', '1.12.1'],
    source:
      'https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/',
  },
];

/** Whether a version of ingress-nginx lacks fixes that were made; `false` for what is no version. */
export function isOutdatedNginx(version: string): boolean {
  return isBefore(version, lastReleases);
}

/** The vulnerabilities that are open in a version of ingress-nginx. */
export function vulnerabilitiesOf(version: string): NginxVulnerability[] {
  return nginxVulnerabilities.filter(({ fixedIn }) =>
    isBefore(version, fixedIn),
  );
}

/** Whether a version is older than the fix in its own minor version, or than every fix there was. */
function isBefore(version: string, fixes: readonly string[]): boolean {
  const found = /^1\.(\d{1,4})\.(\d{1,4})/.exec(version);
  if (!found) {
    return /^0\.\d/.test(version);
  }
  const [minor, patch] = [Number(found[1]), Number(found[2])];
  const fixed = fixes.map(fix => fix.split('.').map(Number));
  const own = fixed.find(([, fixedMinor]) => fixedMinor === minor);
  return own === undefined
    ? fixed.every(([, fixedMinor]) => minor < fixedMinor)
    : patch < own[2];
}
