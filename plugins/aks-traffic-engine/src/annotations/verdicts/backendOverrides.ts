import { blocked, dropped, Override, Overrides } from './Override';

const grpc: Override = {
  outcome: 'portable',
  reason: 'A GRPCRoute leads to backends that speak gRPC.',
  replacement: 'GRPCRoute, or Service spec.ports[].appProtocol',
  since: 'v1.2.1',
};

/** By the protocol: only HTTPS and what is on top of it keep the verdicts of the annotation. */
export function backendProtocol(value: string): Overrides | undefined {
  switch (value.trim().toUpperCase()) {
    case 'HTTP':
      return dropped('HTTP is spoken to backends anyway.');
    case 'GRPC':
      return { all: grpc };
    case 'FCGI':
      return blocked(
        'FastCGI is not spoken: an HTTP server has to be put into the pod.',
      );
    case 'AUTO_HTTP':
      return blocked(
        'The protocol cannot follow that of the client: choose one.',
      );
    default:
      return undefined;
  }
}

const verified: Override = {
  outcome: 'portable',
  reason: 'A BackendTLSPolicy always verifies.',
  replacement: 'BackendTLSPolicy',
  since: 'v1.4.1',
};

/** By whether the certificate is verified, which a BackendTLSPolicy always does. */
export function backendVerification(value: string): Overrides | undefined {
  if (value.trim() === 'on') {
    return { 'app-routing-gateway-api': verified, istio: verified };
  }
  return {
    'app-routing-gateway-api': {
      outcome: 'blocked',
      reason:
        'A BackendTLSPolicy always verifies: the backend needs a certificate that can be verified.',
    },
    istio: {
      outcome: 'equivalent-by-policy',
      reason: 'A DestinationRule can leave verification out.',
      replacement: 'DestinationRule trafficPolicy.tls.insecureSkipVerify',
    },
  };
}
