import {
  ClusterCoverage,
  ClusterChoices,
  ClusterTarget,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { AnnotationJudge } from './annotations/AnnotationJudge';
import { autoscalingBounds } from './capabilities/autoscalingBounds';
import { draftServices, LinkedService } from './draftServices';
import { chainedEntryPoints } from './entryPoints/chainedEntryPoints';
import {
  unreadServiceGaps,
  unreadServices,
} from './entryPoints/unreadServices';
import {
  AnalysisOptions,
  ClusterAnalysis,
  ServiceSubject,
} from './model/analysis';
import {
  AnalysisDraft,
  Assessment,
  OrphanDraft,
  ServiceDraft,
} from './model/draft';
import { Estate } from './model/estate';
import { ClusterObservation, ResourceRead } from './model/observation';
import { compareText } from './objects/compareText';
import { distinctLabels } from './objects/distinctLabels';
import { labelsOf, referenceKey } from './objects/metadata';
import { backendOrphans } from './orphans/backendOrphans';
import { classOrphans } from './orphans/classOrphans';
import { ingressOwnershipIn } from './ownership/ingressOwnershipIn';
import { resolveContextOf } from './resolveContextOf';
import { assessServices } from './risk/assessServices';
import { riskOf } from './riskOf';
import { assess } from './rules/assess';
import { describeControllers } from './systems/describeControllers';
import { detectControllers } from './systems/detectControllers';
import { clusterFacts } from './targets/ClusterFacts';
import { clusterChoices } from './targets/clusterChoices';
import { ClusterTargets, clusterTargets } from './targets/clusterTargets';

/**
 * The verdicts for one cluster: what lets traffic into each Service, who can reach it, how it gets out, and what that
 * means on a given day.
 *
 * @remarks
 * Pure: the answer depends on the arguments only, not on the order of objects or rows, and neither is changed. Any
 * JSON is accepted as an object; what cannot be understood is skipped and named in the coverage. An estate must not be
 * changed after it was passed in once.
 *
 * @public
 */
export function analyzeCluster(
  observation: ClusterObservation,
  estate: Estate,
  options: AnalysisOptions,
): ClusterAnalysis {
  const context = resolveContextOf(observation, estate);
  const controllers = detectControllers(context);
  const ownershipOf = ingressOwnershipIn(context, controllers);
  const resolved = chainedEntryPoints({
    context,
    controllers,
    ownershipOf,
    autoscalingOf: autoscalingBounds(context.index),
  });
  const unread = unreadServices(context.index, resolved.entries);
  const services = draftServices({
    context,
    entries: resolved.entries,
    unread,
  });
  const draft: AnalysisDraft = {
    cluster: observation.cluster,
    coverage: coverageOf(observation, [
      ...context.index.gaps,
      ...unreadServiceGaps(context.index, unread),
    ]),
    managedCluster: context.managedCluster,
    controllers: describeControllers({
      context,
      controllers,
      gateways: resolved.gateways,
      entries: resolved.entries,
    }),
    services: services.map(service => service.draft),
    orphans: distinctOrphans([
      ...resolved.orphans,
      ...classOrphans(context, controllers),
      ...backendOrphans(context.index, resolved.entries),
    ]),
    contradictions: resolved.contradictions,
    annotations: AnnotationJudge.create({
      context,
      controllers,
      ownershipOf,
    }),
  };
  const assessment = assess({
    draft,
    index: context.index,
    azure: context.azure,
    now: options.now,
    severities: options.severities,
  });
  const facts = clusterFacts({ context, controllers, now: options.now });
  const targets = clusterTargets(facts);
  return analysisOf({
    observation,
    draft,
    assessment,
    services,
    assessments: assessServices({ draft, assessment, facts, targets }),
    targets: targetsOf(targets),
    choices: clusterChoices(facts),
  });
}

function analysisOf(options: {
  observation: ClusterObservation;
  draft: AnalysisDraft;
  assessment: Assessment;
  services: readonly LinkedService[];
  assessments: ServiceAssessment[];
  targets: ClusterTarget[];
  choices: ClusterChoices;
}): ClusterAnalysis {
  const { observation, draft, assessment, services, assessments } = options;
  const { targets, choices } = options;
  const { managedCluster } = draft;
  const armId = observation.armId ?? managedCluster?.armId;
  const keyOf = ({ namespace, service }: ServiceDraft) =>
    `${namespace}/${service}`;
  const readWhole = (service: ServiceDraft) =>
    service.readWhole && !assessment.unjudged.has(keyOf(service));
  return {
    coverage: draft.coverage,
    cluster: {
      name: observation.cluster,
      ...(armId !== undefined && { armId }),
      ...(managedCluster?.sku !== undefined && { sku: managedCluster.sku }),
      controllers: draft.controllers,
      findings: assessment.cluster,
    },
    services: draft.services.map((service): ServiceTraffic => {
      const findings = assessment.services.get(keyOf(service)) ?? [];
      return {
        cluster: observation.cluster,
        namespace: service.namespace,
        service: service.service,
        entryPoints: service.entryPoints,
        exposure: service.exposure,
        egress: service.egress,
        eastWest: service.eastWest,
        risk: riskOf(findings, readWhole(service)),
        findings,
      };
    }),
    orphans: draft.orphans.map(({ resource, reason }) => ({
      resource,
      reason,
      findings: assessment.orphans.get(referenceKey(resource)) ?? [],
    })),
    subjects: services.map(service => ({
      ...subjectOf(service),
      readWhole: readWhole(service.draft),
    })),
    assessments,
    targets,
    choices,
  };
}

function targetsOf(targets: ClusterTargets): ClusterTarget[] {
  return [...targets].map(([target, requirements]) => ({
    target,
    requirements: [...requirements],
  }));
}

function coverageOf(
  observation: ClusterObservation,
  found: readonly string[],
): ClusterCoverage {
  const gaps = [
    ...observation.gaps,
    ...observation.reads.flatMap(read => gapOf(read) ?? []),
    ...found,
  ];
  return {
    cluster: observation.cluster,
    state:
      observation.coverage === 'complete' && gaps.length > 0
        ? 'partial'
        : observation.coverage,
    ...(observation.observedAt !== undefined && {
      observedAt: observation.observedAt,
    }),
    gaps,
  };
}

function gapOf(read: ResourceRead): string | undefined {
  if (read.state === 'complete' || read.state === 'not-installed') {
    return undefined;
  }
  const name =
    read.group === '' ? read.resource : `${read.resource}.${read.group}`;
  return read.gap ?? `${name}: ${read.state}`;
}

function distinctOrphans(orphans: readonly OrphanDraft[]): OrphanDraft[] {
  const found = new Map<string, OrphanDraft>();
  for (const orphan of orphans) {
    const key = referenceKey(orphan.resource);
    const known = found.get(key);
    if (!known) {
      found.set(key, orphan);
    } else if (!known.reason.split('; ').includes(orphan.reason)) {
      found.set(key, {
        ...known,
        reason: `${known.reason}; ${orphan.reason}`,
        evidence: [...known.evidence, ...orphan.evidence],
      });
    }
  }
  return [...found.entries()]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, orphan]) => orphan);
}

function subjectOf({
  draft,
  sources,
}: LinkedService): Omit<ServiceSubject, 'readWhole'> {
  return {
    namespace: draft.namespace,
    service: draft.service,
    labelSets: distinctLabels([
      labelsOf(draft.object),
      ...draft.workloads.flatMap(({ labels, podLabels }) => [
        labels,
        podLabels,
      ]),
      ...sources.map(labelsOf),
    ]).map(labels => Object.fromEntries(labels)),
  };
}
