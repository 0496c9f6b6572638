import type { Page } from 'playwright-core';

/** What has the focus, in the innermost shadow root, by its name. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const field = active?.id ? (active.getRootNode() as ParentNode).querySelector(`label[for="${active.id}"]`) : null;
    return (active?.ariaLabel ?? field?.textContent ?? active?.textContent ?? '')
      .replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  });

/** Goes on with the Tab key until something of this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    if (name.test(await focusedName(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing called ${String(name)} can be reached`);
}

/** Goes to something of this name with the Tab key, and presses Enter. */
export async function enter(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Opens a tab of the portal, and waits until what is in it has its data. */
export async function openTab(page: Page, name: string, element: string): Promise<void> {
  await page.getByRole('tab', { name }).press('Enter');
  await page.locator(`${element} [part=base][aria-busy=false]`).first().waitFor();
}
