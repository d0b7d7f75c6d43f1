import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import playwrightConfig from '../playwright.config.ts';
import { startCuttableNetwork } from './cuttable-network.ts';
import { enrolmentLink, freePort, startRealServer, temporaryDirectory } from './real-server.ts';

/** The example that the demo village has published, from its page on a phone. */
export const EXAMPLE_PATH = '/n/230717100200/DEM0N0TCE1';

/** A phone with its own storage and its own signal. */
export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cut: () => void;
  readonly restore: () => void;
  /** Opens one of the app's pages. */
  readonly open: (path: string) => Promise<void>;
  /** Waits until all that was done here has reached the server. */
  readonly sent: () => Promise<void>;
}

/** A server with the demo village, and phones that each reach it by a network of their own. */
export interface Village {
  readonly publicUrl: string;
  /** A phone of one of the demo people, by role, or of whom a link was made for. */
  readonly phone: (roleOrLink: string) => Promise<Phone>;
  readonly end: () => Promise<void>;
}

/** Stands in for a microphone, without a question whether it may be used. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export async function startVillage({ hears = false } = {}): Promise<Village> {
  const data = temporaryDirectory();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
  const endings: (() => Promise<unknown>)[] = [];
  return {
    publicUrl,
    phone: async (roleOrLink) => {
      const network = await startCuttableNetwork(() => port);
      const profile = temporaryDirectory();
      const { launchOptions, viewport, locale, timezoneId } = playwrightConfig.use ?? {};
      const context = await chromium.launchPersistentContext(profile.path, {
        ...launchOptions,
        ...(hears ? { args: [...(launchOptions?.args ?? []), ...MICROPHONE] } : {}),
        ...(viewport === undefined ? {} : { viewport }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
      });
      endings.push(async () => {
        await context.close();
        await network.close();
        profile.remove();
      });
      const page = context.pages()[0] ?? (await context.newPage());
      page.on('dialog', (dialog) => void dialog.accept());
      const origin = `http://127.0.0.1:${network.port}`;
      const link = roleOrLink.startsWith(publicUrl)
        ? roleOrLink
        : enrolmentLink(server.output(), roleOrLink);
      await page.goto(link.replace(publicUrl, origin));
      await page.getByRole('button', { name: '是我，开始使用' }).click();
      await expect(page.getByText('都已上传')).toBeVisible();
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      return {
        page,
        context,
        cut: network.cut,
        restore: network.restore,
        open: async (path) => {
          await page.goto(origin + path);
        },
        sent: async () => {
          await page.goto(`${origin}/me`);
          await expect(page.getByText('都已上传')).toBeVisible({ timeout: 90_000 });
        },
      };
    },
    end: async () => {
      for (const end of endings) await end();
      await server.stop();
      data.remove();
    },
  };
}
