import { KubernetesObject } from '../../model/observation';
import { namespaceOf } from '../../objects/metadata';
import { AnnotationValues } from '../conditions';
import { parseBoolean } from '../values/goValues';
import { ingressPaths } from './ingressPaths';

/** An annotation of some Ingress that has an effect on others. */
export interface ForeignAnnotation {
  ingress: KubernetesObject;
  name: string;
  value: string;
}

/** Annotations that NGINX writes into the server of a host, for every Ingress that has the host. */
const hostWide = [
  'auth-tls-secret',
  'server-snippet',
  'ssl-ciphers',
  'ssl-prefer-server-ciphers',
];

const examplesShown = 5;

/** Enough to find one that is not the Ingress's own. */
const enough = 2;

/**
 * What the Ingresses of one host that one controller serves have in common. It remembers no more than it takes to name
 * an example, because many Ingresses may share a host.
 */
export class HostShare {
  private readonly regex: ForeignAnnotation[] = [];
  private readonly settings = new Map<string, ForeignAnnotation[]>();
  private readonly byNamespace = new Map<string, KubernetesObject>();
  private readonly primaries = new Map<string, KubernetesObject>();
  private readonly canaries = new Map<string, KubernetesObject>();

  constructor(private readonly host: string) {}

  add(ingress: KubernetesObject, values: AnnotationValues): void {
    const namespace = namespaceOf(ingress);
    if (!this.byNamespace.has(namespace)) {
      this.byNamespace.set(namespace, ingress);
    }
    const isCanary = parseBoolean(values.get('canary') ?? '') === true;
    const places = isCanary ? this.canaries : this.primaries;
    for (const { host, path } of ingressPaths(ingress)) {
      if (host === this.host && !places.has(path)) {
        places.set(path, ingress);
      }
    }
    if (isCanary) {
      return;
    }
    const regex = regexAnnotation(values);
    if (regex !== undefined && this.regex.length < enough) {
      this.regex.push({ ingress, ...regex });
    }
    for (const name of hostWide) {
      const value = values.get(name);
      const known = this.settings.get(name) ?? [];
      if (value !== undefined && value !== '' && known.length < enough) {
        this.settings.set(name, [...known, { ingress, name, value }]);
      }
    }
  }

  /** Whether no Ingress was added: there is nothing of others then. */
  get isEmpty(): boolean {
    return this.byNamespace.size === 0;
  }

  /** An annotation of another Ingress that makes patterns of the paths of the host. */
  regexBesides(ingress: KubernetesObject): ForeignAnnotation | undefined {
    return this.regex.find(each => each.ingress !== ingress);
  }

  /** Annotations of other Ingresses that hold for the whole host, an example of each. */
  settingsBesides(ingress: KubernetesObject): ForeignAnnotation[] {
    return [...this.settings.values()].flatMap(
      each => each.find(setting => setting.ingress !== ingress) ?? [],
    );
  }

  /** How many other namespaces have the host, with an Ingress of each of the first few: there may be hundreds. */
  otherNamespaces(ingress: KubernetesObject): {
    count: number;
    examples: KubernetesObject[];
  } {
    const own = namespaceOf(ingress);
    const examples: KubernetesObject[] = [];
    for (const [namespace, other] of this.byNamespace) {
      if (examples.length === examplesShown) {
        break;
      }
      if (namespace !== own) {
        examples.push(other);
      }
    }
    const { size } = this.byNamespace;
    return { count: this.byNamespace.has(own) ? size - 1 : size, examples };
  }

  /** The Ingress that a canary stands in for at a path. */
  primaryAt(path: string): KubernetesObject | undefined {
    return this.primaries.get(path);
  }

  /** A canary that stands in at a path. */
  canaryAt(path: string): KubernetesObject | undefined {
    return this.canaries.get(path);
  }
}

/** The annotation by which an Ingress makes patterns of paths, if it does. */
export function regexAnnotation(
  values: AnnotationValues,
): { name: string; value: string } | undefined {
  const useRegex = values.get('use-regex');
  if (useRegex !== undefined && parseBoolean(useRegex) === true) {
    return { name: 'use-regex', value: useRegex };
  }
  const target = values.get('rewrite-target');
  return target !== undefined && target.trim() !== ''
    ? { name: 'rewrite-target', value: target }
    : undefined;
}
