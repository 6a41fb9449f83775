import { IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { externalIpsReach, serviceReach } from '../exposure/serviceReach';
import { Reach } from '../exposure/Reach';
import { field, listField, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { namespaceOf, referenceOf } from '../objects/metadata';
import { EntryDraft, EntryFindings } from './EntryDraft';
import { ResolveInput } from './ResolveInput';

/** The entry points that Services make by their own type and by external addresses. */
export function serviceEntryPoints(input: ResolveInput): EntryFindings {
  const entries: EntryDraft[] = [];
  for (const service of input.context.index.list(kinds.service)) {
    const type = textField(service, 'spec.type');
    if (type === 'LoadBalancer' || type === 'NodePort') {
      entries.push(
        entryOf(
          service,
          type === 'LoadBalancer'
            ? 'load-balancer-service'
            : 'node-port-service',
          serviceReach(input.context, service),
          input,
        ),
      );
    }
    const external = externalIpsReach(input.context, service);
    if (external) {
      entries.push(entryOf(service, 'other', external, input));
    }
  }
  return { entries, orphans: [], contradictions: [] };
}

function entryOf(
  service: KubernetesObject,
  system: IngressSystem,
  reach: Reach,
  { context }: ResolveInput,
): EntryDraft {
  const answered = reach.exposure !== 'pending';
  return {
    namespace: namespaceOf(service),
    service: service.metadata.name,
    source: service,
    contradictions: reach.contradictions,
    entry: {
      system,
      resource: referenceOf(service),
      hosts: [],
      paths: [],
      tls: tlsOf(service),
      exposure: reach.exposure,
      addresses: reach.addresses,
      attached: context.index.origin === 'api' && answered ? true : 'unknown',
      capabilities: reach.capabilities,
      confidence: reach.contradictions.length > 0 ? 'conflict' : 'proven',
      evidence: reach.evidence,
    },
  };
}

/**
 * A load balancer opens no connection: what is inside is up to the workload, and only a port that says so by its
 * protocol tells.
 */
function tlsOf(service: KubernetesObject): EntryDraft['entry']['tls'] {
  const ports = listField(service, 'spec.ports');
  const plain =
    ports.length > 0 &&
    ports.every(port => field(port, 'appProtocol') === 'http');
  return plain ? 'none' : 'unknown';
}
