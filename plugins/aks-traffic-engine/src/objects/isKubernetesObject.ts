import { KubernetesObject } from '../model/observation';
import { textField } from './field';

/** Whether untrusted JSON has what is needed to name it: a version, a kind and a name. */
export function isKubernetesObject(value: unknown): value is KubernetesObject {
  return (
    textField(value, 'apiVersion') !== undefined &&
    textField(value, 'kind') !== undefined &&
    textField(value, 'metadata.name') !== undefined
  );
}
