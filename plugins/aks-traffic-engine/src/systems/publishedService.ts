import { Workload } from '../model/draft';
import { field, listField, textField } from '../objects/field';
import { containerFlags } from './containerFlags';

const flagNames = [
  'publish-service',
  'providers.kubernetesingress.ingressendpoint.publishedservice',
  'providers.kubernetesingressnginx.publishservice',
];
const variableName = 'CONTROLLER_PUBLISH_SERVICE';

/** The Service whose address a controller was told to write into the status of what it serves. */
export function publishedService(options: {
  workload: Workload;
  container: unknown;
}): { namespace: string; name: string } | undefined {
  const { workload, container } = options;
  const flags = containerFlags(container);
  const variable = listField(container, 'env').find(
    entry => field(entry, 'name') === variableName,
  );
  const value =
    flagNames.map(name => flags.get(name)).find(found => found !== undefined) ??
    textField(variable, 'value');
  const parts = value
    ?.replaceAll('$(POD_NAMESPACE)', workload.namespace)
    .split('/');
  return parts?.length === 2 && parts.every(part => part !== '')
    ? { namespace: parts[0], name: parts[1] }
    : undefined;
}
