import { KubernetesObject } from '../model/observation';
import { listField, textField } from './field';

/** The addresses and host names in `status.loadBalancer.ingress` of a Service or an Ingress. */
export function serviceAddresses(object: KubernetesObject): string[] {
  const addresses: string[] = [];
  for (const entry of listField(object, 'status.loadBalancer.ingress')) {
    const address = textField(entry, 'ip') ?? textField(entry, 'hostname');
    if (address !== undefined) {
      addresses.push(address);
    }
  }
  return addresses;
}
