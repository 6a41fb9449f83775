import { armEvidence, objectEvidence } from '../objects/evidence';
import { field, listField, textField } from '../objects/field';
import { createRule } from './createRule';
import { gatewayWorkloads } from './gateways/gatewayWorkloads';
import { clusterName, listed, nameOf } from './messageText';

/** Gateways that reserve nothing, and clusters whose nodes cannot become more. */
export const controllerCapacity = createRule(
  {
    id: 'controller-capacity',
    description:
      'The pods of an ingress controller or gateway reserve no resources, or no node pool of the cluster can grow.',
    remediation: {
      summary: 'Reserve what the gateway needs, and let nodes be added.',
      actions: [
        'Set resources.requests for CPU and memory in every container of the gateway.',
        'Enable the cluster autoscaler on the pools that run gateways, or node auto-provisioning.',
      ],
    },
  },
  {
    *cluster(input) {
      const workloads = gatewayWorkloads(input);
      for (const { object, podSpec, reference } of workloads) {
        const names = listField(podSpec, 'containers')
          .filter(
            container => field(container, 'resources.requests') === undefined,
          )
          .map(container => textField(container, 'name') ?? '');
        if (names.length > 0) {
          yield {
            situation: 'no-requests',
            subject: reference,
            message: `${nameOf(
              reference,
            )} reserves no resources: its pods are the first to be starved or evicted when a node is full. Set requests.`,
            evidence: names.map(name =>
              objectEvidence({
                object,
                field: `spec.template.spec.containers[${name}].resources.requests`,
                value: undefined,
                meaning: 'Nothing is reserved for this container',
              }),
            ),
          };
        }
      }
      const { managedCluster } = input.draft;
      if (
        managedCluster &&
        workloads.length > 0 &&
        managedCluster.nodePools.length > 0 &&
        managedCluster.nodeAutoProvisioning !== true &&
        managedCluster.hostedSystem?.enabled !== true &&
        managedCluster.nodePools.every(
          ({ autoScaling }) => autoScaling === false,
        )
      ) {
        const pools = managedCluster.nodePools.map(({ name }) => name);
        yield {
          situation: 'fixed-pools',
          subject: { armId: managedCluster.armId },
          message: `No node pool of cluster ${clusterName(
            input,
          )} can grow (${listed(
            pools,
          )}): when gateways are scaled out, their pods may find no place. Enable the cluster autoscaler or node auto-provisioning.`,
          evidence: pools.map(name =>
            armEvidence({
              armId: managedCluster.armId,
              field: `properties.agentPoolProfiles[${name}].enableAutoScaling`,
              value: false,
              meaning: 'The pool keeps its number of nodes',
            }),
          ),
        };
      }
    },
  },
);
