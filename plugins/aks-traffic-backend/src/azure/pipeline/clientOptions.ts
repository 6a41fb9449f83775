import { Agent } from 'node:https';
import { createSecureContext, getCACertificates } from 'node:tls';
import { agentPolicy, PipelinePolicy } from '@azure/core-rest-pipeline';
import { AzureConfig } from '../../config/AksTrafficConfig';
import { throttlingPolicy } from './throttlingPolicy';

/** Milliseconds that are waited at most before a request is repeated, whatever Azure asks for. */
const maxWaitMs = 30_000;

/**
 * The part of the options that is the same for the credential and for every Azure client. Each call makes a policy
 * with a quota of its own: services do not share theirs.
 *
 * @param onQuota - told what is left of it.
 */
export function clientOptions(
  config: Pick<AzureConfig, 'caData'>,
  onQuota?: (remaining: number) => void,
): {
  additionalPolicies: { policy: PipelinePolicy; position: 'perRetry' }[];
  userAgentOptions: { userAgentPrefix: string };
} {
  return {
    additionalPolicies: [
      {
        policy: throttlingPolicy({ maxWaitMs, onQuota }),
        position: 'perRetry',
      },
      // The credential has no tlsOptions; a policy reaches it and the clients alike.
      ...(config.caData
        ? [
            {
              policy: agentPolicy(agentTrusting(config.caData)),
              position: 'perRetry' as const,
            },
          ]
        : []),
    ],
    userAgentOptions: { userAgentPrefix: 'aks-traffic' },
  };
}

/**
 * An agent that trusts an authority beside those that are known. They are one context for all connections: as a list,
 * they would be part of the name under which the agent keeps a connection, a hundred certificates for every request.
 */
function agentTrusting(caData: string): Agent {
  return new Agent({
    keepAlive: true,
    secureContext: createSecureContext({
      ca: [...getCACertificates('default'), caData],
    }),
  });
}
