/** The newest look at all sources of clusters; there is one row. */
export interface DbDiscoveryRow {
  id: number;
  revision: string;
  taken_at: string;
  /** SQLite gives 0 or 1. */
  complete: boolean | number;
  gaps: string;
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
  attempted_at: string | null;
  swept_revision: string | null;
  failure_gaps: string;
  observed_at: string | null;
  analysed_at: string | null;
  coverage: string | null;
  snapshot_gaps: string;
  known_kinds: string;
  service_count: number;
  body_hash: string | null;
  body: string | null;
}

/** The verdict for one Service. */
export interface DbServiceRow {
  id: string;
  cluster: string;
  namespace: string;
  service: string;
  exposure: string;
  risk: string;
  systems: string;
  content_hash: string;
  label_sets: string;
  body: string;
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

/** Number of Services of one cluster with one system and risk on one day. */
export interface DbHistoryRow {
  day: string;
  cluster: string;
  system: string;
  risk: string;
  services: number;
}
