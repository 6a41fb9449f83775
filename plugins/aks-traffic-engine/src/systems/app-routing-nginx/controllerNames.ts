import { ControllerInstance } from '../ControllerInstance';

/** Name of the NginxIngressController that the add-on makes by itself. */
export const defaultControllerName = 'default';

/** The controller value and the class that the default controller answers to. */
export const defaultControllerValue =
  'webapprouting.kubernetes.azure.com/nginx';
export const defaultClassName = 'webapprouting.kubernetes.azure.com';

const customPrefix = 'approuting.kubernetes.azure.com/';

/** The controller value that the operator gives to the NGINX of an NginxIngressController. */
export function controllerValueOf(name: string): string {
  return name === defaultControllerName
    ? defaultControllerValue
    : `${customPrefix}${name}`;
}

/** Name of the NginxIngressController that a controller runs for. */
export function nameOfController({
  serving,
}: ControllerInstance): string | undefined {
  const values = serving.flatMap(({ controllerValues }) => controllerValues);
  if (values.includes(defaultControllerValue)) {
    return defaultControllerName;
  }
  return values
    .find(value => value.startsWith(customPrefix))
    ?.slice(customPrefix.length);
}
