import type { StorybookConfig } from '@storybook/web-components-vite';
import { mswWorker } from '../scripts/msw-worker.mjs';
import { sandboxFrame } from '../scripts/sandbox-frame.mjs';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), mswWorker(), sandboxFrame()] }),
};

export default config;
