import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ResolveContext } from '../../model/resolveContext';
import { objectEvidence } from '../../objects/evidence';
import { field, listField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { IngressBackend } from './ingressBackends';

/**
 * Ports that an Ingress names and its Service does not have: requests for them are answered with an error. Nothing
 * is missing of a Service that was not read, or that has no list of ports.
 */
export function missingPorts(
  { index }: ResolveContext,
  namespace: string,
  { service, ports }: IngressBackend,
): { capabilities: { missingPorts?: string }; evidence: Evidence[] } {
  const object = index.get(kinds.service, service, namespace);
  const offered = new Set(
    listField(object, 'spec.ports').flatMap(port => [
      String(field(port, 'name')),
      String(field(port, 'port')),
    ]),
  );
  const missing = ports.filter(port => !offered.has(port));
  return object === undefined || offered.size === 0 || missing.length === 0
    ? { capabilities: {}, evidence: [] }
    : {
        capabilities: { missingPorts: missing.join(', ') },
        evidence: [
          objectEvidence({
            object,
            field: 'spec.ports[]',
            value: field(object, 'spec.ports'),
            meaning: `The Service has no port ${missing.join(
              ' and no port ',
            )}, which the Ingress leads to.`,
          }),
        ],
      };
}
