import { expect, type Page, test } from '@playwright/test';
import { readBarcodes } from 'zxing-wasm/reader';
import { EXAMPLE_PATH, startVillage } from './support/phones.ts';
import './support/sheets.ts';

const DISTRICT = '/people?place=230717';
const VILLAGE = '/people?place=230717100200';

/** Adds a drafter to the demo village and gives the link that is shown for their phone. */
async function addDrafter(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: '添加人员' }).click();
  const dialog = page.getByRole('dialog', { name: '给东升镇东升村添加人员' });
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByRole('radio', { name: '经办人' }).check();
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  return page
    .getByRole('dialog', { name: `给${name}的链接` })
    .getByRole('textbox', { name: '链接' })
    .inputValue();
}

test('管理员添加经办人，链接只进得去一部手机；手机停用以后说得清楚，没上传的内容还在', async () => {
  // three browsers, each with a service worker of its own
  test.slow();
  const village = await startVillage();
  const administrator = await village.phone('管理员');
  await administrator.open('/me');
  await administrator.page.getByRole('link', { name: '人员和链接' }).click();
  await administrator.page.getByRole('combobox', { name: '镇、街道' }).selectOption('东升镇');
  await administrator.page
    .getByRole('combobox', { name: '村', exact: true })
    .selectOption('东升村');
  const link = await addDrafter(administrator.page, '示例新手');

  // the code holds the same link as the text
  const code = administrator.page.getByRole('img', { name: '示例新手的链接二维码' });
  const [read] = await readBarcodes(await code.screenshot(), { formats: ['QRCode'] });
  expect(read?.text).toBe(link);
  await administrator.page.getByRole('button', { name: '完成' }).click();
  const card = administrator.page.getByRole('article', { name: '示例新手' });
  await expect(card).toContainText('还没有手机在用');

  // one phone is let in, a second one is not
  const newcomer = await village.phone(link);
  const stranger = await village.phone('监督员');
  await stranger.open(`/enrol${new URL(link).hash}`);
  await expect(stranger.page.getByRole('alert')).toContainText('已经用过或过期');
  await expect(stranger.page.getByRole('button', { name: '是我，开始使用' })).toBeHidden();

  // while the newcomer writes without signal, the phone is ended
  await newcomer.open(EXAMPLE_PATH);
  await expect(newcomer.page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
  newcomer.cut();
  await newcomer.page.getByRole('button', { name: '修改后重新公布' }).click();
  await newcomer.page.getByLabel('应到人数').fill('39');
  await newcomer.page.getByRole('button', { name: '填好了，去检查' }).click();
  await expect(newcomer.page.getByText(/待上传/)).toBeVisible();

  await administrator.open(VILLAGE);
  await expect(card).toContainText('1部手机在用');
  await card.getByRole('link', { name: '看手机' }).click();
  const phones = administrator.page.getByRole('region', { name: '示例新手' });
  await phones.getByRole('button', { name: '停用' }).click();
  const question = administrator.page.getByRole('dialog', { name: '停用示例新手的这部手机？' });
  await expect(question).toContainText('没上传的内容还留在手机里');
  await question.getByRole('button', { name: '停用' }).click();
  await expect(phones).toBeHidden();

  // the phone is told as soon as it has signal, and keeps what was written
  newcomer.restore();
  await newcomer.open('/me');
  await expect(newcomer.page.getByRole('alert')).toContainText('这部手机已停用', {
    timeout: 90_000,
  });
  await expect(newcomer.page.getByText(/项没上传，都在这部手机上/)).toBeVisible();
  await newcomer.open(`${EXAMPLE_PATH}/edit`);
  await expect(newcomer.page.getByLabel('应到人数')).toHaveValue('39');

  // a new link, whose secret no server's log can hold, and it goes up by itself
  await administrator.open(VILLAGE);
  await card.getByRole('button', { name: '做链接' }).click();
  const again = await administrator.page.getByRole('textbox', { name: '链接' }).inputValue();
  const asked: string[] = [];
  newcomer.context.on('request', (request) => asked.push(request.url().split('#')[0] ?? ''));
  await newcomer.open(`/enrol${new URL(again).hash}`);
  await newcomer.page.getByRole('button', { name: '是我，开始使用' }).click();
  await expect(newcomer.page.getByRole('heading', { name: '我的公示' })).toBeVisible();
  await newcomer.sent();
  expect(asked.filter((url) => url.endsWith('/api/invitation'))).not.toEqual([]);
  expect(asked.filter((url) => url.includes(new URL(again).hash.slice(1)))).toEqual([]);
  await village.end();
});

test('管理人员要有信号，没有时说清楚；一个村能不能一个人公布，改了马上算数', async () => {
  const village = await startVillage();
  const administrator = await village.phone('管理员');
  await administrator.open(VILLAGE);
  const { page } = administrator;
  const rule = page.getByRole('checkbox', { name: '一个人可以公布' });
  await expect(rule).toBeChecked();
  await rule.uncheck();
  await expect(page.getByText('已保存，村里的手机有信号时自动更新')).toBeVisible();
  await expect(rule).not.toBeChecked();

  // nobody can remove themselves
  await administrator.open(DISTRICT);
  const own = page.getByRole('article', { name: '示例管理员' });
  await expect(own).toBeVisible();
  await expect(own.getByRole('button', { name: '移除' })).toBeHidden();

  administrator.cut();
  await administrator.open(VILLAGE);
  await expect(page.getByRole('alert')).toContainText('没有信号');
  await expect(page.getByRole('button', { name: '添加人员' })).toBeHidden();
  administrator.restore();
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('article', { name: '示例审核人' })).toBeVisible();
  await page.getByRole('article', { name: '示例审核人' }).getByText('移除').click();
  await page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
  await expect(page.getByRole('article', { name: '示例审核人' })).toBeHidden();
  await village.end();
});
