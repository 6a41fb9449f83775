import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { absent, objectEvidence } from '../objects/evidence';
import { field } from '../objects/field';
import { kinds } from '../objects/kinds';
import { createRule } from './createRule';
import { isGatewayService } from './gateways/gatewayWorkloads';
import { isSystemNamespace } from './gateways/isManagedByAzure';
import { serviceReference } from './serviceReference';

/** Workloads in a mesh that still accept plain text. */
export const meshMtls = createRule(
  {
    id: 'mesh-mtls',
    description:
      'Pods behind a Service are in a mesh, and accept connections without mutual TLS.',
    remediation: {
      summary: 'Set mutual TLS to STRICT for the namespace.',
      actions: [
        'Find callers outside of the mesh first: they are turned away afterwards.',
        'Create a PeerAuthentication with mtls.mode STRICT in the namespace, or in the root namespace for all.',
      ],
    },
  },
  {
    *service(service, input) {
      const mode = service.eastWest.meshMtls;
      if (
        (mode === 'permissive' || mode === 'disabled') &&
        concerns(service, input)
      ) {
        yield {
          situation: mode,
          subject: serviceReference(service),
          message: `Pods of this Service are in a mesh, and mutual TLS is ${mode}: whoever reaches them in the network is accepted without a certificate. Set it to STRICT.`,
          evidence: evidenceFor(service, input),
        };
      }
    },
    leavesOpen: (service, input) =>
      service.eastWest.meshMtls === 'unknown' && concerns(service, input),
  },
);

function concerns(service: ServiceDraft, input: AssessmentInput): boolean {
  return (
    service.workloads.length > 0 &&
    !isSystemNamespace(service.namespace) &&
    !isGatewayService(service, input)
  );
}

function evidenceFor(
  service: ServiceDraft,
  { index }: AssessmentInput,
): Evidence[] {
  const policies = index.listIn(kinds.peerAuthentication, service.namespace);
  return policies.length > 0
    ? policies.map(object =>
        objectEvidence({
          object,
          field: 'spec.mtls.mode',
          value: field(object, 'spec.mtls.mode'),
          meaning: 'What the namespace says about mutual TLS',
        }),
      )
    : [
        objectEvidence({
          object: service.workloads[0].reference,
          field: 'PeerAuthentication',
          value: absent,
          meaning:
            'No policy of the namespace sets a mode; without any in the root namespace it is PERMISSIVE',
        }),
      ];
}
