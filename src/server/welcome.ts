import { networkInterfaces } from 'node:os';
import QRCode from 'qrcode';
import { createWords, LANGUAGES } from '../locales/index.ts';
import { boardPath, type Role } from '../notice/index.ts';
import type { Configuration } from './configuration.ts';
import { DEMO_VILLAGE } from './demo/demo-village.ts';
import { enrolmentLink } from './enrolment-link.ts';

export interface WelcomeLink {
  readonly name: string;
  readonly role: Role;
  readonly token: string;
}

/** The address of this machine in its own network, where phones can reach it; undefined without one. */
export function lanUrl({ host, port, isPublicUrlGuessed }: Configuration): string | undefined {
  if (!isPublicUrlGuessed || host !== '0.0.0.0') return undefined;
  const addresses = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  const lan = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  return lan && `http://${lan.address}:${port}`;
}

/** One screen: where the demo village is, its three links, a code for a phone, what to do next. */
export async function demoWelcome(
  configuration: Configuration,
  links: readonly WelcomeLink[],
): Promise<string> {
  const words = createWords('zh-CN');
  const english = createWords('en');
  const { publicUrl } = configuration;
  const lan = lanUrl(configuration);
  const first = links[0];
  const code =
    first &&
    (await QRCode.toString(enrolmentLink(lan ?? publicUrl, first.token), {
      type: 'terminal',
      small: true,
      errorCorrectionLevel: 'L',
    }));
  return [
    words.t('server.welcome.title'),
    english.t('server.welcome.title'),
    '',
    ...links.map(
      ({ name, role, token }) =>
        `  ${words.t(`notice.role.${role}`)} ${name}\n    ${enrolmentLink(publicUrl, token)}`,
    ),
    `  ${words.t('server.welcome.board')}\n    ${publicUrl}${boardPath(DEMO_VILLAGE)}`,
    '',
    ...(code ? [words.t('server.welcome.scan'), code.trimEnd()] : []),
    ...(lan ? [words.t('server.welcome.lan', { url: lan })] : []),
    words.t('server.welcome.next'),
    english.t('server.welcome.next'),
    '',
  ].join('\n');
}

/** Where a real installation is reached; links are the administrator's to make. */
export function districtWelcome({ publicUrl }: Configuration): string {
  const lines = LANGUAGES.map((language) =>
    createWords(language).t('server.welcome.district', { url: publicUrl }),
  );
  return `${lines.join('\n')}\n`;
}
