import { Exposure, TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { Workload } from '../../model/draft';
import { objectEvidence } from '../../objects/evidence';
import {
  field,
  listField,
  textField,
  textListField,
  textMapField,
} from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { matchesLabels } from '../../objects/labelSelector';
import { namespaceOf } from '../../objects/metadata';
import { ControllerInstance } from '../../systems/ControllerInstance';
import { hostReach } from '../ingress/hostReach';
import { ResolveInput } from '../ResolveInput';

/** A host that a server accepts, for VirtualServices of one namespace or of all. */
export interface ServerHost {
  /** `*` stands for every namespace. */
  namespace: string;
  host: string;
}

/** A server of a classic Istio Gateway. */
export interface GatewayServer {
  hosts: ServerHost[];
  protocol?: string;
  tls: TlsMode;
  /** It answers with a redirect to HTTPS, whatever is asked for. */
  redirects: boolean;
  credentialName?: string;
}

/** A classic Istio Gateway with the workloads that carry it. */
export interface ClassicGateway {
  gateway: KubernetesObject;
  servers: GatewayServer[];
  controllers: readonly ControllerInstance[];
  /** Whether anything that carries it was found. */
  carried: boolean | 'unknown';
  reach: Reach;
}

/** Reads a classic Gateway: its selector finds pods in any namespace, and Services lead to these. */
export function classicGateway(
  input: ResolveInput,
  gateway: KubernetesObject,
): ClassicGateway {
  const { context } = input;
  const selector = textMapField(gateway, 'spec.selector');
  const workloads = context.workloads.selected(selector);
  const keys = new Set(workloads.map(({ object }) => object));
  const controllers = input.controllers.filter(
    ({ workload }) => workload !== undefined && keys.has(workload.object),
  );
  const services =
    workloads.length > 0 || context.workloads.readWhole
      ? servicesOf(input, workloads)
      : // The pods were not read: a Service with the same labels in its selector is the next best sign.
        context.index
          .list(kinds.service)
          .filter(
            service =>
              selector.size > 0 &&
              matchesLabels(selector, textMapField(service, 'spec.selector')),
          );
  const reaches = [
    ...services.map(service => input.reachOf(service)),
    ...controllers.flatMap(controller => hostReach(input, controller) ?? []),
  ];
  return {
    gateway,
    servers: serversOf(gateway),
    controllers,
    carried:
      workloads.length > 0 || (context.workloads.readWhole ? false : 'unknown'),
    reach: withSelector(
      gateway,
      selector,
      reaches.length > 0
        ? combineReach(reaches)
        : declaredReach(context, selector),
    ),
  };
}

/** The gateways of the add-on, by the labels it gives to their pods. */
const addonGateways: ReadonlyMap<string, Exposure> = new Map([
  ['aks-istio-ingressgateway-external', 'public'],
  ['aks-istio-ingressgateway-internal', 'internal'],
]);

/** Files do not hold the gateways of the add-on: there the selector alone says which one is meant. */
function declaredReach(
  { index }: ResolveInput['context'],
  selector: ReadonlyMap<string, string>,
): Reach {
  const declared = addonGateways.get(selector.get('istio') ?? '');
  return plainReach(
    index.origin === 'files' && declared !== undefined ? declared : 'unknown',
  );
}

function servicesOf(
  { context }: ResolveInput,
  workloads: readonly Workload[],
): KubernetesObject[] {
  return [
    ...new Set(
      workloads.flatMap(workload => context.services.selecting(workload)),
    ),
  ];
}

function withSelector(
  gateway: KubernetesObject,
  selector: ReadonlyMap<string, string>,
  reach: Reach,
): Reach {
  return {
    ...reach,
    evidence: [
      objectEvidence({
        object: gateway,
        field: 'spec.selector',
        value: [...selector].map(pair => pair.join('=')).join(', '),
        meaning: 'The Gateway is carried by the pods with these labels.',
      }),
      ...reach.evidence,
    ],
  };
}

const tlsModes = new Map<string, TlsMode>([
  ['SIMPLE', 'terminate'],
  ['MUTUAL', 'mutual'],
  ['OPTIONAL_MUTUAL', 'mutual'],
  ['ISTIO_MUTUAL', 'mutual'],
  ['PASSTHROUGH', 'passthrough'],
  ['AUTO_PASSTHROUGH', 'passthrough'],
]);

function serversOf(gateway: KubernetesObject): GatewayServer[] {
  return listField(gateway, 'spec.servers').map(server => ({
    hosts: textListField(server, 'hosts').map(host =>
      serverHost(host, namespaceOf(gateway)),
    ),
    protocol: textField(server, 'port.protocol'),
    tls: tlsModeOf(textField(server, 'tls.mode')),
    redirects: field(server, 'tls.httpsRedirect') === true,
    credentialName: textField(server, 'tls.credentialName'),
  }));
}

function tlsModeOf(mode: string | undefined): TlsMode {
  return mode === undefined ? 'none' : tlsModes.get(mode) ?? 'unknown';
}

/** Hosts may be written `namespace/host`, where `.` stands for the Gateway's own namespace. */
function serverHost(text: string, own: string): ServerHost {
  const slash = text.indexOf('/');
  if (slash < 0) {
    return { namespace: '*', host: text };
  }
  const namespace = text.slice(0, slash);
  return {
    namespace: namespace === '.' ? own : namespace,
    host: text.slice(slash + 1),
  };
}
