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
  /** A second match, for what NGINX takes besides: paths that begin like this one and go on within the word. */
  longerWords?: RouteFields;
  /** Whether NGINX takes more for this path than the match does, so that limits on callers must not follow the match. */
  isNarrower?: boolean;
  /** Whether the other names of its host are none of its own. */
  isOfOneHost?: boolean;
  /** Matches besides the path: headers of a canary. */
  headers?: RouteFields[];
  filters: RouteFields[];
  timeouts?: { request: string };
  backends: RuleBackend[];
}

/** What a rule matches paths by. */
export function pathMatches({
  match,
  longerWords,
}: Pick<RouteRule, 'match' | 'longerWords'>): RouteFields[] {
  return longerWords ? [match, longerWords] : [match];
}
