import { NamedService } from '../../store/waiverTypes';

/** A Service by its names, for people. */
export function describeService(options: NamedService): string {
  const { cluster, namespace, service } = options;
  return `Service ${namespace}/${service} of cluster ${cluster}`;
}
