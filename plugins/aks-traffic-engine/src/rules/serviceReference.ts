import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';

/** How findings name a Service, whether or not its object says its namespace. */
export function serviceReference(service: ServiceDraft): ObjectRef {
  const { apiVersion, kind, metadata } = service.object;
  const { namespace } = service;
  return { apiVersion, kind, namespace, name: metadata.name };
}
