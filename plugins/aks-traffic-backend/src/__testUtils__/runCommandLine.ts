import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { TrafficReport } from 'backstage-plugin-aks-traffic-common';
import { ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';

const tool = resolve(__dirname, '../../../../packages/cli/bin/aks-traffic');

/** What the command-line tool says about a live cluster: a process of its own, with a kubeconfig and Azure rows. */
export async function checkByCommandLine(options: {
  location: ClusterLocation;
  rows: readonly ResourceRow[];
  now: string;
}): Promise<TrafficReport> {
  const { location, rows, now } = options;
  const { name, server, caData = '', access } = location;
  if (access.kind !== 'token') {
    throw new Error(`Cluster ${name} is not signed in to with a token`);
  }
  const { token } = await access.getToken({
    signal: new AbortController().signal,
  });
  const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
  try {
    writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows));
    writeFileSync(
      join(folder, 'config'),
      JSON.stringify({
        'current-context': name,
        contexts: [{ name, context: { cluster: name, user: 'reader' } }],
        clusters: [
          {
            name,
            cluster: {
              server,
              'certificate-authority-data': btoa(caData),
            },
          },
        ],
        users: [{ name: 'reader', user: { token } }],
      }),
    );
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        tool,
        'check',
        ...['--kubeconfig', 'config'],
        ...(rows.length > 0 ? ['--azure', 'rows.json'] : []),
        ...['--cluster', name],
        ...['--now', now],
        ...['--format', 'json'],
      ],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
    );
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
