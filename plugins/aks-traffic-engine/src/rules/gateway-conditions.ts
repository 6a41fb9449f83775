import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { conditionText, findCondition } from '../objects/conditions';
import { objectEvidence } from '../objects/evidence';
import { field, listField, textField } from '../objects/field';
import { kinds, ObservedKind } from '../objects/kinds';
import { referenceKey, referenceOf } from '../objects/metadata';
import { createRule } from './createRule';
import { nameOf } from './messageText';

const gatewayTypes = ['Accepted', 'Programmed'];
const listenerTypes = ['Accepted', 'Programmed', 'ResolvedRefs'];
const routeTypes = ['Accepted', 'ResolvedRefs'];
const routes: ReadonlyMap<string, ObservedKind> = new Map(
  [
    kinds.httpRoute,
    kinds.grpcRoute,
    kinds.tlsRoute,
    kinds.tcpRoute,
    kinds.udpRoute,
  ].map(kind => [kind.kind, kind]),
);

/** Gateways that are not in force, and routes that are so in part only. */
export const gatewayConditions = createRule(
  {
    id: 'gateway-conditions',
    description:
      'A Gateway, one of its listeners, or part of a route that works otherwise, is refused by its controller.',
    remediation: {
      summary: 'Read the reason in the condition, and remove its cause.',
      actions: [
        'For ResolvedRefs look for the Secret, Service or ReferenceGrant that is missing.',
        'For Accepted and Programmed look at addresses, ports, host names and allowedRoutes.',
      ],
    },
  },
  {
    *cluster({ index }) {
      for (const gateway of index.list(kinds.gateway)) {
        const evidence = [
          ...falseConditions({
            object: gateway,
            holder: field(gateway, 'status'),
            path: 'status.conditions',
            types: gatewayTypes,
          }),
          ...listField(gateway, 'status.listeners').flatMap(listener =>
            falseConditions({
              object: gateway,
              holder: listener,
              path: `status.listeners[${
                textField(listener, 'name') ?? ''
              }].conditions`,
              types: listenerTypes,
            }),
          ),
        ];
        if (evidence.length > 0) {
          yield {
            situation: 'found',
            subject: referenceOf(gateway),
            message: `${nameOf(
              referenceOf(gateway),
            )} is refused in whole or in part: what is attached to the refused part does not answer.`,
            evidence,
          };
        }
      }
    },
    *service(service, { index }) {
      const seen = new Set<string>();
      for (const { resource, attached } of service.entryPoints) {
        const kind = routes.get(resource.kind);
        if (kind === undefined) {
          continue;
        }
        const key = referenceKey(resource);
        const route =
          attached !== false && !seen.has(key)
            ? index.get(kind, resource.name, resource.namespace)
            : undefined;
        seen.add(key);
        const evidence = listField(route, 'status.parents').flatMap(parent =>
          falseConditions({
            object: route!,
            holder: parent,
            path: `status.parents[${
              textField(parent, 'parentRef.name') ?? ''
            }].conditions`,
            types: routeTypes,
          }),
        );
        if (evidence.length > 0) {
          yield {
            situation: 'found',
            subject: resource,
            message: `${nameOf(
              resource,
            )} leads to this Service, but a gateway refuses it in part: some of its hosts or backends do not answer.`,
            evidence,
          };
        }
      }
    },
  },
);

function falseConditions(options: {
  object: KubernetesObject;
  holder: unknown;
  path: string;
  types: readonly string[];
}): Evidence[] {
  const { object, holder, path, types } = options;
  return types.flatMap(type => {
    const condition = findCondition(holder, type);
    return condition?.status === 'False'
      ? objectEvidence({
          object,
          field: `${path}[${type}]`,
          value: conditionText(condition),
          meaning: condition.message ?? 'The controller refuses it',
        })
      : [];
  });
}
