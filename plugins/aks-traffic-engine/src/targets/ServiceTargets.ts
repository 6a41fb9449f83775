import {
  MigrationEffort,
  MigrationTarget,
  TargetOption,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';
import { migrationTargets } from '../annotations/annotationCatalogue';
import { ClusterFacts } from './ClusterFacts';
import { ClusterTargets } from './clusterTargets';
import { eligibilityOf, isToDo, standsAgainst } from './eligibilityOf';
import { albControllerVersion } from './service/albControllerVersion';
import { fieldVersion } from './service/fieldVersion';
import { Move, MoveRequirement } from './service/Move';
import { MoveEffort, moveEffort } from './service/moveEffort';
import { namesIn } from './service/namesIn';
import { passthrough } from './service/passthrough';
import { privateFrontend } from './service/privateFrontend';
import { routeRules } from './service/routeRules';
import { staticAddress } from './service/staticAddress';
import { targetFacts } from './targetFacts';

/** What a service's move asks of a target beside what the target needs of the cluster. */
const moveRequirements: readonly MoveRequirement[] = [
  fieldVersion,
  staticAddress,
  privateFrontend,
  passthrough,
  albControllerVersion,
];

/**
 * The targets a service can move to, best first: those that nothing stands against, then those that keep its
 * protection, by what they have nothing for, by effort, and by what the cluster has to be given first. The first one is
 * recommended if it is eligible and keeps the protection: to do without is for people to decide.
 */
export class ServiceTargets {
  /** By efforts, of services whose moves ask for nothing else. */
  private readonly known = new Map<string, TargetOption[]>();

  constructor(
    private readonly options: {
      facts: ClusterFacts;
      cluster: ClusterTargets;
      /** Whether everything that decides what controllers do was read. */
      controllersKnown: boolean;
    },
  ) {}

  of(move: Move): TargetOption[] {
    const { cluster } = this.options;
    // Every target takes the same routes.
    const ofRoutes = routeRules(move);
    const demands = migrationTargets.map(target =>
      this.demand(move, target, ofRoutes),
    );
    const optionsOf = () =>
      inOrder(
        demands.map(({ target, requirements, effort }) => ({
          option: optionFor({
            target,
            requirements: [...(cluster.get(target) ?? []), ...requirements],
            effort,
          }),
          effort,
        })),
      );
    if (demands.some(({ requirements }) => requirements.length > 0)) {
      return optionsOf();
    }
    // Hundreds of services of a cluster have the same annotations: theirs is one answer, with three long texts each.
    const key = JSON.stringify(demands.map(({ effort }) => effort));
    const known = this.known.get(key) ?? optionsOf();
    this.known.set(key, known);
    return known;
  }

  private demand(
    move: Move,
    target: MigrationTarget,
    ofRoutes: TargetRequirement | undefined,
  ): TargetDemand {
    const { facts, controllersKnown } = this.options;
    return {
      target,
      requirements: [
        ...moveRequirements.map(compare => compare(move, target, facts)),
        ofRoutes,
      ].filter(requirement => requirement !== undefined),
      effort: moveEffort({
        move,
        target,
        versionKnown: facts.managedCluster?.kubernetesVersion !== undefined,
        controllersKnown,
      }),
    };
  }
}

/** What a move asks of a target, whatever the cluster has. */
interface TargetDemand {
  target: MigrationTarget;
  requirements: TargetRequirement[];
  effort: MoveEffort;
}

function inOrder(
  options: { option: TargetOption; effort: MoveEffort }[],
): TargetOption[] {
  return options
    .sort(byPreference)
    .map(({ option, effort }, position) =>
      position === 0 &&
      option.eligible === true &&
      effort.losesProtection.length === 0
        ? { ...option, recommended: true }
        : option,
    );
}

function optionFor(options: {
  target: MigrationTarget;
  requirements: TargetRequirement[];
  effort: MoveEffort;
}): TargetOption {
  const { target, requirements, effort } = options;
  return {
    target,
    eligible: eligibilityOf(requirements),
    recommended: false,
    effort: effort.effort,
    reasons: reasonsFor(options),
    blockedBy: effort.blockedBy,
    requirements,
    asOf: targetFacts[target].asOf,
  };
}

function reasonsFor(options: {
  target: MigrationTarget;
  requirements: readonly TargetRequirement[];
  effort: MoveEffort;
}): string[] {
  const { target, requirements, effort } = options;
  const against = requirements.filter(standsAgainst);
  const open = requirements.filter(({ met }) => met === 'unknown');
  const toDo = requirements.filter(isToDo);
  return [
    ...against.map(({ message }) => `Stands against it: ${message}`),
    ...(against.length === 0
      ? open.map(({ message }) => `Not certain: ${message}`)
      : []),
    ...(against.length === 0 && open.length === 0
      ? [
          toDo.length === 0
            ? 'The cluster has everything it needs.'
            : 'Nothing stands against it once the cluster has what it lacks.',
        ]
      : []),
    ...toDo.map(({ message }) => `To do first: ${message}`),
    ...effortReasons(effort),
    targetFacts[target].because,
  ];
}

function effortReasons({
  effort,
  blockedBy,
  losesProtection,
  toReview,
}: MoveEffort): string[] {
  return [
    ...(blockedBy.length > 0
      ? [`It has nothing for ${namesIn(blockedBy)}.`]
      : []),
    ...(losesProtection.length > 0
      ? [
          `Without ${namesIn(
            losesProtection,
          )} the service is open to more callers than today: decide first what takes the place.`,
        ]
      : []),
    ...(toReview.length > 0
      ? [`To be expressed otherwise, or looked at: ${namesIn(toReview)}.`]
      : []),
    ...(effort === 'unknown'
      ? ['Too little was read to say how much work it is.']
      : []),
    ...(effort === 'low'
      ? ['Every annotation is portable or can be dropped.']
      : []),
  ];
}

const eligibilityOrder: readonly TargetOption['eligible'][] = [
  true,
  'unknown',
  false,
];
const effortOrder: readonly MigrationEffort[] = [
  'none',
  'low',
  'medium',
  'unknown',
  'high',
];

interface Candidate {
  option: TargetOption;
  effort: MoveEffort;
}

/** Where all else is equal, the order of the targets stays. */
function byPreference(left: Candidate, right: Candidate): number {
  return (
    eligibilityOrder.indexOf(left.option.eligible) -
      eligibilityOrder.indexOf(right.option.eligible) ||
    left.effort.losesProtection.length - right.effort.losesProtection.length ||
    left.effort.blockedBy.length - right.effort.blockedBy.length ||
    effortOrder.indexOf(left.effort.effort) -
      effortOrder.indexOf(right.effort.effort) ||
    openOf(left.option) - openOf(right.option)
  );
}

/** How many things have to be done or found out first. */
function openOf({ requirements }: TargetOption): number {
  return requirements.filter(({ met }) => met !== true).length;
}
