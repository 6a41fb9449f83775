import { Page } from 'playwright-core';

/** Parts of the dashboard, by what is there as soon as they are. */
const dashboard = {
  'clocks, counts and coverage':
    '[data-testid="traffic-dashboard"] [aria-label="Coverage"]',
  'first rows of the table':
    '[data-testid="traffic-dashboard"] [role="rowheader"]',
  'burn-down': '[data-testid="traffic-dashboard"] figure svg path',
};

/** When each part was first painted, in milliseconds from the begin of the visit. */
export type Visit = Record<string, number>;

/**
 * Waits for the parts in the page itself, since asking from outside would add the way there. A part counts when the
 * frame that it is in has been handed to the screen.
 */
async function watch(
  page: Page,
  parts: Record<string, string>,
): Promise<Visit> {
  return page.evaluate(async selectors => {
    const painted = async (selector: string) => {
      while (!document.querySelector(selector)) {
        await new Promise(requestAnimationFrame);
      }
      await new Promise(requestAnimationFrame);
      const begin: number = (window as { visitBegan?: number }).visitBegan ?? 0;
      return performance.now() - begin;
    };
    const times = await Promise.all(
      Object.entries(selectors).map(async ([part, selector]) => [
        part,
        await painted(selector),
      ]),
    );
    return Object.fromEntries(times);
  }, parts);
}

/** Opens the dashboard by its address, in a browser that has been at the portal before. */
export async function visitByAddress(page: Page): Promise<Visit> {
  await page.goto('/aks-traffic/services', { waitUntil: 'commit' });
  return watch(page, dashboard);
}

/** Opens a page of Backstage's own that asks the backend for next to nothing: what the portal takes by itself. */
export async function visitSettings(page: Page): Promise<Visit> {
  await page.goto('/settings', { waitUntil: 'commit' });
  return watch(page, { 'settings of Backstage': 'h1' });
}

/** Opens the dashboard from another page of the portal. */
export async function visitFromSideBar(page: Page): Promise<Visit> {
  await page.goto('/settings');
  const link = page.getByRole('link', { name: 'AKS Traffic' });
  await link.waitFor();
  await link.evaluate((element: HTMLElement) => {
    (window as { visitBegan?: number }).visitBegan = performance.now();
    element.click();
  });
  return watch(page, dashboard);
}
