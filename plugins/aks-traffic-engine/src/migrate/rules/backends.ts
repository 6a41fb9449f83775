import { listField, numberField, textField } from '../../objects/field';
import { IngressSource, SourceBackend } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { RuleBackend } from './RouteRule';

/** The backend with its port as a number, which routes want; or why it cannot be had. */
export function resolveBackend(
  source: IngressSource,
  backend: SourceBackend,
  context: MigrationContext,
): RuleBackend | { reason: string } {
  const { namespace } = source;
  const { service: name, port } = backend;
  if (typeof port === 'number') {
    return { service: name, namespace, port };
  }
  const service = context.service(namespace, name);
  if (!service) {
    return {
      reason: `the number of port ${
        port ?? '(not stated)'
      } of Service ${namespace}/${name} is not known; give the Service together with the Ingress, or name the port by number`,
    };
  }
  const ports = listField(service, 'spec.ports');
  const found =
    port === undefined && ports.length === 1
      ? ports[0]
      : ports.find(
          entry => port !== undefined && textField(entry, 'name') === port,
        );
  const number = numberField(found, 'port');
  if (number === undefined) {
    return {
      reason: `Service ${namespace}/${name} has no port ${
        port ?? 'that could be meant'
      }`,
    };
  }
  context.note(
    source,
    'done',
    'port',
    `Port ${port ?? 'of'} ${name} is ${number}, as its Service says.`,
  );
  return { service: name, namespace, port: number };
}
