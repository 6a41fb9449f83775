import { KubernetesObject } from '../model/observation';

/** A function that is worked out once for each object, for as long as the function itself is kept. */
export function rememberObjects<Value extends {}>(
  compute: (object: KubernetesObject) => Value,
): (object: KubernetesObject) => Value {
  const known = new Map<KubernetesObject, Value>();
  return object => {
    let value = known.get(object);
    if (value === undefined) {
      value = compute(object);
      known.set(object, value);
    }
    return value;
  };
}
