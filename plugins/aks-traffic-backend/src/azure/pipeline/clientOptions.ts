import { getCACertificates } from 'node:tls';
import { PipelinePolicy, tlsPolicy } from '@azure/core-rest-pipeline';
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
              policy: tlsPolicy({
                ca: [...getCACertificates('default'), config.caData],
              }),
              position: 'perRetry' as const,
            },
          ]
        : []),
    ],
    userAgentOptions: { userAgentPrefix: 'aks-traffic' },
  };
}
