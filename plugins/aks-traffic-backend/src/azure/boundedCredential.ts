import { TokenCredential } from '@azure/core-auth';
import { abortable } from 'backstage-plugin-aks-traffic-node';

/** Longer than Entra ID takes on a bad day, and shorter than anybody should wait for a whole discovery. */
const tokenTimeoutMs = 30_000;

/**
 * A credential that gives up when its caller does. The SDK's own goes on with the look-up of its endpoints whatever
 * signal it was given, for minutes when Entra ID accepts connections and says nothing.
 */
export function boundedCredential(
  credential: TokenCredential,
): TokenCredential {
  return {
    getToken: (scopes, options) => {
      const timeout = AbortSignal.timeout(tokenTimeoutMs);
      const wanted = options?.abortSignal as AbortSignal | undefined;
      return abortable(
        credential.getToken(scopes, options),
        wanted ? AbortSignal.any([wanted, timeout]) : timeout,
      );
    },
  };
}
