import { destinationService } from '../../entryPoints/istio/destinationService';
import { gatewayKey, mesh } from '../../entryPoints/istio/gatewayKey';
import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
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
import { MeshEgressRoute } from './MeshEgressRoute';

/**
 * The routes of a VirtualService that lead from the mesh to an egress gateway: to a Service in front of the pods of a
 * classic Gateway which the same VirtualService names.
 */
export function virtualServiceEgress(
  context: ResolveContext,
  object: KubernetesObject,
): MeshEgressRoute[] {
  const names = textListField(object, 'spec.gateways');
  const selectors = names
    .filter(name => name !== mesh)
    .flatMap(name =>
      selectorOf(context, gatewayKey(name, namespaceOf(object))),
    );
  if (!names.includes(mesh) || selectors.length === 0) {
    return [];
  }
  const gateways = new Set(
    meshDestinations(object).flatMap(host => {
      const target = destinationService(host, namespaceOf(object));
      return (
        (target &&
          context.index.get(kinds.service, target.service, target.namespace)) ??
        []
      );
    }),
  );
  return [...gateways].flatMap(gateway => {
    const selector = textMapField(gateway, 'spec.selector');
    const carriers = context.workloads
      .selectedIn(namespaceOf(gateway), selector)
      .filter(({ podLabels }) =>
        selectors.some(each => matchesLabels(each, podLabels)),
      );
    // Without its pods the Service's own selector is the next best sign.
    const isCarried =
      carriers.length > 0 ||
      (!context.workloads.readWhole &&
        selectors.some(each => matchesLabels(each, selector)));
    return isCarried
      ? {
          hosts: textListField(object, 'spec.hosts'),
          source: object,
          field: 'spec.hosts',
          gateway,
          carriers,
          ...namespacesOf(object),
        }
      : [];
  });
}

function selectorOf(
  { index }: ResolveContext,
  key: string,
): ReadonlyMap<string, string>[] {
  const [namespace, name] = key.split('/');
  const gateway = index.get(kinds.istioGateway, name, namespace);
  const selector = gateway && textMapField(gateway, 'spec.selector');
  return selector && selector.size > 0 ? [selector] : [];
}

/** Hosts that traffic of the mesh itself is sent to. A rule without gateways in its matches is for all gateways. */
function meshDestinations(object: KubernetesObject): string[] {
  return ['http', 'tls', 'tcp'].flatMap(protocol =>
    listField(object, `spec.${protocol}`)
      .filter(rule => {
        const matches = listField(rule, 'match');
        return (
          matches.length === 0 ||
          matches.some(
            match =>
              field(match, 'gateways') === undefined ||
              textListField(match, 'gateways').includes(mesh),
          )
        );
      })
      .flatMap(rule =>
        listField(rule, 'route').flatMap(
          route => textField(route, 'destination.host') ?? [],
        ),
      ),
  );
}

function namespacesOf(object: KubernetesObject): { namespaces?: string[] } {
  const exported = textListField(object, 'spec.exportTo');
  return exported.length === 0 || exported.includes('*')
    ? {}
    : {
        namespaces: exported.map(each =>
          each === '.' ? namespaceOf(object) : each,
        ),
      };
}
