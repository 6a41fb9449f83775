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
  const service = context.service(namespace, name);
  if (textField(service, 'spec.type') === 'ExternalName') {
    sayThatItIsOutside(source, name, context);
  }
  if (typeof port === 'number') {
    return { service: name, namespace, port };
  }
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

/** Source: kubernetes-sigs/gateway-api apis/v1/object_reference_types.go, `kind` of BackendObjectReference. */
function sayThatItIsOutside(
  source: IngressSource,
  service: string,
  context: MigrationContext,
): void {
  context.note(
    source,
    'decide',
    'backend',
    `Service ${service} is an ExternalName, and the Gateway API advises implementations not to take such Services (CVE-2021-25740). Whether the target does is to be tested before traffic moves; otherwise put a proxy of your own in front of it.`,
  );
}
