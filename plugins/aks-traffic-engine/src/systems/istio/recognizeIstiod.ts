import { Workload } from '../../model/draft';
import { recognizeBy } from '../recognizeBy';

/** Recognises an Istio control plane, whoever runs it. */
export const recognizeIstiod = recognizeBy({
  title: 'the Istio control plane',
  images: ['istio/pilot'],
  labels: ['app=istiod'],
});

/** The label with the revision of an Istio control plane. */
export const revisionLabel = 'istio.io/rev';

/** How revisions of the add-on begin. */
export const addOnPrefix = 'asm-';

/** Revision of an Istio control plane; those of the add-on begin with `asm-`. */
export function revisionOf(workload: Workload): string | undefined {
  return (
    workload.podLabels.get(revisionLabel) ?? workload.labels.get(revisionLabel)
  );
}

/** Namespace the add-ons of AKS run their Istio control plane in. */
export const aksIstioNamespace = 'aks-istio-system';

/** Namespace of Azure Kubernetes Application Network. */
export const applicationNetworkNamespace = 'applink-system';
