import { CertificateAuthority } from '../certificates';
import { TokenAuthority } from '../entra/tokens';
import { Identity, SimulatedCluster, SimulatedEstate } from '../estate/types';
import { Clock } from '../http';

/** A cluster's API server as Azure knows it. */
export interface ClusterEndpoint {
  cluster: SimulatedCluster;
  /** Address of its API server. */
  server: string;
  /** Signs the certificates of its server and of its administrators now. */
  certificates(): CertificateAuthority;
}

/** What the servers on Azure's origin have in common. */
export interface AzureContext {
  estate: SimulatedEstate;
  authority: TokenAuthority;
  clock: Clock;
  clusters: readonly ClusterEndpoint[];
  /** For kubeconfigs of clusters that nothing stands for. */
  otherCertificates: CertificateAuthority;
}

/** A request on Azure's origin, before anyone has looked at who sent it. */
export interface AzureRequest {
  /** `https://localhost:PORT` */
  origin: string;
  parameters: ReadonlyMap<string, string>;
  query: URLSearchParams;
  authorization?: string;
  body: string;
  /** The time as the server that answers sees it. */
  now: Date;
}

/** A request of somebody who has shown a token for Azure Resource Manager. */
export interface AuthenticatedRequest extends AzureRequest {
  identity: Identity;
}
