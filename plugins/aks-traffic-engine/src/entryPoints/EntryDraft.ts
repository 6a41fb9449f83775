import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { Contradiction, OrphanDraft } from '../model/draft';
import { KubernetesObject } from '../model/observation';

/** An entry point together with the Service it leads to. */
export interface EntryDraft {
  namespace: string;
  service: string;
  /** The name may as well be that of a host outside the cluster. */
  mayBeOutside?: boolean;
  entry: EntryPoint;
  contradictions: Contradiction[];
  /** The Ingress, route or Service it comes from. */
  source: KubernetesObject;
}

/** What one kind of object contributes. */
export interface EntryFindings {
  entries: EntryDraft[];
  orphans: OrphanDraft[];
  /** Contradictions of objects that lead to no Service. */
  contradictions: Contradiction[];
}
