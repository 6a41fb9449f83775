import { withheldValue } from 'backstage-plugin-aks-traffic-common';
import { parseBoolean } from '../../annotations/values/goValues';
import { KubernetesObject } from '../../model/observation';
import {
  field,
  listField,
  numberField,
  textField,
  textListField,
} from '../../objects/field';
import {
  annotationsOf,
  namespaceOf,
  referenceOf,
} from '../../objects/metadata';
import { IngressSource, SourceBackend, SourcePath } from './IngressSource';
import { ServingSystem } from './servingSystem';

/** Reads an Ingress of `networking.k8s.io/v1`, or of the versions before it. */
export function readIngress(
  object: KubernetesObject,
  annotationPrefix: string,
  served: ServingSystem,
): IngressSource {
  const annotations = annotationsOf(object);
  const nginx = new Map<string, string>();
  const withheld = new Set<string>();
  for (const [key, value] of annotations) {
    if (served.isNginx && key.startsWith(`${annotationPrefix}/`)) {
      const name = key.slice(annotationPrefix.length + 1);
      if (value === withheldValue) {
        withheld.add(name);
      } else {
        nginx.set(name, value);
      }
    }
  }
  const namespace = namespaceOf(object);
  const createdAt = textField(object, 'metadata.creationTimestamp');
  return {
    object,
    reference: { ...referenceOf(object), namespace },
    namespace,
    served,
    nginx,
    withheld,
    annotations,
    paths: [...rulePaths(object), ...defaultPaths(object)],
    tls: listField(object, 'spec.tls').map(entry => ({
      hosts: textListField(entry, 'hosts'),
      secret: shown(textField(entry, 'secretName')),
    })),
    isCanary: parseBoolean(nginx.get('canary') ?? '') === true,
    ...(createdAt !== undefined && { createdAt }),
  };
}

/** What the reader may not see is not known. */
function shown(value: string | undefined): string | undefined {
  return value === withheldValue ? undefined : value;
}

function rulePaths(object: KubernetesObject): SourcePath[] {
  return listField(object, 'spec.rules').flatMap(rule => {
    const host = textField(rule, 'host');
    return listField(rule, 'http.paths').map(
      (entry): SourcePath => ({
        ...(host !== undefined && { host }),
        path: textField(entry, 'path') ?? '/',
        pathType: pathTypeOf(textField(entry, 'pathType')),
        backend: backendOf(field(entry, 'backend')),
        isDefault: false,
      }),
    );
  });
}

/**
 * The default backend gets what no path of the hosts of its Ingress takes; only without any rule is it for all hosts.
 * `unusedDefault` says where it gets nothing at all.
 *
 * Source: kubernetes/ingress-nginx internal/ingress/controller/controller.go, createServers, read at commit 3146b86.
 */
function defaultPaths(object: KubernetesObject): SourcePath[] {
  const backend = backendOf(
    field(object, 'spec.defaultBackend') ?? field(object, 'spec.backend'),
  );
  if (!backend) {
    return [];
  }
  const rules = listField(object, 'spec.rules');
  const hosts =
    rules.length === 0
      ? [undefined]
      : [...new Set(rules.map(rule => textField(rule, 'host')))];
  const taken = new Set(
    rulePaths(object)
      .filter(({ path, pathType }) => path === '/' && pathType !== 'Exact')
      .map(({ host }) => host),
  );
  return hosts
    .filter(host => !taken.has(host))
    .map(host => ({
      ...(host !== undefined && { host }),
      path: '/',
      pathType: 'Prefix',
      backend,
      isDefault: true,
    }));
}

function pathTypeOf(value: string | undefined): SourcePath['pathType'] {
  return value === 'Exact' || value === 'Prefix'
    ? value
    : 'ImplementationSpecific';
}

function backendOf(value: unknown): SourceBackend | undefined {
  const service =
    textField(value, 'service.name') ?? textField(value, 'serviceName');
  if (service === undefined) {
    return undefined;
  }
  const port =
    numberField(value, 'service.port.number') ??
    textField(value, 'service.port.name') ??
    numberField(value, 'servicePort') ??
    textField(value, 'servicePort');
  return { service, ...(port !== undefined && { port }) };
}
