import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LaunchError } from './log.mjs';
import { cache, inRoot } from './paths.mjs';
import { start } from './processes.mjs';

const transform = '@backstage/cli/config/nodeTransform.cjs';
const exitWithParent = inRoot('scripts', 'launch', 'exitWithParent.cjs');

function lastLines(lines, count = 15) {
  return lines.slice(-count).join('\n');
}

/** Keeps the end of a child's standard error, which is what explains a failed start. */
function rememberErrors(child, show) {
  const lines = [];
  createInterface({ input: child.stderr }).on('line', line => {
    lines.push(line);
    if (lines.length > 200) {
      lines.shift();
    }
    if (show) {
      process.stderr.write(`${line}\n`);
    }
  });
  return lines;
}

/** Starts the simulator and resolves with what its ready line says. */
export async function startSimulator({
  toolchain,
  args = [],
  folder,
  show = false,
}) {
  mkdirSync(folder, { recursive: true });
  const caFile = join(folder, 'simulator-ca.pem');
  const { child, exited } = start(
    toolchain.node,
    [
      '--require',
      transform,
      inRoot('packages', 'simulator', 'src', 'main.ts'),
      'serve',
      '--estate',
      'contoso',
      '--ca-file',
      caFile,
      '--exit-with-parent',
      ...args,
    ],
    { env: toolchain.env, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const errors = rememberErrors(child, show);
  const ready = new Promise(resolve => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('{"ready":true')) {
        resolve(JSON.parse(line));
      }
    });
  });
  const early = exited.then(({ code }) => {
    throw new LaunchError(
      `the simulator ended with exit code ${code} before it was ready:\n${lastLines(
        errors,
      )}`,
    );
  });
  early.catch(() => {});
  const info = await Promise.race([ready, early]);
  return { info, exited, caFile, stop: () => child.kill('SIGTERM') };
}

/** The environment in which the backend finds the simulated Azure, as app-config.yaml reads it. */
export function demoEnvironment({ toolchain, simulator, port, folder }) {
  const { azure, identities } = simulator.info;
  const identity = identities.find(
    ({ displayName }) => displayName === 'aks-traffic',
  );
  // Node takes one file of extra certificates: a company's own one must go on working beside the simulator's.
  const own = process.env.NODE_EXTRA_CA_CERTS;
  const certificates = [simulator.caFile, own].filter(
    file => file && existsSync(file),
  );
  const bundle = join(folder, 'certificates.pem');
  writeFileSync(
    bundle,
    certificates.map(file => readFileSync(file, 'utf8')).join('\n'),
  );
  const staticCluster = simulator.info.clusters.find(
    ({ serviceAccountToken }) => serviceAccountToken,
  );
  return {
    ...toolchain.env,
    NODE_ENV: 'development',
    NODE_EXTRA_CA_CERTS: bundle,
    AKS_TRAFFIC_AZURE_ENDPOINT: azure.endpoint,
    AKS_TRAFFIC_AZURE_CA_FILE: simulator.caFile,
    AKS_TRAFFIC_TENANT_ID: azure.tenantId,
    AKS_TRAFFIC_CLIENT_ID: identity.clientId,
    AKS_TRAFFIC_CLIENT_SECRET: identity.clientSecret,
    AKS_TRAFFIC_SIMULATOR_CONTROL: simulator.info.control,
    AKS_TRAFFIC_DEMO_REPOSITORIES: join(folder, 'repositories'),
    ...(staticCluster && {
      AKS_TRAFFIC_STATIC_CLUSTER_NAME: staticCluster.name,
      AKS_TRAFFIC_STATIC_CLUSTER_URL: staticCluster.server,
      AKS_TRAFFIC_STATIC_CLUSTER_CA_FILE: staticCluster.caFile,
      AKS_TRAFFIC_STATIC_CLUSTER_TOKEN: staticCluster.serviceAccountToken,
    }),
    APP_CONFIG_app_baseUrl: `http://localhost:${port}`,
    APP_CONFIG_backend_baseUrl: `http://localhost:${port}`,
    APP_CONFIG_backend_listen_port: String(port),
  };
}

/** Starts the portal's backend, which serves the built frontend too. */
export function startBackend({ toolchain, env, show = false }) {
  const { child, exited } = start(
    toolchain.node,
    [
      '--enable-source-maps',
      '--require',
      exitWithParent,
      '--require',
      transform,
      'src/index.ts',
    ],
    {
      cwd: inRoot('packages', 'backend'),
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const output = rememberErrors(child, show);
  createInterface({ input: child.stdout }).on('line', line => {
    output.push(line);
    if (output.length > 200) {
      output.shift();
    }
    if (show) {
      process.stdout.write(`${line}\n`);
    }
  });
  return { exited, output, stop: () => child.kill('SIGTERM') };
}

/** Resolves when every plugin is up, and rejects with the log's end when the backend gives up first. */
export async function waitUntilReady({ port, backend, timeoutMs = 120_000 }) {
  let ended;
  backend.exited.then(result => {
    ended = result;
  });
  const url = `http://localhost:${port}/.backstage/health/v1/readiness`;
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (ended) {
      throw new LaunchError(
        `the backend ended with exit code ${
          ended.code
        } before it was ready:\n${lastLines(backend.output, 30)}`,
      );
    }
    try {
      const response = await fetch(url);
      if (response.ok) {
        return;
      }
    } catch {
      // Nothing listens yet.
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new LaunchError(
    `the backend was not ready after ${timeoutMs / 1000} s:\n${lastLines(
      backend.output,
      30,
    )}`,
  );
}

/** Where the files of a running demo live. */
export function demoFolder(name) {
  return join(cache, `demo-${name}`);
}

/** Starts simulator and backend together and resolves when the portal answers. */
export async function startDemo({ toolchain, port, simulatorArgs, show }) {
  const folder = demoFolder(port);
  const simulator = await startSimulator({
    toolchain,
    folder,
    show,
    args: simulatorArgs,
  });
  const backend = startBackend({
    toolchain,
    show,
    env: demoEnvironment({ toolchain, simulator, port, folder }),
  });
  await waitUntilReady({ port, backend });
  return { simulator, backend };
}
