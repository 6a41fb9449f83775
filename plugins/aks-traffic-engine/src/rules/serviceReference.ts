import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
import { referenceOf } from '../objects/metadata';

/** How findings name a Service, whether or not its object says its namespace. */
export function serviceReference(service: ServiceDraft): ObjectRef {
  return {
    ...referenceOf(service.object),
    namespace: service.namespace,
  };
}
