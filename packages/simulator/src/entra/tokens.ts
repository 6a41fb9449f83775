import {
  calculateJwkThumbprint,
  errors,
  exportJWK,
  generateKeyPair,
  JWK,
  jwtVerify,
  JWTPayload,
  SignJWT,
} from 'jose';
import { randomUUID } from 'node:crypto';
import { Identity } from '../estate/types';
import { FaultRegistry } from '../faults/FaultRegistry';
import { Clock } from '../http/Clock';

/** The application id of "Azure Kubernetes Service AAD Server", the same in every tenant and cloud. */
export const AKS_SERVER_APPLICATION = '6dae42f8-4368-4678-94ff-3960e28e3630';

/** Entra hands out 60 to 90 minutes; the lower end is the one to be prepared for. */
const LIFETIME_SECONDS = 3600;

export interface IssuedToken {
  token: string;
  expiresInSeconds: number;
}

export type TokenVerification =
  | {
      valid: true;
      clientId: string;
      objectId: string;
      audience: string;
      expiresAt: Date;
    }
  | {
      valid: false;
      reason:
        | 'malformed'
        | 'signature'
        | 'expired'
        | 'not-yet-valid'
        | 'audience';
    };

export interface VerifyTokenOptions {
  /** Any of these is accepted. */
  audience: string | string[];
  /** The verifying server's clock, which may differ from the issuer's. */
  now: Date;
}

/** Signs access tokens as Entra ID does, and verifies them for the servers that trust it. */
export class TokenAuthority {
  static async create(options: {
    tenantId: string;
    faults: FaultRegistry;
    clock: Clock;
  }): Promise<TokenAuthority> {
    const keys = await generateKeyPair('RS256', { extractable: true });
    const publicKey = await exportJWK(keys.publicKey);
    const keyId = await calculateJwkThumbprint(publicKey);
    return new TokenAuthority({ ...options, keys, publicKey, keyId });
  }

  readonly tenantId: string;
  /** Version 1 tokens name this issuer whatever the address of the token endpoint. */
  readonly issuer: string;
  readonly #faults: FaultRegistry;
  readonly #clock: Clock;
  readonly #keys: Awaited<ReturnType<typeof generateKeyPair>>;
  readonly #publicKey: JWK;
  readonly #keyId: string;

  private constructor(options: {
    tenantId: string;
    faults: FaultRegistry;
    clock: Clock;
    keys: Awaited<ReturnType<typeof generateKeyPair>>;
    publicKey: JWK;
    keyId: string;
  }) {
    this.tenantId = options.tenantId;
    this.issuer = `https://sts.windows.net/${options.tenantId}/`;
    this.#faults = options.faults;
    this.#clock = options.faults.clockFor('entra', options.clock);
    this.#keys = options.keys;
    this.#publicKey = options.publicKey;
    this.#keyId = options.keyId;
  }

  /** The JSON web key set that verifies the tokens. */
  keySet(): { keys: JWK[] } {
    return {
      keys: [
        { ...this.#publicKey, kid: this.#keyId, use: 'sig', alg: 'RS256' },
      ],
    };
  }

  async issue(options: {
    identity: Identity;
    audience: string;
  }): Promise<IssuedToken> {
    const { identity, audience } = options;
    const lifetime = this.#faults.tokenLifetimeSeconds() ?? LIFETIME_SECONDS;
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    const token = await new SignJWT({
      appid: identity.clientId,
      appidacr: identity.clientSecret ? '1' : '2',
      idp: this.issuer,
      idtyp: 'app',
      oid: identity.objectId,
      tid: this.tenantId,
      uti: randomUUID(),
      ver: '1.0',
    })
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: this.#keyId })
      .setAudience(audience)
      .setIssuer(this.issuer)
      .setSubject(identity.objectId)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + lifetime)
      .sign(this.#keys.privateKey);
    return { token, expiresInSeconds: lifetime };
  }

  async verify(
    token: string,
    options: VerifyTokenOptions,
  ): Promise<TokenVerification> {
    try {
      const { payload } = await jwtVerify(token, this.#keys.publicKey, {
        algorithms: ['RS256'],
        audience: options.audience,
        issuer: this.issuer,
        currentDate: options.now,
      });
      return readPayload(payload);
    } catch (error) {
      return { valid: false, reason: refusalReason(error) };
    }
  }
}

function readPayload(payload: JWTPayload): TokenVerification {
  const { appid, oid, aud, exp } = payload;
  if (
    typeof appid !== 'string' ||
    typeof oid !== 'string' ||
    typeof aud !== 'string' ||
    exp === undefined
  ) {
    return { valid: false, reason: 'malformed' };
  }
  return {
    valid: true,
    clientId: appid,
    objectId: oid,
    audience: aud,
    expiresAt: new Date(exp * 1000),
  };
}

function refusalReason(
  error: unknown,
): Extract<TokenVerification, { valid: false }>['reason'] {
  if (error instanceof errors.JWTExpired) {
    return 'expired';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'signature';
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'nbf' ? 'not-yet-valid' : 'audience';
  }
  return 'malformed';
}
