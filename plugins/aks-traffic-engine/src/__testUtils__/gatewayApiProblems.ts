import { execFileSync } from 'node:child_process';
import { KubernetesObject } from '../model/observation';

/** Names of the schemas, by API version and kind. */
const schemas: Record<string, string> = {
  'gateway.networking.k8s.io/v1/Gateway': 'V1Gateway',
  'gateway.networking.k8s.io/v1/HTTPRoute': 'V1HTTPRoute',
  'gateway.networking.k8s.io/v1/TLSRoute': 'V1TLSRoute',
  'gateway.networking.k8s.io/v1/BackendTLSPolicy': 'V1BackendTLSPolicy',
  'gateway.networking.k8s.io/v1beta1/ReferenceGrant': 'V1beta1ReferenceGrant',
};

/** The package is made of ES modules, which Jest does not load, so that Node does. */
const program = `
let text = '';
for await (const part of process.stdin) text += part;
const problems = [];
for (const { schema, object } of JSON.parse(text)) {
  const { validate } = await import(
    '@kubernetes-models/gateway-api/_schemas/IoK8sSigsGatewayApiApis' + schema
  );
  if (!validate(object)) {
    for (const { instancePath, keyword, params } of validate.errors) {
      problems.push(object.kind + ' ' + object.metadata.name + ' ' + instancePath +
        ': ' + keyword + ' ' + JSON.stringify(params));
    }
  }
}
process.stdout.write(JSON.stringify(problems));
`;

/**
 * What the schemas of the Gateway API say against objects: types, enumerations, patterns and limits. Objects of other
 * groups are left out; one of the Gateway API without a schema is a problem itself.
 */
export function gatewayApiProblems(
  objects: readonly KubernetesObject[],
): string[] {
  const known = objects
    .filter(({ apiVersion }) =>
      String(apiVersion).startsWith('gateway.networking.k8s.io/'),
    )
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
      input: JSON.stringify(known.filter(({ schema }) => schema !== undefined)),
    },
  );
  return [...unknown, ...JSON.parse(output)];
}
