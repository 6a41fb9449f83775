import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { InputError } from '@backstage/errors';
import { KubeconfigExec } from './Kubeconfig';

const maxOutput = 1024 * 1024;

/** Long enough for somebody who signs in by hand. */
const timeoutMs = 5 * 60_000;

/**
 * Runs the credential plugin of a kubeconfig and gives what it printed.
 *
 * @throws InputError that names the command and, where it is missing, says how to install it. Arguments are not
 * repeated: some carry secrets.
 */
export function runExecPlugin(options: {
  exec: KubeconfigExec;
  /** For `KUBERNETES_EXEC_INFO`. */
  info: string;
  interactive: boolean;
  environment: NodeJS.ProcessEnv;
  /** Takes what the command says besides, such as where to sign in. */
  writeError: (text: string) => void;
}): Promise<string> {
  const { exec, info, interactive, environment, writeError } = options;
  const { command } = exec;
  return new Promise((resolve, reject) => {
    const fail = (what: string) =>
      reject(
        new InputError(`The command ${command} of the kubeconfig ${what}`),
      );
    const child = spawn(command, exec.args ?? [], {
      env: {
        ...environment,
        ...Object.fromEntries(
          (exec.env ?? []).map(({ name, value }) => [name, value]),
        ),
        KUBERNETES_EXEC_INFO: info,
      },
      stdio: [interactive ? 'inherit' : 'ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout!.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxOutput) {
        child.kill('SIGKILL');
      } else {
        chunks.push(chunk);
      }
    });
    const decoder = new StringDecoder('utf8');
    child.stderr!.on('data', (chunk: Buffer) =>
      writeError(decoder.write(chunk)),
    );
    child.on('error', (error: NodeJS.ErrnoException) => {
      const hint = exec.installHint ? `. ${exec.installHint.trim()}` : '';
      fail(
        error.code === 'ENOENT'
          ? `is not installed${hint}`
          : `cannot be run (${error.code})${hint}`,
      );
    });
    child.on('close', (code, signal) => {
      if (bytes > maxOutput) {
        fail('printed more than 1 MB');
      } else if (signal !== null) {
        fail(`was ended by ${signal}, at the latest after 5 minutes`);
      } else if (code !== 0) {
        fail(`failed with exit code ${code}`);
      } else {
        resolve(Buffer.concat(chunks).toString('utf8'));
      }
    });
  });
}
