import { parentReferencesOf } from '../../entryPoints/gatewayApi/ParentReference';
import { routeBackends } from '../../entryPoints/gatewayApi/routeBackends';
import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
import { textListField, textMapField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { namespaceOf } from '../../objects/metadata';
import { MeshEgressRoute } from './MeshEgressRoute';

/** Istio puts this label on the pods of every Gateway of the Gateway API. */
const gatewayNameLabel = 'gateway.networking.k8s.io/gateway-name';

/**
 * The routes of the Gateway API that lead from a ServiceEntry, which stands for hosts outside, to the Service of a
 * Gateway. Beside their ServiceEntry they hold for everybody, elsewhere for their own namespace.
 */
export function serviceEntryEgress(
  context: ResolveContext,
  route: KubernetesObject,
): MeshEgressRoute[] {
  const own = namespaceOf(route);
  const entries = parentReferencesOf(route)
    .filter(
      ({ kind, group }) =>
        kind === kinds.serviceEntry.kind && group === kinds.serviceEntry.group,
    )
    .flatMap(
      ({ name, namespace }) =>
        context.index.get(kinds.serviceEntry, name, namespace) ?? [],
    );
  if (entries.length === 0) {
    return [];
  }
  const isProducer = entries.some(entry => namespaceOf(entry) === own);
  return routeBackends(route).flatMap(({ namespace, service }) => {
    const gateway = context.index.get(kinds.service, service, namespace);
    const selector = textMapField(gateway, 'spec.selector');
    return gateway && selector.has(gatewayNameLabel)
      ? {
          hosts: entries.flatMap(entry => textListField(entry, 'spec.hosts')),
          source: route,
          field: 'spec.parentRefs',
          gateway,
          carriers: context.workloads.selectedIn(namespace, selector),
          ...(!isProducer && { namespaces: [own] }),
        }
      : [];
  });
}
