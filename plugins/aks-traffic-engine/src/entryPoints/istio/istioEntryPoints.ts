import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { passthroughConflict } from '../../capabilities/passthroughConflict';
import { tlsCapabilities } from '../../capabilities/tlsCapabilities';
import { KubernetesObject } from '../../model/observation';
import { objectEvidence } from '../../objects/evidence';
import { textListField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { namespaceOf, referenceOf } from '../../objects/metadata';
import { EntryDraft, EntryFindings } from '../EntryDraft';
import { intersectHostnames } from '../gatewayApi/hostnames';
import { ResolveInput } from '../ResolveInput';
import {
  ClassicGateway,
  classicGateway,
  GatewayServer,
} from './classicGateway';
import { gatewayKey, mesh } from './gatewayKey';
import {
  delegatesOf,
  VirtualServiceRoute,
  virtualServiceRoutes,
} from './virtualServiceRoutes';

/** The entry points that VirtualServices on classic Istio Gateways make. */
export function istioEntryPoints(input: ResolveInput): EntryFindings {
  const { index } = input.context;
  const gateways = new Map<string, ClassicGateway>();
  for (const gateway of index.list(kinds.istioGateway)) {
    gateways.set(
      `${namespaceOf(gateway)}/${gateway.metadata.name}`,
      classicGateway(input, gateway),
    );
  }
  const findings: EntryFindings = {
    entries: [],
    orphans: [],
    contradictions: [],
  };
  for (const object of index.list(kinds.virtualService)) {
    addVirtualService({ findings, input, gateways, root: object });
  }
  return findings;
}

function addVirtualService(options: {
  findings: EntryFindings;
  input: ResolveInput;
  gateways: ReadonlyMap<string, ClassicGateway>;
  root: KubernetesObject;
}): void {
  const { findings, input, gateways, root } = options;
  const names = textListField(root, 'spec.gateways').filter(
    name => name !== mesh,
  );
  const carriers = [root, ...delegates(input, root)];
  const reasons: string[] = [];
  for (const name of names) {
    const key = gatewayKey(name, namespaceOf(root));
    const way = wayThrough(input, root, key, gateways.get(key));
    if (way.reason !== undefined) {
      reasons.push(way.reason);
    }
    for (const carrier of carriers) {
      for (const route of virtualServiceRoutes(carrier)) {
        if (
          (route.gateways.length === 0 || route.gateways.includes(name)) &&
          mayBeService(input, route)
        ) {
          findings.entries.push(
            entryOf({ root, carrier, route, way, gateway: gateways.get(key) }),
          );
        }
      }
    }
  }
  if (names.length > 0 && reasons.length === names.length) {
    findings.orphans.push({
      resource: referenceOf(root),
      reason: reasons.join('; '),
      evidence: [
        objectEvidence({
          object: root,
          field: 'spec.gateways',
          value: names.join(', '),
          meaning: 'The Gateways that the VirtualService names.',
        }),
      ],
    });
  }
}

/** A name such as `example.com` reads like a Service of a namespace, and is a host outside where there is none. */
function mayBeService(
  { context: { index } }: ResolveInput,
  { certain, namespace, service }: VirtualServiceRoute,
): boolean {
  return (
    certain ||
    !index.provesAbsence(kinds.service) ||
    index.get(kinds.service, service, namespace) !== undefined
  );
}

/** Delegates have no gateways of their own: they are served where their root is. */
function delegates(
  { context }: ResolveInput,
  root: KubernetesObject,
): KubernetesObject[] {
  return delegatesOf(root).flatMap(
    ({ name, namespace }) =>
      context.index.get(kinds.virtualService, name, namespace) ?? [],
  );
}

interface Way {
  attached: false | 'unknown';
  reason?: string;
  hosts: string[];
  servers: GatewayServer[];
}

/** Istio has no status for it: what can be said is only whether the parts fit together. */
function wayThrough(
  { context }: ResolveInput,
  root: KubernetesObject,
  key: string,
  gateway: ClassicGateway | undefined,
): Way {
  const hosts = textListField(root, 'spec.hosts');
  if (!gateway) {
    return context.index.provesAbsence(kinds.istioGateway)
      ? {
          attached: false,
          reason: `Gateway ${key} does not exist`,
          hosts,
          servers: [],
        }
      : { attached: 'unknown', hosts, servers: [] };
  }
  if (gateway.carried === false) {
    return {
      attached: false,
      reason: `no pods carry Gateway ${key}: nothing has the labels of its selector`,
      hosts,
      servers: [],
    };
  }
  const common = new Set<string>();
  const servers = gateway.servers.filter(server => {
    const shared = intersectHostnames(
      hosts,
      server.hosts
        .filter(({ namespace }) => ['*', namespaceOf(root)].includes(namespace))
        .map(({ host }) => host),
    );
    const visible = server.hosts.some(({ namespace }) =>
      ['*', namespaceOf(root)].includes(namespace),
    );
    if (!visible) {
      return false;
    }
    for (const host of shared) {
      common.add(host);
    }
    return shared.length > 0;
  });
  return servers.length > 0
    ? { attached: 'unknown', hosts: [...common], servers }
    : {
        attached: false,
        reason: `no server of Gateway ${key} accepts a host of it`,
        hosts,
        servers: [],
      };
}

function entryOf(options: {
  root: KubernetesObject;
  carrier: KubernetesObject;
  route: VirtualServiceRoute;
  way: Way;
  gateway: ClassicGateway | undefined;
}): EntryDraft {
  const { root, carrier, route, way, gateway } = options;
  const resource = referenceOf(carrier);
  const tls = tlsOf(way, gateway, route);
  const evidence = [
    objectEvidence({
      object: root,
      field: 'spec.gateways',
      value: gateway
        ? `${namespaceOf(gateway.gateway)}/${gateway.gateway.metadata.name}`
        : undefined,
      meaning:
        way.reason ??
        'The VirtualService is served by this Gateway; Istio reports no status that says so.',
    }),
    objectEvidence({
      object: carrier,
      field: 'spec.http[].route[].destination.host',
      value: route.service,
      meaning: 'The VirtualService leads to this Service.',
    }),
    ...(gateway?.reach.evidence ?? []),
    ...(gateway?.controllers.flatMap(({ evidence: own }) => own) ?? []),
  ];
  const credential = way.servers
    .map(({ credentialName }) => credentialName)
    .find(name => name !== undefined);
  const capabilities = {
    ...gateway?.reach.capabilities,
    ...tlsCapabilities('istio', tls),
    ...(credential !== undefined && { certificateSecret: credential }),
    ...(tls !== 'none' &&
      way.servers.some(
        ({ protocol, redirects }) => protocol === 'HTTP' && !redirects,
      ) && {
        plainHttp: true,
      }),
    ...(route.mirrorOnly && { mirrorOnly: true }),
    ...(!route.mirrorOnly && route.weight === 0 && { weight: '0' }),
  };
  const contradictions = gateway?.reach.contradictions ?? [];
  return {
    namespace: route.namespace,
    service: route.service,
    ...(!route.certain && { mayBeOutside: true }),
    source: carrier,
    contradictions: [
      ...contradictions,
      ...passthroughConflict({
        subject: resource,
        tls,
        capabilities,
        evidence,
      }),
    ],
    entry: {
      system: 'istio',
      controller: gateway?.controllers[0]?.name,
      resource,
      hosts: way.hosts.length > 0 ? way.hosts : ['*'],
      paths: route.paths,
      tls,
      exposure: gateway?.reach.exposure ?? 'unknown',
      addresses: gateway?.reach.addresses ?? [],
      attached: way.attached,
      capabilities,
      confidence: confidenceOf(gateway, route),
      evidence,
    },
  };
}

function confidenceOf(
  gateway: ClassicGateway | undefined,
  route: VirtualServiceRoute,
): EntryDraft['entry']['confidence'] {
  if (gateway && gateway.reach.contradictions.length > 0) {
    return 'conflict';
  }
  const proven =
    route.certain &&
    gateway?.controllers.some(({ confidence }) => confidence === 'proven');
  return proven ? 'proven' : 'inferred';
}

function tlsOf(
  way: Way,
  gateway: ClassicGateway | undefined,
  route: VirtualServiceRoute,
): TlsMode {
  if (!gateway) {
    return 'unknown';
  }
  if (route.passthrough) {
    return 'passthrough';
  }
  // Servers that redirect carry nothing, and those that pass TLS on do not look at requests.
  const modes = way.servers
    .filter(({ tls, redirects }) => tls !== 'none' || !redirects)
    .map(({ tls }) => tls);
  const order: TlsMode[] = ['mutual', 'terminate', 'none', 'passthrough'];
  return order.find(mode => modes.includes(mode)) ?? 'unknown';
}
