import { mockServices } from '@backstage/backend-test-utils';
import { listenToMetrics } from '../__testUtils__/listenToMetrics';
import { reportSweeps } from './reportSweeps';

const ended = {
  revision: 'first',
  beganAt: '2026-11-22T10:00:00.000Z',
  endedAt: '2026-11-22T10:01:30.500Z',
  watched: 30,
  read: 9,
  failed: 1,
  left: 0,
};

function setUp() {
  const { metrics, told } = listenToMetrics();
  const logger = mockServices.logger.mock();
  const report = reportSweeps({ metrics, logger });
  return { report, logger, told };
}

describe('reportSweeps', () => {
  it('measures how long a sweep took and what became of its clusters', () => {
    const { report, told } = setUp();
    told.splice(0);
    report(ended);

    expect(told).toEqual([
      ['aks_traffic.sweep.duration', 90.5, { overtaken: false }],
      ['aks_traffic.sweep.clusters', 30, { outcome: 'watched' }],
      ['aks_traffic.sweep.clusters', 9, { outcome: 'read' }],
      ['aks_traffic.sweep.clusters', 1, { outcome: 'failed' }],
      ['aks_traffic.sweep.clusters', 0, { outcome: 'left' }],
    ]);
  });

  it('has every outcome from the start, so that an alert can tell a first time', () => {
    expect(setUp().told).toEqual([
      ['aks_traffic.sweep.clusters', 0, { outcome: 'watched' }],
      ['aks_traffic.sweep.clusters', 0, { outcome: 'read' }],
      ['aks_traffic.sweep.clusters', 0, { outcome: 'failed' }],
      ['aks_traffic.sweep.clusters', 0, { outcome: 'left' }],
    ]);
  });

  it('logs what is new at a level that is seen, and what is not at debug', () => {
    const { report, logger } = setUp();
    report(ended);
    report({ ...ended, revision: 'second' });

    expect(logger.info.mock.calls).toEqual([
      [
        'Sweep ended after 90.5 s: 9 clusters read, 30 watched, 1 failed, 0 left to the next sweep',
        { sweep: 'first' },
      ],
    ]);
    expect(logger.debug).toHaveBeenCalledTimes(1);
  });

  it('warns of a sweep that the next one overtook', () => {
    const { report, logger, told } = setUp();
    report({ ...ended, left: 3 });

    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('3 left to the next sweep'),
      { sweep: 'first' },
    );
    expect(told).toContainEqual([
      'aks_traffic.sweep.duration',
      90.5,
      { overtaken: true },
    ]);
  });
});
