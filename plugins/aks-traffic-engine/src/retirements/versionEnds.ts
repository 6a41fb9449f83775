/** When support of one version ends. */
export interface VersionEnd {
  version: string;
  /** ISO date of the last day. */
  date: string;
  precision: 'day' | 'month';
  /** The source expects the date; it did not announce it. */
  expected?: boolean;
}

/** Revisions of the Istio add-on. What is older than the first one ended before it. */
export const istioRevisionEnds: readonly VersionEnd[] = [
  { version: 'asm-1-25', date: '2026-01-31', precision: 'month' },
  { version: 'asm-1-26', date: '2026-04-30', precision: 'month' },
  { version: 'asm-1-27', date: '2026-05-31', precision: 'month' },
  {
    version: 'asm-1-28',
    date: '2026-08-31',
    precision: 'month',
    expected: true,
  },
  {
    version: 'asm-1-29',
    date: '2026-09-30',
    precision: 'month',
    expected: true,
  },
  {
    version: 'asm-1-30',
    date: '2026-12-31',
    precision: 'month',
    expected: true,
  },
];

/** Kubernetes versions in AKS community support. What is older than the first one ended before it. */
export const kubernetesVersionEnds: readonly VersionEnd[] = [
  { version: '1.33', date: '2026-07-31', precision: 'month' },
  { version: '1.34', date: '2026-11-30', precision: 'month' },
  { version: '1.35', date: '2027-03-31', precision: 'month' },
  { version: '1.36', date: '2027-06-30', precision: 'month' },
];

/** Kubernetes versions on the long-term support plan whose end was stated. */
export const longTermKubernetesVersionEnds: readonly VersionEnd[] = [
  { version: '1.31', date: '2026-11-30', precision: 'month' },
];

/** When support of a version ends: `before` the first end in the table, at one of them, or nobody said. */
export function findVersionEnd(
  ends: readonly VersionEnd[],
  version: string,
): VersionEnd | 'before' | undefined {
  const exact = ends.find(end => end.version === version);
  if (exact !== undefined) {
    return exact;
  }
  const minor = minorOf(version);
  const first = ends.length > 0 ? minorOf(ends[0].version) : undefined;
  return minor !== undefined && first !== undefined && minor < first
    ? 'before'
    : undefined;
}

/** Both `1.35` and `asm-1-29` carry their minor number last. Major version 1 is all there is. */
function minorOf(version: string): number | undefined {
  const found = /^(?:asm-)?1[.-](\d{1,4})$/.exec(version);
  return found ? Number(found[1]) : undefined;
}
