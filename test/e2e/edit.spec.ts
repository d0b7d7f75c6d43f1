import { join } from 'node:path';
import { type CDPSession, expect, type Locator, test } from '@playwright/test';
import { type Phone, startVillage, type Village } from './support/phones.ts';

const workbook = join(import.meta.dirname, '../spreadsheet/fixtures/five-hundred.xlsx');

let village: Village;
let phone: Phone;

test.beforeEach(async () => {
  village = await startVillage();
  phone = await village.phone('经办人');
  await phone.open('/new');
  await phone.page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await expect(phone.page.getByRole('textbox', { name: '年度' })).toBeVisible();
});

test.afterEach(() => village.end());

test('撤销和重做跨过整份草稿，关掉再打开也还在', async () => {
  const { page, context } = phone;
  const saved = page.getByText('已存在手机上');
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await expect(saved).toBeVisible();
  await page.getByLabel('应到人数').fill('36');
  await expect(saved).toBeVisible();
  await page.getByRole('button', { name: '添加户' }).click();
  await expect(saved).toBeVisible();
  await page.getByRole('dialog').getByLabel('户主姓名').fill('赵某一');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByText('共1户')).toBeVisible();
  await expect(page.getByText('已存在手机上')).toBeVisible();
  const address = page.url();

  // the tab dies; what was done can still be taken back, step by step
  const session = await context.newCDPSession(page);
  const crash = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crash;
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByText('共1户')).toBeVisible();
  const undo = again.getByRole('button', { name: '撤销' });
  const redo = again.getByRole('button', { name: '重做' });
  await undo.click();
  await undo.click();
  await expect(again.getByText('共0户')).toBeVisible();
  await undo.click();
  await expect(again.getByLabel('应到人数')).toHaveValue('');
  await expect(again.getByRole('textbox', { name: '年度' })).toHaveValue('2026');
  await redo.click();
  await expect(again.getByLabel('应到人数')).toHaveValue('36');
  await redo.click();
  await redo.click();
  await expect(again.getByRole('link', { name: /赵某一/ })).toBeVisible();
});

test('五百户的名单：页面一直很轻，找得到、排得了、能一起改、能移动、能删', async () => {
  const { page } = phone;
  await page.getByRole('link', { name: '从表格导入' }).click();
  await page.locator('input[type=file]').setInputFiles(workbook);
  await page.getByRole('button', { name: '导入500户' }).click();
  await expect(page.getByText('共500户')).toBeVisible();
  expect(await page.locator('*').count()).toBeLessThan(400);
  const list = page.getByRole('list', { name: '农户名单' });

  // the last household is there when one scrolls to it
  await page.keyboard.press('End');
  await expect(list.getByRole('link', { name: /^500 / })).toBeVisible();
  expect(await page.locator('*').count()).toBeLessThan(400);

  await page.keyboard.press('Home');
  await page.getByRole('searchbox').fill('秦某 八');
  await expect(page.getByText(/找到\d+户/)).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('排列').selectOption('按家庭人口数');
  await expect(list.getByRole('listitem').first()).toContainText('1人');
  await page.getByRole('button', { name: '公示也按这个顺序排' }).click();
  await expect(list.getByRole('link').first()).toHaveAccessibleName(/^1 .*1人$/);

  // several households at once
  await page.getByRole('button', { name: '选择' }).click();
  await page.getByRole('checkbox', { name: '选择第2户' }).check();
  await page.getByRole('checkbox', { name: '选择第3户' }).check();
  await page.getByRole('button', { name: '改一栏' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('77组');
  await page.getByRole('button', { name: '改这2户' }).click();
  await page.getByRole('button', { name: '上移' }).click();
  await expect(list.getByRole('listitem').nth(0)).toContainText('77组');
  await expect(list.getByRole('listitem').nth(2)).not.toContainText('77组');
  await page.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('共498户')).toBeVisible();
  // only the deleting is taken back, however quickly one thing followed the other
  const deleted = page.getByRole('status').filter({ hasText: '已删除2户' });
  await deleted.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '选好了' }).click();
  await expect(page.getByText('共500户')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(list.getByRole('link', { name: /^1 .*77组/ })).toBeVisible();

  // on a slow phone the keys come before the household is drawn, and still go into it
  const session = await phone.context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  const panel = page.getByRole('dialog');
  await Promise.all([
    ...(await tap(session, list.getByRole('link').first())),
    ...press(session, [{ text: '7' }, { text: '8' }]),
  ]);
  await expect(panel.getByRole('textbox').first()).toHaveValue(/组78$/);
  // and so they do into the next one
  const title = await panel.getByRole('heading').textContent();
  const number = Number(title?.match(/\d+/)?.[0]);
  const last = panel.getByRole('textbox').last();
  const lastValue = await last.inputValue();
  await last.focus();
  await Promise.all(
    press(session, [
      { key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
      { text: '7' },
      { text: '8' },
    ]),
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect(panel.getByRole('heading')).toContainText(`第${number + 1}户`);
  await expect(panel.getByRole('textbox').first()).toHaveValue(/78$/);
  await panel.getByRole('button', { name: '上一户' }).click();
  await expect(panel.getByRole('heading')).toContainText(`第${number}户`);
  await expect(last).toHaveValue(lastValue);
  await panel.getByRole('button', { name: '完成' }).click();
  await expect(panel).toBeHidden();

  // who taps twice means one household, and not what the first tap has put under the finger
  await Promise.all(await tap(session, page.getByRole('button', { name: '添加户' }), 2));
  await expect(panel.getByRole('heading')).toHaveText('第501户 / 501');
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(list).toBeVisible();
  // nothing was typed into it: the phone's own button leaves no household behind
  await expect(page.getByText('共500户')).toBeVisible();
  // by key, since a tap so soon after would be taken for one of the two before
  await page.getByRole('button', { name: '添加户' }).press('Enter');
  await expect(panel.getByRole('heading')).toHaveText('第501户 / 501');

  // a new household begins in the group of the last one: keys take its place, and left so it is none
  const group = panel.getByLabel('村民小组');
  await expect(group).toHaveValue(/组/);
  await expect(group).toBeFocused();
  await page.keyboard.type('12组');
  await expect(group).toHaveValue('12组');
  await page.keyboard.press('Enter');
  await page.keyboard.type('冯某十二');
  await panel.getByRole('button', { name: '再加一户' }).click();
  await expect(panel.getByRole('heading')).toHaveText('第502户 / 502');
  await expect(group).toHaveValue('12组');
  await panel.getByRole('button', { name: '完成' }).click();
  await expect(page.getByText('共501户')).toBeVisible();
});

/** Keys as they come from a keyboard, without waiting for what becomes of them. */
function press(session: CDPSession, keys: readonly object[]): Promise<unknown>[] {
  return keys.map((key) => session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }));
}

/** A quick finger on what is seen, or two taps of it. */
async function tap(session: CDPSession, on: Locator, taps = 1): Promise<Promise<unknown>[]> {
  await on.scrollIntoViewIfNeeded();
  const box = await on.boundingBox();
  if (!box) throw new Error('nothing is seen there');
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: 'left' } as const;
  return Array.from({ length: taps }, (_, index) => index + 1).flatMap((clickCount) =>
    (['mousePressed', 'mouseReleased'] as const).map((type) =>
      session.send('Input.dispatchMouseEvent', { type, ...place, clickCount }),
    ),
  );
}

test('宽屏上名单是表格：键盘走、直接打字、输入法不断、从 WPS 粘贴、一步撤回', async () => {
  const { page, context } = phone;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: '从表格导入' }).click();
  await page.locator('input[type=file]').setInputFiles(workbook);
  await page.getByRole('button', { name: '导入500户' }).click();
  const grid = page.getByRole('grid', { name: '农户名单' });
  await expect(grid).toHaveAttribute('aria-rowcount', '501');
  const saved = page.getByText('已存在手机上');
  const cell = (label: string, number: number) =>
    grid.getByRole('textbox', { name: `${label} 第${number}户`, exact: true });

  // keys move about, only the cell under the cursor is a field, and the page stays light
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await expect(cell('户主姓名', 1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(cell('家庭人口数', 2)).toBeFocused();
  await page.keyboard.press('Control+End');
  await expect(cell('家庭人口数', 500)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(grid.getByRole('link', { name: '打开第500户' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(cell('村民小组', 1)).toBeFocused();
  await expect(grid.getByRole('textbox')).toHaveCount(1);
  expect(await page.locator('*').count()).toBeLessThan(400);

  // typing begins at once, Tab and Enter go on, Escape gives up, Delete clears
  await page.keyboard.type('9组');
  await page.keyboard.press('Tab');
  await expect(cell('户主姓名', 1)).toBeFocused();
  await page.keyboard.type('不要的字');
  await page.keyboard.press('Escape');
  await expect(cell('户主姓名', 1)).toHaveValue('赵某一');
  await page.keyboard.press('F2');
  await page.keyboard.type('，患尿毒症');
  await page.keyboard.press('Enter');
  await expect(cell('户主姓名', 2)).toBeFocused();
  const first = grid.getByRole('row').nth(1);
  await expect(first).toContainText('不能上墙：健康情况');
  await page.keyboard.press('Delete');
  await expect(cell('户主姓名', 2)).toHaveValue('');

  // an input method composes from the first key on; its Enter and arrows are its own
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', {
    text: 'zhao',
    selectionStart: 4,
    selectionEnd: 4,
  });
  await session.send('Input.imeSetComposition', { text: '钱', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '钱某乙' });
  await expect(cell('户主姓名', 2)).toHaveValue('钱某乙');
  await page.keyboard.press('Enter');
  await expect(saved).toBeVisible();

  // a block lands at the cursor and adds the rows that lack, as one step
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  await expect(cell('户主姓名', 500)).toBeFocused();
  await cell('户主姓名', 500).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '甲某\t１人\n乙某 23071718800101008X\t2\n');
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(grid).toHaveAttribute('aria-rowcount', '502');
  await expect(cell('户主姓名', 500)).toHaveValue('甲某');
  await page.keyboard.press('ArrowDown');
  await expect(cell('户主姓名', 501)).toHaveValue('乙某 230717************');
  await page.keyboard.press('Control+z');
  await expect(grid).toHaveAttribute('aria-rowcount', '501');
  await expect(saved).toBeVisible();

  // what a step back has put into the cell is replaced by what is typed next, too
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+z');
  await expect(cell('村民小组', 1)).toHaveValue('9组');
  await page.keyboard.type('8组');
  await expect(cell('村民小组', 1)).toHaveValue('8组');
  await page.keyboard.press('Escape');
  await expect(cell('村民小组', 1)).toHaveValue('9组');

  // more than a list may hold changes nothing, and says so where it is seen
  await cell('村民小组', 1).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '1组\t某某\t1\n'.repeat(6_000));
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole('alert')).toHaveText('一份公示最多5000户，请分成几份。');
  await expect(page.getByRole('alert')).toBeInViewport();
  await expect(grid).toHaveAttribute('aria-rowcount', '501');
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(cell('村民小组', 1)).toHaveValue('9组');
  await expect(first).toContainText('赵某一，患尿毒症');
  await expect(grid.getByRole('row').nth(2)).toContainText('钱某乙');
});

test('不能上墙的内容当场说，一下就遮住，说得出为什么；身份证号不会存下来', async () => {
  const { page } = phone;
  await page.getByRole('button', { name: '添加户' }).click();
  const panel = page.getByRole('dialog');
  const name = panel.getByLabel('户主姓名');
  await name.fill('赵某一23071718800101008X');
  await expect(name).toHaveValue('赵某一230717************');
  await expect(panel.getByText('已自动遮住身份证号，全号不会存下来')).toBeVisible();
  await name.fill('赵某一，患尿毒症');
  await panel.getByLabel('村民小组').fill('1组');
  await expect(panel.getByText('这里有健康情况：尿毒症')).toBeVisible();
  await panel.getByText('为什么不能上墙').click();
  await expect(panel.getByText('中华人民共和国个人信息保护法（第二十八条）')).toBeVisible();
  await panel.getByLabel('家庭人口数').fill('2');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('link', { name: /不能上墙：健康情况/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: '有1处要改' })).toBeVisible();
  await page.getByRole('link', { name: /“户主姓名”里有健康情况/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '遮住' }).click();
  await expect(page.getByRole('dialog').getByLabel('户主姓名')).toHaveValue(/略/);
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('heading', { name: '有1处要改' })).toBeHidden();

  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const texts = databases.map(
      ({ name = '' }) =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const stores = [...opening.result.objectStoreNames];
            const reading = opening.result.transaction(stores);
            const all = stores.map((one) => reading.objectStore(one).getAll());
            reading.oncomplete = () => resolve(JSON.stringify(all.map(({ result }) => result)));
          };
        }),
    );
    return (await Promise.all(texts)).join('');
  });
  expect(stored).toContain('赵某一');
  expect(stored).not.toContain('23071718800101008');
});

test('单位和负责人的电话只问一次', async () => {
  const { page } = phone;
  await page.getByLabel('村民委员会电话').fill('13900000001');
  await page.getByLabel('镇人民政府电话').focus();
  const question = page.getByText('“13900000001”会印在公示上。是单位或负责人的公开电话吗？');
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: '可以公开' }).click();
  await expect(page.getByText('已记住：“13900000001”可以公开')).toBeVisible();
  await expect(question).toBeHidden();
  // the leader's number may stand elsewhere in the same notice, a villager's may not
  const note = page.getByLabel(/其他说明/);
  await note.fill('赵某一13900000001，钱某二13900000002');
  await page.getByLabel('镇人民政府电话').focus();
  await expect(note).toHaveValue('赵某一13900000001，钱某二139****0002');
  // even what was typed the moment before the page went
  await note.press('End');
  await page.keyboard.type('。请打电话问');
  await page.reload();
  await expect(note).toHaveValue('赵某一13900000001，钱某二139****0002。请打电话问');
  await phone.open('/new');
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await expect(page.getByLabel('村民委员会电话')).toHaveValue('13900000001');
  await expect(question).toBeHidden();
});

test('填错的地方在最上面列出来，一点就到', async () => {
  const { page } = phone;
  await page.getByLabel('应到人数').fill('三十六');
  await page.getByLabel('实到人数').fill('31');
  await page.getByLabel('不同意人数').focus();
  const summary = page.getByRole('region', { name: '有1处要改' });
  await expect(summary).toBeVisible();
  await summary.getByRole('link').click();
  await expect(page.getByLabel('应到人数')).toBeFocused();
  await page.getByLabel('应到人数').fill('36');
  await expect(summary).toBeHidden();
  await expect(page.getByRole('navigation', { name: '填写进度' })).toContainText('民主评议');
});

test('题可以一次只看一组，一组填好到下一组，也可以看全部', async () => {
  const { page } = phone;
  await page.getByRole('link', { name: '一次只看一组' }).click();
  await expect(page.getByLabel('应到人数')).toBeHidden();
  // what is wrong in it is told in it, and what is elsewhere is not
  await page.getByRole('textbox', { name: '年度' }).fill('26');
  await page.getByRole('textbox', { name: '年度' }).blur();
  const toMend = page.getByRole('region', { name: '有1处要改' });
  await toMend.getByRole('link', { name: /“年度”/ }).click();
  await expect(page.getByRole('textbox', { name: '年度' })).toBeFocused();
  await expect(page.getByLabel('应到人数')).toBeHidden();
  await page.getByRole('link', { name: '下一组：民主评议' }).click();
  await expect(page.getByLabel('应到人数')).toBeVisible();
  await expect(toMend).toBeHidden();
  const progress = page.getByRole('navigation', { name: '填写进度' });
  await progress.getByRole('link', { name: /基本情况/ }).click();
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await page.getByRole('link', { name: '下一组：民主评议' }).click();
  await expect(page.getByRole('textbox', { name: '年度' })).toBeHidden();
  await page.getByLabel('应到人数').fill('36');
  await expect(page.getByText('已存在手机上')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('应到人数')).toHaveValue('36');
  await expect(progress.getByRole('link', { name: /民主评议/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  // who looks at the whole list, takes rows in or turns back comes back to the group of the list
  await progress.getByRole('link', { name: /农户/ }).click();
  await page.getByRole('link', { name: '从表格导入' }).click();
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByRole('button', { name: '添加户' })).toBeVisible();
  await page.getByRole('link', { name: '返回' }).click();
  await expect(progress.getByRole('link', { name: /农户/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(page.getByRole('textbox', { name: '年度' })).toBeHidden();
  await progress.getByRole('link', { name: /联系电话/ }).click();
  await expect(page.getByRole('button', { name: '填好了，去检查' })).toBeVisible();
  await page.getByRole('link', { name: '看全部' }).click();
  await expect(page.getByRole('textbox', { name: '年度' })).toHaveValue('2026');
  await expect(page.getByLabel('应到人数')).toHaveValue('36');
});

test('填过的农户进名册，下一份公示从名册选；也能照以前的公示填', async () => {
  const { page } = phone;
  const list = join(import.meta.dirname, '../spreadsheet/fixtures/village-list.xlsx');
  await page.getByLabel(/其他说明/).fill('有疑问请到村委会问。');
  await page.getByRole('link', { name: '从表格导入' }).click();
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByRole('button', { name: '导入12户' }).click();
  await expect(page.getByText('12户名册里没有')).toBeVisible();
  await page.getByRole('button', { name: '更新农户名册' }).click();
  await expect(page.getByText('12户名册里没有')).toBeHidden();
  const first =
    page
      .url()
      .replace(/\/edit.*$/, '')
      .split('/')
      .at(-1) ?? '';

  await phone.open('/new');
  await page.getByRole('button', { name: /贫困户识别第二次公示/ }).click();
  await page.getByRole('link', { name: '照以前的公示填' }).click();
  await page.getByLabel('照哪一份').selectOption(first);
  await page.getByRole('button', { name: '照着填' }).click();
  await expect(page.getByLabel(/其他说明/)).toHaveValue('有疑问请到村委会问。');
  await expect(page.getByText('共0户')).toBeVisible();

  await page.getByRole('link', { name: '从名册选' }).click();
  await page.getByLabel('查找').fill('赵某一');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '加入1户' }).click();
  await expect(page.getByRole('link', { name: /赵某一.*1组 · 1人/ })).toBeVisible();

  // the same household is not offered twice; a changed size is offered back
  await page.getByRole('link', { name: /赵某一/ }).click();
  await page.getByRole('dialog').getByLabel('家庭人口数').fill('4');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByText('1户人口有变化')).toBeVisible();
  await page.getByRole('link', { name: '从名册选' }).click();
  await page.getByLabel('查找').fill('赵某一');
  await expect(page.getByText('这里没有可以选的。')).toBeVisible();
  await page.getByLabel('从哪里选').selectOption(first);
  await page.getByLabel('查找').fill('');
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByRole('button', { name: '加入11户' }).click();
  await expect(page.getByText('共12户')).toBeVisible();
});
