import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ClusterTraffic, Severity } from 'backstage-plugin-aks-traffic-common';
import {
  AnalysisOptions,
  ClusterAnalysis,
  ClusterObservation,
  Estate,
} from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { Collector, Discovery } from '../collect/types';
import { namedObjects } from '../objects/namedObjects';
import {
  ClusterClaim,
  Replacement,
  ReplacementResult,
  TrafficStore,
} from '../store/types';
import { judgeReading, ReadingVerdict } from './judgeReading';
import { knownKinds, kubernetesKind } from './knownKinds';

/** The engine, as a reader of clusters needs it. */
export type AnalyzeCluster = (
  observation: ClusterObservation,
  estate: Estate,
  options: AnalysisOptions,
) => ClusterAnalysis;

/** What all log lines of one reading have in common. */
function fieldsOf({ cluster, token }: ClusterClaim) {
  return { cluster, reading: token };
}

/** A cluster in hand, and the discovery it is judged by. */
interface ClaimedCluster {
  claim: ClusterClaim;
  discovery: Discovery;
  signal: AbortSignal;
}

/** Reads one claimed cluster, or takes what was seen of it, judges it and stores the outcome. */
export class ClusterReader {
  constructor(
    private readonly options: {
      collector: Pick<Collector, 'observe'>;
      store: TrafficStore;
      analyzeCluster: AnalyzeCluster;
      /** Severity by rule id, over the engine's own. */
      severities: Record<string, Severity>;
      logger: LoggerService;
      clock(): Date;
      /** Called when what is served of a cluster is another than before. */
      onChanged?(cluster: string): void;
    },
  ) {}

  /**
   * @throws when the signal is aborted, and when the store fails; whatever is wrong with the cluster is stored as a gap.
   * The claim is then left as it is.
   */
  async read(options: ClaimedCluster): Promise<void> {
    const { claim, signal } = options;
    await this.take(options, location =>
      this.options.collector.observe(location, signal, {
        failedBefore: claim.failureGaps.length > 0,
        reading: claim.token,
      }),
    );
  }

  /**
   * Does with what was seen of a watched cluster what {@link ClusterReader.read} does with what it reads.
   *
   * @throws as that does.
   */
  async storeObservation(
    options: ClaimedCluster & { observation: ClusterObservation },
  ): Promise<void> {
    await this.take(options, async () => options.observation);
  }

  private async take(options: ClaimedCluster, observe: Observe): Promise<void> {
    const { claim, signal } = options;
    const { store, logger, clock } = this.options;
    const { cluster, token } = claim;
    const fields = fieldsOf(claim);
    logger.debug(`Reading cluster ${cluster}`, fields);
    let judged: JudgedReading;
    try {
      judged = await this.judge(options, observe);
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      logger.error(
        `Reading cluster ${cluster} failed: ${stringifyError(error)}`,
        fields,
      );
      // The error's own words stay in the log: they were not written for people without access to it.
      await store.keepCluster({
        cluster,
        claim: token,
        gaps: ['The reading failed unexpectedly; the backend log says why.'],
        now: clock(),
      });
      return;
    }

    const { verdict, traffic, replacement } = judged;
    const result = replacement
      ? await store.replaceCluster({ cluster, claim: token, ...replacement })
      : await store.keepCluster({
          cluster,
          claim: token,
          gaps: verdict.gaps,
          now: clock(),
          traffic,
        });

    this.report({ claim, verdict, result });
    if (isNews({ claim, verdict, result })) {
      this.options.onChanged?.(cluster);
    }
  }

  /** Says what changed; a cluster that has failed in the same way before is not worth a warning every few minutes. */
  private report(options: {
    claim: ClusterClaim;
    verdict: ReadingVerdict;
    result: ReadingResult;
  }): void {
    const { logger } = this.options;
    const { claim, verdict, result } = options;
    const { cluster } = claim;
    const fields = fieldsOf(claim);
    if (result.outcome === 'superseded') {
      logger.warn(
        `Cluster ${cluster}: reading discarded, because it took longer than its claim or the cluster was forgotten meanwhile`,
        fields,
      );
    } else if (verdict.fate === 'keep') {
      const news = verdict.gaps.join() !== claim.failureGaps.join();
      logger[news ? 'warn' : 'debug'](
        `Cluster ${cluster} could not be read: ${verdict.gaps.join(' ')}`,
        fields,
      );
    } else {
      const news = claim.failureGaps.length > 0 || !claim.snapshot;
      logger[news ? 'info' : 'debug'](
        `Cluster ${cluster} was read: ${JSON.stringify(result)}`,
        fields,
      );
    }
  }

  /** Reads and judges. What was read is let go with it: many readings may be waiting to be stored. */
  private async judge(
    options: ClaimedCluster,
    observe: Observe,
  ): Promise<JudgedReading> {
    const { observation, analysis, judgedAt } = await this.analyse(
      options,
      observe,
    );
    const { estate } = options.discovery;
    const { snapshot } = options.claim;
    const now = this.options.clock();
    const verdict = judgeReading({ observation, estate, snapshot, now });
    return verdict.fate === 'keep'
      ? { verdict, traffic: analysis.cluster }
      : {
          verdict,
          replacement: {
            analysis,
            objects: namedObjects(observation, analysis),
            observedAt: verdict.observedAt,
            analysedAt: judgedAt,
            knownKinds: knownKinds(observation, estate),
            servicesWhole: observation.reads.some(
              read =>
                kubernetesKind(read) === 'services' &&
                read.state === 'complete',
            ),
          },
        };
  }

  private async analyse(
    options: ClaimedCluster,
    observe: Observe,
  ): Promise<Reading> {
    const { discovery, signal } = options;
    const { cluster } = options.claim;
    signal.throwIfAborted();
    const location = discovery.clusters.find(({ name }) => name === cluster);
    const observation: ClusterObservation = location
      ? await observe(location)
      : {
          cluster,
          coverage: 'unreachable',
          gaps: [
            'The cluster was not found any more when it was to be read.',
            ...discovery.gaps,
          ],
          origin: 'api',
          reads: [],
          objects: [],
        };
    signal.throwIfAborted();
    const { analyzeCluster, severities, clock } = this.options;
    const judgedAt = clock();
    const analysis = analyzeCluster(observation, discovery.estate, {
      now: judgedAt,
      severities,
    });
    return {
      observation,
      judgedAt,
      analysis:
        location?.armId === undefined
          ? analysis
          : withOutdatedAzure(analysis, discovery.outdated),
    };
  }
}

/** Says what there is in a cluster that was found. */
type Observe = (location: ClusterLocation) => Promise<ClusterObservation>;

/** What is to be stored of a reading. */
type JudgedReading =
  | {
      verdict: Extract<ReadingVerdict, { fate: 'replace' }>;
      replacement: Omit<Replacement, 'cluster' | 'claim'>;
      traffic?: undefined;
    }
  | {
      verdict: Extract<ReadingVerdict, { fate: 'keep' }>;
      replacement?: undefined;
      traffic: ClusterTraffic;
    };

/** What was seen of a cluster, and what it means on the day of the verdicts. */
interface Reading {
  observation: ClusterObservation;
  analysis: ClusterAnalysis;
  judgedAt: Date;
}

type ReadingResult =
  | ReplacementResult
  | Awaited<ReturnType<TrafficStore['keepCluster']>>;

/** Whether pages that show the cluster say something else now; a reading that only is newer does not. */
function isNews(options: {
  claim: ClusterClaim;
  verdict: ReadingVerdict;
  result: ReadingResult;
}): boolean {
  const { claim, verdict, result } = options;
  if (result.outcome === 'superseded') {
    return false;
  }
  return verdict.fate === 'keep'
    ? verdict.gaps.join() !== claim.failureGaps.join()
    : claim.failureGaps.length > 0 || ('changed' in result && result.changed);
}

/** Verdicts on rows that Azure gave earlier are not whole: ways out and addresses may have changed since. */
function withOutdatedAzure(
  analysis: ClusterAnalysis,
  outdated: readonly string[],
): ClusterAnalysis {
  const { coverage } = analysis;
  return outdated.length === 0
    ? analysis
    : {
        ...analysis,
        coverage: {
          ...coverage,
          state: coverage.state === 'complete' ? 'partial' : coverage.state,
          gaps: [...coverage.gaps, ...outdated],
        },
      };
}
