import { fieldsOf, specOf } from '../estate/materialise/fields';
import { isService } from '../estate/materialise/completeServices';
import { StoredObject } from '../estate/types';
import { addressFor, isInternal } from './addresses';

/** Gives a Service of type LoadBalancer its address, as the cloud provider does. */
export function balanceLoad(
  object: StoredObject,
  cluster: string,
): StoredObject {
  const spec = specOf(object);
  if (
    !isService(object) ||
    spec.type !== 'LoadBalancer' ||
    // Another class is another provider's business.
    spec.loadBalancerClass !== undefined ||
    fieldsOf(object.status).loadBalancer !== undefined
  ) {
    return object;
  }
  const ip = addressFor(
    cluster,
    object,
    isInternal(object.metadata.annotations),
  );
  return {
    ...object,
    status: { loadBalancer: { ingress: [{ ip, ipMode: 'VIP' }] } },
  };
}
