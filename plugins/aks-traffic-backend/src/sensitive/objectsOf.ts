import {
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { objectKey, serviceReference } from '../objects/objectKey';

/** Keys of the objects that are some Services' own: themselves, what leads to them, and what they lead to. */
export function objectsOf(options: {
  services: readonly ServiceTraffic[];
  assessments: readonly ServiceAssessment[];
}): Set<string> {
  const { services, assessments } = options;
  return new Set(
    [
      ...services.flatMap(service => [
        serviceReference(service),
        ...service.entryPoints.map(({ resource }) => resource),
      ]),
      ...assessments.flatMap(({ workloads }) => workloads ?? []),
    ].map(objectKey),
  );
}
