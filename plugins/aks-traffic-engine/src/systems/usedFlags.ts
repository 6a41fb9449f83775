import { containerFlags, runsProgram } from './containerFlags';

/** Flags of controllers that say what they serve. No other flag is kept: flags may hold secrets. */
const usedFlags = new Set([
  'annotations-prefix',
  'configmap',
  'controller-class',
  'empty-ingress-class',
  'enable-snippets',
  'enable-ssl-passthrough',
  'ingress-class',
  'ingress-class-by-name',
  'ingress-class-name',
  'ingress-class-precedence',
  'ingress.class',
  'namespace-whitelist',
  'nginx-configmaps',
  'publish-service',
  'watch-ingress-without-class',
  'watch-namespace',
  'watch-namespaces',
]);

const providerPrefix = 'providers.';
const kubernetesProviderPrefix = 'providers.kubernetes';

/** Programs that give a controller away, or what else its image was started as. */
const usedPrograms = [
  '/nginx-ingress-controller',
  'gateway-provisioner',
  'shutdown-manager',
];

/** Environment variables that say what a controller serves. */
const usedVariables = new Set([
  'CONTROLLER_INGRESS_CLASS',
  'CONTROLLER_PUBLISH_SERVICE',
]);

/** The arguments of a container that the engine reads, in one notation. */
export function usedArguments(container: unknown): string[] {
  const flags = [...containerFlags(container)].flatMap(([name, value]) => {
    if (usedFlags.has(name) || name.startsWith(kubernetesProviderPrefix)) {
      return `--${name}=${value}`;
    }
    // That some other provider is configured matters; how it is configured does not.
    return name.startsWith(providerPrefix) ? `--${name.split('=')[0]}` : [];
  });
  return [
    ...usedPrograms.filter(program => runsProgram(container, program)),
    ...flags,
  ];
}

/** Whether the engine reads an environment variable of a container. */
export function isUsedVariable(name: string): boolean {
  return usedVariables.has(name);
}
