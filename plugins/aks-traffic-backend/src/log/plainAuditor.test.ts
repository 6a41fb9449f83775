import { mockServices } from '@backstage/backend-test-utils';
import { plainAuditor } from './plainAuditor';

describe('plainAuditor', () => {
  it('records what was sent without what steers a terminal, and loses nothing of it', async () => {
    const success = jest.fn();
    const fail = jest.fn();
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success, fail }),
    });
    const event = await plainAuditor(auditor).createEvent({
      eventId: 'service-export',
      severityLevel: 'medium',
      meta: { filter: { search: ['a\n\u009b31m'] }, 'b\u202e': 1 },
    });
    const error = new TypeError('no \u001b[2J');
    await event.success({ meta: { services: 3, of: 'x\u2028y' } });
    await event.success();
    await event.fail({ error, meta: { reason: '\r' } });

    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'service-export',
      severityLevel: 'medium',
      meta: { filter: { search: ['a\\u000a\\u009b31m'] }, 'b\\u202e': 1 },
    });
    expect(success.mock.calls).toEqual([
      [{ meta: { services: 3, of: 'x\\u2028y' } }],
      [undefined],
    ]);
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({
        name: 'TypeError',
        message: 'no \\u001b[2J',
      }),
      meta: { reason: '\\u000d' },
    });
  });

  it('tells how much it left out of a text that is longer than any that is accepted', async () => {
    const fail = jest.fn();
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success: jest.fn(), fail }),
    });
    const event = await plainAuditor(auditor).createEvent({
      eventId: 'waiver-create',
      meta: { reason: 'x'.repeat(2_048) },
    });
    await event.fail({
      error: new Error('e'.repeat(2_050)),
      meta: { reason: 'x'.repeat(2_049) },
    });

    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'waiver-create',
      meta: { reason: 'x'.repeat(2_048) },
    });
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({
        message: `${'e'.repeat(1_957)} (93 characters left out)`,
      }),
      meta: { reason: `${'x'.repeat(2_021)} (28 characters left out)` },
    });
    expect(fail.mock.calls[0][0].error).not.toHaveProperty('stack');
  });
});
