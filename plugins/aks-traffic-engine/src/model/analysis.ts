import {
  ClusterCoverage,
  ClusterChoices,
  ClusterTarget,
  ClusterTraffic,
  Orphan,
  ServiceAssessment,
  ServiceTraffic,
  Severity,
} from 'backstage-plugin-aks-traffic-common';

/**
 * What a verdict does not say of a Service. Labels tie it to catalog entities: those of the Service itself, of the
 * workloads it selects and of the routes that lead to it. An entity matches when any one of the sets satisfies its
 * selector.
 *
 * @public
 */
export interface ServiceSubject {
  namespace: string;
  service: string;
  labelSets: Record<string, string>[];
  /** Whether everything was read that could add a finding: without one, its risk is `none` and not `unknown`. */
  readWhole: boolean;
}

/**
 * The verdicts for one cluster.
 *
 * @public
 */
export interface ClusterAnalysis {
  coverage: ClusterCoverage;
  cluster: ClusterTraffic;
  services: ServiceTraffic[];
  orphans: Orphan[];
  subjects: ServiceSubject[];
  /** One for each service, in their order. */
  assessments: ServiceAssessment[];
  /** What the cluster has of what each target needs. */
  targets: ClusterTarget[];
  /** What it has for what new services choose besides their pattern. */
  choices: ClusterChoices;
}

/**
 * What an analysis needs besides the facts.
 *
 * @public
 */
export interface AnalysisOptions {
  /** The time verdicts are made at; the engine has no clock of its own. */
  now: Date;
  /** Severity by rule id, over the engine's own table. */
  severities?: Record<string, Severity>;
}
