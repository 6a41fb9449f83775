import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, Page } from 'playwright-core';
import { openSqliteFile } from '../dashboard/databases';
import { estateOf } from '../dashboard/Estate';
import { seed } from '../dashboard/seed';
import { percentile } from '../measure/percentile';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';
import { startPortal } from '../paint/startPortal';
import {
  Visit,
  visitByAddress,
  visitFromSideBar,
  visitSettings,
} from '../paint/visit';

/** What the first paint may take, in milliseconds. */
const budget = { time: 1000, name: 'the second that the first paint may take' };

const visits: [string, (page: Page) => Promise<Visit>][] = [
  ['by its address', visitByAddress],
  ['from the side bar', visitFromSideBar],
  ['by its address', visitSettings],
];

/** How long it takes until the dashboard of a large estate is there, for somebody who has signed in. */
export async function benchmarkPaint(options: {
  services: number;
  runs: number;
  port: number;
}): Promise<BenchmarkResult> {
  const { services, runs, port } = options;
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) {
    throw new Error('No browser: name one with CHROMIUM_PATH');
  }
  const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-bench-'));
  try {
    const client = await openSqliteFile(join(folder, 'aks-traffic.sqlite'));
    await seed({ client, estate: estateOf(services), now: new Date() });
    await client.destroy();
    const portal = await startPortal({ folder, port });
    try {
      const rows = await measure({ url: portal.url, executablePath, runs });
      return {
        name: 'dashboard-paint',
        rows: rows.map(row => ({
          ...row,
          label: `${row.label}, ${services.toLocaleString('en-US')} services`,
        })),
      };
    } finally {
      await portal.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(options: {
  url: string;
  executablePath: string;
  runs: number;
}): Promise<BenchmarkRow[]> {
  const { url, executablePath, runs } = options;
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1440, height: 1000 },
    });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'AKS Traffic' }).waitFor();
    const rows: BenchmarkRow[] = [];
    for (const [way, visit] of visits) {
      const seen: Visit[] = [];
      // The first visit is not counted: it fills the browser's cache and warms up the backend.
      for (let turn = -1; turn < runs; turn += 1) {
        const times = await visit(page);
        if (turn >= 0) {
          seen.push(times);
        }
      }
      for (const part of Object.keys(seen[0])) {
        const value = percentile(
          seen.map(times => times[part]),
          0.5,
        );
        rows.push({
          label: `${part}, opened ${way}`,
          value,
          unit: 'ms, median',
          ratio: value / budget.time,
          against: budget.name,
        });
      }
    }
    return rows;
  } finally {
    await browser.close();
  }
}
