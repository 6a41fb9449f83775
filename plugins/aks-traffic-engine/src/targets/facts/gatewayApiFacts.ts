import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { kinds } from '../../objects/kinds';
import { annotationOf, labelOf } from '../../objects/metadata';
import { Fact } from '../ClusterFacts';

/** What a cluster has of the Gateway API. */
export interface GatewayApiFacts {
  /** Whether its resources are there, whoever installed them. */
  installed: Fact;
  /** Whether AKS installed them and keeps them up to date. */
  managed: Fact;
}

const routeDefinition = 'httproutes.gateway.networking.k8s.io';
const managedBy = 'app.kubernetes.io/managed-by';
const installationField = 'properties.ingressProfile.gatewayAPI.installation';

/** What the cluster's row says of the Gateway API, and its definitions in the cluster where the row is silent. */
export function gatewayApiFacts(context: ResolveContext): GatewayApiFacts {
  const { index, managedCluster } = context;
  const definition = index.get(kinds.customResourceDefinition, routeDefinition);
  const installation = managedCluster?.gatewayApiInstallation;
  if (managedCluster && installation !== undefined) {
    const holds = installation.toLowerCase() !== 'disabled';
    const evidence = [
      armEvidence({
        armId: managedCluster.armId,
        field: installationField,
        value: installation,
        meaning: holds
          ? 'AKS installs the resources of the Gateway API.'
          : 'AKS does not install the resources of the Gateway API.',
      }),
    ];
    return {
      managed: { holds, evidence },
      installed: holds
        ? { holds, evidence }
        : definitionFact(context, definition),
    };
  }
  return {
    installed: definitionFact(context, definition),
    managed: managedFact(context, definition),
  };
}

function definitionFact(
  { index }: ResolveContext,
  definition: KubernetesObject | undefined,
): Fact {
  if (definition !== undefined) {
    return {
      holds: true,
      evidence: [
        objectEvidence({
          object: definition,
          field:
            'metadata.annotations["gateway.networking.k8s.io/bundle-version"]',
          value: annotationOf(
            definition,
            'gateway.networking.k8s.io/bundle-version',
          ),
          meaning: 'The resources of the Gateway API are installed.',
        }),
      ],
    };
  }
  return index.provesAbsence(kinds.customResourceDefinition)
    ? { holds: false, evidence: [absenceEvidence()] }
    : { holds: 'unknown', evidence: [] };
}

function managedFact(
  context: ResolveContext,
  definition: KubernetesObject | undefined,
): Fact {
  if (definition === undefined) {
    return definitionFact(context, definition);
  }
  const value =
    annotationOf(definition, managedBy) ?? labelOf(definition, managedBy);
  const holds = value === 'aks';
  return {
    holds,
    evidence: [
      objectEvidence({
        object: definition,
        field: `metadata.annotations["${managedBy}"]`,
        value,
        meaning: holds
          ? 'AKS installed the resources of the Gateway API.'
          : 'Somebody else than AKS installed the resources of the Gateway API.',
      }),
    ],
  };
}

function absenceEvidence() {
  return objectEvidence({
    object: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: kinds.customResourceDefinition.kind,
      name: routeDefinition,
    },
    field: 'metadata.name',
    value: undefined,
    meaning: 'The resources of the Gateway API are not installed.',
  });
}
