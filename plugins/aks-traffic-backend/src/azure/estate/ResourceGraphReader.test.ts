import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse, JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import fc from 'fast-check';
import { AzureScope } from '../../config/AksTrafficConfig';
import { clientOptions } from '../pipeline/clientOptions';
import { ResourceGraphReader } from './ResourceGraphReader';

const url =
  'https://management.azure.com/providers/Microsoft.ResourceGraph/resources';
const signal = new AbortController().signal;

function createReader(scope: AzureScope = {}) {
  const client = new ResourceGraphClient(
    {
      getToken: async () => ({
        token: 'secret',
        expiresOnTimestamp: Date.now() + 3_600_000,
      }),
    },
    clientOptions({}),
  );
  return new ResourceGraphReader(client, scope);
}

function result(options: {
  data: unknown;
  skipToken?: string;
  truncated?: boolean;
  total?: number;
}) {
  return {
    totalRecords: options.total ?? (options.data as unknown[]).length,
    count: (options.data as unknown[]).length,
    data: options.data,
    facets: [],
    resultTruncated: options.truncated ? 'true' : 'false',
    ...(options.skipToken && { $skipToken: options.skipToken }),
  } as JsonBodyType;
}

describe('ResourceGraphReader', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** Answers with these one after the other, and keeps the bodies that were sent. */
  function answer(...responses: (() => Response)[]) {
    const bodies: any[] = [];
    server.use(
      http.post(url, async ({ request }) => {
        bodies.push(await request.json());
        return responses[Math.min(bodies.length, responses.length) - 1]();
      }),
    );
    return bodies;
  }

  it('asks for whole pages until there is no next one', async () => {
    const bodies = answer(
      () =>
        HttpResponse.json(
          result({ data: [{ id: 1 }], skipToken: 'next', total: 2 }),
        ),
      () => HttpResponse.json(result({ data: [{ id: 2 }], total: 2 })),
    );
    await expect(
      createReader({ subscriptions: ['s'] }).query('resources', signal),
    ).resolves.toEqual({ rows: [{ id: 1 }, { id: 2 }] });
    expect(bodies).toEqual([
      {
        query: 'resources',
        subscriptions: ['s'],
        options: { $top: 1000, resultFormat: 'objectArray' },
      },
      {
        query: 'resources',
        subscriptions: ['s'],
        options: {
          $top: 1000,
          $skipToken: 'next',
          resultFormat: 'objectArray',
        },
      },
    ]);
  });

  it('reads every row once, however they are cut into pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
        async sizes => {
          const total = sizes.reduce((sum, size) => sum + size, 0);
          let page = 0;
          let row = 0;
          const reader = new ResourceGraphReader(
            {
              resources: async () => {
                const data = Array.from({ length: sizes[page++] }, () => row++);
                return {
                  totalRecords: total,
                  count: data.length,
                  resultTruncated: 'false',
                  data,
                  ...(page < sizes.length && { skipToken: String(page) }),
                };
              },
            },
            {},
          );
          await expect(reader.query('resources', signal)).resolves.toEqual({
            rows: Array.from({ length: total }, (_, at) => at),
          });
        },
      ),
    );
  });

  it('asks for smaller pages when the answer is too large', async () => {
    const tooLarge = () =>
      HttpResponse.json(
        { error: { code: 'ResponsePayloadTooLarge', message: 'too large' } },
        { status: 400 },
      );
    const bodies = answer(
      () =>
        HttpResponse.json(
          result({ data: [{ id: 1 }], skipToken: 'next', total: 2 }),
        ),
      tooLarge,
      () => HttpResponse.json(result({ data: [{ id: 1 }, { id: 2 }] })),
    );
    await expect(createReader().query('resources', signal)).resolves.toEqual({
      rows: [{ id: 1 }, { id: 2 }],
    });
    expect(bodies.map(({ options }) => options.$top)).toEqual([
      1000, 1000, 100,
    ]);
    answer(tooLarge);
    await expect(createReader().query('resources', signal)).rejects.toThrow(
      'too large',
    );
  });

  it('says that a result was cut off without a token to go on with', async () => {
    answer(() => HttpResponse.json(result({ data: [{}], truncated: true })));
    await expect(createReader().query('resources', signal)).resolves.toEqual({
      rows: [{}],
      incomplete: 'Resource Graph cut the result off',
    });
  });

  it('says that rows went missing between pages', async () => {
    answer(() => HttpResponse.json(result({ data: [{}], total: 3 })));
    await expect(createReader().query('resources', signal)).resolves.toEqual({
      rows: [{}],
      incomplete: 'only 1 of 3 rows arrived',
    });
  });

  it('leaves a server that sends the same page for ever', async () => {
    const bodies = answer(() =>
      HttpResponse.json(result({ data: [], skipToken: 'again' })),
    );
    await expect(
      createReader().query('resources', signal),
    ).resolves.toMatchObject({ incomplete: expect.stringContaining('again') });
    expect(bodies).toHaveLength(2);
  });

  it('says that the scope has too many subscriptions', async () => {
    answer(() =>
      HttpResponse.json(result({ data: [] }), {
        headers: { 'x-ms-tenant-subscription-limit-hit': 'true' },
      }),
    );
    await expect(
      createReader().query('resources', signal),
    ).resolves.toMatchObject({
      incomplete: expect.stringContaining('more subscriptions'),
    });
  });

  it.each<[string, () => Response]>([
    ['the page of a proxy', () => HttpResponse.html('<html>Sign in</html>')],
    ['an empty object', () => HttpResponse.json({})],
    [
      'the table format',
      () =>
        HttpResponse.json({
          data: { columns: [], rows: [] },
          resultTruncated: 'false',
        }),
    ],
  ])('refuses %s sent with status 200', async (_, response) => {
    answer(response);
    await expect(createReader().query('resources', signal)).rejects.toThrow(
      'the answer is not a Resource Graph result',
    );
  });

  it('repeats a request that was turned away without Retry-After', async () => {
    const bodies = answer(
      () =>
        HttpResponse.json(
          { error: { code: 'RateLimiting', message: 'later' } },
          {
            status: 429,
            headers: {
              'x-ms-user-quota-remaining': '0',
              'x-ms-user-quota-resets-after': '00:00:00',
            },
          },
        ),
      () => HttpResponse.json(result({ data: [{}] })),
    );
    await expect(createReader().query('resources', signal)).resolves.toEqual({
      rows: [{}],
    });
    expect(bodies).toHaveLength(2);
  });

  it('passes on why Azure denies the request', async () => {
    answer(() =>
      HttpResponse.json(
        { error: { code: 'AuthorizationFailed', message: 'no' } },
        { status: 403 },
      ),
    );
    await expect(
      createReader().query('resources', signal),
    ).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
  });

  it('keeps the pages before one that cannot be read', async () => {
    answer(
      () => HttpResponse.json(result({ data: [{ id: 1 }], skipToken: 'next' })),
      () =>
        HttpResponse.json(
          { error: { code: 'AuthorizationFailed', message: 'no' } },
          { status: 403 },
        ),
    );
    await expect(createReader().query('resources', signal)).resolves.toEqual({
      rows: [{ id: 1 }],
      incomplete: expect.stringMatching(
        /^page 2 could not be read: Azure denies the request \(403/,
      ),
    });
  });

  it('ends when it is stopped', async () => {
    const controller = new AbortController();
    const bodies = answer(() => {
      controller.abort();
      return HttpResponse.json(result({ data: [{}], skipToken: 'next' }));
    });
    await expect(
      createReader().query('resources', controller.signal),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(bodies).toHaveLength(1);
  });
});
