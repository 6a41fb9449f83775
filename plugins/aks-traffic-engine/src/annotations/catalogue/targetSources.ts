import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import { AnnotationFacts } from './AnnotationFacts';
import { SourceId, sources } from './sources';

/** The documents that speak of each target, the one about what it allows at all first. */
const ofTarget: Record<MigrationTarget, readonly SourceId[]> = {
  'app-routing-gateway-api': [
    'appRoutingGatewayApi',
    'istioConformance',
    'httpRouteTypes',
    'gatewayTypes',
    'backendTlsTypes',
    'standardResources',
    'beforeYouMigrate',
  ],
  'application-gateway-for-containers': [
    'migrationUtility',
    'albResources',
    'albReleases',
    'httpRouteTypes',
    'standardResources',
    'beforeYouMigrate',
  ],
  istio: [
    'istioSupport',
    'istioMeshConfig',
    'istioConformance',
    'httpRouteTypes',
    'gatewayTypes',
    'backendTlsTypes',
    'standardResources',
    'beforeYouMigrate',
  ],
};

/** Addresses of all documents about an annotation: the pages of ingress-nginx first. */
export function sourcesOf(facts: AnnotationFacts): string[] {
  return addresses([
    'nginxAnnotations',
    ...(facts.upstreamRisk !== undefined && facts.status === undefined
      ? (['nginxRisk'] as const)
      : []),
    ...(facts.sources ?? []),
  ]);
}

/**
 * Addresses of the documents about an annotation that speak of a target. Where none of them does, the document about
 * what the target allows at all, for what is not in it is not there; for what was removed, the one about its removal.
 */
export function targetSources(
  facts: AnnotationFacts,
  target: MigrationTarget,
): string[] {
  if (facts.status === 'removed') {
    return sourcesOf(facts);
  }
  const about = ofTarget[target].filter(id => facts.sources?.includes(id));
  return addresses(about.length > 0 ? about : [ofTarget[target][0]]);
}

function addresses(ids: readonly SourceId[]): string[] {
  return ids.map(id => sources[id].url);
}
