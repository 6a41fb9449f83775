import { openNotification } from '../notifications.mjs';
import { shoot, withSize } from './shoot.mjs';

/** What the owner of a service at risk was told. */
export async function shootNotifications(page, theme) {
  await withSize(page, { width: 1440, height: 620 }, async () => {
    await openNotification(page);
    await page.getByRole('button', { name: 'Show more' }).first().click();
    await shoot(page, `notifications-${theme}`);
  });
}
