import { execFileSync } from 'node:child_process';
import { KubernetesObject } from '../model/observation';
import { albSchemaProblems } from './albSchemaProblems';
import { ruleProblems } from './ruleProblems';

const models = '@kubernetes-models';

/** Modules with the validator of a kind, by API version and kind. */
const schemas: Record<string, string> = {
  'gateway.networking.k8s.io/v1/Gateway': `${models}/gateway-api/_schemas/IoK8sSigsGatewayApiApisV1Gateway`,
  'gateway.networking.k8s.io/v1/HTTPRoute': `${models}/gateway-api/_schemas/IoK8sSigsGatewayApiApisV1HTTPRoute`,
  'gateway.networking.k8s.io/v1/TLSRoute': `${models}/gateway-api/_schemas/IoK8sSigsGatewayApiApisV1TLSRoute`,
  'gateway.networking.k8s.io/v1/BackendTLSPolicy': `${models}/gateway-api/_schemas/IoK8sSigsGatewayApiApisV1BackendTLSPolicy`,
  'gateway.networking.k8s.io/v1beta1/ReferenceGrant': `${models}/gateway-api/_schemas/IoK8sSigsGatewayApiApisV1beta1ReferenceGrant`,
  'networking.istio.io/v1/DestinationRule': `${models}/istio/_schemas/NetworkingIstioIoV1DestinationRule`,
  'security.istio.io/v1/AuthorizationPolicy': `${models}/istio/_schemas/SecurityIstioIoV1AuthorizationPolicy`,
  'security.istio.io/v1/PeerAuthentication': `${models}/istio/_schemas/SecurityIstioIoV1PeerAuthentication`,
  'cilium.io/v2/CiliumNetworkPolicy': `${models}/cilium/_schemas/ComGithubCiliumCiliumPkgK8sApisCiliumIoV2CiliumNetworkPolicy`,
  'v1/Namespace': 'kubernetes-models/_schemas/IoK8sApiCoreV1Namespace',
  'v1/Service': 'kubernetes-models/_schemas/IoK8sApiCoreV1Service',
  'v1/ServiceAccount':
    'kubernetes-models/_schemas/IoK8sApiCoreV1ServiceAccount',
  'apps/v1/Deployment': 'kubernetes-models/_schemas/IoK8sApiAppsV1Deployment',
  'autoscaling/v2/HorizontalPodAutoscaler':
    'kubernetes-models/_schemas/IoK8sApiAutoscalingV2HorizontalPodAutoscaler',
  'policy/v1/PodDisruptionBudget':
    'kubernetes-models/_schemas/IoK8sApiPolicyV1PodDisruptionBudget',
  'networking.k8s.io/v1/NetworkPolicy':
    'kubernetes-models/_schemas/IoK8sApiNetworkingV1NetworkPolicy',
};

/** The group whose resource definitions no npm package has; its schemas are beside this file. */
const albGroup = 'alb.networking.azure.io/';

/**
 * The packages are made of ES modules, which Jest does not load, so that Node does. Their validators let fields through
 * that they do not know; a field that a validator never looked at is one of these.
 */
const program = `
let text = '';
for await (const part of process.stdin) text += part;
const problems = [];
const seen = new WeakMap();
function watched(value) {
  if (typeof value !== 'object' || value === null) return value;
  const keys = new Set();
  seen.set(value, keys);
  return new Proxy(value, {
    get: (target, key) => {
      const found = Reflect.get(target, key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return found;
      keys.add(key);
      return proxies.get(found) ?? keep(found);
    },
  });
}
const proxies = new Map();
function keep(value) {
  if (typeof value !== 'object' || value === null) return value;
  const proxy = watched(value);
  proxies.set(value, proxy);
  return proxy;
}
function unknownFields(value, path, say) {
  const keys = seen.get(value);
  if (!keys) return;
  for (const [key, each] of Object.entries(value)) {
    if (!keys.has(key)) say(path + '/' + key + ': unknown field');
    else if (typeof each === 'object' && each !== null) unknownFields(each, path + '/' + key, say);
  }
}
for (const { schema, object } of JSON.parse(text)) {
  const say = problem => problems.push(object.kind + ' ' + object.metadata.name + ' ' + problem);
  const [module, file] = schema.split('/_schemas/');
  // Not every package exports its validators, so that they are found beside its entry.
  const { validate } = await import(new URL('_schemas/' + file + '.js', import.meta.resolve(module)));
  if (!validate(keep(object))) {
    for (const { instancePath, keyword, params } of validate.errors) {
      say(instancePath + ': ' + keyword + ' ' + JSON.stringify(params));
    }
  }
  unknownFields(object, '', say);
}
process.stdout.write(JSON.stringify(problems));
`;

/**
 * What published schemas say against objects: fields that there are not, types, enumerations, patterns and limits,
 * and rules in CEL. An object whose kind has no schema is a problem itself.
 */
export function schemaProblems(objects: readonly KubernetesObject[]): string[] {
  const isAlb = ({ apiVersion }: KubernetesObject) =>
    apiVersion.startsWith(albGroup);
  const known = objects
    .filter(object => !isAlb(object))
    .map(object => ({
      schema: schemas[`${object.apiVersion}/${object.kind}`],
      object,
    }));
  const unknown = known
    .filter(({ schema }) => schema === undefined)
    .map(({ object }) => `${object.apiVersion} ${object.kind}: no schema`);
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', program],
    {
      cwd: __dirname,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      input: JSON.stringify(known.filter(({ schema }) => schema !== undefined)),
    },
  );
  return [
    ...unknown,
    ...JSON.parse(output),
    ...objects.filter(isAlb).flatMap(albSchemaProblems),
    ...ruleProblems(objects),
  ];
}
