import { mockServices } from '@backstage/backend-test-utils';
import { SignalSender } from './SignalSender';

describe('SignalSender', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function createSender(publish: jest.Mock) {
    return new SignalSender({
      signals: { publish },
      topicsOf: async clusters => clusters.map(cluster => `t-${cluster}`),
      logger: mockServices.logger.mock(),
    });
  }

  it('tells all at once what changed together, by topics alone', async () => {
    const publish = jest.fn(async () => {});
    const sender = createSender(publish);
    sender.tell('alpha');
    sender.tell('beta');
    sender.tell('alpha');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'aks-traffic',
          message: { topics: ['t-alpha', 't-beta'] },
        },
      ],
    ]);
    sender.tell('beta');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('goes on when nobody could be told', async () => {
    const publish = jest.fn().mockRejectedValueOnce(new Error('Away'));
    const sender = createSender(publish);
    sender.tell('alpha');
    await jest.advanceTimersByTimeAsync(1_000);
    sender.tell('alpha');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });
});
