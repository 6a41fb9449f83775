/** The newest look at all sources of clusters; there is one row. */
export interface DbDiscoveryRow {
  id: number;
  revision: string;
  taken_at: string;
  began_at: string | null;
  swept_at: string | null;
  /** SQLite gives 0 or 1. */
  complete: boolean | number;
  gaps: string;
}

/** Who looks for clusters; there is one row. */
export interface DbLookRow {
  id: number;
  requested_at: string | null;
  claim: string | null;
  claimed_until: string | null;
  /** SQLite gives 0 or 1. */
  second_try: boolean | number;
}

/** A cluster: what it is, what is being done about it, and the snapshot that is served. */
export interface DbClusterRow {
  name: string;
  source: string;
  arm_id: string | null;
  sku: string | null;
  kubernetes_version: string | null;
  location: string | null;
  bucket: number;
  missing_since: string | null;
  missing_reason: string | null;
  requested_at: string | null;
  claim: string | null;
  claimed_until: string | null;
  /** SQLite gives 0 or 1. */
  second_try: boolean | number;
  attempted_at: string | null;
  swept_revision: string | null;
  failure_gaps: string;
  observed_at: string | null;
  analysed_at: string | null;
  judged_on: string | null;
  coverage: string | null;
  snapshot_gaps: string;
  known_kinds: string;
  service_count: number;
  linked_revision: string | null;
  traffic_hash: string | null;
  targets_hash: string | null;
  overview: string | null;
  revision: string;
  topic: string | null;
}

/** What was found about a cluster as a whole: large, and apart from the rows that every list of clusters reads. */
export interface DbClusterVerdictsRow {
  cluster: string;
  traffic: string | null;
  targets: string | null;
}

/** The verdict for one Service. */
export interface DbServiceRow {
  id: string;
  cluster: string;
  namespace: string;
  service: string;
  content_hash: string;
  label_sets: string;
  /** SQLite gives 0 or 1. */
  read_whole: boolean | number;
  body: string;
  assessment: string | null;
}

/** A label that a Service, one of its workloads or one of its routes carries. */
export interface DbServiceLabelRow {
  key: string;
  value: string;
  service_id: string;
}

/** An object that leads nowhere. */
export interface DbOrphanRow {
  id: string;
  cluster: string;
  body: string;
}

/** A Kubernetes object that verdicts name. */
export interface DbObjectRow {
  id: string;
  cluster: string;
  content_hash: string;
  body: string;
}

/** The newest look at the catalog; there is one row. */
export interface DbCatalogReadingRow {
  id: number;
  revision: string;
  taken_at: string;
}

/** An entity whose annotations tie it to Kubernetes. */
export interface DbCatalogEntityRow {
  id: number;
  ref: string;
  title: string | null;
  owner: string;
  catalog_system: string;
  annotations: string;
  /** SQLite gives 0 or 1. */
  too_wide: boolean | number;
}

/** A Service and an entity that claims it, as lists show them; without an entity when none does. */
export interface DbServiceListRow {
  service_id: string;
  rank: number;
  cluster: string;
  namespace: string;
  service: string;
  name_order: string;
  cluster_order: string;
  entity_id: number | null;
  owner: string;
  catalog_system: string;
  search: string;
  systems: string;
  exposure: string;
  exposure_order: number;
  egress: string;
  risk: string;
  risk_order: number;
  score: number | null;
  score_order: number;
  effort: string;
  effort_order: number;
  deadline: string;
  retirements: string;
  state: string;
  at_risk_since: string | null;
  moved_on: string | null;
  gone_on: string | null;
  waivers: number;
}

/** From when to when a Service stood on systems that are being retired. */
export interface DbRiskSpanRow {
  service_id: string;
  from_day: string;
  to_day: string | null;
  systems: string;
}

/** Days between two good readings of a cluster. */
export interface DbUnreadSpanRow {
  cluster: string;
  from_day: string;
  to_day: string;
}

/** Somebody's decision to live with one finding of one Service for a time. */
export interface DbWaiverRow {
  id: string;
  service_id: string;
  cluster: string;
  namespace: string;
  service: string;
  rule_id: string;
  subject: string | null;
  reason: string;
  owner: string;
  created_by: string;
  created_at: string;
  expires_at: string;
  revoked_by: string | null;
  revoked_at: string | null;
  /** SQLite gives 0 or 1. */
  applied: boolean | number;
}

/** What the owner of a Service at risk was told. */
export interface DbNoticeRow {
  service_id: string;
  owner: string;
  retirements: string;
  stages: string;
  next_on: string;
}

/** A replica that watches clusters. */
export interface DbWatchReplicaRow {
  id: string;
  alive_until: string;
}

/** Who watches a cluster, or why nobody does. */
export interface DbWatchRow {
  cluster: string;
  replica: string | null;
  held_until: string | null;
  watched_since: string | null;
  gap: string | null;
  retry_at: string | null;
}
