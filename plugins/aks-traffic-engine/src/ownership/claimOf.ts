import { KubernetesObject } from '../model/observation';
import { textField } from '../objects/field';
import { IngressServing } from '../systems/SystemDefinition';
import { ClassQuestion } from './ClassQuestion';

/** What a controller does with an Ingress, by its own rules. */
export type Claim =
  | { verdict: 'claims' }
  | { verdict: 'ignores' }
  /** It would claim it if something that was not read is as supposed. */
  | {
      verdict: 'may-claim';
      because: 'configuration' | 'class-not-read' | 'without-class';
    };

const claims: Claim = { verdict: 'claims' };
const ignores: Claim = { verdict: 'ignores' };

/** Applies one controller's serving rules to what an Ingress says about its class. */
export function claimOf(
  serving: IngressServing,
  question: ClassQuestion,
): Claim {
  const claim = inOrder(serving, question);
  return claim.verdict === 'claims' && serving.uncertain !== undefined
    ? { verdict: 'may-claim', because: 'configuration' }
    : claim;
}

/** Whether an IngressClass is one the controller answers to. */
export function servesClass(
  serving: IngressServing,
  classObject: KubernetesObject,
): boolean {
  const { name } = classObject.metadata;
  if (serving.classesByName?.includes(name)) {
    return true;
  }
  const value = textField(classObject, 'spec.controller');
  return (
    value !== undefined &&
    serving.controllerValues.includes(value) &&
    serving.onlyClasses?.includes(name) !== false
  );
}

function inOrder(serving: IngressServing, question: ClassQuestion): Claim {
  const { field } = question;
  const annotation =
    question.annotation ??
    (serving.readsVendorAnnotation
      ? question.vendorAnnotation?.value
      : undefined);
  const byField = () => claimByField(serving, question);
  const byAnnotation = () =>
    serving.annotationValues.includes(annotation!) ? claims : ignores;
  if (serving.order === 'annotation-first' && annotation !== undefined) {
    return byAnnotation();
  }
  if (field !== undefined) {
    return byField();
  }
  return annotation === undefined
    ? claimWithoutClass(serving, question)
    : byAnnotation();
}

function claimByField(serving: IngressServing, question: ClassQuestion): Claim {
  const { field, classObject, classMissing } = question;
  if (classObject) {
    return servesClass(serving, classObject) ? claims : ignores;
  }
  if (serving.classesByName?.includes(field!)) {
    return claims;
  }
  const expected = [
    ...(serving.onlyClasses ?? []),
    ...serving.annotationValues,
  ];
  return !classMissing && expected.includes(field!)
    ? { verdict: 'may-claim', because: 'class-not-read' }
    : ignores;
}

function claimWithoutClass(
  serving: IngressServing,
  question: ClassQuestion,
): Claim {
  switch (serving.withoutClass) {
    case true:
      return claims;
    case false:
      return ignores;
    case 'unknown':
      return { verdict: 'may-claim', because: 'without-class' };
    default:
      return claimByDefaultClass(serving, question);
  }
}

/** By the default class of today: what admission wrote at the time is in the object, and this one has nothing. */
function claimByDefaultClass(
  serving: IngressServing,
  { catalogue }: ClassQuestion,
): Claim {
  if (catalogue.defaultClasses.some(object => servesClass(serving, object))) {
    return claims;
  }
  if (!catalogue.readWhole) {
    return { verdict: 'may-claim', because: 'without-class' };
  }
  return serving.withoutClass === 'unless-other-class-is-default' &&
    catalogue.defaultClasses.length === 0
    ? claims
    : ignores;
}
