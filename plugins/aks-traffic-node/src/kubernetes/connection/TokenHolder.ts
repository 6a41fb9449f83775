import { ClusterAccess, ClusterToken } from '../../extensions';

type GetToken = Extract<ClusterAccess, { kind: 'token' }>['getToken'];

// Longer than any single request, so that a token does not run out under way.
const marginMs = 60_000;

/**
 * The token of one cluster for the length of one reading or watch: asked for once and again whenever it expires, and
 * replaced when the API server refuses one that has not, once a minute, however many requests find that out at the same time.
 */
export class TokenHolder {
  private current?: Promise<ClusterToken>;
  private renewal?: { at: number; token: Promise<ClusterToken> };

  constructor(
    private readonly getToken: GetToken,
    private readonly signal: AbortSignal,
    private readonly now: () => Date,
  ) {}

  async token(): Promise<string> {
    const known = this.current;
    if (known) {
      const held = await known;
      if (!this.expiresWithin(held, marginMs)) {
        return held.token;
      }
    }
    return (await this.after(known)).token;
  }

  /**
   * A token in place of one that was refused.
   *
   * @returns undefined when there is no other one to try.
   */
  async renewed(refused: string): Promise<string | undefined> {
    const known = this.current;
    const held = await known;
    if (held && this.expiresWithin(held, 0)) {
      // It was good and ran out under way: nothing is wrong with how tokens are had.
      const { token } = await this.after(known);
      if (token !== refused) {
        return token;
      }
    } else if (held && held.token !== refused) {
      return held.token;
    }
    const now = this.now().getTime();
    if (!this.renewal || now - this.renewal.at >= marginMs) {
      this.renewal = {
        at: now,
        token: this.replace(
          this.getToken({ signal: this.signal, renew: true }),
        ),
      };
    }
    const { token } = await this.renewal.token;
    return token === refused ? undefined : token;
  }

  /** The next token; another request may have asked for it while this one waited. */
  private after(
    known: Promise<ClusterToken> | undefined,
  ): Promise<ClusterToken> {
    return this.current && this.current !== known
      ? this.current
      : this.replace(this.getToken({ signal: this.signal }));
  }

  private expiresWithin(held: ClusterToken, milliseconds: number): boolean {
    return (
      held.expiresAt !== undefined &&
      held.expiresAt.getTime() - this.now().getTime() < milliseconds
    );
  }

  private replace(next: Promise<ClusterToken>): Promise<ClusterToken> {
    this.current = next;
    // A failed request for a token must not be the answer for the rest of the reading.
    next.catch(() => {
      if (this.current === next) {
        this.current = undefined;
      }
    });
    return next;
  }
}
