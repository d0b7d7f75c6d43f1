import { expect, type Page, test } from '@playwright/test';
import { EXAMPLE_PATH, type Phone, startVillage } from './support/phones.ts';

const FIELD = '应到人数';

async function type(phone: Phone, value: string): Promise<void> {
  await phone.open(`${EXAMPLE_PATH}/edit`);
  await phone.page.getByLabel(FIELD).fill(value);
  await finish(phone);
}

/** Leaves the form, which ends on the notice's page once all that was typed is stored. */
async function finish({ page }: Phone): Promise<void> {
  await page.getByRole('button', { name: '填好了，去检查' }).click();
  await expect(page).toHaveURL(new RegExp(`${EXAMPLE_PATH}$`));
}

async function downloaded(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '把公示和名册存成一个文件' }).click();
  return (await download).path();
}

test('没上传的存成文件，换一部手机恢复，接着上传；再恢复一次也不重复', async () => {
  test.slow();
  const village = await startVillage();
  const first = await village.phone('经办人');
  await first.open(EXAMPLE_PATH);
  await expect(first.page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
  first.cut();
  await type(first, '41');
  await first.open('/me');
  await expect(first.page.getByText(/份等信号上传/)).toBeVisible();
  const file = await downloaded(first.page);
  await expect(first.page.getByText(/已存成“cunwu-gongshilan-/)).toBeVisible();

  const second = await village.phone('经办人');
  await second.open('/me');
  const chooser = second.page.locator('input[type=file]');
  await chooser.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  });
  await expect(second.page.getByRole('alert')).toContainText('这不是本软件存的文件');
  await chooser.setInputFiles(file);
  await expect(second.page.getByText(/恢复好了/)).toBeVisible();
  await second.sent();
  await second.open(`${EXAMPLE_PATH}/edit`);
  await expect(second.page.getByLabel(FIELD)).toHaveValue('41');
  await second.open('/me');
  await chooser.setInputFiles(file);
  await expect(second.page.getByText(/本来就有，没有重复/)).toBeVisible();
  await village.end();
});

test('两个人把同一处填得不一样，写明谁填的，点一下选定；历史里都看得到，也恢复得了', async () => {
  test.slow();
  const village = await startVillage();
  const drafter = await village.phone('经办人');
  const reviewer = await village.phone('审核人');
  for (const phone of [drafter, reviewer]) {
    await phone.open(EXAMPLE_PATH);
    await expect(phone.page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
    phone.cut();
  }
  await type(drafter, '41');
  await type(reviewer, '42');
  drafter.restore();
  await drafter.sent();
  reviewer.restore();
  await reviewer.sent();

  await reviewer.open(`${EXAMPLE_PATH}/edit`);
  const choice = reviewer.page.getByRole('group', { name: `“${FIELD}”填得不一样，请选一个` });
  await expect(choice).toContainText('您填的');
  await expect(choice).toContainText('示例经办人填的');
  await choice.scrollIntoViewIfNeeded();
  await choice.getByRole('button', { name: '选这个：41' }).click();
  await expect(choice).toBeHidden();
  await expect(reviewer.page.getByLabel(FIELD)).toHaveValue('41');
  await reviewer.sent();

  await reviewer.open(EXAMPLE_PATH);
  await reviewer.page.getByRole('link', { name: '看修改历史' }).click();
  const versions = reviewer.page.getByRole('article');
  await expect(versions.first()).toContainText('示例审核人');
  await expect(versions.first()).toContainText(`选定“${FIELD}”：41`);
  await expect(versions.nth(1)).toContainText('示例审核人填的：42');
  await versions.last().getByRole('button', { name: '恢复成这一次' }).click();
  await reviewer.page
    .getByRole('dialog')
    .getByRole('button', { name: '恢复', exact: true })
    .click();
  await expect(reviewer.page.getByRole('status').filter({ hasText: /已恢复成第/ })).toBeVisible();
  await expect(reviewer.page.getByRole('dialog')).toBeHidden();
  await reviewer.open(`${EXAMPLE_PATH}/edit`);
  await expect(reviewer.page.getByLabel(FIELD)).toHaveValue('36');

  reviewer.cut();
  await reviewer.open(`${EXAMPLE_PATH}/history`);
  await expect(reviewer.page.getByRole('alert')).toContainText('没有信号，看不了修改历史');
  await village.end();
});

test('同一户的一格填得不一样，表旁边说出是哪一户，点进去选定；选晚了的说得清楚，可以放下', async () => {
  test.slow();
  const village = await startVillage();
  const drafter = await village.phone('经办人');
  const reviewer = await village.phone('审核人');
  for (const [phone, value] of [
    [drafter, '5组'],
    [reviewer, '6组'],
  ] as const) {
    await phone.open(EXAMPLE_PATH);
    await expect(phone.page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
    phone.cut();
    await phone.open(`${EXAMPLE_PATH}/edit`);
    await phone.page.locator('[id^="table-"] ul a').first().click();
    const sheet = phone.page.getByRole('dialog');
    await sheet.getByRole('textbox').first().fill(value);
    await sheet.getByRole('button', { name: '完成' }).click();
    await finish(phone);
  }
  for (const phone of [drafter, reviewer]) {
    phone.restore();
    await phone.sent();
  }
  // the drafter chooses without signal, the reviewer with it: the drafter's choice comes too late
  await drafter.sent();
  await drafter.open(`${EXAMPLE_PATH}/edit`);
  await drafter.page.getByRole('link', { name: '林样例', exact: true }).click();
  drafter.cut();
  await drafter.page.getByRole('dialog').getByRole('button', { name: '选这个：5组' }).click();
  await expect(drafter.page.getByRole('dialog').getByRole('group')).toHaveCount(0);
  await drafter.page.getByRole('dialog').getByRole('button', { name: '完成' }).click();

  await reviewer.open(`${EXAMPLE_PATH}/edit`);
  const note = reviewer.page.getByText(/填得不一样，点开选一个/);
  await note.scrollIntoViewIfNeeded();
  await reviewer.page.getByRole('link', { name: '林样例', exact: true }).click();
  const sheet = reviewer.page.getByRole('dialog');
  await sheet.getByRole('button', { name: '选这个：6组' }).click();
  await expect(sheet.getByRole('group')).toHaveCount(0);
  await expect(sheet.getByRole('textbox').first()).toHaveValue('6组');
  await sheet.getByRole('button', { name: '完成' }).click();
  await expect(note).toBeHidden();

  await reviewer.sent();
  drafter.restore();
  await drafter.open('/me');
  const late = drafter.page.getByRole('listitem').filter({ hasText: '选定填法' });
  await expect(late).toContainText('这一处别人已经选定了', { timeout: 90_000 });
  await late.getByRole('button', { name: '再试一次' }).click();
  await expect(late).toContainText('这一处别人已经选定了');
  await late.getByRole('button', { name: '不再提交' }).click();
  await drafter.page.getByRole('dialog').getByRole('button', { name: '不再提交' }).click();
  await expect(late).toBeHidden();
  await village.end();
});

test('看了几户什么都没改，不会一直写着正在保存', async () => {
  const village = await startVillage();
  const { page, open } = await village.phone('经办人');
  await open(EXAMPLE_PATH);
  await expect(page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
  await open(`${EXAMPLE_PATH}/edit`);
  for (const household of [0, 1, 2]) {
    await page.locator('[id^="table-"] ul a').nth(household).click();
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('已存在手机上')).toBeVisible();
  }
  await village.end();
});

test('一个人删了一户，另一个人正好改了它：说清谁删谁改，点一下定下来，撤销也回得来', async () => {
  test.slow();
  const village = await startVillage();
  const drafter = await village.phone('经办人');
  const reviewer = await village.phone('审核人');
  for (const phone of [drafter, reviewer]) {
    await phone.open(EXAMPLE_PATH);
    await expect(phone.page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
    phone.cut();
    await phone.open(`${EXAMPLE_PATH}/edit`);
    await phone.page.locator('[id^="table-"] ul a').first().click();
  }
  await drafter.page.getByRole('button', { name: '删除这一户' }).click();
  await expect(drafter.page.getByText('已删除“林样例”')).toBeVisible();
  const edited = reviewer.page.getByRole('dialog');
  await edited.getByRole('textbox').first().fill('6组');
  await edited.getByRole('button', { name: '完成' }).click();
  for (const phone of [drafter, reviewer]) {
    await finish(phone);
    phone.restore();
    await phone.sent();
  }

  await reviewer.open(`${EXAMPLE_PATH}/edit`);
  const note = reviewer.page.getByText(/有1户填得不一样，点开选一个/);
  await note.scrollIntoViewIfNeeded();
  await reviewer.page.getByRole('link', { name: '林样例', exact: true }).click();
  const choice = reviewer.page.getByRole('dialog').getByRole('group');
  await expect(choice).toContainText('示例经办人');
  await expect(choice).toContainText('删除这一户');
  await expect(choice).toContainText('保留这一户');
  await choice.getByRole('button', { name: '删除这一户' }).click();
  await expect(note).toBeHidden();
  await expect(reviewer.page.getByRole('dialog')).toBeHidden();
  await expect(reviewer.page.getByRole('link', { name: /林样例/ })).toHaveCount(0);
  await reviewer.page.getByRole('button', { name: '撤销' }).click();
  await expect(reviewer.page.getByRole('link', { name: /林样例/ })).toBeVisible();
  await village.end();
});
