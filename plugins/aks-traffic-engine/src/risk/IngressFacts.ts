import {
  AnnotationVerdict,
  EntryPoint,
  InheritedEffect,
} from 'backstage-plugin-aks-traffic-common';
import { AnalysisDraft } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { ingressesOf } from '../rules/ingressOf';

/** The Ingresses behind some ways in, with what was judged of them. */
export interface IngressFacts {
  ingresses: readonly KubernetesObject[];
  annotations: AnnotationVerdict[];
  effects: InheritedEffect[];
}

const none: IngressFacts = { ingresses: [], annotations: [], effects: [] };

/** Collects what was judged of Ingresses, each once, whoever serves them. */
export function ingressFactsOf(
  entries: readonly EntryPoint[],
  { annotations }: AnalysisDraft,
  context: ResolveContext,
): IngressFacts {
  const ingresses = ingressesOf(entries, context);
  return ingresses.length === 0
    ? none
    : {
        ingresses,
        annotations: ingresses.flatMap(each => annotations.verdictsOf(each)),
        effects: ingresses.flatMap(each => annotations.effectsOf(each)),
      };
}
