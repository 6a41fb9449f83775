import {
  AnnotationOutcome,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { objectEvidence } from '../../objects/evidence';
import { field } from '../../objects/field';
import { annotationOf } from '../../objects/metadata';
import { Demand } from './Demand';

/** What is known of annotations that are not ingress-nginx's. */
interface ForeignFact {
  matches: (key: string) => boolean;
  meaning: string;
  outcomes: Record<MigrationTarget, AnnotationOutcome>;
}

/** An annotation of somebody else's on an Ingress that has to move. */
export interface ForeignAnnotation {
  ingress: KubernetesObject;
  key: string;
  fact: ForeignFact;
}

const facts: readonly ForeignFact[] = [
  {
    // The listener of a Gateway has an option of the same name.
    matches: key => key === 'kubernetes.azure.com/tls-cert-keyvault-uri',
    meaning: 'The certificate comes from Key Vault',
    outcomes: {
      'app-routing-gateway-api': 'portable',
      'application-gateway-for-containers': 'changes-behaviour',
      istio: 'portable',
    },
  },
  {
    matches: key => key.startsWith('appgw.ingress.kubernetes.io/'),
    meaning:
      'An annotation for application gateways, of which no verdict is known',
    outcomes: {
      'app-routing-gateway-api': 'changes-behaviour',
      'application-gateway-for-containers': 'changes-behaviour',
      istio: 'changes-behaviour',
    },
  },
];

/** Finds the annotations that mean work although ingress-nginx does not read them. */
export function foreignAnnotations(
  ingresses: readonly KubernetesObject[],
): ForeignAnnotation[] {
  return ingresses.flatMap(ingress =>
    Object.keys(field(ingress, 'metadata.annotations') ?? {}).flatMap(key => {
      const fact = facts.find(({ matches }) => matches(key));
      return fact === undefined ? [] : { ingress, key, fact };
    }),
  );
}

/** What they ask of a target. */
export function foreignDemands(
  annotations: readonly ForeignAnnotation[],
  target: MigrationTarget,
): Demand[] {
  return annotations.map(({ ingress, key, fact }) => ({
    name: key,
    outcome: fact.outcomes[target],
    evidence: () => [
      objectEvidence({
        object: ingress,
        field: `metadata.annotations["${key}"]`,
        value: annotationOf(ingress, key),
        meaning: fact.meaning,
      }),
    ],
  }));
}
