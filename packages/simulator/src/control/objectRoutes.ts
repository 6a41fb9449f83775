import { z } from 'zod';
import { readManifestFile } from '../estate/readManifestFile';
import { StoredObject } from '../estate/types';
import { disturbances, KubernetesServer } from '../kubernetes';
import {
  ControlContext,
  ControlError,
  ControlRequest,
  Recreation,
} from './ControlContext';
import { parseBody } from './parseBody';

const metadata = z.looseObject({
  name: z.string().min(1),
  namespace: z.string().min(1).optional(),
});

const objectSchema = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata,
});

const referenceSchema = z.strictObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  namespace: z.string().min(1).optional(),
  name: z.string().min(1),
});

/** `PUT /clusters/{name}/objects`: creates or replaces one object, which watchers get to see. */
export function putObject(context: ControlContext, request: ControlRequest) {
  const server = findServer(context, request);
  const object = check(objectSchema, parseBody(request.body)) as StoredObject;
  refuseAsBadRequest(() => server.apply(object));
  const { apiVersion, kind } = object;
  const { namespace, name } = object.metadata;
  return { applied: { apiVersion, kind, namespace, name } };
}

/**
 * `POST /clusters/{name}/deploy`: creates or replaces the objects of one or more YAML documents, and what controllers
 * make because of them. Nothing is changed when one of them cannot be read.
 */
export function deployManifests(
  context: ControlContext,
  request: ControlRequest,
) {
  const server = findServer(context, request);
  const { manifests, problems } = readManifestFile(request.body, 'body');
  if (problems.length > 0) {
    throw new ControlError(
      400,
      problems
        .map(({ document, message }) => `document ${document}: ${message}`)
        .join('; '),
    );
  }
  const objects = manifests.map(({ object }) => object);
  refuseAsBadRequest(() => server.deploy(objects));
  return {
    deployed: objects.map(object => ({
      apiVersion: object.apiVersion,
      kind: object.kind,
      namespace: object.metadata.namespace,
      name: object.metadata.name,
    })),
  };
}

/** `DELETE /clusters/{name}/objects?apiVersion&kind&namespace&name` */
export function deleteObject(context: ControlContext, request: ControlRequest) {
  const server = findServer(context, request);
  const reference = check(referenceSchema, Object.fromEntries(request.query));
  if (!refuseAsBadRequest(() => server.remove(reference))) {
    throw new ControlError(
      404,
      `There is no ${reference.kind} '${reference.name}'`,
    );
  }
  return { deleted: reference };
}

/** `POST /clusters/{name}/compact`: tokens and versions handed out so far are too old from now on. */
export function compactCluster(
  context: ControlContext,
  request: ControlRequest,
) {
  findServer(context, request).compact();
  return { compacted: request.parameters.get('name') };
}

const disturbanceSchema = z.strictObject({
  how: z.enum(disturbances),
  resource: z.string().min(1).optional(),
});

/** `GET /clusters/{name}/watches`: how many are open. */
export function countWatches(context: ControlContext, request: ControlRequest) {
  return { open: findServer(context, request).openWatches() };
}

/** `POST /clusters/{name}/watches`: something happens to those that are open. */
export function disturbWatches(
  context: ControlContext,
  request: ControlRequest,
) {
  const server = findServer(context, request);
  const { how, resource } = check(disturbanceSchema, parseBody(request.body));
  return { disturbed: server.disturbWatches(how, resource) };
}

/** `POST /clusters/{name}/rotate-certificates`: another authority, which kubeconfigs carry from now on. */
export async function rotateCertificates(
  context: ControlContext,
  request: ControlRequest,
) {
  findServer(context, request);
  const name = request.parameters.get('name')!;
  await context.rotate(name);
  return { rotated: name };
}

const recreationSchema = z.strictObject({
  objects: z.array(objectSchema).optional(),
  rowStays: z.boolean().optional(),
});

/** `POST /clusters/{name}/recreate`: another cluster of this name and resource id, at another address. */
export async function recreateCluster(
  context: ControlContext,
  request: ControlRequest,
) {
  findServer(context, request);
  const name = request.parameters.get('name')!;
  const recreation = check(recreationSchema, parseBody(request.body || '{}'));
  await context.recreate(name, recreation as Recreation).catch(error => {
    throw asBadRequest(error);
  });
  return { recreated: name, server: context.servers.get(name)!.url };
}

const rulesSchema = z.array(
  z.looseObject({
    apiGroups: z.array(z.string()),
    resources: z.array(z.string()),
    verbs: z.array(z.string()),
  }),
);

/** `PUT /clusters/{name}/roles/{role}`: the rules of a role, as a ClusterRole has them. */
export function putRole(context: ControlContext, request: ControlRequest) {
  findServer(context, request);
  const name = request.parameters.get('name')!;
  const role = request.parameters.get('role')!;
  const cluster = context.estate.clusters.find(each => each.name === name)!;
  const rules = check(rulesSchema, parseBody(request.body));
  // Clusters of a generated estate share their roles.
  cluster.roles = { ...cluster.roles, [role]: rules };
  return { role, rules: rules.length };
}

function findServer(
  { servers }: ControlContext,
  { parameters }: ControlRequest,
): KubernetesServer {
  const name = parameters.get('name') ?? '';
  const server = servers.get(name);
  if (!server) {
    throw new ControlError(404, `There is no cluster '${name}'`);
  }
  return server;
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${issue.path.join('.') || 'body'}: ${issue.message}`,
    );
    throw new ControlError(400, problems.join('; '));
  }
  return parsed.data;
}

/** The store refuses kinds that are not installed, which is the sender's mistake. */
function refuseAsBadRequest<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw asBadRequest(error);
  }
}

function asBadRequest(error: unknown): ControlError {
  return new ControlError(
    400,
    error instanceof Error ? error.message : String(error),
  );
}
