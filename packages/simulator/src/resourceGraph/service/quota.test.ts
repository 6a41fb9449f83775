import { READER } from '../../__testUtils__/smallEstate';
import { MANAGEMENT, useSimulator } from '../../__testUtils__/useSimulator';

const simulator = useSimulator({ queries: 2, windowSeconds: 3600 });

describe('the quota of Resource Graph', () => {
  it('refuses the query that is one too many, without saying when to come back but in its own headers', async () => {
    const { token } = await simulator.credentialOf(READER).getToken(MANAGEMENT);
    const answers: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { status, headers, body } = await simulator.send(
        '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: 'resources | count' }),
        },
      );
      answers.push([
        status,
        headers.get('x-ms-user-quota-remaining'),
        headers.get('x-ms-user-quota-resets-after'),
        headers.get('retry-after'),
        body.error?.code,
      ]);
    }
    const resets = expect.stringMatching(/^(01:00:00|00:59:5\d)$/);
    expect(answers).toEqual([
      [200, '1', resets, null, undefined],
      [200, '0', resets, null, undefined],
      [429, '0', resets, null, 'RateLimiting'],
    ]);

    const { body } = await simulator.control('GET', '/requests');
    expect(body.requests).toEqual(
      expect.arrayContaining([
        {
          target: 'resource-graph',
          resource: 'resources',
          verb: 'post',
          count: 3,
        },
        {
          target: 'resource-graph',
          resource: 'resources',
          verb: 'throttled',
          count: 1,
        },
      ]),
    );
  });
});
