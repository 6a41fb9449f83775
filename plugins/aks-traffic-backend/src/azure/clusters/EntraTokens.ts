import { AccessToken, TokenCredential } from '@azure/core-auth';
import { abortable, ClusterToken } from 'backstage-plugin-aks-traffic-node';
import { describeAzureError } from '../describeAzureError';

/** A token is replaced this long before it expires, so that no reading starts with one that ends on the way. */
const refreshBeforeMs = 5 * 60_000;

/** All clusters refuse a bad token at about the same time, and one new token serves them all. */
const renewalCooldownMs = 60_000;

const requestTimeoutMs = 30_000;

/** The one Entra token that all clusters accept: it is made out to the AKS server application, not to a cluster. */
export class EntraTokens {
  private credential: TokenCredential;
  private held?: AccessToken;
  private pending?: Promise<AccessToken>;
  private renewedAt = Number.NEGATIVE_INFINITY;

  private readonly createCredential: () => TokenCredential;
  private readonly scope: string;
  private readonly now: () => number;

  constructor(options: {
    /** Makes a credential that remembers no token. */
    createCredential: () => TokenCredential;
    /** Application id the tokens are made out to. */
    serverApplicationId: string;
    now?: () => number;
  }) {
    this.createCredential = options.createCredential;
    this.credential = options.createCredential();
    this.scope = `${options.serverApplicationId}/.default`;
    this.now = options.now ?? Date.now;
  }

  /**
   * @param options.renew - the API server refused the token that is held.
   * @throws with a sentence for people when Entra ID gives no token.
   */
  async getToken(options: {
    signal: AbortSignal;
    renew?: boolean;
  }): Promise<ClusterToken> {
    const { signal, renew } = options;
    if (renew && this.now() - this.renewedAt >= renewalCooldownMs) {
      this.renewedAt = this.now();
      this.held = undefined;
      // The SDK's credentials answer from a cache of their own, and offer no other way around it.
      this.credential = this.createCredential();
    }
    const { token, expiresOnTimestamp } =
      this.held && !this.isOld(this.held)
        ? this.held
        : await abortable(this.fetchOnce(), signal);
    return { token, expiresAt: new Date(expiresOnTimestamp) };
  }

  private isOld({ expiresOnTimestamp }: AccessToken): boolean {
    return expiresOnTimestamp - this.now() < refreshBeforeMs;
  }

  /** One request for all that wait; it does not end when the cluster that happened to ask first is given up. */
  private fetchOnce(): Promise<AccessToken> {
    this.pending ??= this.fetch().finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  private async fetch(): Promise<AccessToken> {
    let token: AccessToken | null;
    try {
      token = await this.credential.getToken(this.scope, {
        abortSignal: AbortSignal.timeout(requestTimeoutMs),
      });
    } catch (error) {
      throw new Error(describeAzureError(error));
    }
    if (!token) {
      throw new Error('Microsoft Entra ID gave no token');
    }
    this.held = token;
    return token;
  }
}
