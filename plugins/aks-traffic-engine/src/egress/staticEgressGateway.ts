import {
  EgressHop,
  EgressPath,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';
import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from '../objects/ClusterIndex';
import { objectEvidence } from '../objects/evidence';
import { field, textField, textListField } from '../objects/field';
import { kinds } from '../objects/kinds';

/** The pod annotation that sends a workload's traffic through a static egress gateway. */
export const staticGatewayAnnotation =
  'kubernetes.azure.com/static-gateway-configuration';

/**
 * The path of a workload that asks for a static egress gateway; `undefined` when it does not. The gateway has nodes
 * of its own, so it does not matter where the workload runs.
 */
export function staticEgressGateway(options: {
  index: ClusterIndex;
  workload: Workload;
}): EgressPath | undefined {
  const { index, workload } = options;
  const name = workload.podAnnotations.get(staticGatewayAnnotation);
  if (name === undefined || name === '') {
    return undefined;
  }
  const asked = objectEvidence({
    object: workload.reference,
    field: `${
      workload.reference.kind === 'Pod' ? '' : 'spec.template.'
    }metadata.annotations['${staticGatewayAnnotation}']`,
    value: name,
    meaning: 'Traffic of its pods leaves through this static egress gateway',
  });
  return staticEgressPath({
    index,
    namespace: workload.namespace,
    name,
    asked,
  });
}

/** The path through a static egress gateway that something asks for by its name. */
export function staticEgressPath(options: {
  index: ClusterIndex;
  namespace: string;
  name: string;
  /** Where it is asked for. */
  asked: Evidence;
}): EgressPath {
  const { index, namespace, name, asked } = options;
  const configuration = index.get(
    kinds.staticGatewayConfiguration,
    name,
    namespace,
  );
  return configuration === undefined
    ? withoutConfiguration(options)
    : throughGateway(configuration, asked);
}

function throughGateway(
  configuration: KubernetesObject,
  asked: Evidence,
): EgressPath {
  const prefixes = egressPrefixes(configuration);
  const pool = textField(configuration, 'spec.gatewayNodepoolName');
  const hops: EgressHop[] = [
    { kind: 'static-egress-gateway', name: configuration.metadata.name },
  ];
  const evidence = [
    asked,
    objectEvidence({
      object: configuration,
      field: 'status.egressIpPrefix',
      value: prefixes.join(', ') || undefined,
      meaning:
        prefixes.length > 0
          ? 'Traffic through the gateway has these source addresses'
          : 'The gateway does not say its source addresses: it may still be starting',
    }),
  ];
  if (pool !== undefined) {
    evidence.push(
      objectEvidence({
        object: configuration,
        field: 'spec.gatewayNodepoolName',
        value: pool,
        meaning: 'The gateway runs on nodes of this pool',
      }),
    );
  }
  const isPrivate = field(configuration, 'spec.provisionPublicIps') === false;
  if (isPrivate) {
    evidence.push(
      objectEvidence({
        object: configuration,
        field: 'spec.provisionPublicIps',
        value: 'false',
        meaning:
          "Its source addresses are private: how traffic goes on is up to the gateway pool's subnet",
      }),
    );
  }
  const excluded = textListField(configuration, 'spec.excludeCidrs');
  if (excluded.length > 0) {
    evidence.push(
      objectEvidence({
        object: configuration,
        field: 'spec.excludeCidrs',
        value: excluded.join(', '),
        meaning: "Traffic to these ranges keeps the nodes' own way out",
      }),
    );
  }
  return {
    kind: 'static-egress-gateway',
    hops,
    publicIps: isPrivate ? [] : prefixes,
    nodePools: pool === undefined ? [] : [pool],
    evidence,
  };
}

function withoutConfiguration(options: {
  index: ClusterIndex;
  namespace: string;
  name: string;
  asked: Evidence;
}): EgressPath {
  const { index, namespace, name, asked } = options;
  const isMissing = index.provesAbsence(kinds.staticGatewayConfiguration);
  return {
    kind: isMissing ? 'unknown' : 'static-egress-gateway',
    hops: [{ kind: 'static-egress-gateway', name }],
    publicIps: [],
    nodePools: [],
    evidence: [
      asked,
      objectEvidence({
        object: {
          apiVersion: 'egressgateway.kubernetes.azure.com/v1alpha1',
          kind: 'StaticGatewayConfiguration',
          namespace,
          name,
        },
        field: 'status.egressIpPrefix',
        value: undefined,
        meaning: isMissing
          ? 'There is no such gateway in the namespace, so the pods cannot get the way out they ask for'
          : 'The gateway was not read, so its source addresses are not known',
      }),
    ],
  };
}

function egressPrefixes(configuration: KubernetesObject): string[] {
  const single = textField(configuration, 'status.egressIpPrefix');
  return single === undefined
    ? textListField(configuration, 'status.egressIpPrefix')
    : single
        .split(',')
        .map(prefix => prefix.trim())
        .filter(prefix => prefix !== '');
}
