import { isNginx, nginxSystems } from '../annotations/AnnotationReader';
import { AssessmentInput } from '../model/stages';
import { objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { annotationOf, referenceKey } from '../objects/metadata';
import { createRule } from './createRule';
import { httpEntries } from './httpEntries';
import { nameOf } from './messageText';

const lists = [
  'nginx.ingress.kubernetes.io/allowlist-source-range',
  'nginx.ingress.kubernetes.io/whitelist-source-range',
  'nginx.ingress.kubernetes.io/denylist-source-range',
];

/** Lists of client addresses behind a load balancer that replaces the client's address. */
export const clientAddressLost = createRule(
  {
    id: 'client-address-lost',
    description:
      'An Ingress decides by the address of the client, and the load balancer in front replaces that address.',
    remediation: {
      summary: "Keep the client's address on the way to the controller.",
      actions: [
        'Set externalTrafficPolicy: Local on the Service in front of the controller.',
        'Or limit the sources at the load balancer, by spec.loadBalancerSourceRanges.',
      ],
    },
  },
  {
    systems: nginxSystems,
    *service(service, input) {
      const seen = new Set<string>();
      for (const { resource, system, capabilities } of httpEntries(service)) {
        if (
          !isNginx(system) ||
          capabilities.clientSourceIp !== false ||
          capabilities.frontDoor !== undefined
        ) {
          continue;
        }
        const key = referenceKey(resource);
        if (seen.has(key)) {
          continue;
        }
        seen.add(key);
        const found = listsOf(resource, input);
        if (found.length > 0) {
          yield {
            situation: 'found',
            subject: resource,
            message: `${nameOf(
              resource,
            )} lets clients in by their address, but the Service in front of the controller does not keep it: the list is compared with addresses of nodes. Set externalTrafficPolicy: Local there.`,
            evidence: [
              ...found,
              objectEvidence({
                object: resource,
                field: 'externalTrafficPolicy of the Service in front',
                value: 'Cluster',
                meaning: 'The controller sees the address of a node',
              }),
            ],
          };
        }
      }
    },
  },
);

function listsOf(
  resource: Parameters<typeof referenceKey>[0],
  { index }: AssessmentInput,
) {
  const ingress =
    resource.kind === kinds.ingress.kind
      ? index.get(kinds.ingress, resource.name, resource.namespace)
      : undefined;
  return ingress === undefined
    ? []
    : lists.flatMap(key => {
        const value = annotationOf(ingress, key);
        return value === undefined
          ? []
          : objectEvidence({
              object: ingress,
              field: `metadata.annotations["${key}"]`,
              value,
              meaning: 'Decides by the address the controller sees',
            });
      });
}
