import { Knex } from 'knex';
import { ServiceQuery, ServiceResult, ServiceView } from '../../types';
import { readDiscovery } from '../discovery/readDiscovery';
import { readRevision } from '../revision/readRevision';
import { findServices } from './findServices';
import { listClusters } from './listClusters';
import { listOrphans } from './listOrphans';
import { readClusterTraffic } from './readClusterTraffic';

const nothing: ServiceResult = {
  services: [],
  assessments: [],
  readWhole: [],
  claimOwners: [],
  waivers: [],
  truncated: false,
};

/** Finds Services and reads what is known of the clusters, see the interface. */
export async function readServices(options: {
  tx: Knex.Transaction;
  query: ServiceQuery | undefined;
}): Promise<ServiceView> {
  const { tx, query } = options;
  const result = query ? await findServices({ tx, query }) : nothing;
  const hosting = [...new Set(result.services.map(({ cluster }) => cluster))];
  return {
    ...result,
    clusters: await listClusters({ tx }),
    traffic: await readClusterTraffic({ tx, clusters: hosting }),
    orphans: await listOrphans({ tx, clusters: hosting }),
    discovery: await readDiscovery({ tx }),
    revision: await readRevision({ tx, cluster: query?.cluster }),
  };
}
