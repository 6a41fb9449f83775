import Ajv from 'ajv';
import { KubernetesObject } from '../model/observation';
import schemas from './schemas/alb.networking.azure.io.json';

const ajv = new Ajv({ allErrors: true }).addSchema(schemas, 'alb');

/** The kinds of the group that there is a schema for. */
const kinds: readonly string[] = Object.keys(schemas.definitions).filter(name =>
  /^[A-Z]/.test(name),
);

/** What the schemas of `alb.networking.azure.io/v1` say against the spec of an object. */
export function albSchemaProblems(object: KubernetesObject): string[] {
  const { apiVersion, kind, metadata, spec, ...others } = object;
  const say = (problem: string) => `${kind} ${metadata.name} ${problem}`;
  if (apiVersion !== 'alb.networking.azure.io/v1' || !kinds.includes(kind)) {
    return [`${apiVersion} ${kind}: no schema`];
  }
  const validate = ajv.getSchema(`alb#/definitions/${kind}`)!;
  validate(spec);
  return [
    ...Object.keys(others).map(key => say(`/${key}: unknown field`)),
    ...(validate.errors ?? []).map(({ instancePath, keyword, params }) =>
      say(
        keyword === 'additionalProperties'
          ? `/spec${instancePath}/${params.additionalProperty}: unknown field`
          : `/spec${instancePath}: ${keyword} ${JSON.stringify(params)}`,
      ),
    ),
  ];
}
