import { KubernetesObject } from '../../model/observation';
import { objectEvidence } from '../../objects/evidence';
import { field } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { referenceOf } from '../../objects/metadata';
import { EntryFindings } from '../EntryDraft';
import { ResolveInput } from '../ResolveInput';
import { GatewayViews } from './GatewayView';
import { ParentReference, parentReferencesOf } from './ParentReference';
import { routeBackends } from './routeBackends';
import { routeEntry } from './routeEntry';
import { routeWays } from './RouteWay';

const routeKinds = [
  kinds.httpRoute,
  kinds.grpcRoute,
  kinds.tlsRoute,
  kinds.tcpRoute,
  kinds.udpRoute,
];

/** The entry points that Gateway API routes make, and the routes that lead nowhere. */
export function gatewayApiEntryPoints(
  input: ResolveInput,
  views: GatewayViews,
): EntryFindings {
  const findings: EntryFindings = {
    entries: [],
    orphans: [],
    contradictions: [],
  };
  for (const kind of routeKinds) {
    for (const route of input.context.index.list(kind)) {
      addRoute(findings, input, views, route);
    }
  }
  return findings;
}

function addRoute(
  findings: EntryFindings,
  input: ResolveInput,
  views: GatewayViews,
  route: KubernetesObject,
): void {
  const parents = parentReferencesOf(route);
  const gateways = parents.filter(parent => leadsIn(parent, views));
  if (parents.length > 0 && gateways.length === 0) {
    return;
  }
  const backends = routeBackends(route);
  const ways = routeWays({ input, views, route, parents: gateways, backends });
  for (const way of ways) {
    for (const backend of backends) {
      findings.entries.push(routeEntry({ input, route, way, backend }));
    }
  }
  if (ways.every(({ attachment }) => attachment.attached === false)) {
    const reasons = ways.flatMap(({ attachment }) => attachment.reason ?? []);
    findings.orphans.push({
      resource: referenceOf(route),
      reason:
        reasons.length === 0
          ? 'it names no Gateway'
          : [...new Set(reasons)].join('; '),
      evidence: [
        objectEvidence({
          object: route,
          field: 'spec.parentRefs',
          value: field(route, 'spec.parentRefs'),
          meaning: 'What the route says it is attached to',
        }),
        ...ways.flatMap(({ attachment }) => attachment.evidence),
      ],
    });
  }
}

/** Routes of a Service or of a waypoint steer traffic inside the mesh and let nothing in. */
function leadsIn(parent: ParentReference, views: GatewayViews): boolean {
  return (
    parent.kind !== 'Service' &&
    parent.kind !== 'ServiceEntry' &&
    views.find(parent)?.implementation.mesh !== true
  );
}
