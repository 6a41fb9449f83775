import { KubernetesObject } from '../../model/observation';
import { listField, numberField, textField } from '../../objects/field';
import { namespaceOf } from '../../objects/metadata';

/** What a route says it attaches to, with the API's defaults filled in. */
export interface ParentReference {
  group: string;
  kind: string;
  namespace: string;
  name: string;
  sectionName?: string;
  port?: number;
}

/** Reads one `parentRef`; `undefined` when it names nothing. */
export function parentReferenceOf(
  route: KubernetesObject,
  value: unknown,
): ParentReference | undefined {
  const name = textField(value, 'name');
  return name === undefined
    ? undefined
    : {
        group: textField(value, 'group') ?? 'gateway.networking.k8s.io',
        kind: textField(value, 'kind') ?? 'Gateway',
        namespace: textField(value, 'namespace') ?? namespaceOf(route),
        name,
        sectionName: textField(value, 'sectionName'),
        port: numberField(value, 'port'),
      };
}

/** All parents a route names. */
export function parentReferencesOf(route: KubernetesObject): ParentReference[] {
  return listField(route, 'spec.parentRefs').flatMap(
    value => parentReferenceOf(route, value) ?? [],
  );
}

/** Whether two references name the same parent and the same part of it. */
export function sameParent(
  left: ParentReference,
  right: ParentReference,
): boolean {
  return (
    left.group === right.group &&
    left.kind === right.kind &&
    left.namespace === right.namespace &&
    left.name === right.name &&
    left.sectionName === right.sectionName &&
    left.port === right.port
  );
}
