import {
  Exposure,
  Finding,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { analyzeCluster } from '../analyzeCluster';
import { widestExposure } from '../exposure/widestExposure';
import { KubernetesObject } from '../model/observation';
import { MigratedPath, Migration } from './types';

/**
 * What the engine says of the new side, compared with the old one.
 *
 * @public
 */
export interface MigrationCheck {
  /** Paths that nothing serves after the move. */
  unserved: MigratedPath[];
  exposure: {
    /** The widest of the Services before; absent where nothing is known of them. */
    before?: Exposure;
    after: Exposure;
    /** Whether others can reach the Services after the move than before; unknown exposures say nothing. */
    changes: boolean | 'unknown';
  };
  /** Ids of the retirements that the new side still stands on. */
  retirements: string[];
  /** What the rules find on the new side, worst first. */
  findings: Finding[];
}

/**
 * Judges migrated objects as `aks-traffic check` judges files, and compares them with what was there.
 *
 * @public
 */
export function checkMigration(options: {
  migration: Migration;
  /** What else there is besides the new objects: Services, workloads, policies. Ingresses are left out. */
  objects: readonly KubernetesObject[];
  /** What is known of the Services before the move, from a portal for instance. */
  before?: readonly Pick<ServiceTraffic, 'exposure'>[];
  now: Date;
}): MigrationCheck {
  const { migration, objects, before, now } = options;
  const analysis = analyzeCluster(
    {
      cluster: 'files',
      observedAt: now.toISOString(),
      coverage: 'complete',
      gaps: [],
      origin: 'files',
      reads: [],
      objects: [
        ...objects.filter(({ kind }) => kind !== 'Ingress'),
        ...migration.objects,
      ],
    },
    { rows: [], gaps: [], readTypes: [] },
    { now },
  );
  const findings = [
    ...analysis.services.flatMap(service => service.findings),
    ...analysis.orphans.flatMap(orphan => orphan.findings),
  ];
  const after = declaredExposure(migration);
  const widest =
    before && before.length > 0
      ? widestExposure(before.map(({ exposure }) => exposure))
      : undefined;
  return {
    unserved: migration.paths.filter(({ route }) => route === undefined),
    exposure: {
      ...(widest !== undefined && { before: widest }),
      after,
      changes: changesBetween(widest, after),
    },
    retirements: [
      ...new Set(findings.flatMap(({ retirement }) => retirement ?? [])),
    ].sort(),
    findings,
  };
}

/** Files have no addresses: what the Gateways declare is what they will get. */
function declaredExposure({ objects }: Migration): Exposure {
  const gateways = objects.filter(({ kind }) => kind === 'Gateway');
  if (gateways.length === 0) {
    return 'unknown';
  }
  return gateways.every(isInternal) ? 'internal' : 'public';
}

function isInternal({ spec }: KubernetesObject): boolean {
  const { infrastructure } = (spec ?? {}) as {
    infrastructure?: { annotations?: Record<string, string> };
  };
  return (
    infrastructure?.annotations?.[
      'service.beta.kubernetes.io/azure-load-balancer-internal'
    ] === 'true'
  );
}

function changesBetween(
  before: Exposure | undefined,
  after: Exposure,
): boolean | 'unknown' {
  const isKnown = (exposure: Exposure | undefined) =>
    exposure === 'public' || exposure === 'internal';
  return isKnown(before) && isKnown(after) ? before !== after : 'unknown';
}
