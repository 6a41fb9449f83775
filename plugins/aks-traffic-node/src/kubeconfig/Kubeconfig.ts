import { z } from 'zod';

const text = z.string().min(1).optional().catch(undefined);

/** A `cluster` of a kubeconfig, with its paths made absolute. */
export const kubeconfigClusterSchema = z.object({
  server: z.string().optional(),
  'certificate-authority': text,
  'certificate-authority-data': text,
  'insecure-skip-tls-verify': z.boolean().optional(),
  'tls-server-name': text,
  'proxy-url': text,
  extensions: z
    .array(z.object({ name: z.string(), extension: z.unknown().optional() }))
    .nullish(),
});

const execSchema = z.object({
  apiVersion: z.string().optional(),
  command: z.string(),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  installHint: text,
  provideClusterInfo: z.boolean().nullish(),
  interactiveMode: z.enum(['Never', 'IfAvailable', 'Always']).nullish(),
});

/** A `user` of a kubeconfig, with its paths made absolute. */
export const kubeconfigUserSchema = z.object({
  token: text,
  tokenFile: text,
  'client-certificate': text,
  'client-certificate-data': text,
  'client-key': text,
  'client-key-data': text,
  username: text,
  password: text,
  as: text,
  'as-uid': text,
  'as-groups': z.array(z.string()).nullish(),
  'as-user-extra': z.record(z.string(), z.unknown()).nullish(),
  'auth-provider': z.unknown().optional(),
  exec: execSchema.nullish(),
});

const contextSchema = z.object({
  cluster: z.string().default(''),
  user: z.string().default(''),
});

/** The shape of a kubeconfig file; what is not read here may be anything. */
export const kubeconfigSchema = z.object({
  'current-context': z.string().nullish(),
  contexts: z
    .array(z.object({ name: z.string(), context: contextSchema }))
    .nullish(),
  clusters: z
    .array(z.object({ name: z.string(), cluster: kubeconfigClusterSchema }))
    .nullish(),
  users: z
    .array(z.object({ name: z.string(), user: kubeconfigUserSchema }))
    .nullish(),
});

export type KubeconfigCluster = z.infer<typeof kubeconfigClusterSchema>;
export type KubeconfigExec = z.infer<typeof execSchema>;
export type KubeconfigUser = z.infer<typeof kubeconfigUserSchema>;

/** What one or several kubeconfig files say, by name. */
export interface Kubeconfig {
  currentContext?: string;
  contexts: ReadonlyMap<string, z.infer<typeof contextSchema>>;
  clusters: ReadonlyMap<string, KubeconfigCluster>;
  users: ReadonlyMap<string, KubeconfigUser>;
}
