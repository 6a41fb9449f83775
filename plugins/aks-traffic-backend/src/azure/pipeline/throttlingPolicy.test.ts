import {
  createHttpHeaders,
  createPipelineRequest,
  RawHttpHeadersInput,
} from '@azure/core-rest-pipeline';
import { throttlingPolicy } from './throttlingPolicy';

function setUp() {
  let time = 1_000_000;
  const waited: number[] = [];
  const policy = throttlingPolicy({
    maxWaitMs: 30_000,
    now: () => time,
    wait: async milliseconds => {
      waited.push(milliseconds);
      time += milliseconds;
    },
  });
  const request = createPipelineRequest({ url: 'https://azure.example' });
  return {
    waited,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    send: async (status: number, headers: RawHttpHeadersInput = {}) => {
      const response = await policy.sendRequest(request, async () => ({
        request,
        status,
        headers: createHttpHeaders(headers),
      }));
      return response.headers.toJSON();
    },
  };
}

const quota = (remaining: number, resetsAfter = '00:00:05') => ({
  'x-ms-user-quota-remaining': String(remaining),
  'x-ms-user-quota-resets-after': resetsAfter,
});

describe('throttlingPolicy', () => {
  it('waits for the quota to fill up again when nothing is left of it', async () => {
    const { send, waited, pass } = setUp();
    await send(200, quota(1));
    await send(200, quota(0, '00:00:03'));
    pass(1000);
    await send(200);
    expect(waited).toEqual([2000]);
  });

  it('counts along while no answer has come yet', async () => {
    const { send, waited } = setUp();
    await send(200, quota(2));
    await send(200);
    await send(200);
    expect(waited).toEqual([]);
    await send(200);
    expect(waited).toEqual([5000]);
  });

  it('does not wait without quota headers, nor for nonsense in them', async () => {
    const { send, waited } = setUp();
    await send(200);
    await send(200, quota(0, 'soon'));
    await send(200, { 'x-ms-user-quota-remaining': '0' });
    await send(200);
    expect(waited).toEqual([]);
  });

  it('never waits longer than the limit', async () => {
    const { send, waited } = setUp();
    await send(200, quota(0, '05:00:00'));
    await send(200);
    expect(waited).toEqual([30_000]);
  });

  it('makes the SDK repeat a 429 that only has quota headers', async () => {
    const { send } = setUp();
    await expect(send(429, quota(0, '00:00:04'))).resolves.toMatchObject({
      'retry-after': '4',
    });
  });

  it('makes the SDK repeat a 429 that says nothing', async () => {
    const { send } = setUp();
    await expect(send(429)).resolves.toEqual({ 'retry-after': '5' });
  });

  it.each([
    [{ 'retry-after': '2' }, '2'],
    [{ 'retry-after': '3600' }, '30'],
    [{ 'retry-after-ms': '3600000' }, '30'],
    [{ 'x-ms-retry-after-ms': '1500' }, '2'],
    [{ 'retry-after': new Date(1_008_000).toUTCString() }, '8'],
    [{ 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' }, '30'],
  ])('shortens the wait of %j to %s s', async (headers, seconds) => {
    const { send } = setUp();
    await expect(send(429, headers)).resolves.toEqual({
      'retry-after': seconds,
    });
    await expect(send(503, headers)).resolves.toEqual({
      'retry-after': seconds,
    });
  });

  it('leaves a 503 without a wish to the back-off of the SDK', async () => {
    const { send } = setUp();
    await expect(send(503)).resolves.toEqual({});
  });
});
