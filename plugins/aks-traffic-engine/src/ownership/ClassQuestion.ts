import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from '../objects/ClusterIndex';
import { textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { annotationOf } from '../objects/metadata';
import { systemOfIngressController } from '../systems/systemDefinitions';

/** The legacy way of naming a class; what it names is up to each controller. */
export const classAnnotation = 'kubernetes.io/ingress.class';

/** How Ingresses name a class to one controller only, with the prefixes of its own annotations. */
export const vendorClassAnnotations: readonly string[] = [
  'haproxy.org/ingress.class',
  'haproxy.com/ingress.class',
  'ingress.kubernetes.io/ingress.class',
];

const defaultAnnotation = 'ingressclass.kubernetes.io/is-default-class';

/** What holds for all Ingresses of a cluster alike. */
export interface ClassCatalogue {
  /** The default IngressClasses of today, which say nothing about the time an Ingress was made. */
  defaultClasses: readonly KubernetesObject[];
  /** Whether all IngressClasses are known. */
  readWhole: boolean;
  /** Whether a class names a controller that this engine has no name for. */
  hasStrangers: boolean;
}

/** What an Ingress says about its class, and what became of the class it names. */
export interface ClassQuestion {
  field?: string;
  annotation?: string;
  /** What it says to one controller in that controller's own way. */
  vendorAnnotation?: { key: string; value: string };
  /** The IngressClass that the field names. */
  classObject?: KubernetesObject;
  /** Whether the field names a class that certainly does not exist. */
  classMissing: boolean;
  catalogue: ClassCatalogue;
}

/** Looks once at all IngressClasses of a cluster. */
export function classCatalogueOf(index: ClusterIndex): ClassCatalogue {
  const classes = index.list(kinds.ingressClass);
  return {
    defaultClasses: classes.filter(
      object => annotationOf(object, defaultAnnotation) === 'true',
    ),
    readWhole: index.provesAbsence(kinds.ingressClass),
    hasStrangers: classes.some(
      object =>
        systemOfIngressController(
          textField(object, 'spec.controller') ?? '',
        ) === undefined,
    ),
  };
}

/** Reads field and annotation of an Ingress separately: no controller agrees with another on which comes first. */
export function classQuestionOf(options: {
  index: ClusterIndex;
  ingress: KubernetesObject;
  catalogue: ClassCatalogue;
}): ClassQuestion {
  const { index, ingress, catalogue } = options;
  const className = textField(ingress, 'spec.ingressClassName');
  const classObject =
    className === undefined
      ? undefined
      : index.get(kinds.ingressClass, className);
  return {
    field: className,
    annotation: annotationOf(ingress, classAnnotation),
    vendorAnnotation: vendorAnnotationOf(ingress),
    classObject,
    classMissing:
      className !== undefined &&
      classObject === undefined &&
      catalogue.readWhole,
    catalogue,
  };
}

function vendorAnnotationOf(
  ingress: KubernetesObject,
): ClassQuestion['vendorAnnotation'] {
  for (const key of vendorClassAnnotations) {
    const value = annotationOf(ingress, key);
    if (value !== undefined) {
      return { key, value };
    }
  }
  return undefined;
}
