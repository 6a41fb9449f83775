import { Evidence, ObjectRef } from './report';

/**
 * Where an Ingress can move to on AKS.
 *
 * @public
 */
export type MigrationTarget =
  | 'app-routing-gateway-api'
  | 'application-gateway-for-containers'
  | 'istio';

/**
 * What becomes of an annotation at a target: `portable` by a standard field with the same meaning,
 * `equivalent-by-policy` by a resource of the target's own, `changes-behaviour` where meaning, scope or default
 * differ, `blocked` where the target has nothing for it, `drop` where it means nothing outside NGINX, `unknown` where
 * nothing is known about it.
 *
 * @public
 */
export type AnnotationOutcome =
  | 'portable'
  | 'equivalent-by-policy'
  | 'changes-behaviour'
  | 'blocked'
  | 'drop'
  | 'unknown';

/**
 * What becomes of one annotation, or of one inherited effect, at one target.
 *
 * @public
 */
export interface AnnotationTargetVerdict {
  target: MigrationTarget;
  outcome: AnnotationOutcome;
  /** Why, in one or two sentences for people. */
  reason: string;
  /** What expresses it there, such as `HTTPRoute rules[].filters[].requestRedirect`. */
  replacement?: string;
  /** First AKS version whose managed Gateway API resources have the field, such as `1.36`. */
  minAksVersion?: string;
  /** First bundle of the Gateway API whose standard channel has the field, such as `v1.5.1`. */
  minGatewayApiBundle?: string;
  /** Documents that say so. */
  sources: string[];
}

/**
 * One `nginx.ingress.kubernetes.io/*` annotation of one object, judged. Every annotation that goes in comes out as
 * one of these, those nobody knows included.
 *
 * @public
 */
export interface AnnotationVerdict {
  object: ObjectRef;
  /** As it stands on the object, prefix included. */
  key: string;
  /** The name without its prefix. */
  name: string;
  /** `removed` for what earlier releases read, `unknown` for what none did. */
  status: 'current' | 'removed' | 'unknown';
  /** The name it is another spelling of. */
  aliasOf?: string;
  /** For an unknown name: the real one that is nearest. */
  nearest?: string;
  /** The value; absent where it is redacted. */
  value?: string;
  /** Whether the value is withheld, because it may hold a secret or raw configuration. */
  redacted: boolean;
  /** Why the controller would refuse or ignore the value. */
  problem?: string;
  /** What it does in NGINX, in one sentence. */
  purpose?: string;
  /** The risk ingress-nginx itself states for it. */
  upstreamRisk?: 'Low' | 'Medium' | 'High' | 'Critical';
  /** Whether it protects something or is dangerous: losing or keeping it unseen is a security event. */
  security: boolean;
  /** Whether the controller that serves the object reads it. */
  effective: boolean | 'unknown';
  targets: AnnotationTargetVerdict[];
}

/**
 * Behaviour that no annotation of the object itself asks for: set for the whole controller, implied by a default, or
 * caused by another Ingress of the same host.
 *
 * @public
 */
export interface InheritedEffect {
  /** Stable name of the kind of effect, such as `host-wide-regex`. */
  id: string;
  object: ObjectRef;
  /** What happens and what follows for a move, in one or two sentences. */
  message: string;
  evidence: Evidence[];
  targets: AnnotationTargetVerdict[];
}

/**
 * One thing a target needs, compared with what the cluster has.
 *
 * @public
 */
export interface TargetRequirement {
  /** Stable name, such as `aks-version`. */
  id: string;
  met: boolean | 'unknown';
  /** What is needed and what there is, in one sentence. */
  message: string;
  /**
   * How the cluster gets what it lacks by an operation on itself, such as enabling an add-on. What is not met and has
   * no remedy stands against the target.
   */
  remedy?: string;
  /** What was looked at; empty where that was not read, as the message then says. */
  evidence: Evidence[];
  source: string;
}

/**
 * How much work a move is: `none` when nothing retires, `low` when every annotation is portable or can be dropped,
 * `medium` when policies or reviews are needed, `high` when something is blocked, `unknown` when too little was read.
 *
 * @public
 */
export type MigrationEffort = 'none' | 'low' | 'medium' | 'high' | 'unknown';

/**
 * A target, and whether a cluster, or one service in it, can move there.
 *
 * @public
 */
export interface TargetOption {
  target: MigrationTarget;
  /**
   * Whether nothing stands against it. A requirement that is not met and has a remedy does not: it is what to do
   * first.
   */
  eligible: boolean | 'unknown';
  /** Whether this is the one to take; at most one option is. */
  recommended: boolean;
  effort: MigrationEffort;
  /** Why it stands where it stands in the order, one sentence each. */
  reasons: string[];
  /** Keys of the annotations and ids of the effects that the target has nothing for. */
  blockedBy: string[];
  requirements: TargetRequirement[];
  /** ISO date of the facts about the target. */
  asOf: string;
}

/**
 * One line of the explanation of a score: what it adds and why.
 *
 * @public
 */
export interface RiskLine {
  /** Stable name, such as `public-exposure`. */
  id: string;
  points: number;
  /** One sentence for people. */
  message: string;
  evidence: Evidence[];
}

/**
 * A retirement that applies to a service.
 *
 * @public
 */
export interface ServiceRetirement {
  /** Id of the {@link Retirement}. */
  retirement: string;
  /** ISO date of the last day of support. How many days are left is for the reader's clock to say. */
  date?: string;
  state: 'announced' | 'approaching' | 'ending' | 'ended';
  /** What the last statement seen says, worded for the day of the verdict. */
  statement: string;
  /** What it does not mean. */
  doesNotMean: string;
  /** Why it applies: the controller that really serves the service. */
  evidence: Evidence[];
}

/**
 * How urgent and how hard it is to move one Service off what it stands on.
 *
 * @public
 */
export interface ServiceAssessment {
  cluster: string;
  namespace: string;
  service: string;
  /** What runs the pods that the Service selects; absent where that was not looked up. */
  workloads?: ObjectRef[];
  /** Nearest first; empty when nothing the service stands on is being retired. */
  retirements: ServiceRetirement[];
  /** 0 (nothing to do) to 100; absent when too little was read to say. */
  score?: number;
  /** The score, line by line: their points add up to it before it is capped at 100. */
  lines: RiskLine[];
  effort: MigrationEffort;
  annotations: AnnotationVerdict[];
  effects: InheritedEffect[];
  /** Best first; empty when nothing has to move. */
  targets: TargetOption[];
}
