import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  aksTraffic?: {
    /**
     * How Azure is read. Without it no cluster is discovered and nothing is known of egress; clusters can still be
     * listed under `clusters`. An empty object reads everything that `DefaultAzureCredential` may see.
     */
    azure?: {
      /**
       * The Azure cloud, `public` by default.
       */
      cloud?: 'public' | 'usgovernment' | 'china';

      /**
       * Addresses that replace those of the cloud: for Azure Stack and for tests.
       */
      endpoints?: {
        /**
         * Address of Azure Resource Manager, https only.
         */
        resourceManager?: string;
        /**
         * Address of Microsoft Entra ID, https only.
         */
        authorityHost?: string;
        /**
         * Trusts `authorityHost` without asking Microsoft whether it is an authority of theirs. Credentials are
         * then sent to whatever answers at that address. Only for private clouds and tests.
         */
        dangerouslyDisableInstanceDiscovery?: boolean;
      };

      /**
       * Who reads. `default` takes what the environment offers, as `DefaultAzureCredential` does.
       */
      credential?:
        | { kind: 'default' }
        | {
            kind: 'client-secret';
            tenantId: string;
            clientId: string;
            /** @visibility secret */
            clientSecret: string;
          }
        | {
            kind: 'workload-identity';
            /** Each of these defaults to what the workload identity webhook puts into the environment. */
            tenantId?: string;
            clientId?: string;
            tokenFilePath?: string;
          }
        | {
            kind: 'managed-identity';
            /** Client id of a user-assigned identity; the system-assigned one when absent. */
            clientId?: string;
          };

      /**
       * What is read: everything the identity may see when absent.
       */
      scope?:
        | {
            /** Ids of subscriptions, at most 300. One that cannot be seen is reported as a gap. */
            subscriptions: string[];
          }
        | {
            /** Names (ids) of management groups. */
            managementGroups: string[];
          };

      /**
       * Whether clusters that Azure lists are read when their API server has an address of a private network, as
       * private clusters have; false by default. Addresses of metadata services are never talked to.
       */
      allowPrivateApiServers?: boolean;

      /**
       * PEM file with certificate authorities trusted for Azure in addition to the system's, as a TLS inspecting
       * proxy needs it.
       */
      caFile?: string;

      /**
       * How long one look at Azure may take, and finding out where one cluster is: two minutes by default. Must be
       * shorter than `schedule.timeout`, so that clusters that Azure knows nothing of are read while it hangs. Addresses
       * of clusters are asked for when they are read, so that their number does not lengthen the look.
       */
      timeout?: HumanDuration | string;
    };

    /**
     * Clusters that Azure does not list, or that are read with a ServiceAccount instead of Microsoft Entra ID.
     */
    clusters?: {
      /** Unique name, shown to people. */
      name: string;
      /** Address of the API server, https only. */
      url: string;
      /** Certificate authority of the API server: PEM, or PEM in base64 as kubeconfig files have it. */
      caData?: string;
      /** File with the certificate authority as PEM. */
      caFile?: string;
      /**
       * Token of a ServiceAccount that may list what is read.
       * @visibility secret
       */
      serviceAccountToken?: string;
      /** File with such a token; read anew whenever a token is needed. */
      tokenFile?: string;
      /**
       * Resource id of the managed cluster: ties what Azure says to what the API server says. The cluster is then
       * read with the token given here.
       */
      armId?: string;
    }[];

    /**
     * Reads the cluster this backend runs in, with the ServiceAccount of its pod.
     */
    inCluster?: {
      /** Unique name, shown to people. */
      name: string;
      /** Resource id of the managed cluster. */
      armId?: string;
    };

    /**
     * Bounds on the reading of clusters.
     */
    kubernetes?: {
      /** How long one request may take, 15 seconds by default. */
      requestTimeout?: HumanDuration | string;
      /** How long the reading of one cluster may take, 90 seconds by default. */
      clusterTimeout?: HumanDuration | string;
      /** How many clusters are read at a time, 10 by default. */
      concurrency?: number;
      /** How many requests are sent to one cluster at a time, 4 by default. */
      requestsPerCluster?: number;
      /** Objects per page, 500 by default. */
      pageSize?: number;
      /**
       * Application id that Entra tokens for API servers are made out to; the same in all Azure clouds and tenants.
       */
      aadServerApplicationId?: string;
    };

    /**
     * When clusters are read: every five minutes by default. `timeout` bounds the look for clusters that begins it, ten
     * minutes by default and a day at most; it must be longer than `azure.timeout`. Sources of clusters beside Azure
     * have a minute, or half of it where that is shorter.
     */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

    /**
     * Age after which a cluster's data is called stale: three times the schedule's frequency by default. Must be
     * given when the frequency is a cron expression or manual.
     */
    staleAfter?: HumanDuration | string;

    /**
     * What is remembered of past days.
     */
    history?: {
      /** How long: two years by default, a day to 100 years. */
      retention?: HumanDuration | string;
    };

    /**
     * Severity of the findings of a rule, by the rule's id, in place of the severities the rule comes with. The rules
     * are listed in docs/rules; an id that is none of them is refused.
     */
    severities?: {
      [ruleId: string]: 'critical' | 'high' | 'medium' | 'low' | 'info';
    };

    /**
     * Notifications to the owners of Services that stand on something that is being retired. They need the
     * notifications plugin of Backstage.
     */
    notifications?: {
      /** Off by default. */
      enabled?: boolean;
    };

    /**
     * Raw configuration (snippets) and the names of Secrets that authenticate are shown to the owners of a Service
     * only.
     */
    sensitiveValues?: {
      /**
       * References of users and groups that see them of every entity, such as `group:default/platform`.
       */
      readers?: string[];
    };

    /**
     * What new services may start on.
     */
    goldenPath?: {
      /**
       * What the platform team says of patterns; a later entry goes before an earlier one, and a pattern that none is
       * about is approved.
       */
      patterns?: Array<{
        /** Id of the pattern, as GET /patterns lists it. */
        pattern: string;
        approved: boolean;
        /** Environments the entry is about; all of them when left out. */
        environments?: string[];
        /** Names of clusters the entry is about; all of them when left out. */
        clusters?: string[];
        /** Why, for those who choose. */
        reason?: string;
      }>;
    };

    /**
     * How many tasks of each replica the clusters are spread over, 1 by default. Replicas share the clusters whatever it
     * is.
     */
    shards?: number;

    /**
     * Watching clusters, so that a change in one is seen within seconds and not at the next reading. Each watched
     * cluster takes memory and, where its API server does not speak HTTP/2, one connection for each kind.
     */
    watch?: {
      /** Off by default. */
      enabled?: boolean;
      /**
       * Most clusters that one replica of the backend watches, 50 by default. Those above are read in turn, as all are
       * without this.
       */
      maxClusters?: number;
      /** How often a watched cluster is listed anew all the same: every hour by default, a minute to a day. */
      relistEvery?: HumanDuration | string;
    };
  };
}
