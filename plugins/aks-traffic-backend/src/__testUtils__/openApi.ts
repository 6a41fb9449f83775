import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readOpenApi } from '../schema/readOpenApi';

/** A response as supertest gives it. */
export interface CheckedResponse {
  status: number;
  body: unknown;
  text: string;
  type: string;
}

type Json = Record<string, any>;

/** Objects may have no other properties than the contract says: a field nobody documented must fail a test. */
function closeObjects(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) {
    return;
  }
  const node = schema as Json;
  if (node.properties && node.additionalProperties === undefined) {
    node.additionalProperties = false;
  }
  for (const child of Object.values(node)) {
    closeObjects(child);
  }
}

/** Checks responses against the contract and remembers which ones it has seen. */
export function createContract() {
  const document = readOpenApi() as Json;
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats(ajv);
  ajv.addVocabulary(['components']);
  const components = structuredClone(document.components);
  delete components.securitySchemes;
  closeObjects(components);
  ajv.addSchema({ $id: 'contract', components });
  const seen = new Set<string>();

  return {
    /** `method path status` of every response the contract describes. */
    described: Object.entries<Json>(document.paths).flatMap(
      ([path, operations]) =>
        Object.entries<Json>(operations).flatMap(([method, { responses }]) =>
          Object.keys(responses).map(status => `${method} ${path} ${status}`),
        ),
    ),
    seen,
    /** Throws unless the contract describes the response and its body fits. */
    check(operation: string, response: CheckedResponse): void {
      const [method, path] = operation.split(' ');
      const described =
        document.paths[path]?.[method]?.responses?.[response.status];
      if (!described) {
        throw new Error(`${operation} ${response.status} is not described`);
      }
      if (!described.content && response.text === '') {
        seen.add(`${operation} ${response.status}`);
        return;
      }
      const schema = described.content?.[response.type]?.schema;
      if (!schema) {
        throw new Error(`${operation} must not answer with ${response.type}`);
      }
      const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/');
      const validate = ajv.compile(JSON.parse(text));
      const { body, text: plain, type } = response;
      if (!validate(type === 'application/json' ? body : plain)) {
        throw new Error(
          `${operation} ${response.status}: ${ajv.errorsText(validate.errors)}`,
        );
      }
      seen.add(`${operation} ${response.status}`);
    },
  };
}
