import {
  Controller,
  EntityTraffic,
  EntryPoint,
  Finding,
  Retirement,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { compareExposure } from './exposure';
import { compareSupport, Support, supportOf } from './support';

/** An entry point with what the rest of the report says about it. */
export interface EntryPointView {
  entryPoint: EntryPoint;
  service: ServiceTraffic;
  controller?: Controller;
  support: Support;
}

/** A system that lets traffic in, with the support state its entry points share. */
export interface SystemSummary {
  system: string;
  support: Support;
  entryPoints: number;
  /** Whether an entry point's evidence contradicts itself. */
  conflict: boolean;
  /** Whether no controller serves it: the Service takes the traffic of some addresses by itself. */
  byExternalIps: boolean;
}

/** The entry points of the services: attached before unattached, then widest exposure first. */
export function entryPointViews(options: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
  now: Date;
}): EntryPointView[] {
  const { traffic, services, now } = options;
  const views = services.flatMap(service =>
    service.entryPoints.map(entryPoint => {
      const controller = controllerOf({ traffic, service, entryPoint });
      const retirement = retirementOf({
        traffic,
        service,
        entryPoint,
        controller,
      });
      const support = supportOf({ system: entryPoint.system, retirement, now });
      return { entryPoint, service, controller, support };
    }),
  );
  return views.sort(
    (first, second) =>
      Number(first.entryPoint.attached === false) -
        Number(second.entryPoint.attached === false) ||
      compareExposure(first.entryPoint.exposure, second.entryPoint.exposure) ||
      compareSupport(first.support, second.support),
  );
}

/**
 * One line per system and support state, the most urgent first. Entry points that no controller has accepted let
 * nothing in, so they only count when there are no others.
 */
export function summariseSystems(
  views: readonly EntryPointView[],
): SystemSummary[] {
  const attached = views.filter(view => view.entryPoint.attached !== false);
  const summaries = new Map<string, SystemSummary>();
  for (const { entryPoint, support } of attached.length > 0
    ? attached
    : views) {
    const byExternalIps = entryPoint.capabilities.externalIps === true;
    const key = JSON.stringify([
      entryPoint.system,
      support.state,
      'retirement' in support ? support.retirement.id : undefined,
      byExternalIps,
    ]);
    const summary = summaries.get(key) ?? {
      system: entryPoint.system,
      support,
      entryPoints: 0,
      conflict: false,
      byExternalIps,
    };
    summary.entryPoints += 1;
    summary.conflict ||= entryPoint.confidence === 'conflict';
    summaries.set(key, summary);
  }
  return [...summaries.values()].sort(
    (first, second) =>
      compareSupport(first.support, second.support) ||
      second.entryPoints - first.entryPoints,
  );
}

/** Distinct values over all entry points, in their order. */
export function distinctOf(
  views: readonly EntryPointView[],
  property: 'hosts' | 'addresses',
): string[] {
  return [...new Set(views.flatMap(view => view.entryPoint[property]))];
}

function controllerOf(options: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
  entryPoint: EntryPoint;
}): Controller | undefined {
  const { traffic, service, entryPoint } = options;
  return traffic.clusters
    .find(cluster => cluster.name === service.cluster)
    ?.controllers.find(
      controller =>
        controller.name === entryPoint.controller &&
        controller.system === entryPoint.system,
    );
}

/**
 * The earliest retirement that the controller, or a finding about this service or its cluster as a whole, names for
 * the entry point's system. Retirements are never applied by system alone, nor because of another resource of the
 * cluster: some concern one edition of a system only.
 */
function retirementOf(options: {
  traffic: EntityTraffic;
  service: ServiceTraffic;
  entryPoint: EntryPoint;
  controller: Controller | undefined;
}): Retirement | undefined {
  const { traffic, service, entryPoint, controller } = options;
  const named = new Set(
    [
      ...service.findings,
      ...findingsAboutCluster({ traffic, cluster: service.cluster }),
    ].map(finding => finding.retirement),
  );
  const [earliest] = traffic.retirements
    .filter(
      retirement =>
        retirement.id === controller?.retirement ||
        (named.has(retirement.id) &&
          retirement.systems.includes(entryPoint.system)),
    )
    .sort((first, second) =>
      (first.date ?? '9999').localeCompare(second.date ?? '9999'),
    );
  return earliest;
}

function findingsAboutCluster(options: {
  traffic: EntityTraffic;
  cluster: string;
}): Finding[] {
  const cluster = options.traffic.clusters.find(
    candidate => candidate.name === options.cluster,
  );
  const armId = cluster?.armId?.toLowerCase();
  return (cluster?.findings ?? []).filter(
    ({ subject }) =>
      'armId' in subject && subject.armId.toLowerCase() === armId,
  );
}
