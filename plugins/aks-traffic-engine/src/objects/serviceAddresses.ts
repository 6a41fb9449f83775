import { KubernetesObject } from '../model/observation';
import { listField, textField } from './field';

/** The addresses and host names in `status.loadBalancer.ingress` of a Service or an Ingress. */
export function serviceAddresses(object: KubernetesObject): string[] {
  return listField(object, 'status.loadBalancer.ingress').flatMap(entry => {
    const address = textField(entry, 'ip') ?? textField(entry, 'hostname');
    return address === undefined ? [] : [address];
  });
}
