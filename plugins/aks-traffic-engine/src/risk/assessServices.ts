import {
  AnnotationVerdict,
  EntryPoint,
  Finding,
  InheritedEffect,
  MigrationEffort,
  ObjectRef,
  RiskLine,
  ServiceAssessment,
  ServiceRetirement,
  TargetOption,
} from 'backstage-plugin-aks-traffic-common';
import { AnalysisDraft, Assessment, ServiceDraft } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { controllersReadWhole, waysInReadWhole } from '../objects/entryKinds';
import { ingressOf } from '../rules/ingressOf';
import { ControllerInstance } from '../systems/ControllerInstance';
import { clusterFacts, ClusterFacts } from '../targets/ClusterFacts';
import { clusterTargets, ClusterTargets } from '../targets/clusterTargets';
import { Move } from '../targets/service/Move';
import { serviceTargets } from '../targets/serviceTargets';
import { movingEntries } from './movingEntries';
import { retirementsOf } from './retirementsOf';
import { retirementsReadWhole } from './retirementsReadWhole';
import { highestScore } from './riskPoints';
import { riskLines } from './riskLines';

const noRetirements: ServiceRetirement[] = [];
const noLines: RiskLine[] = [];
const noAnnotations: AnnotationVerdict[] = [];
const noEffects: InheritedEffect[] = [];
const noTargets: TargetOption[] = [];

/** How urgent and how hard it is to move each service of a cluster off what it stands on, in their order. */
export function assessServices(options: {
  context: ResolveContext;
  draft: AnalysisDraft;
  controllers: readonly ControllerInstance[];
  assessment: Assessment;
  now: Date;
}): ServiceAssessment[] {
  const { draft, assessment } = options;
  const cluster = new ClusterView(options);
  return draft.services.map(service =>
    assessService({
      service,
      findings:
        assessment.services.get(`${service.namespace}/${service.service}`) ??
        [],
      draft,
      cluster,
    }),
  );
}

/** What is asked of the whole cluster: looked up when the first service has to move. */
class ClusterView {
  readonly controllersKnown: boolean;
  readonly waysInKnown: boolean;
  private found?: { facts: ClusterFacts; targets: ClusterTargets };

  constructor(
    readonly options: {
      context: ResolveContext;
      controllers: readonly ControllerInstance[];
      now: Date;
    },
  ) {
    const { index } = options.context;
    this.waysInKnown = waysInReadWhole(index);
    this.controllersKnown = controllersReadWhole(index);
  }

  get targets(): { facts: ClusterFacts; targets: ClusterTargets } {
    if (this.found === undefined) {
      const facts = clusterFacts(this.options);
      this.found = { facts, targets: clusterTargets(facts) };
    }
    return this.found;
  }
}

function assessService(options: {
  service: ServiceDraft;
  findings: readonly Finding[];
  draft: AnalysisDraft;
  cluster: ClusterView;
}): ServiceAssessment {
  const { service, findings, draft, cluster } = options;
  const { context, now } = cluster.options;
  const retirements = retirementsOf(findings, now);
  const annotations = annotationsOf(service, draft, context);
  const common = {
    cluster: draft.cluster,
    namespace: service.namespace,
    service: service.service,
    ...workloadsOf(service, context),
  };
  if (retirements.length === 0) {
    const isKnown =
      cluster.waysInKnown &&
      cluster.controllersKnown &&
      retirementsReadWhole(service, context);
    return {
      ...common,
      retirements: noRetirements,
      ...(isKnown && { score: 0 }),
      lines: noLines,
      effort: isKnown ? 'none' : 'unknown',
      annotations,
      effects: effectsOf(service.entryPoints, draft, context),
      targets: noTargets,
    };
  }
  const entries = movingEntries(service, findings);
  const move = moveOf(entries, draft, context);
  const targets =
    entries.length === 0 ? noTargets : targetsOf(move, cluster, context);
  const effort = effortOf(targets);
  const lines = riskLines({
    retirements,
    service,
    move,
    controllers: draft.controllers,
    effort,
    option: targets[0],
    waysInKnown: cluster.waysInKnown,
  });
  return {
    ...common,
    retirements,
    score: scoreOf(lines),
    lines,
    effort,
    annotations,
    effects: effectsOf(service.entryPoints, draft, context),
    targets,
  };
}

function targetsOf(
  move: Move,
  cluster: ClusterView,
  { index }: ResolveContext,
): TargetOption[] {
  const { facts, targets } = cluster.targets;
  return serviceTargets({
    move,
    facts,
    cluster: targets,
    // Files say what they say; what they leave out is nothing that could not be read.
    controllersKnown: cluster.controllersKnown || index.origin === 'files',
  });
}

/** What moves as an Ingress takes as much work as at the target that suits best; anything else somebody has to look at. */
function effortOf(targets: readonly TargetOption[]): MigrationEffort {
  return targets.length === 0 ? 'medium' : targets[0].effort;
}

function scoreOf(lines: readonly RiskLine[]): number {
  return Math.min(
    highestScore,
    lines.reduce((sum, { points }) => sum + points, 0),
  );
}

function moveOf(
  entries: readonly EntryPoint[],
  draft: AnalysisDraft,
  context: ResolveContext,
): Move {
  const ingresses = ingressesOf(entries, context);
  return {
    entries,
    ingresses,
    annotations: ingresses.flatMap(each => draft.annotations.verdictsOf(each)),
    effects: ingresses.flatMap(each => draft.annotations.effectsOf(each)),
  };
}

/** The verdicts on all annotations of Ingresses that lead to the service, whoever serves them. */
function annotationsOf(
  { entryPoints }: ServiceDraft,
  draft: AnalysisDraft,
  context: ResolveContext,
): AnnotationVerdict[] {
  const found = ingressesOf(entryPoints, context).flatMap(each =>
    draft.annotations.verdictsOf(each),
  );
  return found.length === 0 ? noAnnotations : found;
}

function effectsOf(
  entries: readonly EntryPoint[],
  draft: AnalysisDraft,
  context: ResolveContext,
): InheritedEffect[] {
  const found = ingressesOf(entries, context).flatMap(each =>
    draft.annotations.effectsOf(each),
  );
  return found.length === 0 ? noEffects : found;
}

function ingressesOf(
  entries: readonly EntryPoint[],
  context: ResolveContext,
): KubernetesObject[] {
  return [
    ...new Set(
      entries.flatMap(({ resource }) => ingressOf(resource, context) ?? []),
    ),
  ];
}

/** Absent where nothing was found and not everything was read. */
function workloadsOf(
  { workloads }: ServiceDraft,
  context: ResolveContext,
): { workloads?: ObjectRef[] } {
  return workloads.length === 0 && !context.workloads.readWhole
    ? {}
    : { workloads: workloads.map(({ reference }) => reference) };
}
