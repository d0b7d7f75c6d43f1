import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { renderBoardPage, renderNoticePage } from '../../src/public-pages/index.ts';
import {
  aBoardNotice,
  aBoardPage,
  aNoticePage,
  aVariedDocument,
  FIRST_CODE,
} from './page-inputs.ts';

/** What the answer's own lines take besides, with room to spare. */
const HEADERS = 640;

/** As it goes over the wire to every phone of the last eight years. */
function packed(page: string): number {
  return brotliCompressSync(page).length + HEADERS;
}

/** A page as it is read most: somebody scanned the sheet, in the demonstration too. */
function noticeBytes(households: number): number {
  const document = aVariedDocument(households);
  const sheet = { revision: 1, checkCode: FIRST_CODE };
  const bytes = packed(renderNoticePage(aNoticePage({ document, sheet, demo: true })));
  console.info(`notice with ${households} households: ${bytes} bytes`);
  return bytes;
}

test('60户的公示，压缩后不超过4KiB', () => {
  expect(noticeBytes(60)).toBeLessThanOrEqual(4 * 1024);
});

test('500户的公示，压缩后不超过12KiB', () => {
  expect(noticeBytes(500)).toBeLessThanOrEqual(12 * 1024);
});

test('两百份公示的公示栏，压缩后不超过15KiB', () => {
  const notices = Array.from({ length: 200 }, (_one, index) =>
    aBoardNotice(`东升镇东升村${2026 - (index % 8)}年第${index}号公示`, {
      publishedAt: `${2026 - (index % 8)}-03-01T02:00:00.000Z`,
      item: ['贫困人口识别', '贫困人口退出', '扶贫小额信贷'][index % 3] ?? '',
    }),
  );
  const bytes = packed(renderBoardPage(aBoardPage({ notices })));
  console.info(`board with 200 notices: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(15 * 1024);
});
