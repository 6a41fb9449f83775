import { Estate, ReadState } from 'backstage-plugin-aks-traffic-engine';
import fc from 'fast-check';
import { estate, observation } from '../__testUtils__/observation';
import { StoredSnapshot } from '../store/types';
import { judgeReading } from './judgeReading';
import { knownKinds } from './knownKinds';

const now = new Date('2026-11-22T10:00:05.000Z');
const firewalls = 'microsoft.network/azurefirewalls';

function snapshot(
  kinds: string[],
  observedAt = '2026-11-22T09:55:00.000Z',
): StoredSnapshot {
  return {
    coverage: 'complete',
    observedAt,
    analysedAt: observedAt,
    gaps: [],
    knownKinds: kinds,
  };
}

const replace = { fate: 'replace', observedAt: '2026-11-22T10:00:00.000Z' };

function judge(options: {
  reads?: Record<string, ReadState>;
  had?: string[];
  since?: string;
  azure?: Parameters<typeof estate>[0];
}) {
  return judgeReading({
    observation: observation({ reads: options.reads }),
    estate: estate(options.azure),
    snapshot: options.had && snapshot(options.had, options.since),
    now,
  });
}

describe('judgeReading', () => {
  it('takes a complete reading', () => {
    expect(judge({ had: ['services'] })).toEqual(replace);
  });

  it('takes the first reading however partial it is', () => {
    expect(judge({ reads: { services: 'forbidden' } })).toEqual(replace);
  });

  it.each(['failed', 'partial', 'not-read'] as const)(
    'keeps the snapshot when something it had read is %s now',
    state => {
      expect(
        judge({
          had: ['services', 'ingresses.networking.k8s.io'],
          reads: {
            services: 'complete',
            'ingresses.networking.k8s.io': state,
          },
        }),
      ).toEqual({
        fate: 'keep',
        gaps: [
          'The newest reading saw less than the one before, which is shown instead.',
          `ingresses.networking.k8s.io is ${state}.`,
        ],
      });
    },
  );

  it('takes a reading that fails where the snapshot had failed too', () => {
    expect(
      judge({
        had: ['services'],
        reads: { services: 'complete', 'gateways.istio.io': 'failed' },
      }),
    ).toEqual(replace);
  });

  it('takes a reading in which a kind has become forbidden: waiting would not help', () => {
    expect(
      judge({
        had: ['services', 'ingresses.networking.k8s.io'],
        reads: {
          services: 'complete',
          'ingresses.networking.k8s.io': 'forbidden',
        },
      }),
    ).toEqual(replace);
  });

  it('takes a reading that found an API uninstalled', () => {
    expect(
      judge({
        had: ['services', 'gateways.istio.io'],
        reads: { services: 'complete', 'gateways.istio.io': 'not-installed' },
      }),
    ).toEqual(replace);
  });

  it('stops waiting for a kind that has failed for a day', () => {
    const options = {
      had: ['services', 'gateways.istio.io'],
      reads: {
        services: 'complete' as const,
        'gateways.istio.io': 'failed' as const,
      },
    };
    const dayAgo = '2026-11-21T10:00:05.000Z';
    const lessThanDayAgo = '2026-11-21T10:00:06.000Z';

    expect(judge({ ...options, since: lessThanDayAgo }).fate).toBe('keep');
    expect(judge({ ...options, since: dayAgo })).toEqual(replace);
  });

  it.each(['failed', 'partial', 'not-read', 'forbidden'] as const)(
    'never replaces Services by a list that is %s, however old they are',
    state => {
      expect(
        judge({
          had: ['services'],
          reads: { services: state },
          since: '2025-01-01T00:00:00.000Z',
        }).fate,
      ).toBe('keep');
    },
  );

  it('keeps the snapshot when Azure could not be read and could before', () => {
    expect(
      judge({
        had: ['services', firewalls],
        azure: { gaps: ['Resource Graph answered 429.'] },
      }),
    ).toEqual({
      fate: 'keep',
      gaps: [
        'The newest reading saw less than the one before, which is shown instead.',
        'Resource Graph answered 429.',
      ],
    });
  });

  it('does not miss a type of Azure that is not asked for any more', () => {
    expect(judge({ had: ['services', firewalls] })).toEqual(replace);
  });

  it('does not miss Azure because of a gap that cost no type', () => {
    expect(
      judge({
        had: ['services', firewalls],
        azure: { gaps: ['A row was skipped.'], readTypes: [firewalls] },
      }),
    ).toEqual(replace);
  });

  it('keeps the snapshot when a subscription cannot be seen any more, and takes one that never could', () => {
    const gaps = ['Subscription s cannot be seen.'];
    const azure = {
      gaps,
      readTypes: [firewalls],
      unseenSubscriptions: ['s'],
    };
    const before = (seen: Partial<Estate>) =>
      knownKinds(observation({}), estate({ readTypes: [firewalls], ...seen }));
    expect(judge({ had: before({}), azure })).toMatchObject({
      fate: 'keep',
      gaps: expect.arrayContaining(gaps),
    });
    expect(
      judge({ had: before({ unseenSubscriptions: ['s'] }), azure }),
    ).toEqual(replace);
  });

  it.each([
    ['cluster and reads', ['Refused.'], ['Refused.', 'services is failed.']],
    ['reads alone', [], ['services is failed.']],
  ])('keeps the gaps of %s when nothing could be read', (_, gaps, expected) => {
    expect(
      judgeReading({
        observation: observation({
          coverage: 'unreachable',
          observedAt: undefined,
          gaps,
          reads: { services: 'failed' },
        }),
        estate: estate(),
        snapshot: undefined,
        now,
      }),
    ).toEqual({ fate: 'keep', gaps: expected });
  });

  it('always gives a reason for keeping', () => {
    expect(
      judgeReading({
        observation: observation({ coverage: 'unreachable', reads: {} }),
        estate: estate(),
        snapshot: undefined,
        now,
      }),
    ).toEqual({ fate: 'keep', gaps: ['The cluster could not be read.'] });
  });

  it('never lets a younger snapshot lose a kind to a failure', () => {
    const state = fc.constantFrom<ReadState>(
      'complete',
      'not-installed',
      'forbidden',
      'failed',
      'partial',
      'not-read',
    );
    const reads = fc.record({
      services: state,
      'ingresses.networking.k8s.io': state,
      pods: state,
    });
    fc.assert(
      fc.property(reads, reads, (before, after) => {
        const known = knownKinds(observation({ reads: before }), estate());
        const verdict = judge({ had: known, reads: after });
        const lost = Object.entries(after).filter(
          ([kind, became]) =>
            known.includes(kind) &&
            became !== 'complete' &&
            became !== 'not-installed',
        );
        const mustKeep = lost.some(
          ([kind, became]) => became !== 'forbidden' || kind === 'services',
        );
        expect(verdict.fate).toBe(mustKeep ? 'keep' : 'replace');
      }),
    );
  });
});
