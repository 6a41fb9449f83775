import { fileURLToPath } from 'node:url';

const images = fileURLToPath(new URL('../../../docs/images', import.meta.url));

export const wide = { width: 1440, height: 1000 };
export const narrow = { width: 390, height: 900 };

/** Takes a picture of a page, or of a part of one, into docs/images. */
export async function shoot(target, name) {
  const page = target.page?.() ?? target;
  // Fonts, icons and charts settle after the text is there.
  await page.waitForTimeout(700);
  await target.screenshot({ path: `${images}/${name}.png` });
}

/** Does something while the page has another size than usual. */
export async function withSize(page, size, action) {
  await page.setViewportSize(size);
  try {
    await action();
  } finally {
    await page.setViewportSize(wide);
  }
}
