import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  analyzeCluster,
  retirements,
} from 'backstage-plugin-aks-traffic-engine';
import {
  aksTrafficClusterSourceExtensionPoint,
  ClusterSource,
} from 'backstage-plugin-aks-traffic-node';
import { registerActions } from './actions/registerActions';
import { DefaultCollector } from './collect/DefaultCollector';
import { readConfig } from './config/readConfig';
import { LinkTask } from './link/LinkTask';
import { plainAuditor } from './log/plainAuditor';
import { plainLogger } from './log/plainLogger';
import { scheduleNotifications } from './notify/scheduleNotifications';
import { measureClusters } from './metrics/measureClusters';
import { measuredCollector } from './metrics/measuredCollector';
import { EntityMemory } from './permissions/EntityMemory';
import { ReadableEntities } from './permissions/ReadableEntities';
import { registerPermissions } from './permissions/registerPermissions';
import { VisibilityReader } from './permissions/VisibilityReader';
import { WaiverAccess } from './permissions/WaiverAccess';
import { createRouter } from './router/createRouter';
import { scheduleRestating } from './restate/scheduleRestating';
import { readOpenApi } from './schema/readOpenApi';
import { SensitiveValues } from './sensitive/SensitiveValues';
import { SignalSender } from './signal/SignalSender';
import { AuthorizedTrafficService } from './service/AuthorizedTrafficService';
import { DefaultTrafficService } from './service/DefaultTrafficService';
import { DefaultListService } from './service/lists/DefaultListService';
import { AuthorizedWaiverService } from './service/waivers/AuthorizedWaiverService';
import { DefaultWaiverService } from './service/waivers/DefaultWaiverService';
import { AuthorizedPatternService } from './service/patterns/AuthorizedPatternService';
import { DefaultPatternService } from './service/patterns/DefaultPatternService';
import { DefaultLinkStore } from './store/DefaultLinkStore';
import { DefaultLookStore } from './store/DefaultLookStore';
import { DefaultListStore } from './store/DefaultListStore';
import { DefaultWaiverStore } from './store/DefaultWaiverStore';
import { DefaultNoticeStore } from './store/DefaultNoticeStore';
import { DefaultRestateStore } from './store/DefaultRestateStore';
import { DefaultTrafficStore } from './store/DefaultTrafficStore';
import { DefaultWatchStore } from './store/DefaultWatchStore';
import { scheduleForgetting } from './store/scheduleForgetting';
import {
  listClusters,
  listClustersByName,
} from './store/operations/query/listClusters';
import { openDatabase } from './store/openDatabase';
import { reportSweeps } from './sweep/reportSweeps';
import { scheduleSweep } from './sweep/scheduleSweep';
import { startWatching } from './watch/startWatching';

/**
 * Backend plugin that reads AKS clusters and Azure in the background, and serves what lets traffic into each Service,
 * who can reach it and how it gets out.
 *
 * @public
 */
export const aksTrafficPlugin = createBackendPlugin({
  pluginId: 'aks-traffic',
  register(env) {
    const sources = new Map<string, ClusterSource>();
    env.registerExtensionPoint(aksTrafficClusterSourceExtensionPoint, {
      addClusterSource(source) {
        if (sources.has(source.id)) {
          throw new ConflictError(
            `There is a cluster source with the id ${source.id} already`,
          );
        }
        sources.set(source.id, source);
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const deps = {
          ...services,
          auditor: plainAuditor(services.auditor),
          logger: plainLogger(services.logger),
        };
        const { auditor, catalog, httpAuth, logger, permissions } = deps;
        const config = readConfig(deps.config);
        const clock = () => new Date();
        const database = await openDatabase(deps.database);
        const store = new DefaultTrafficStore(database);
        const quota = deps.metrics.createGauge(
          'aks_traffic.azure.quota.remaining',
          { description: "Queries left of Resource Graph's quota" },
        );
        measureClusters({
          metrics: deps.metrics,
          listClusters: () => listClusters({ tx: database }),
          staleAfterMs: config.staleAfterMs,
          clock,
        });
        const sender = new SignalSender({
          ...deps,
          topicsOf: async names =>
            [
              ...(await listClustersByName({ tx: database, names })).values(),
            ].flatMap(({ topic }) => topic ?? []),
        });
        const onChanged = (cluster: string) => sender.tell(cluster);
        const collector = DefaultCollector.create({
          config,
          logger,
          sources: [...sources.values()],
          listKnown: () => store.listNames(),
          onQuota: remaining => quota.record(remaining),
        });
        const sweep = await scheduleSweep({
          scheduler: deps.scheduler,
          onChanged,
          onSweepEnded: reportSweeps(deps),
          logger,
          store,
          looks: new DefaultLookStore(database),
          collector: measuredCollector({ metrics: deps.metrics, collector }),
          analyzeCluster,
          severities: config.severities,
          schedule: config.schedule,
          shards: config.shards,
          clustersAtOnce: config.kubernetes.clustersAtOnce,
          clusterTimeoutMs:
            config.kubernetes.limits.clusterTimeoutMs +
            (config.azure?.timeoutMs ?? 0),
        });
        const watches = new DefaultWatchStore(database);
        if (config.watch) {
          startWatching({
            ...deps,
            config: config.watch,
            watches,
            locate: (location, signal) => collector.locate(location, signal),
            discoveries: sweep.discoveries,
            reader: sweep.reader,
            claims: sweep.claims,
            limits: config.kubernetes.limits,
            clustersAtOnce: config.kubernetes.clustersAtOnce,
            clock,
          });
        }

        const links = new LinkTask({
          auth: deps.auth,
          catalog,
          logger,
          store: new DefaultLinkStore(database),
          clock,
        });
        await deps.scheduler.scheduleTask({
          ...config.schedule,
          id: 'aks-traffic-link',
          fn: signal => links.run(signal),
        });
        const lists = new DefaultListStore(database, clock);
        await scheduleForgetting({
          scheduler: deps.scheduler,
          store: lists,
          keepHistoryForMs: config.keepHistoryForMs,
          clock,
        });
        await scheduleRestating({
          scheduler: deps.scheduler,
          store: new DefaultRestateStore(database),
          severities: config.severities,
          logger,
          clock,
          onChanged,
        });
        if (config.notifyOwners) {
          await scheduleNotifications({
            scheduler: deps.scheduler,
            notifications: deps.notifications,
            store: new DefaultNoticeStore(database),
            logger,
            clock,
          });
        }
        const readAccess = registerPermissions({
          permissions,
          registry: deps.permissionsRegistry,
          store: lists,
        });
        const visibility = new VisibilityReader({
          permissions,
          readAccess,
          readableEntities: new ReadableEntities({
            permissions,
            catalog,
            store: lists,
            clock,
          }),
        });
        const waivers = new DefaultWaiverStore(database);
        const waiverAccess = new WaiverAccess({ permissions });
        const service = new AuthorizedTrafficService({
          permissions,
          readAccess,
          waiverAccess,
          service: new DefaultTrafficService({
            store,
            catalog: new EntityMemory({ permissions, catalog }),
            retirements,
            sensitive: new SensitiveValues({
              ...deps,
              readers: config.sensitiveReaders,
            }),
            staleAfterMs: config.staleAfterMs,
            freshForMs: config.freshForMs,
            clock,
            hurry: cluster => sweep.hurry(cluster),
            ...(config.watch && { readWatches: () => watches.readWatches() }),
          }),
        });
        const patterns = new AuthorizedPatternService({
          permissions,
          readAccess,
          service: new DefaultPatternService({
            store,
            policy: config.patternPolicy,
          }),
        });
        registerActions({ ...deps, service, patterns, clock });
        deps.httpRouter.use(
          createRouter({
            service,
            lists: new DefaultListService({
              store: lists,
              visibility,
              retirements,
              staleAfterMs: config.staleAfterMs,
              keepHistoryForMs: config.keepHistoryForMs,
              clock,
            }),
            waivers: new AuthorizedWaiverService({
              access: waiverAccess,
              store: waivers,
              visibility,
              service: new DefaultWaiverService({
                catalog,
                store: waivers,
                clock,
              }),
            }),
            patterns,
            httpAuth,
            auditor,
            logger,
            openApi: readOpenApi(),
          }),
        );
      },
    });
  },
});
