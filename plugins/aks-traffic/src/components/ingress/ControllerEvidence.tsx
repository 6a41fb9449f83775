import { Controller } from 'backstage-plugin-aks-traffic-common';
import { EvidenceList } from '../shared/EvidenceList';
import { ControllerFacts } from './ControllerFacts';

/** A controller, and the fields that show that it is there. */
export function ControllerEvidence(props: {
  controller: Controller;
  cluster: string;
}) {
  const { controller, cluster } = props;
  return (
    <div>
      <ControllerFacts controller={controller} cluster={cluster} />
      <EvidenceList evidence={controller.evidence} />
    </div>
  );
}
