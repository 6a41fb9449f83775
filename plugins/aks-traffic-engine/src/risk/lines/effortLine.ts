import {
  Evidence,
  MigrationEffort,
  RiskLine,
  TargetOption,
} from 'backstage-plugin-aks-traffic-common';
import { standsAgainst } from '../../targets/eligibilityOf';
import { targetFacts } from '../../targets/targetFacts';
import { Move } from '../../targets/service/Move';
import { effortEvidence } from '../../targets/service/moveEffort';
import { namesIn } from '../../targets/service/namesIn';
import { riskLine } from '../riskLine';

/** How much work the move is, at the target that comes first. Whatever nobody could say counts like much. */
export function effortLine(options: {
  effort: MigrationEffort;
  move: Move;
  /** The option that comes first; none where there is no Ingress to move. */
  option?: TargetOption;
}): RiskLine[] {
  const { effort, move, option } = options;
  if (effort === 'none' || effort === 'low') {
    return [];
  }
  const evidence = option === undefined ? [] : evidenceFor(option, move);
  return [riskLine(`effort-${effort}`, messageFor(effort, option), evidence)];
}

function messageFor(
  effort: 'medium' | 'high' | 'unknown',
  option: TargetOption | undefined,
): string {
  if (option === undefined) {
    return 'The move is not a matter of annotations; somebody has to look at it.';
  }
  if (option.eligible === false) {
    return 'The move is much work: something stands against every target on this cluster as it is.';
  }
  if (option.eligible === 'unknown' && effort === 'unknown') {
    return 'How much work the move is cannot be said, for too little was read to say which target the cluster can have. It counts like much.';
  }
  const { title } = targetFacts[option.target];
  switch (effort) {
    case 'high':
      return `The move to ${title}, which suits best, is much work: it has nothing for ${namesIn(
        option.blockedBy,
      )}.`;
    case 'medium':
      return `The move to ${title}, which suits best, takes policies or a look at what changes.`;
    default:
      return `How much work the move to ${title}, which suits best, is cannot be said: too little was read. It counts like much.`;
  }
}

function evidenceFor(option: TargetOption, move: Move): Evidence[] {
  return option.eligible === false
    ? option.requirements
        .filter(standsAgainst)
        .flatMap(({ evidence }) => evidence)
    : effortEvidence(move, option.target);
}
