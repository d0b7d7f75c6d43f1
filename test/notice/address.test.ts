import QRCode from 'qrcode';
import { describe, expect, test } from 'vitest';
import {
  boardPath,
  type CheckCode,
  type NoticeAddress,
  noticePath,
  qrAddress,
  readNoticePath,
} from '../../src/notice/index.ts';
import { A_CODE, DONGSHENG } from '../builders/index.ts';

const notice: NoticeAddress = { village: DONGSHENG, notice: A_CODE };
const sheet: NoticeAddress = {
  ...notice,
  sheet: { revision: 3, checkCode: '9F2C41AB' as CheckCode },
};

test('村、公示、纸上的一版，各有一个网址', () => {
  expect(boardPath(DONGSHENG)).toBe('/v/230717100200');
  expect(noticePath(notice)).toBe('/v/230717100200/7K3M9QX2RT');
  expect(noticePath(sheet)).toBe('/v/230717100200/7K3M9QX2RT/3-9F2C41AB');
});

describe('读网址', () => {
  test.each([
    ['/v/230717100200/7K3M9QX2RT', notice],
    ['/V/230717100200/7K3M9QX2RT/', notice],
    ['/v/230717100200/7k3m9qx2rt/3-9f2c41ab', sheet],
    ['/V/230717100200/7K3M9QX2RT/3-9F2C41AB', sheet],
    ['HTTPS://GONGSHI.EXAMPLE.CN/V/230717100200/7K3M9QX2RT/3-9F2C41AB', sheet],
    ['https://example.cn/gongshi/v/230717100200/7K3M9QX2RT/3-9F2C-41AB', sheet],
  ])('%s', (path, address) => {
    expect(readNoticePath(path)).toEqual(address);
  });

  test.each([
    '/v/230717100200',
    '/v/2307171002/7K3M9QX2RT',
    '/v/230717100200/7K3M9QX2R',
    '/v/230717100200/7K3M9QX2RT/3',
    '/v/230717100200/7K3M9QX2RT/0-9F2C41AB',
    '/v/230717100200/7K3M9QX2RT/3-9F2C41A',
    '/v/230717100200/7K3M9QX2RT/3-9F2C41AB/objection',
    '/v/../7K3M9QX2RT',
    '',
  ])('“%s”不是公示的网址', (path) => {
    expect(readNoticePath(path)).toBeUndefined();
  });

  test('写出去的都读得回来', () => {
    for (const address of [notice, sheet]) {
      expect(readNoticePath(noticePath(address))).toEqual(address);
      expect(readNoticePath(qrAddress('https://gongshi.example.cn/', address))).toEqual(address);
    }
  });
});

describe('二维码里的网址', () => {
  const hosts = [
    'https://gongshi.yimei.gov.cn',
    'https://v.yimei.gov.cn/',
    'http://192.168.1.20:8080',
  ];

  test.each(hosts)('%s：全是字母数字模式的字，纠错 M 级不超过第3版，Q 级不超过第4版', (host) => {
    const text = qrAddress(host, sheet);
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    expect(QRCode.create(text, { errorCorrectionLevel: 'M' }).version).toBe(3);
    const { version, segments } = QRCode.create(text, { errorCorrectionLevel: 'Q' });
    expect(version).toBeLessThanOrEqual(4);
    expect(segments.map(({ mode }) => mode.id)).not.toContain('Byte');
  });

  test('以前印的纸上是12位的村代码，照样读得出', () => {
    expect(readNoticePath('HTTPS://A.CN/V/230717100200/7K3M9QX2RT/3-9F2C41AB')).toEqual(sheet);
  });

  test('网址末尾有没有斜线都一样', () => {
    expect(qrAddress('https://a.cn/', sheet)).toBe(qrAddress('https://a.cn', sheet));
    expect(qrAddress('https://a.cn', sheet)).toBe('HTTPS://A.CN/V/6PVWZ458/7K3M9QX2RT/3-9F2C41AB');
  });
});
