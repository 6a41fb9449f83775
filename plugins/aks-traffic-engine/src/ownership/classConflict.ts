import { Contradiction } from '../model/draft';
import { referenceOf } from '../objects/metadata';
import { textField } from '../objects/field';
import {
  systemDefinitions,
  systemOfIngressController,
} from '../systems/systemDefinitions';
import { claimOf } from './claimOf';
import { classEvidence } from './classEvidence';
import { OwnershipInput } from './OwnershipInput';

/**
 * Field and annotation that lead to different controllers: which one serves the Ingress is then up to the precedence
 * of each controller, and changes when one of them is installed or removed.
 */
export function classConflict(input: OwnershipInput): Contradiction[] {
  const { ingress, question } = input;
  const { field, annotation } = question;
  if (field === undefined || annotation === undefined) {
    return [];
  }
  const byField = ledTo(input, { annotation: undefined });
  const byAnnotation = ledTo(input, {
    field: undefined,
    classObject: undefined,
  });
  if (
    byField === undefined ||
    byAnnotation === undefined ||
    byField === byAnnotation
  ) {
    return [];
  }
  return [
    {
      kind: 'class-conflict',
      subject: referenceOf(ingress),
      message: `ingressClassName ${field} leads to ${byField}, the annotation ${annotation} to ${byAnnotation}.`,
      evidence: classEvidence(ingress, question),
    },
  ];
}

/** The controllers that would claim the Ingress if it had only one of the two; failing that, the system it names. */
function ledTo(
  { controllers, question }: OwnershipInput,
  without: Partial<OwnershipInput['question']>,
): string | undefined {
  const alone = { ...question, ...without };
  const names = controllers
    .filter(({ serving }) =>
      serving.some(rule => claimOf(rule, alone).verdict === 'claims'),
    )
    .map(({ namespace, name }) => `${namespace ?? '-'}/${name}`);
  if (names.length > 0) {
    return names.join(', ');
  }
  const value =
    alone.classObject && textField(alone.classObject, 'spec.controller');
  if (value !== undefined) {
    return systemOfIngressController(value)?.title ?? value;
  }
  return systemDefinitions.find(({ conventionalAnnotations = [] }) =>
    conventionalAnnotations.includes(alone.annotation ?? ''),
  )?.title;
}
