import { EntraTokens } from './EntraTokens';

function setUp(options: { lifetimeMs?: number; fail?: () => void } = {}) {
  const { lifetimeMs = 60 * 60_000, fail } = options;
  const clock = { now: 1_000_000 };
  const made: string[] = [];
  const scopes: unknown[] = [];
  let credentials = 0;
  const tokens = new EntraTokens({
    createCredential: () => {
      const credential = `credential-${++credentials}`;
      return {
        getToken: async scope => {
          scopes.push(scope);
          fail?.();
          made.push(credential);
          return {
            token: `token-${made.length}`,
            expiresOnTimestamp: clock.now + lifetimeMs,
          };
        },
      };
    },
    serverApplicationId: '6dae42f8-4368-4678-94ff-3960e28e3630',
    now: () => clock.now,
  });
  return { tokens, clock, made, scopes };
}

const { signal } = new AbortController();

describe('EntraTokens', () => {
  it('serves all clusters with one token for the AKS server application', async () => {
    const { tokens, scopes, clock } = setUp();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => tokens.getToken({ signal })),
    );
    expect(new Set(all.map(({ token }) => token))).toEqual(
      new Set(['token-1']),
    );
    expect(all[0].expiresAt).toEqual(new Date(clock.now + 60 * 60_000));
    expect(scopes).toEqual(['6dae42f8-4368-4678-94ff-3960e28e3630/.default']);
  });

  it('replaces a token before it expires', async () => {
    const { tokens, clock, made } = setUp();
    await tokens.getToken({ signal });
    clock.now += 54 * 60_000;
    await expect(tokens.getToken({ signal })).resolves.toMatchObject({
      token: 'token-1',
    });
    clock.now += 2 * 60_000;
    await expect(tokens.getToken({ signal })).resolves.toMatchObject({
      token: 'token-2',
    });
    expect(made).toEqual(['credential-1', 'credential-1']);
  });

  it('goes around the cache of the SDK when a token was refused, once for all clusters', async () => {
    const { tokens, clock, made } = setUp();
    await tokens.getToken({ signal });
    const renewed = await Promise.all(
      Array.from({ length: 5 }, () => tokens.getToken({ signal, renew: true })),
    );
    expect(new Set(renewed.map(({ token }) => token))).toEqual(
      new Set(['token-2']),
    );
    expect(made).toEqual(['credential-1', 'credential-2']);
    clock.now += 61_000;
    await expect(
      tokens.getToken({ signal, renew: true }),
    ).resolves.toMatchObject({ token: 'token-3' });
  });

  it('says in one sentence why there is no token, and asks again the next time', async () => {
    let isAway = true;
    const { tokens } = setUp({
      fail: () => {
        if (isAway) {
          throw Object.assign(
            new Error(
              'AADSTS7000215: Invalid client secret provided. Trace ID: 1 Correlation ID: 2\r\nTimestamp: 3',
            ),
            { name: 'AuthenticationError' },
          );
        }
      },
    });
    await expect(tokens.getToken({ signal })).rejects.toThrow(
      /^Microsoft Entra ID gave no token: AADSTS7000215: Invalid client secret provided$/,
    );
    isAway = false;
    await expect(tokens.getToken({ signal })).resolves.toMatchObject({
      token: 'token-1',
    });
  });

  it('lets go of a reader that is given up, and keeps the others waiting', async () => {
    const { tokens } = setUp();
    const controller = new AbortController();
    const given = tokens.getToken({ signal: controller.signal });
    const other = tokens.getToken({ signal });
    controller.abort();
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    await expect(other).resolves.toMatchObject({ token: 'token-1' });
  });
});
