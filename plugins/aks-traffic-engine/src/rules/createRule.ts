import {
  ArmRef,
  Evidence,
  Finding,
  IngressSystem,
  ObjectRef,
  Severity,
} from 'backstage-plugin-aks-traffic-common';
import { OrphanDraft, ServiceDraft } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { RetirementId } from '../retirements/retirements';
import { RuleId, severities, SituationOf } from './severities';

/** One thing a rule found. */
export interface Report<Situation extends string> {
  /** Which of the rule's entries in the table of severities applies. */
  situation: Situation;
  subject: ObjectRef | ArmRef;
  /** What follows from it and the way out, in one or two sentences. */
  message: string;
  evidence: Evidence[];
  /** ISO date by which it has to be dealt with. How many days are left is up to whoever shows it. */
  deadline?: string;
}

/** What a rule says about itself. */
export interface RuleMetadata<Id extends RuleId = RuleId> {
  /** Also the name of the rule's file and page. */
  id: Id;
  /** One sentence; the page of the rule begins with it. */
  description: string;
  retirement?: RetirementId;
  remediation: { summary: string; actions: string[] };
}

/** A rule looks at one or several kinds of things; each is optional. */
export interface RuleLogic<Situation extends string> {
  /** The systems whose entry points it is about: of services without any of them it says nothing, and is not asked. */
  systems?: ReadonlySet<IngressSystem>;
  /** What concerns the cluster as a whole, and no service's risk. */
  cluster?: (input: AssessmentInput) => Iterable<Report<Situation>>;
  service?: (
    service: ServiceDraft,
    input: AssessmentInput,
  ) => Iterable<Report<Situation>>;
  orphan?: (
    orphan: OrphanDraft,
    input: AssessmentInput,
  ) => Iterable<Report<Situation>>;
  /** Whether too little was read to tell of a Service: silence of the rule means nothing then. */
  leavesOpen?: (service: ServiceDraft, input: AssessmentInput) => boolean;
}

const ruleSubjects = ['cluster', 'service', 'orphan', 'leavesOpen'] as const;

/** What a rule may look at. */
export type RuleSubject = (typeof ruleSubjects)[number];

/** A rule as `assess` uses it. */
export interface Rule {
  metadata: RuleMetadata;
  /** What it looks at; about everything else it has nothing to say. */
  looksAt: ReadonlySet<RuleSubject>;
  cluster(input: AssessmentInput): readonly Finding[];
  service(service: ServiceDraft, input: AssessmentInput): readonly Finding[];
  orphan(orphan: OrphanDraft, input: AssessmentInput): readonly Finding[];
  leavesOpen(service: ServiceDraft, input: AssessmentInput): boolean;
}

/** Most rules have nothing to say about most services: the list of that is made once. */
const nothing: readonly Finding[] = [];

/** Makes a rule of what it says about itself and its logic; severity, remediation and page come from the former. */
export function createRule<Id extends RuleId>(
  metadata: RuleMetadata<Id>,
  logic: RuleLogic<SituationOf<Id>>,
): Rule {
  const table = severities[metadata.id] as Record<SituationOf<Id>, Severity>;
  const docs = `docs/rules/${metadata.id}.md`;
  const toFindings = (
    input: AssessmentInput,
    reports: Iterable<Report<SituationOf<Id>>> | undefined,
  ): readonly Finding[] => {
    let findings: Finding[] | undefined;
    if (reports === undefined) {
      return nothing;
    }
    for (const report of reports) {
      findings ??= [];
      findings.push({
        ruleId: metadata.id,
        severity:
          overriddenSeverity(input, metadata.id) ?? table[report.situation],
        subject: report.subject,
        message: report.message,
        evidence: report.evidence,
        remediation: metadata.remediation,
        ...(report.deadline !== undefined && { deadline: report.deadline }),
        ...(metadata.retirement !== undefined && {
          retirement: metadata.retirement,
        }),
        docs,
      });
    }
    return findings ?? nothing;
  };
  return {
    metadata,
    looksAt: new Set(
      ruleSubjects.filter(subject => logic[subject] !== undefined),
    ),
    cluster: input => toFindings(input, logic.cluster?.(input)),
    service: (service, input) =>
      logic.systems === undefined || isReachedBy(service, logic.systems)
        ? toFindings(input, logic.service?.(service, input))
        : nothing,
    orphan: (orphan, input) => toFindings(input, logic.orphan?.(orphan, input)),
    leavesOpen: (service, input) => logic.leavesOpen?.(service, input) ?? false,
  };
}

function isReachedBy(
  { entryPoints }: ServiceDraft,
  systems: ReadonlySet<IngressSystem>,
): boolean {
  return entryPoints.some(({ system }) => systems.has(system));
}

function overriddenSeverity(
  input: AssessmentInput,
  id: RuleId,
): Severity | undefined {
  return input.severities && Object.hasOwn(input.severities, id)
    ? input.severities[id]
    : undefined;
}
