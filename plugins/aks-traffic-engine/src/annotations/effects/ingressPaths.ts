import { KubernetesObject } from '../../model/observation';
import { listField, textField } from '../../objects/field';

/** One path of an Ingress, with where it stands. */
export interface IngressPath {
  /** In lower case; `*` for rules without one. */
  host: string;
  path: string;
  pathType: string;
  /** The path's own field, for evidence. */
  field: string;
}

/** The paths of an Ingress's rules. */
export function ingressPaths(ingress: KubernetesObject): IngressPath[] {
  return listField(ingress, 'spec.rules').flatMap((rule, ruleIndex) =>
    listField(rule, 'http.paths').map((entry, pathIndex) => ({
      host: textField(rule, 'host')?.toLowerCase() ?? '*',
      path: textField(entry, 'path') ?? '/',
      pathType: textField(entry, 'pathType') ?? 'ImplementationSpecific',
      field: `spec.rules[${ruleIndex}].http.paths[${pathIndex}]`,
    })),
  );
}

/** The hosts of an Ingress's rules, in lower case; `*` for rules without one. */
export function ingressHosts(ingress: KubernetesObject): ReadonlySet<string> {
  return new Set(
    listField(ingress, 'spec.rules').map(
      rule => textField(rule, 'host')?.toLowerCase() ?? '*',
    ),
  );
}
