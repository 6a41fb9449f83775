import { Exposure } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
import { objectEvidence } from '../../objects/evidence';
import { field, listField, property, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { namespaceOf, referenceOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { addressScope } from '../../exposure/addressScope';
import { joinDeclared } from '../../exposure/joinDeclared';
import { declaredCapabilities } from '../../exposure/loadBalancerCapabilities';
import { observedAddresses } from '../../exposure/observedAddresses';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { serviceAnnotations } from '../../exposure/serviceAnnotations';
import { trafficControllerReach } from '../../systems/application-gateway-for-containers/trafficControllerReach';
import { GatewayImplementation } from './resolveGatewayClass';

const serviceTypeAnnotation = 'networking.istio.io/service-type';

/** Systems whose Gateways become Azure load balancers unless the Gateway says otherwise. */
const madeByGateway = new Set([
  'istio',
  'app-routing-gateway-api',
  'application-network',
]);

/** From where a Gateway lets traffic in. */
export function gatewayReach(options: {
  context: ResolveContext;
  gateway: KubernetesObject;
  implementation: GatewayImplementation;
  services: readonly KubernetesObject[];
  reachOf: (service: KubernetesObject) => Reach;
}): Reach {
  const { context, gateway, implementation } = options;
  const addresses = statusAddresses(gateway);
  if (implementation.system === 'application-gateway-for-containers') {
    return trafficControllerReach({
      context,
      object: gateway,
      field: 'status.addresses[]',
      addresses,
    });
  }
  const declared = declaredReach(gateway, implementation);
  const fronts = frontServices(options, addresses);
  if (fronts.length === 0) {
    return joinDeclared({
      object: gateway,
      origin: context.index.origin,
      declared,
      observed: observedAddresses({
        context,
        object: gateway,
        field: 'status.addresses[]',
        addresses,
      }),
    });
  }
  return withDeclaration({
    gateway,
    declared,
    actual: combineReach(fronts.map(service => options.reachOf(service))),
    isPublicItself: fronts.some(service =>
      serviceAddresses(service).some(
        address => addressScope(address) === 'public',
      ),
    ),
  });
}

/** The addresses in a Gateway's status. */
function statusAddresses(gateway: KubernetesObject): string[] {
  return listField(gateway, 'status.addresses').flatMap(
    address => textField(address, 'value') ?? [],
  );
}

/** The Services behind a Gateway: made for it, named by its address, sharing its address, or the controller's own. */
function frontServices(
  options: {
    context: ResolveContext;
    gateway: KubernetesObject;
    implementation: GatewayImplementation;
    services: readonly KubernetesObject[];
  },
  addresses: readonly string[],
): readonly KubernetesObject[] {
  const { context, gateway, implementation, services } = options;
  if (services.length > 0) {
    return services;
  }
  const named = listField(gateway, 'spec.addresses').flatMap(
    address => serviceByName(options, textField(address, 'value')) ?? [],
  );
  if (named.length > 0) {
    return named;
  }
  const sharing = addresses.flatMap(address => [
    ...context.services.atAddress(address),
  ]);
  if (sharing.length > 0 || madeByGateway.has(implementation.system)) {
    return [...new Set(sharing)];
  }
  return implementation.controllers.flatMap(each => each.frontServices);
}

/** The Service of a name such as `gateway.istio-ingress.svc.cluster.local`. */
function serviceByName(
  { context, gateway }: { context: ResolveContext; gateway: KubernetesObject },
  host: string | undefined,
): KubernetesObject | undefined {
  const [name, namespace, service] = (host ?? '').split('.');
  if (name === '' || (namespace !== undefined && service !== 'svc')) {
    return undefined;
  }
  return context.index.get(
    kinds.service,
    name,
    namespace ?? namespaceOf(gateway),
  );
}

function declaredReach(
  gateway: KubernetesObject,
  { system }: GatewayImplementation,
): Reach {
  const annotations = field(gateway, 'spec.infrastructure.annotations');
  const serviceType = property(annotations, serviceTypeAnnotation);
  if (serviceType === 'ClusterIP' || serviceType === 'NodePort') {
    return plainReach(
      serviceType === 'ClusterIP' ? 'cluster-only' : 'node-port',
      [
        objectEvidence({
          object: gateway,
          field: `spec.infrastructure.annotations["${serviceTypeAnnotation}"]`,
          value: serviceType,
          meaning: 'The Gateway asks for a Service of this type.',
        }),
      ],
    );
  }
  const value = property(annotations, serviceAnnotations.internal);
  const exposure: Exposure = value === 'true' ? 'internal' : 'public';
  if (exposure === 'public' && !madeByGateway.has(system)) {
    return plainReach('unknown');
  }
  return {
    ...plainReach(exposure, [
      objectEvidence({
        object: gateway,
        field: `spec.infrastructure.annotations["${serviceAnnotations.internal}"]`,
        value,
        meaning:
          exposure === 'internal'
            ? 'The Gateway asks for an internal load balancer.'
            : 'Without the internal annotation the Gateway gets a public load balancer.',
      }),
    ]),
    capabilities: declaredCapabilities({
      annotation: key => textAt(annotations, key),
    }),
  };
}

function textAt(annotations: unknown, key: string): string | undefined {
  const value = property(annotations, key);
  return typeof value === 'string' ? value : undefined;
}

/**
 * A Gateway that asks for internal and whose Service has a public address did not get what it asked for. One that is
 * public only through what stands in front of it did.
 */
function withDeclaration(options: {
  gateway: KubernetesObject;
  declared: Reach;
  actual: Reach;
  isPublicItself: boolean;
}): Reach {
  const { gateway, declared, actual, isPublicItself } = options;
  const evidence = [...declared.evidence, ...actual.evidence];
  const differs = declared.exposure === 'internal' && isPublicItself;
  return {
    ...actual,
    evidence,
    contradictions: differs
      ? [
          ...actual.contradictions,
          {
            kind: 'exposure-mismatch',
            subject: referenceOf(gateway),
            message: `Gateway ${gateway.metadata.name} asks for internal, but its Service has a public address.`,
            evidence,
          },
        ]
      : actual.contradictions,
  };
}
