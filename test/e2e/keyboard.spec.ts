import { expect, type Locator, type Page, test } from '@playwright/test';
import { addDays, todayIn } from '../../src/calendar/index.ts';
import { startVillage } from './support/phones.ts';

const today = todayIn(new Date());

test('不碰屏幕，只用键盘：起草、照以前的填、预览、公布、打开打印页，每一步都看得见焦点', async () => {
  test.setTimeout(240_000);
  const village = await startVillage();
  const { page, sent } = await village.phone('经办人');

  // choose a template: the heading of each new page has the focus, so Tab goes on from its top
  await press(page, page.getByRole('link', { name: '起草公示' }));
  await expect(page.getByRole('heading', { name: '起草公示' })).toBeFocused();
  await press(page, page.getByRole('button', { name: /贫困户识别第一次公示/ }));
  const saved = page.getByText('已存在手机上');

  // take over what the last notice said, and type what is new
  await press(page, page.getByRole('link', { name: '照以前的公示填' }));
  await press(page, page.getByRole('button', { name: '照着填' }));
  await type(page, page.getByRole('textbox', { name: '年度' }), today.slice(0, 4));
  await type(page, page.getByLabel('应到人数'), '36');
  await type(page, page.getByLabel('实到人数'), '31');
  await type(page, page.getByLabel(/^同意人数/), '31');
  await type(page, page.getByLabel('不同意人数'), '0');
  await press(page, page.getByRole('button', { name: '添加户' }));
  const panel = page.getByRole('dialog');
  for (const [question, answer] of [
    ['村民小组', '1组'],
    ['户主姓名', '赵某一'],
    ['家庭人口', '3'],
  ] as const) {
    await type(page, panel.getByLabel(question), answer);
  }
  await press(page, panel.getByRole('button', { name: '完成' }));
  await expect(page.getByText('共1户')).toBeVisible();
  await typeDay(page, page.getByLabel('落款日期'), today);
  await typeDay(page, page.getByLabel('公示开始日期'), addDays(today, 1));
  await expect(saved).toBeVisible();
  await press(page, page.getByRole('button', { name: '填好了，去检查' }));

  // look at the draft, and come back by the arrow at the top
  await press(page, page.getByRole('link', { name: '预览张贴件' }));
  await expect(page.getByText('这是草稿')).toBeVisible();
  await press(page, page.getByRole('link', { name: '返回' }));
  await expect(page.getByRole('button', { name: '公布', exact: true })).toBeVisible();

  // publish, and reach the button that prints
  await press(page, page.getByRole('button', { name: '公布', exact: true }));
  await press(page, page.getByRole('link', { name: '打印张贴件' }));
  await expect(page.getByText(/共\d+页 A4/)).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: '打印', exact: true }));
  await sent();
  await village.end();
});

/** Goes on with Tab until the control has the focus, and looks whether that can be seen. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let steps = 0; steps < 150; steps += 1) {
    if (await control.evaluate((one) => one === document.activeElement)) {
      const outline = await control.evaluate((one) => getComputedStyle(one).outlineStyle);
      expect(outline, `${control}: the focus is seen`).not.toBe('none');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${control}`);
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await expect(field).toHaveValue(text);
}

/** Types a day digit by digit, in the order in which this browser asks for its parts. */
async function typeDay(page: Page, field: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await tabTo(page, field);
  await page.keyboard.type(month + date + year);
  if ((await field.inputValue()) !== day) {
    for (let part = 0; part < 3; part += 1) {
      await page.keyboard.press('Backspace');
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.type(year + month + date);
  }
  await expect(field).toHaveValue(day);
}
