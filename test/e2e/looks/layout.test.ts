import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../mock-api/index.js';
import { accessibilityFaults, loaded, openDemo, setControl, sidewaysScroll, useBrowser } from '../demo-page.js';

useBrowser();

describe.each(Object.keys(scenarios))('the page in scenario %s', (scenario) => {
  const fails = scenario === 'failing';

  test('cases 122 and 123: is accessible in light and in dark, and fits into 320 px in both directions', async () => {
    const page = await openDemo(`scenario=${scenario}`, { fails });
    await page.locator('.controls summary').click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 900 });
    for (const dir of ['rtl', 'ltr']) {
      await setControl(page, 'Direction', dir);
      await loaded(page);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  });
});
