import {
  Confidence,
  Evidence,
  TlsMode,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { backendTls } from '../../capabilities/backendTls';
import { passthroughConflict } from '../../capabilities/passthroughConflict';
import { objectEvidence } from '../../objects/evidence';
import { namespaceOf, referenceOf } from '../../objects/metadata';
import { systemOfGatewayController } from '../../systems/systemDefinitions';
import { EntryDraft } from '../EntryDraft';
import { ResolveInput } from '../ResolveInput';
import { gatewayCapabilities } from './gatewayCapabilities';
import { GatewayView } from './GatewayView';
import { ListenerMatch } from './matchingListeners';
import { isGranted } from './referenceGrants';
import { Attachment } from './routeAttachment';
import { RouteBackend } from './routeBackends';
import { RouteWay } from './RouteWay';

/** The entry point that one way of a route makes for one of its backends. */
export function routeEntry(options: {
  input: ResolveInput;
  route: KubernetesObject;
  way: RouteWay;
  backend: RouteBackend;
}): EntryDraft {
  const { input, route, way, backend } = options;
  const { view, matches, attachment } = way;
  const grant = grantOf(input, route, backend);
  const implementation = view?.implementation;
  const tls = tlsOf(matches, view);
  const evidence = [
    ...attachment.evidence,
    ...grant.evidence,
    ...(implementation?.evidence ?? []),
    ...(view?.reach.evidence ?? []),
  ];
  const capabilities = {
    ...(view && gatewayCapabilities({ input, view, route, matches, tls })),
    ...backendTls({
      index: input.context.index,
      namespace: backend.namespace,
      service: backend.service,
      isTrafficController:
        implementation?.system === 'application-gateway-for-containers',
    }),
    ...(backend.mirrorOnly && { mirrorOnly: true }),
    ...(!backend.mirrorOnly && backend.weight === 0 && { weight: '0' }),
  };
  const resource = referenceOf(route);
  return {
    namespace: backend.namespace,
    service: backend.service,
    source: route,
    contradictions: [
      ...(view?.reach.contradictions ?? []),
      ...passthroughConflict({
        subject: resource,
        tls,
        capabilities,
        evidence,
      }),
    ],
    entry: {
      system:
        implementation?.system ??
        systemOfGatewayController(attachment.controllerName ?? '')?.system ??
        'unknown',
      controller: implementation?.controllers[0]?.name,
      resource,
      hosts: [...new Set(matches.flatMap(({ hosts }) => hosts))],
      paths: backend.paths,
      tls,
      exposure: view?.reach.exposure ?? 'unknown',
      addresses: view?.reach.addresses ?? [],
      attached: both(attachment.attached, grant.granted),
      capabilities,
      confidence: confidenceOf(view, attachment),
      evidence,
    },
  };
}

function grantOf(
  { context }: ResolveInput,
  route: KubernetesObject,
  backend: RouteBackend,
): { granted: boolean | 'unknown'; evidence: Evidence[] } {
  if (backend.namespace === namespaceOf(route)) {
    return { granted: true, evidence: [] };
  }
  const granted = isGranted({
    index: context.index,
    route,
    namespace: backend.namespace,
    service: backend.service,
  });
  return {
    granted,
    evidence: [
      objectEvidence({
        object: route,
        field: 'spec.rules[].backendRefs[].namespace',
        value: backend.namespace,
        meaning:
          granted === true
            ? 'A ReferenceGrant lets the route name this Service.'
            : 'No ReferenceGrant that was read lets the route name this Service.',
      }),
    ],
  };
}

function both(
  left: boolean | 'unknown',
  right: boolean | 'unknown',
): boolean | 'unknown' {
  if (left === false || right === false) {
    return false;
  }
  return left === true && right === true ? true : 'unknown';
}

function tlsOf(
  matches: readonly ListenerMatch[],
  view: GatewayView | undefined,
): TlsMode {
  const modes = matches.map(({ listener }) => listener.tls);
  const order: TlsMode[] = ['passthrough', 'mutual', 'terminate', 'none'];
  return view === undefined
    ? 'unknown'
    : order.find(mode => modes.includes(mode)) ?? 'unknown';
}

function confidenceOf(
  view: GatewayView | undefined,
  attachment: Attachment,
): Confidence {
  if (view === undefined) {
    return 'inferred';
  }
  const { implementation, reach } = view;
  const reported = attachment.controllerName;
  const another =
    reported !== undefined &&
    implementation.controllerName !== undefined &&
    reported !== implementation.controllerName;
  return another || reach.contradictions.length > 0
    ? 'conflict'
    : implementation.confidence;
}
