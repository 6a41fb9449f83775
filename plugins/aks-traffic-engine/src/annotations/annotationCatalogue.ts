import {
  AnnotationTargetVerdict,
  AnnotationVerdict,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { AnnotationFacts } from './catalogue/AnnotationFacts';
import { annotationFacts } from './catalogue/facts';
import { hasStandardField } from './catalogue/outcomeOf';
import { targetVerdicts } from './catalogue/targetVerdicts';
import { sourcesOf } from './catalogue/targetSources';
import { aksVersionOf } from './gatewayApiBundles';

/** The prefix of annotations unless a controller is told another one. */
export const nginxAnnotationPrefix = 'nginx.ingress.kubernetes.io/';

/**
 * One annotation of ingress-nginx: what it does, and what becomes of it where an Ingress can move to.
 *
 * @public
 */
export interface AnnotationCatalogueEntry {
  /** The name with the usual prefix. */
  annotation: string;
  name: string;
  status: 'current' | 'removed';
  /** First release without it, where a source says which. */
  removedIn?: string;
  /** The name it is another spelling of, or that took its place. */
  aliasOf?: string;
  /** What it does, in one sentence. */
  purpose: string;
  /** The risk ingress-nginx itself states; absent for what was removed before it stated risks. */
  upstreamRisk?: AnnotationVerdict['upstreamRisk'];
  /** Whether it is about the paths of its Ingress, or about hosts and backends, which other Ingresses share. */
  scope?: 'location' | 'ingress';
  /** The parser of ingress-nginx that reads it. */
  group: string;
  /** Whether it protects something or is dangerous: losing or keeping it unseen is a security event. */
  security: boolean;
  /** Whether its value may hold a secret, the name of one, or raw configuration. */
  sensitive: boolean;
  gatewayApi: {
    level:
      | 'core'
      | 'extended'
      | 'implementation-specific'
      | 'experimental'
      | 'none';
    resource?: string;
    field?: string;
    minGatewayApiBundle?: string;
    minAksVersion?: string;
    note?: string;
  };
  /** What Traefik's provider for NGINX annotations makes of it, where it says. */
  traefik?: 'supported' | 'partial' | 'unsupported' | 'ignored';
  /** What ingress2gateway makes of it, where it says. */
  ingress2gateway?: string;
  /** What else to know before moving it. */
  note?: string;
  /** One for each target, whatever the value is: the value can change them. */
  targets: AnnotationTargetVerdict[];
  /** Documents about the annotation. */
  sources: string[];
  /** ISO date of the facts. What changed since is not in them. */
  asOf: string;
}

/**
 * ISO date of the facts in the catalogue. What changed since is not in it.
 *
 * @public
 */
export const annotationCatalogueAsOf = '2026-11-22';

/**
 * Where an Ingress can move to, in the order in which verdicts name the targets.
 *
 * @public
 */
export const migrationTargets: readonly MigrationTarget[] = [
  'app-routing-gateway-api',
  'application-gateway-for-containers',
  'istio',
];

/**
 * Every annotation that ingress-nginx reads or once read, sorted by name.
 *
 * @public
 */
export const annotationCatalogue: readonly AnnotationCatalogueEntry[] = [
  ...annotationFacts,
].map(([name, facts]) => entryOf(name, facts));

function entryOf(
  name: string,
  facts: AnnotationFacts,
): AnnotationCatalogueEntry {
  return {
    annotation: `${nginxAnnotationPrefix}${name}`,
    name,
    status: facts.status ?? 'current',
    ...(facts.removedIn !== undefined && { removedIn: facts.removedIn }),
    ...(facts.aliasOf !== undefined && { aliasOf: facts.aliasOf }),
    purpose: facts.purpose,
    ...(facts.upstreamRisk !== undefined && {
      upstreamRisk: facts.upstreamRisk,
    }),
    ...(facts.scope !== undefined && { scope: facts.scope }),
    group: facts.group,
    security: facts.concern === 'security',
    sensitive: facts.sensitive === true,
    gatewayApi: gatewayApiOf(facts),
    ...(facts.traefik !== undefined && { traefik: facts.traefik }),
    ...(facts.ingress2gateway !== undefined && {
      ingress2gateway: facts.ingress2gateway,
    }),
    ...(facts.note !== undefined && { note: facts.note }),
    targets: targetVerdicts(facts),
    sources: sourcesOf(facts),
    asOf: annotationCatalogueAsOf,
  };
}

function gatewayApiOf(
  facts: AnnotationFacts,
): AnnotationCatalogueEntry['gatewayApi'] {
  const { level, resource, field, since, note } = facts.gatewayApi;
  return {
    level,
    ...(resource !== undefined && { resource }),
    ...(field !== undefined && { field }),
    ...(since !== undefined &&
      hasStandardField(facts) && {
        minGatewayApiBundle: since,
        minAksVersion: aksVersionOf(since),
      }),
    ...(note !== undefined && { note }),
  };
}
