import {
  Confidence,
  CoverageState,
  EgressKind,
  Exposure,
  IngressSystem,
  Risk,
  Severity,
  TlsMode,
} from './vocabulary';

/**
 * Names one Kubernetes object inside a cluster.
 *
 * @public
 */
export interface ObjectRef {
  apiVersion: string;
  kind: string;
  /** Absent for cluster-scoped objects. */
  namespace?: string;
  name: string;
}

/**
 * Names one Azure resource by its resource id.
 *
 * @public
 */
export interface ArmRef {
  armId: string;
}

/**
 * One field of one object that supports a claim.
 *
 * @public
 */
export interface Evidence {
  object: ObjectRef | ArmRef;
  /** Path of the field, as `kubectl` or the ARM template would write it. */
  field: string;
  /** The field's value, or what its absence is called (`(absent)`). */
  value: string;
  /** What the value says about the claim, in one sentence. */
  meaning: string;
}

/**
 * An ingress controller or gateway implementation found in a cluster.
 *
 * @public
 */
export interface Controller {
  system: IngressSystem;
  name: string;
  namespace?: string;
  /** Version of the running image; absent when image and labels do not tell. */
  version?: string;
  image?: string;
  /** IngressClass and GatewayClass names it serves. */
  classes: string[];
  exposure: Exposure;
  /** IP addresses or host names it is reached at. */
  addresses: string[];
  /** Id of the retirement that applies to it. */
  retirement?: string;
  confidence: Confidence;
  evidence: Evidence[];
}

/**
 * One way into a Service: an Ingress rule, an attached route, or the Service's own type.
 *
 * @public
 */
export interface EntryPoint {
  system: IngressSystem;
  /** Name of the {@link Controller} that implements it, where one was found. */
  controller?: string;
  resource: ObjectRef;
  hosts: string[];
  paths: string[];
  tls: TlsMode;
  exposure: Exposure;
  addresses: string[];
  /** Whether a controller has accepted it; `unknown` where the API has no status that says so. */
  attached: boolean | 'unknown';
  capabilities: Record<string, string | boolean>;
  confidence: Confidence;
  evidence: Evidence[];
}

/**
 * One step on the way from a node to the internet.
 *
 * @public
 */
export interface EgressHop {
  kind: string;
  name: string;
  armId?: string;
}

/**
 * How traffic of the named node pools leaves, hop by hop.
 *
 * @public
 */
export interface EgressPath {
  kind: EgressKind;
  hops: EgressHop[];
  /** Public addresses or prefixes that the outside sees; empty when they are not known. */
  publicIps: string[];
  nodePools: string[];
  evidence: Evidence[];
}

/**
 * Something a rule found, with what to do about it.
 *
 * @public
 */
export interface Finding {
  ruleId: string;
  severity: Severity;
  subject: ObjectRef | ArmRef;
  message: string;
  evidence: Evidence[];
  remediation: { summary: string; actions: string[] };
  /** ISO date by which it has to be dealt with. */
  deadline?: string;
  /** Id of the retirement behind the finding. */
  retirement?: string;
  /** Path or address of the rule's documentation. */
  docs: string;
}

/**
 * What is known about traffic inside the cluster.
 *
 * @public
 */
export interface EastWest {
  networkPolicy: string;
  meshMtls: string;
}

/**
 * Everything known about one Service's traffic.
 *
 * @public
 */
export interface ServiceTraffic {
  cluster: string;
  namespace: string;
  service: string;
  entryPoints: EntryPoint[];
  /** The widest exposure over all entry points. */
  exposure: Exposure;
  egress: EgressPath[];
  eastWest: EastWest;
  risk: Risk;
  findings: Finding[];
}

/**
 * What was and was not read of one cluster.
 *
 * @public
 */
export interface ClusterCoverage {
  cluster: string;
  state: CoverageState;
  /** ISO time of the newest complete reading; absent when there never was one. */
  observedAt?: string;
  /** One sentence per thing that could not be read. */
  gaps: string[];
}

/**
 * A cluster with its controllers and the findings that belong to it as a whole.
 *
 * @public
 */
export interface ClusterTraffic {
  name: string;
  armId?: string;
  sku?: string;
  controllers: Controller[];
  findings: Finding[];
}

/**
 * An Ingress, route or class that leads nowhere, and why.
 *
 * @public
 */
export interface Orphan {
  resource: ObjectRef;
  reason: string;
  findings: Finding[];
}

/**
 * The answer for a set of clusters: printed by the command-line tool, stored and served by the backend.
 *
 * @public
 */
export interface TrafficReport {
  schemaVersion: 1;
  /** ISO time the verdicts were made at. */
  generatedAt: string;
  coverage: ClusterCoverage[];
  clusters: ClusterTraffic[];
  services: ServiceTraffic[];
  orphans: Orphan[];
}
