import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { append } from './append';
import { ClusterIndex } from './ClusterIndex';
import { compareText } from './compareText';
import { textMapField } from './field';
import { kinds } from './kinds';
import { matchesLabels } from './labelSelector';
import { namespaceOf } from './metadata';
import { serviceAddresses } from './serviceAddresses';

/** Services found from the other side: by the workload they select and by their address. */
export class ServiceIndex {
  static create(index: ClusterIndex): ServiceIndex {
    return new ServiceIndex(index.list(kinds.service));
  }

  private readonly byFirstPair = new Map<string, KubernetesObject[]>();
  private readonly byAddress = new Map<string, KubernetesObject[]>();

  private constructor(services: readonly KubernetesObject[]) {
    for (const service of services) {
      const namespace = namespaceOf(service);
      const [pair] = textMapField(service, 'spec.selector').entries();
      if (pair !== undefined) {
        append(this.byFirstPair, key(namespace, ...pair), service);
      }
      for (const address of new Set(serviceAddresses(service))) {
        append(this.byAddress, address, service);
      }
    }
  }

  /** Services of the workload's namespace whose selector its pods satisfy. */
  selecting(workload: Workload): KubernetesObject[] {
    const found: KubernetesObject[] = [];
    for (const [name, value] of workload.podLabels) {
      const candidates =
        this.byFirstPair.get(key(workload.namespace, name, value)) ?? [];
      for (const service of candidates) {
        if (
          matchesLabels(
            textMapField(service, 'spec.selector'),
            workload.podLabels,
          )
        ) {
          found.push(service);
        }
      }
    }
    return found.sort((left, right) =>
      compareText(left.metadata.name, right.metadata.name),
    );
  }

  /** Services whose load balancer has this address or host name. */
  atAddress(address: string): readonly KubernetesObject[] {
    return this.byAddress.get(address) ?? [];
  }
}

function key(namespace: string, name: string, value: string): string {
  return `${namespace}\n${name}\n${value}`;
}
