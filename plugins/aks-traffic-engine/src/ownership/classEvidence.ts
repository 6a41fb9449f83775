import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { objectEvidence } from '../objects/evidence';
import { textField } from '../objects/field';
import { ClassQuestion, classAnnotation } from './ClassQuestion';

/** What the Ingress and its class say, field by field. */
export function classEvidence(
  ingress: KubernetesObject,
  question: ClassQuestion,
): Evidence[] {
  const { field, annotation, vendorAnnotation, classObject } = question;
  const evidence: Evidence[] = [];
  if (
    field !== undefined ||
    (annotation === undefined && vendorAnnotation === undefined)
  ) {
    evidence.push(
      objectEvidence({
        object: ingress,
        field: 'spec.ingressClassName',
        value: field,
        meaning:
          field === undefined
            ? 'The Ingress names no class.'
            : `The Ingress names the IngressClass ${field}.`,
      }),
    );
  }
  if (annotation !== undefined) {
    evidence.push(
      objectEvidence({
        object: ingress,
        field: `metadata.annotations["${classAnnotation}"]`,
        value: annotation,
        meaning: 'The Ingress names a class or controller in the legacy way.',
      }),
    );
  }
  if (vendorAnnotation !== undefined) {
    evidence.push(
      objectEvidence({
        object: ingress,
        field: `metadata.annotations["${vendorAnnotation.key}"]`,
        value: vendorAnnotation.value,
        meaning:
          'The Ingress names a class to one controller only, in an annotation of its own.',
      }),
    );
  }
  if (classObject) {
    evidence.push(
      objectEvidence({
        object: classObject,
        field: 'spec.controller',
        value: textField(classObject, 'spec.controller'),
        meaning: 'The class names the controller that is to serve it.',
      }),
    );
  }
  return evidence;
}

/** Today's default classes, as evidence on an Ingress without a class. */
export function defaultClassEvidence(question: ClassQuestion): Evidence[] {
  return question.catalogue.defaultClasses.map(object =>
    objectEvidence({
      object,
      field:
        'metadata.annotations["ingressclass.kubernetes.io/is-default-class"]',
      value: 'true',
      meaning:
        'This is the default class now; it is written into an Ingress when that is created, never later.',
    }),
  );
}
