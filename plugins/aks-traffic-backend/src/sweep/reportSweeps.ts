import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { inSeconds } from '../metrics/inSeconds';
import { SweepResult } from '../store/types';

const outcomes = ['watched', 'read', 'failed', 'left'] as const;

/**
 * Makes what tells of sweeps that have ended: `aks_traffic.sweep.duration` in seconds by `overtaken`, which is true when
 * the next sweep began before all clusters were read, `aks_traffic.sweep.clusters` by `outcome`, and the log. Each sweep
 * is told of by one replica: take the sum.
 */
export function reportSweeps(options: {
  metrics: MetricsService;
  logger: LoggerService;
}): (result: SweepResult) => void {
  const { metrics, logger } = options;
  const durations = metrics.createHistogram('aks_traffic.sweep.duration', {
    description:
      'Time from the begin of the look for clusters until the last of them was read',
    ...inSeconds(1, 5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600),
  });
  const clusters = metrics.createCounter('aks_traffic.sweep.clusters', {
    description: 'Clusters of sweeps that have ended, by what became of them',
  });
  for (const outcome of outcomes) {
    clusters.add(0, { outcome });
  }
  let before = '';

  return result => {
    const { revision, beganAt, endedAt, ...counts } = result;
    const seconds =
      (new Date(endedAt).getTime() - new Date(beganAt).getTime()) / 1000;
    const overtaken = counts.left > 0;
    durations.record(seconds, { overtaken });
    for (const outcome of outcomes) {
      clusters.add(counts[outcome], { outcome });
    }
    const text = `${counts.read} clusters read, ${counts.watched} watched, ${counts.failed} failed, ${counts.left} left to the next sweep`;
    const isNews = text !== before;
    before = text;
    let level: 'warn' | 'info' | 'debug' = 'debug';
    if (isNews) {
      level = overtaken ? 'warn' : 'info';
    }
    logger[level](`Sweep ended after ${seconds} s: ${text}`, {
      sweep: revision,
    });
  };
}
