import {
  Evidence,
  ObjectRef,
  TlsMode,
} from 'backstage-plugin-aks-traffic-common';
import { Contradiction } from '../model/draft';

/**
 * An ingress controller cannot keep the client's address for connections it passes through unopened: whoever set
 * `externalTrafficPolicy: Local` for that gets the controller's address instead.
 */
export function passthroughConflict(options: {
  subject: ObjectRef;
  tls: TlsMode;
  capabilities: Record<string, string | boolean>;
  evidence: Evidence[];
}): Contradiction[] {
  const { subject, tls, capabilities, evidence } = options;
  if (tls !== 'passthrough' || capabilities.clientSourceIp !== true) {
    return [];
  }
  return [
    {
      kind: 'passthrough-client-ip',
      subject,
      message:
        'The load balancer is set to keep the client address, but connections are passed through, so the workload does not get to see it.',
      evidence,
    },
  ];
}
