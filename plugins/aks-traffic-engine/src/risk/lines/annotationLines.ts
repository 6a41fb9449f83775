import {
  AnnotationVerdict,
  RiskLine,
} from 'backstage-plugin-aks-traffic-common';
import { verdictEvidence } from '../../annotations/verdictEvidence';
import { riskLine } from '../riskLine';

/** Annotations that are dangerous while they stay, and those whose protection is easily lost on the way. */
export function annotationLines(
  verdicts: readonly AnnotationVerdict[],
): RiskLine[] {
  const inForce = verdicts.filter(({ effective }) => effective !== false);
  const raw = inForce.filter(({ upstreamRisk }) => upstreamRisk === 'Critical');
  const access = inForce.filter(
    verdict => verdict.security && !raw.includes(verdict),
  );
  return [
    ...(raw.length > 0
      ? [
          riskLine(
            'raw-configuration',
            `Raw configuration is put into NGINX by ${namesOf(raw)}.`,
            raw.map(verdict => verdictEvidence(verdict, 'Raw configuration')),
          ),
        ]
      : []),
    ...(access.length > 0
      ? [
          riskLine(
            'access-control',
            `The service is protected by ${namesOf(
              access,
            )}, which a move must not lose unseen.`,
            access.map(verdict =>
              verdictEvidence(verdict, 'Protects the service today'),
            ),
          ),
        ]
      : []),
  ];
}

function namesOf(verdicts: readonly AnnotationVerdict[]): string {
  return [...new Set(verdicts.map(({ name }) => name))].join(', ');
}
