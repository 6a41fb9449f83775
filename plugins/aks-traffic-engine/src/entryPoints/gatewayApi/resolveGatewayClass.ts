import {
  Confidence,
  Evidence,
  IngressSystem,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { ControllerInstance } from '../../systems/ControllerInstance';
import {
  appRoutingGatewayApi,
  appRoutingGatewayClass,
} from '../../systems/app-routing-gateway-api/appRoutingGatewayApi';
import { applicationNetwork } from '../../systems/application-network/applicationNetwork';
import { istio } from '../../systems/istio/istio';
import { SystemDefinition } from '../../systems/SystemDefinition';
import {
  systemDefinitions,
  systemOfGatewayController,
} from '../../systems/systemDefinitions';

/** What implements the Gateways of a class. */
export interface GatewayImplementation {
  className?: string;
  system: IngressSystem;
  definition?: SystemDefinition;
  controllerName?: string;
  controllers: readonly ControllerInstance[];
  /** The class certainly does not exist. */
  missing: boolean;
  /** Waypoints and other parts of a mesh: they let nothing into the cluster. */
  mesh: boolean;
  confidence: Confidence;
  evidence: Evidence[];
}

const meshController = 'istio.io/mesh-controller';

/** Finds out what implements a GatewayClass, from its controller name and never from its own name alone. */
export function resolveGatewayClass(options: {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  className: string | undefined;
}): GatewayImplementation {
  const { context, controllers, className } = options;
  const object =
    className === undefined
      ? undefined
      : context.index.get(kinds.gatewayClass, className);
  if (!object) {
    return withoutClassObject(options);
  }
  const controllerName = textField(object, 'spec.controllerName');
  const choice = choose({ context, controllers, object, controllerName });
  const { definition } = choice;
  return {
    className,
    system:
      definition?.system ??
      (controllerName === undefined ? 'unknown' : 'other'),
    definition,
    controllerName,
    controllers: controllers.filter(
      each => each.definition === definition && each.role !== 'classic-gateway',
    ),
    missing: false,
    mesh: controllerName === meshController,
    confidence:
      context.index.origin === 'files' || definition?.controllersUnverified
        ? 'inferred'
        : choice.confidence,
    evidence: [
      objectEvidence({
        object,
        field: 'spec.controllerName',
        value: controllerName,
        meaning: definition
          ? `The class is implemented by ${definition.title}.`
          : 'The class is implemented by a controller this engine has no name for.',
      }),
      ...choice.evidence,
    ],
  };
}

interface Choice {
  definition?: SystemDefinition;
  confidence: Confidence;
  evidence: Evidence[];
}

function choose(options: {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  object: KubernetesObject;
  controllerName: string | undefined;
}): Choice {
  const { context, controllers, object, controllerName } = options;
  const named = systemOfGatewayController(controllerName ?? '');
  const istioOrUnknown = named === undefined || named === istio;
  if (object.metadata.name === appRoutingGatewayClass && istioOrUnknown) {
    return appRoutingChoice(context, controllers);
  }
  if (named === istio) {
    return istioChoice(controllers);
  }
  return { definition: named, confidence: 'proven', evidence: [] };
}

/**
 * No source says what controller name the add-on's class carries, so that its name is only a hint; the cluster's row
 * decides, and the control plane supports it.
 */
function appRoutingChoice(
  { managedCluster }: ResolveContext,
  controllers: readonly ControllerInstance[],
): Choice {
  const mode = managedCluster?.appRouting.gatewayApiIstioMode;
  if (managedCluster && mode !== undefined) {
    const enabled = mode === 'Enabled';
    return {
      definition: appRoutingGatewayApi,
      confidence: enabled ? 'proven' : 'inferred',
      evidence: [
        armEvidence({
          armId: managedCluster.armId,
          field:
            'properties.ingressProfile.webAppRouting.gatewayAPIImplementations.appRoutingIstio.mode',
          value: mode,
          meaning: enabled
            ? 'The Gateway API of the application routing add-on is on.'
            : 'The Gateway API of the application routing add-on is off; what it created may still run.',
        }),
      ],
    };
  }
  return {
    definition: appRoutingGatewayApi,
    confidence: 'inferred',
    evidence: controllers
      .filter(each => each.definition === appRoutingGatewayApi)
      .flatMap(({ evidence }) => evidence),
  };
}

/** Application Network has no controller name of its own: it is Istio's where no other Istio runs. */
function istioChoice(controllers: readonly ControllerInstance[]): Choice {
  const network = controllers.filter(
    each => each.definition === applicationNetwork,
  );
  const controlPlanes = controllers.filter(
    each => each.definition === istio && each.role !== 'classic-gateway',
  );
  const evidence = [...controlPlanes, ...network].flatMap(
    each => each.evidence,
  );
  if (network.length === 0) {
    return { definition: istio, confidence: 'proven', evidence };
  }
  return controlPlanes.length === 0
    ? { definition: applicationNetwork, confidence: 'inferred', evidence }
    : { definition: istio, confidence: 'conflict', evidence };
}

function withoutClassObject(options: {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  className: string | undefined;
}): GatewayImplementation {
  const { context, controllers, className } = options;
  const missing = context.index.provesAbsence(kinds.gatewayClass);
  const definition = missing
    ? undefined
    : systemDefinitions.find(({ conventionalGatewayClasses }) =>
        conventionalGatewayClasses.includes(className ?? ''),
      );
  return {
    className,
    system: definition?.system ?? 'unknown',
    definition,
    controllers: controllers.filter(each => each.definition === definition),
    missing,
    mesh: false,
    confidence: 'inferred',
    evidence: [
      objectEvidence({
        object: {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: 'GatewayClass',
          name: className ?? '',
        },
        field: 'metadata.name',
        value: undefined,
        meaning: missing
          ? `No GatewayClass has the name ${className}.`
          : `The GatewayClass was not read.${
              definition
                ? ` ${definition.title} usually goes by its name, which anybody may choose.`
                : ''
            }`,
      }),
    ],
  };
}
