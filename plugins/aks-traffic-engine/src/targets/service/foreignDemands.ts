import { migrationTargets } from '../../annotations/annotationCatalogue';
import { KubernetesObject } from '../../model/observation';
import { objectEvidence } from '../../objects/evidence';
import { field } from '../../objects/field';
import { annotationOf } from '../../objects/metadata';
import { Demand } from './Demand';

/** What is known of annotations that are not ingress-nginx's. */
interface ForeignFact {
  matches: (key: string) => boolean;
  meaning: string;
  targets: Demand['targets'];
}

const facts: readonly ForeignFact[] = [
  {
    // The listener of a Gateway has an option of the same name.
    matches: key => key === 'kubernetes.azure.com/tls-cert-keyvault-uri',
    meaning: 'The certificate comes from Key Vault',
    targets: [
      { target: 'app-routing-gateway-api', outcome: 'portable' },
      {
        target: 'application-gateway-for-containers',
        outcome: 'changes-behaviour',
      },
      { target: 'istio', outcome: 'portable' },
    ],
  },
  {
    matches: key => key.startsWith('appgw.ingress.kubernetes.io/'),
    meaning:
      'An annotation for application gateways, of which no verdict is known',
    targets: migrationTargets.map(target => ({
      target,
      outcome: 'changes-behaviour',
    })),
  },
];

/** What annotations ask for that mean work although ingress-nginx does not read them. */
export function foreignDemands(
  ingresses: readonly KubernetesObject[],
): Demand[] {
  const demands: Demand[] = [];
  for (const ingress of ingresses) {
    for (const key of Object.keys(
      field(ingress, 'metadata.annotations') ?? {},
    )) {
      const fact = facts.find(({ matches }) => matches(key));
      if (fact !== undefined) {
        demands.push(demandOf(ingress, key, fact));
      }
    }
  }
  return demands;
}

function demandOf(
  ingress: KubernetesObject,
  key: string,
  { targets, meaning }: ForeignFact,
): Demand {
  return {
    name: key,
    targets,
    evidence: () => [
      objectEvidence({
        object: ingress,
        field: `metadata.annotations["${key}"]`,
        value: annotationOf(ingress, key),
        meaning,
      }),
    ],
  };
}
