import { KubernetesObject } from '../../model/observation';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { field, listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { groupOf, namespaceOf } from '../../objects/metadata';

/**
 * Whether a ReferenceGrant in the Service's namespace lets a route of another namespace name the Service; `unknown`
 * where grants were not read whole.
 */
export function isGranted(options: {
  index: ClusterIndex;
  route: KubernetesObject;
  namespace: string;
  service: string;
}): boolean | 'unknown' {
  const { index, route, namespace, service } = options;
  const granted = index
    .listIn(kinds.referenceGrant, namespace)
    .some(
      grant =>
        listField(grant, 'spec.from').some(
          from =>
            field(from, 'group') === groupOf(route) &&
            field(from, 'kind') === route.kind &&
            field(from, 'namespace') === namespaceOf(route),
        ) &&
        listField(grant, 'spec.to').some(
          to =>
            (textField(to, 'group') ?? '') === '' &&
            field(to, 'kind') === 'Service' &&
            (textField(to, 'name') ?? service) === service,
        ),
    );
  return (
    granted || (index.provesAbsence(kinds.referenceGrant) ? false : 'unknown')
  );
}
