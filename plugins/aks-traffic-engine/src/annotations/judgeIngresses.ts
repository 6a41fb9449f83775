import {
  AnnotationVerdict,
  InheritedEffect,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { Estate } from '../model/estate';
import { ClusterObservation } from '../model/observation';
import { kinds } from '../objects/kinds';
import { referenceOf } from '../objects/metadata';
import { ingressOwnershipIn } from '../ownership/ingressOwnershipIn';
import { resolveContextOf } from '../resolveContextOf';
import { detectControllers } from '../systems/detectControllers';
import { AnnotationJudge } from './AnnotationJudge';

/**
 * An Ingress with what its annotations say and what it inherits.
 *
 * @public
 */
export interface JudgedIngress {
  object: ObjectRef;
  /** Sorted by their keys. */
  annotations: AnnotationVerdict[];
  /** Only where ingress-nginx serves it. */
  effects: InheritedEffect[];
}

/**
 * The verdicts on the annotations of all Ingresses of a cluster, those that lead to no Service included, sorted by
 * namespace and name.
 *
 * @remarks
 * Pure, like `analyzeCluster`, and as tolerant of what it is given.
 *
 * @public
 */
export function judgeIngresses(
  observation: ClusterObservation,
  estate: Estate,
): JudgedIngress[] {
  const context = resolveContextOf(observation, estate);
  const controllers = detectControllers(context);
  const judge = AnnotationJudge.create({
    context,
    controllers,
    ownershipOf: ingressOwnershipIn(context, controllers),
  });
  return context.index.list(kinds.ingress).map(ingress => ({
    object: referenceOf(ingress),
    annotations: [...judge.verdictsOf(ingress)],
    effects: [...judge.effectsOf(ingress)],
  }));
}
