import { IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { isNginx } from '../../annotations/AnnotationReader';
import { KubernetesObject } from '../../model/observation';
import { textField } from '../../objects/field';
import {
  annotationOf,
  annotationsOf,
  groupOf,
  namespaceOf,
} from '../../objects/metadata';
import {
  classAnnotation,
  vendorClassAnnotations,
} from '../../ownership/ClassQuestion';
import { hintedSystem } from '../../ownership/hintedSystem';
import { SystemDefinition } from '../../systems/SystemDefinition';
import {
  systemDefinitions,
  systemOfIngressController,
} from '../../systems/systemDefinitions';
import { systemOfAnnotation } from './otherSystems';

/** Who serves an Ingress today. */
export interface ServingSystem {
  system: IngressSystem;
  /** The name people know it by; `NGINX` for ingress-nginx, whoever runs it. */
  title: string;
  isNginx: boolean;
  /** Whether a class or a portal says so, names and annotations hint at it, or nothing does. */
  known: 'stated' | 'hinted' | 'assumed';
  /** Where it was read, for people; absent where it is assumed. */
  because?: string;
}

const nginx = {
  system: 'ingress-nginx',
  title: 'NGINX',
  isNginx: true,
} as const;

/** A function that says who serves an Ingress, by what is given together with it. */
export function servingSystems(options: {
  objects: readonly KubernetesObject[];
  /** What a portal found out. */
  servedBy?: readonly {
    namespace: string;
    name: string;
    system: IngressSystem;
  }[];
}): (ingress: KubernetesObject) => ServingSystem {
  const { objects, servedBy = [] } = options;
  const controllers = new Map(
    objects
      .filter(
        object =>
          object.kind === 'IngressClass' &&
          groupOf(object) === 'networking.k8s.io',
      )
      .map(object => [
        object.metadata.name,
        textField(object, 'spec.controller'),
      ]),
  );
  return ingress => {
    const told = servedBy.find(
      ({ namespace, name }) =>
        namespace === namespaceOf(ingress) && name === ingress.metadata.name,
    )?.system;
    const definition = systemDefinitions.find(({ system }) => system === told);
    return definition
      ? served(definition, 'stated', 'The portal found it behind the Ingress')
      : byClass(ingress, controllers);
  };
}

function byClass(
  ingress: KubernetesObject,
  controllers: ReadonlyMap<string, string | undefined>,
): ServingSystem {
  const field = textField(ingress, 'spec.ingressClassName');
  const annotation = annotationOf(ingress, classAnnotation);
  const controller = controllers.get(field ?? annotation ?? '');
  const definition =
    controller === undefined
      ? undefined
      : systemOfIngressController(controller);
  if (definition) {
    return served(
      definition,
      'stated',
      `IngressClass ${field ?? annotation} names ${controller}`,
    );
  }
  const key = vendorClassAnnotations.find(
    each => annotationOf(ingress, each) !== undefined,
  );
  const hint = hintedSystem({
    ingress,
    question: {
      field,
      annotation,
      ...(key !== undefined && {
        vendorAnnotation: { key, value: annotationOf(ingress, key)! },
      }),
      classMissing: false,
      catalogue: { defaultClasses: [], readWhole: false, hasStrangers: false },
    },
  }).definition;
  if (hint && controller === undefined) {
    return served(
      hint,
      'hinted',
      `Its class or its annotations are those that ${hint.title} usually has`,
    );
  }
  return (
    byAnnotations(ingress) ?? {
      ...nginx,
      known: 'assumed',
      ...((field ?? annotation) !== undefined && {
        because:
          controller === undefined
            ? `Nothing that was given says what serves the class ${
                field ?? annotation
              }`
            : `IngressClass ${
                field ?? annotation
              } names ${controller}, which is not known here`,
      }),
    }
  );
}

/** Annotations of one vendor, and none of ingress-nginx, say who was meant to read them. */
function byAnnotations(ingress: KubernetesObject): ServingSystem | undefined {
  const keys = [...annotationsOf(ingress).keys()];
  if (keys.some(key => key.startsWith('nginx.ingress.kubernetes.io/'))) {
    return undefined;
  }
  const systems = new Set(keys.flatMap(key => systemOfAnnotation(key) ?? []));
  const [only, ...others] = systems;
  const definition = systemDefinitions.find(({ system }) => system === only);
  return definition && others.length === 0
    ? served(
        definition,
        'hinted',
        `Its annotations are for ${definition.title}`,
      )
    : undefined;
}

function served(
  { system, title }: SystemDefinition,
  known: ServingSystem['known'],
  because: string,
): ServingSystem {
  return isNginx(system)
    ? { ...nginx, system, known, because }
    : { system, title, isNginx: false, known, because };
}
