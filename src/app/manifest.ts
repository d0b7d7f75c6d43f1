import type { ManifestOptions } from 'vite-plugin-pwa';

const SPREADSHEET = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'text/csv': ['.csv'],
};

/** What a phone or computer is told of the app when it is installed. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: '村务公示栏',
  short_name: '公示栏',
  description: '起草、审核、打印、公布村务公示，没有信号也能用',
  lang: 'zh-CN',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  background_color: '#f7f5f0',
  theme_color: '#a61b14',
  categories: ['government', 'productivity', 'utilities'],
  prefer_related_applications: false,
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/monochrome.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'monochrome' },
    {
      src: '/icons/monochrome-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: 'monochrome',
    },
  ],
  shortcuts: [
    {
      name: '起草公示',
      short_name: '起草',
      url: '/new',
      icons: [{ src: '/icons/shortcut-new.png', sizes: '96x96', type: 'image/png' }],
    },
    {
      name: '查验张贴件',
      short_name: '查验',
      url: '/check',
      icons: [{ src: '/icons/shortcut-check.png', sizes: '96x96', type: 'image/png' }],
    },
    {
      name: '怎么用',
      url: '/help',
      icons: [{ src: '/icons/shortcut-help.png', sizes: '96x96', type: 'image/png' }],
    },
  ],
  screenshots: [
    screenshot('narrow-home', '720x1480', '首页：现在要办的事'),
    screenshot('narrow-draft', '720x1480', '起草：边填边存，没有信号也能用'),
    screenshot('narrow-poster', '720x1480', '打印张贴件，上面有二维码'),
    screenshot('wide-home', '1280x800', '电脑上的首页'),
    screenshot('wide-poster', '1280x800', '电脑上打印张贴件'),
  ],
  // a table shared from WeChat or a file manager; the service worker takes it in, also without signal
  share_target: {
    action: '/share',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      text: 'text',
      files: [
        {
          name: 'files',
          accept: [
            ...Object.entries(SPREADSHEET).flat(2),
            'text/comma-separated-values',
            'text/tab-separated-values',
            '.tsv',
            'text/plain',
            '.txt',
          ],
        },
      ],
    },
  },
  file_handlers: [{ action: '/shared', accept: SPREADSHEET }],
  // 'focus-existing' would drop what is shared (https://github.com/WICG/web-app-launch/issues/62)
  launch_handler: { client_mode: 'auto' },
};

function screenshot(name: string, sizes: string, label: string) {
  return {
    src: `/pictures/app/${name}.webp`,
    sizes,
    type: 'image/webp',
    form_factor: name.startsWith('wide') ? ('wide' as const) : ('narrow' as const),
    label,
  };
}
