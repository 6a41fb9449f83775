import { annotatedServices } from './annotatedServices';
import { EntryFindings } from './EntryDraft';
import { buildGatewayViews, GatewayViews } from './gatewayApi/GatewayView';
import { gatewayApiEntryPoints } from './gatewayApi/gatewayApiEntryPoints';
import { ingressEntryPoints } from './ingress/ingressEntryPoints';
import { istioEntryPoints } from './istio/istioEntryPoints';
import { ResolveInput } from './ResolveInput';
import { serviceEntryPoints } from './serviceEntryPoints';
import { contourEntryPoints } from './vendors/contourEntryPoints';
import { f5EntryPoints } from './vendors/f5EntryPoints';
import { kongEntryPoints } from './vendors/kongEntryPoints';
import { traefikEntryPoints } from './vendors/traefikEntryPoints';

/** All entry points of a cluster, with the Gateways they were resolved from. */
export interface ResolvedEntryPoints extends EntryFindings {
  gateways: GatewayViews;
}

/** Resolves every kind of entry point once. */
export function resolveEntryPoints(input: ResolveInput): ResolvedEntryPoints {
  const gateways = buildGatewayViews(input);
  const parts = [
    serviceEntryPoints(input),
    ingressEntryPoints(input),
    annotatedServices(input),
    gatewayApiEntryPoints(input, gateways),
    istioEntryPoints(input),
    f5EntryPoints(input),
    traefikEntryPoints(input),
    contourEntryPoints(input),
    kongEntryPoints(input),
  ];
  return {
    gateways,
    entries: parts.flatMap(({ entries }) => entries),
    orphans: parts.flatMap(({ orphans }) => orphans),
    contradictions: parts.flatMap(({ contradictions }) => contradictions),
  };
}
