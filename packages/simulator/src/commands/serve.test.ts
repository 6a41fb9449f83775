import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fetch } from 'undici';
import { ReadyLine } from '../startSimulator';

const MAIN = require.resolve('../main');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
  }
});

function run(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--require', TRANSFORM, MAIN, ...args],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  children.push(child);
  return child;
}

async function untilReady(child: ReturnType<typeof run>): Promise<ReadyLine> {
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, 'line');
  return JSON.parse(line);
}

describe('simulator serve', () => {
  it('says where everything is, and leaves nothing behind when it is told to stop', async () => {
    const child = run('serve', '--estate', 'contoso');
    const ready = await untilReady(child);
    expect(ready).toMatchObject({
      ready: true,
      azure: { endpoint: expect.stringMatching(/^https:\/\/localhost:\d+$/) },
      control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
    expect(ready.clusters.length).toBeGreaterThan(0);
    expect(existsSync(ready.azure.caFile)).toBe(true);

    const answer = await fetch(`${ready.control}/estate`);
    expect(await answer.json()).toMatchObject({
      tenantId: ready.azure.tenantId,
      clusters: ready.clusters.map(({ name, server }) => ({ name, server })),
    });

    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(ready.azure.caFile)).toBe(false);
  });

  it('stops when standard input is closed and it was asked to watch that', async () => {
    const child = run('serve', '--estate', 'contoso', '--exit-with-parent');
    await untilReady(child);
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    [['--estate', 'nowhere'], /'nowhere' is neither an estate/],
    [
      ['--fault', '{"target":"nobody","effect":{"kind":"hang"}}'],
      /'nobody' is not one of/,
    ],
    [['--fault', 'hang'], /'hang' is not JSON/],
  ])('says in one line what is wrong with %j', async (args, reason) => {
    const child = run('serve', ...args);
    let text = '';
    child.stderr.on('data', chunk => {
      text += chunk;
    });
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(text).toMatch(reason);
    expect(text.trim().split('\n')).toHaveLength(1);
  });
});
