import {
  Finding,
  ObjectRef,
  RiskLine,
  ServiceAssessment,
  ServiceRetirement,
  TargetOption,
} from 'backstage-plugin-aks-traffic-common';
import { AnalysisDraft, Assessment, ServiceDraft } from '../model/draft';
import { ResolveContext } from '../model/resolveContext';
import { ClusterFacts } from '../targets/ClusterFacts';
import { ClusterTargets } from '../targets/clusterTargets';
import { demandsOf } from '../targets/service/demandsOf';
import { Move } from '../targets/service/Move';
import { ClusterView, clusterView } from './ClusterView';
import { effortOf } from './effortOf';
import { IngressFacts, ingressFactsOf } from './IngressFacts';
import { movingEntries } from './movingEntries';
import { retirementsOf } from './retirementsOf';
import { retirementsReadWhole } from './retirementsReadWhole';
import { riskLines } from './riskLines';
import { scoreOf } from './scoreOf';

const noRetirements: ServiceRetirement[] = [];
const noLines: RiskLine[] = [];
const noTargets: TargetOption[] = [];

/** How urgent and how hard it is to move each service of a cluster off what it stands on, in their order. */
export function assessServices(options: {
  draft: AnalysisDraft;
  assessment: Assessment;
  facts: ClusterFacts;
  targets: ClusterTargets;
}): ServiceAssessment[] {
  const { draft, assessment, facts, targets } = options;
  const cluster = clusterView(facts, targets);
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

interface Question {
  service: ServiceDraft;
  findings: readonly Finding[];
  draft: AnalysisDraft;
  cluster: ClusterView;
}

function assessService(question: Question): ServiceAssessment {
  const { service, findings, draft, cluster } = question;
  const facts = ingressFactsOf(service.entryPoints, draft, cluster.context);
  const retirements = retirementsOf(findings, cluster.now);
  return {
    cluster: draft.cluster,
    namespace: service.namespace,
    service: service.service,
    ...workloadsOf(service, cluster.context),
    annotations: facts.annotations,
    effects: facts.effects,
    ...(retirements.length === 0
      ? withoutRetirement(question)
      : withRetirements(retirements, facts, question)),
  };
}

type Verdict = Pick<
  ServiceAssessment,
  'retirements' | 'score' | 'lines' | 'effort' | 'targets'
>;

/** Nothing to do, unless too little was read to say so. */
function withoutRetirement({ service, cluster }: Question): Verdict {
  const isKnown =
    cluster.waysInKnown &&
    cluster.controllersKnown &&
    retirementsReadWhole(service, cluster.context);
  return {
    retirements: noRetirements,
    ...(isKnown && { score: 0 }),
    lines: noLines,
    effort: isKnown ? 'none' : 'unknown',
    targets: noTargets,
  };
}

function withRetirements(
  retirements: ServiceRetirement[],
  ofAll: IngressFacts,
  { service, findings, draft, cluster }: Question,
): Verdict {
  const entries = movingEntries(service, findings);
  const facts =
    entries.length === service.entryPoints.length
      ? ofAll
      : ingressFactsOf(entries, draft, cluster.context);
  const move: Move = {
    entries,
    ...facts,
    demands: demandsOf(facts),
  };
  const targets = entries.length === 0 ? noTargets : cluster.targets.of(move);
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
  return { retirements, score: scoreOf(lines), lines, effort, targets };
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
