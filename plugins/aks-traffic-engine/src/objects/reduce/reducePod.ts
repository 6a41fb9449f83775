import { isUsedVariable, usedArguments } from '../../systems/usedFlags';
import { field, listField, textField } from '../field';
import { compact, pick } from './pick';

/**
 * What decides where a pod runs, what its containers are and how they are reached. Commands, arguments and
 * environment may hold secrets: of these only what tells a controller's configuration is kept.
 */
export function reducePodSpec(
  spec: unknown,
): Record<string, unknown> | undefined {
  const containers = listField(spec, 'containers').map(reduceContainer);
  // A mesh's sidecar can be an init container that keeps running; its name is what tells it.
  const initContainers = listField(spec, 'initContainers').flatMap(
    container => pick(container, ['name']) ?? [],
  );
  const affinity = pick(field(spec, 'affinity'), [
    'nodeAffinity',
    'podAntiAffinity',
  ]);
  return compact({
    ...pick(spec, [
      'nodeName',
      'nodeSelector',
      'tolerations',
      'hostNetwork',
      'serviceAccountName',
      'topologySpreadConstraints',
    ]),
    affinity,
    containers: containers.length > 0 ? containers : undefined,
    initContainers: initContainers.length > 0 ? initContainers : undefined,
  });
}

function reduceContainer(container: unknown): Record<string, unknown> {
  const argumentsUsed = usedArguments(container);
  const variables = listField(container, 'env').flatMap(variable =>
    isUsedVariable(textField(variable, 'name') ?? '')
      ? pick(variable, ['name', 'value']) ?? []
      : [],
  );
  const requests = field(container, 'resources.requests');
  return (
    compact({
      ...pick(container, ['name', 'image', 'ports']),
      args: argumentsUsed.length > 0 ? argumentsUsed : undefined,
      env: variables.length > 0 ? variables : undefined,
      resources: requests === undefined ? undefined : { requests },
      // That there is one matters; what it runs does not.
      readinessProbe:
        field(container, 'readinessProbe') === undefined ? undefined : {},
    }) ?? {}
  );
}

/** A pod template with labels and annotations. */
export function reducePodTemplate(
  template: unknown,
): Record<string, unknown> | undefined {
  return compact({
    metadata: pick(field(template, 'metadata'), ['labels', 'annotations']),
    spec: reducePodSpec(field(template, 'spec')),
  });
}
