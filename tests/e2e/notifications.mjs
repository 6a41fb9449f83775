/** Opens the notifications and waits for the one about the status page: owners are first told a minute after the start. */
export async function openNotification(page) {
  const link = page.getByRole('link', {
    name: /^status-page: HTTP application routing add-on: support ended/,
  });
  const deadline = Date.now() + 120_000;
  for (;;) {
    await page.goto('/notifications');
    await page.getByText(/^Unread notifications \(\d+\)$/).waitFor();
    if ((await link.isVisible()) || Date.now() > deadline) {
      return link;
    }
    await page.waitForTimeout(2_000);
  }
}
