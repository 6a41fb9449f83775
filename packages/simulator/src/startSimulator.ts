import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createAzureServer } from './azure';
import { CertificateAuthority } from './certificates';
import { ClusterServers } from './ClusterServers';
import { createControlServer, RequestCounters } from './control';
import { TokenAuthority } from './entra';
import { SimulatedEstate } from './estate';
import { AZURE_ADDRESS, Fault, FaultRegistry } from './faults';
import { systemClock } from './http';
import { QuotaSettings } from './resourceGraph/service';

export interface StartSimulatorOptions {
  estate: SimulatedEstate;
  faults?: Fault[];
  /** Ports; 0 or none picks a free one. */
  port?: number;
  controlPort?: number;
  /** Port of the first cluster; the others count up from it in the order of the estate. */
  clusterPort?: number;
  /** Where the certificate authorities are written; by default into a folder that is removed at the end. */
  caFile?: string;
  clusterCaFile?: string;
  quota?: QuotaSettings;
  /** Time between the bookmarks of a watch; 60 s by default, as real servers have it. */
  bookmarkIntervalMs?: number;
  /** Told about requests that failed for a reason that is not the client's. */
  onError?: (error: unknown) => void;
}

/** Printed as one line of JSON when everything listens. */
export interface ReadyLine {
  ready: true;
  azure: { endpoint: string; tenantId: string; caFile: string };
  control: string;
  clusters: {
    name: string;
    server: string;
    caFile: string;
    /** The first ServiceAccount token that the cluster accepts. */
    serviceAccountToken?: string;
  }[];
  identities: {
    displayName: string;
    clientId: string;
    clientSecret?: string;
  }[];
}

export interface Simulator {
  ready: ReadyLine;
  close(): Promise<void>;
}

/** Starts Azure, the clusters and the control port on loopback. */
export async function startSimulator(
  options: StartSimulatorOptions,
): Promise<Simulator> {
  const { estate, onError } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    await Promise.all(closers.splice(0).map(closer => closer()));
  };
  try {
    const clock = systemClock;
    const faults = new FaultRegistry();
    for (const fault of options.faults ?? []) {
      faults.add(fault);
    }
    const counters = new RequestCounters();
    const authority = await TokenAuthority.create({
      tenantId: estate.tenantId,
      faults,
      clock,
    });
    const azureCa = await CertificateAuthority.create('Simulated Azure');
    const clusterCa = await CertificateAuthority.create('Simulated clusters');
    const files = await writeAuthorities({ ...options, azureCa, clusterCa });
    closers.push(files.remove);

    const clusters = new ClusterServers(estate, clusterCa, {
      identities: estate.identities,
      authority,
      faults,
      counters,
      clock,
      bookmarkIntervalMs: options.bookmarkIntervalMs,
      onError,
    });
    closers.push(() => clusters.close());
    await clusters.start({ port: options.clusterPort });
    const { endpoints, servers } = clusters;

    const azure = await createAzureServer({
      context: {
        estate,
        authority,
        clock,
        clusters: endpoints,
        otherCertificates: clusterCa,
      },
      faults,
      counters,
      certificate: await azureCa.issueServerCertificate(),
      port: options.port,
      quota: options.quota,
      onError,
    });
    closers.push(() => azure.close());

    const applyHangs = async () => {
      await azure.hang(faults.hangStage(AZURE_ADDRESS));
      for (const [name, server] of servers) {
        await server.hang(faults.hangStage(name));
      }
    };
    await applyHangs();

    const control = await createControlServer({
      context: {
        estate,
        faults,
        counters,
        servers,
        azure: { endpoint: azure.url, caFile: files.azure },
        clusterCa: { pem: clusterCa.pem, file: files.clusters },
        applyHangs,
        rotate: name => clusters.rotate(name),
        recreate: async (name, recreation) => {
          await clusters.recreate(name, recreation);
          await applyHangs();
        },
      },
      port: options.controlPort,
      onError,
    });
    closers.push(() => control.close());

    return {
      close,
      ready: {
        ready: true,
        azure: {
          endpoint: azure.url,
          tenantId: estate.tenantId,
          caFile: files.azure,
        },
        control: control.url,
        clusters: endpoints.map(({ cluster, server }) => ({
          name: cluster.name,
          server,
          caFile: files.clusters,
          serviceAccountToken: cluster.serviceAccountTokens[0]?.token,
        })),
        identities: estate.identities.map(
          ({ displayName, clientId, clientSecret }) => ({
            displayName,
            clientId,
            clientSecret,
          }),
        ),
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function writeAuthorities(options: {
  caFile?: string;
  clusterCaFile?: string;
  azureCa: CertificateAuthority;
  clusterCa: CertificateAuthority;
}): Promise<{ azure: string; clusters: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'aks-traffic-simulator-'));
  const azure = resolve(options.caFile ?? join(folder, 'azure-ca.pem'));
  const clusters = resolve(
    options.clusterCaFile ?? join(folder, 'clusters-ca.pem'),
  );
  await writeFile(azure, options.azureCa.pem);
  await writeFile(clusters, options.clusterCa.pem);
  return {
    azure,
    clusters,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
