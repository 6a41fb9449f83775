import { IngressSource, SourcePath } from '../ingress/IngressSource';

/** A part of a rule of an HTTPRoute, as its YAML has it. */
export type RouteFields = Record<string, unknown>;

/** A weighted Service. */
export interface RuleBackend {
  service: string;
  namespace: string;
  port: number;
  weight?: number;
}

/** One rule of a route to be, with where it comes from. */
export interface RouteRule {
  source: IngressSource;
  path: SourcePath;
  match: RouteFields;
  /** Whether NGINX takes more for this path than the match does, so that limits on callers must not follow the match. */
  isNarrower?: boolean;
  /** Matches besides the path: headers of a canary. */
  headers?: RouteFields[];
  filters: RouteFields[];
  timeouts?: { request: string };
  backends: RuleBackend[];
}
