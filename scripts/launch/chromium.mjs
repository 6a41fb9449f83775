import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser to test with: named by CHROMIUM_PATH, the system's, or the one that comes from npm. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return existsSync(named) ? named : undefined;
  }
  const system = systemPlaces.find(existsSync);
  if (system) {
    return system;
  }
  try {
    const require = createRequire(inRoot('package.json'));
    const { default: chromium } = await import(
      pathToFileURL(require.resolve('@sparticuz/chromium')).href
    );
    return await chromium.executablePath();
  } catch {
    return undefined;
  }
}
