import { expect, test } from '@playwright/test';
import { EXAMPLE_PATH, startVillage } from './support/phones.ts';

test('经办人改、审核人看改了什么、批注、退回、再审、公布，两人都没有信号也能办', async () => {
  const village = await startVillage();
  const drafter = await village.phone('经办人');
  const reviewer = await village.phone('审核人');

  // the drafter amends the published example without signal, and hands it over
  await drafter.open(EXAMPLE_PATH);
  await expect(drafter.page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
  drafter.cut();
  await drafter.page.getByRole('button', { name: '修改后重新公布' }).click();
  await drafter.page.getByLabel('应到人数').fill('38');
  await drafter.page.getByRole('button', { name: '填好了，去检查' }).click();
  await drafter.page.getByRole('button', { name: '提交审核' }).click();
  await expect(drafter.page.getByText('待审核')).toBeVisible();
  drafter.restore();
  await drafter.sent();

  // it waits on the reviewer's first screen, and the review says what changed
  await reviewer.open('/');
  const duty = reviewer.page.getByRole('article').filter({ hasText: '等您审核' });
  await expect(duty).toBeVisible({ timeout: 90_000 });
  reviewer.cut();
  await duty.getByRole('link').click();
  await expect(reviewer.page.getByRole('heading', { name: '第1版公布以后的改动' })).toBeVisible();
  const changes = reviewer.page.getByRole('region', { name: '第1版公布以后的改动' });
  await expect(changes.locator('del')).toHaveText('36');
  await expect(changes.locator('ins')).toHaveText('38');

  // a comment on a question and on a household, and back it goes, still without signal
  await reviewer.page.getByRole('button', { name: '批注“应到人数”' }).click();
  await reviewer.page.getByRole('textbox').fill('会议记录上是37人');
  await reviewer.page.getByRole('button', { name: '记下批注' }).click();
  await reviewer.page.getByRole('button', { name: /批注“2 · 林样例”/ }).click();
  await reviewer.page.getByRole('textbox').fill('这户请再核一下人口');
  await reviewer.page.getByRole('button', { name: '记下批注' }).click();
  await expect(reviewer.page.getByText('会议记录上是37人')).toBeVisible();
  await reviewer.page.getByRole('button', { name: '退回' }).click();
  await reviewer.page.getByRole('textbox').fill('人数和会议记录对不上');
  await reviewer.page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
  await expect(reviewer.page.getByText('已退回')).toBeVisible();
  reviewer.restore();
  await reviewer.sent();

  // the drafter reads why, mends it, and hands it over again
  await drafter.open(EXAMPLE_PATH);
  await expect(drafter.page.getByText('人数和会议记录对不上')).toBeVisible({ timeout: 90_000 });
  await expect(drafter.page.getByText('2条批注')).toBeVisible();
  await drafter.page.getByRole('link', { name: /会议记录上是37人/ }).click();
  await drafter.page.getByLabel('应到人数').fill('37');
  await drafter.page.getByRole('button', { name: '填好了，去检查' }).click();
  await expect(drafter.page.getByText('已改', { exact: true })).toBeVisible();
  await drafter.page.getByRole('button', { name: '提交审核' }).click();
  await expect(drafter.page.getByText('待审核')).toBeVisible();
  await drafter.sent();

  // the reviewer sees only what changed since the return, publishes and can print at once
  await reviewer.open('/');
  await expect(duty).toBeVisible({ timeout: 90_000 });
  await duty.getByRole('link').click();
  const since = reviewer.page.getByRole('region', { name: '您上次退回以后的改动' });
  await expect(since.locator('ins')).toHaveText('37');
  reviewer.cut();
  await reviewer.page.getByRole('button', { name: '公布' }).click();
  await reviewer.page.getByRole('link', { name: '打印张贴件' }).click();
  await expect(reviewer.page.getByText(/共\d+页 A4/)).toBeVisible();
  reviewer.restore();
  await reviewer.sent();
  const address = `${village.publicUrl}/v/230717100200/DEM0N0TCE1`;
  await expect
    .poll(async () => (await fetch(address)).text(), { timeout: 90_000 })
    .toContain('应到37人');
  await village.end();
});

test('两个人都没有信号时各自公布了修改：先到的算数，后到的说清楚，谁的字都没丢', async () => {
  const village = await startVillage();
  const first = await village.phone('经办人');
  const second = await village.phone('审核人');
  for (const phone of [first, second]) {
    await phone.open(EXAMPLE_PATH);
    await expect(phone.page.getByRole('button', { name: '修改后重新公布' })).toBeVisible();
    phone.cut();
  }
  for (const [phone, note] of [
    [first, '示例：甲改的说明。'],
    [second, '示例：乙改的说明。'],
  ] as const) {
    await phone.page.getByRole('button', { name: '修改后重新公布' }).click();
    await phone.page.getByLabel(/其他说明/).fill(note);
    await phone.page.getByRole('button', { name: '填好了，去检查' }).click();
    await phone.page.getByRole('button', { name: '公布', exact: true }).click();
    await expect(phone.page.getByRole('link', { name: '打印张贴件' })).toBeVisible();
  }
  const address = `${village.publicUrl}/v/230717100200/DEM0N0TCE1`;
  first.restore();
  await first.sent();
  await expect
    .poll(async () => (await fetch(address)).text(), { timeout: 90_000 })
    .toContain('甲改的说明');

  // the second one is told at once, and both texts stand to be chosen from
  second.restore();
  await second.sent();
  await second.open(EXAMPLE_PATH);
  await expect(second.page.getByRole('alert')).toContainText('已打印的不要张贴', {
    timeout: 90_000,
  });
  expect(await (await fetch(address)).text()).not.toContain('乙改的说明');
  await second.page.getByRole('link', { name: '继续填写' }).click();
  await expect(second.page.getByText(/[甲乙]改的说明/).first()).toBeAttached();
  await village.end();
});

test('审核人没有信号时说本村不适用，写明理由；监督员看到理由，不再催；收回了又催', async () => {
  const village = await startVillage();
  const reviewer = await village.phone('审核人');
  const supervisor = await village.phone('监督员');
  const { page } = reviewer;
  await reviewer.open('/catalogue');
  await page.getByRole('link', { name: /精准扶贫贷款/ }).click();
  await expect(page.getByRole('heading', { name: '这一项东升村适用吗' })).toBeVisible();
  reviewer.cut();
  await page.getByRole('button', { name: '说明本村不适用' }).click();
  await page.getByLabel(/为什么不适用/).fill('本村没有贷款户');
  await page.getByRole('button', { name: '记下不适用' }).click();
  await expect(page.getByRole('heading', { name: '这一项东升村不适用' })).toBeVisible();
  await expect(page.getByText('还没上传')).toBeVisible();
  reviewer.restore();
  await expect(page.getByText('还没上传')).toHaveCount(0, { timeout: 90_000 });

  await supervisor.open('/supervision');
  const cell = supervisor.page.getByRole('button', { name: '东升村 精准扶贫贷款：不适用' });
  await expect(cell).toBeVisible({ timeout: 90_000 });
  await expect(supervisor.page.getByText('1个村不适用')).toBeVisible();
  await cell.click();
  await expect(supervisor.page.getByRole('dialog').getByText('本村没有贷款户')).toBeVisible();
  await supervisor.page.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '收回，重新适用' }).click();
  await expect(page.getByRole('heading', { name: '这一项东升村适用吗' })).toBeVisible();
  await page.getByText('说过的，都在这里').click();
  await expect(page.getByText(/本村没有贷款户/)).toBeVisible();
  await expect(page.getByText('还没上传')).toHaveCount(0, { timeout: 90_000 });
  await supervisor.open('/supervision');
  await expect(
    supervisor.page.getByRole('button', { name: '东升村 精准扶贫贷款：待公开' }),
  ).toBeVisible({ timeout: 90_000 });
  await village.end();
});

test('打电话来的意见：没有信号也能代记、转镇里，镇里答复；公开改写过的话，谁提的谁也看不到', async ({
  request,
}) => {
  const village = await startVillage();
  const drafter = await village.phone('经办人');
  const supervisor = await village.phone('监督员');
  const { page } = drafter;
  await drafter.open(`${EXAMPLE_PATH}/objections`);
  await expect(page.getByText('还没有人提意见。')).toBeVisible();
  drafter.cut();
  await page.getByRole('button', { name: '代记一条口头意见' }).click();
  await page.getByLabel('说了什么').fill('我是周某九，第2户去年买了车。');
  await page.getByLabel('姓名（可不填）').fill('周某九');
  await page.getByRole('button', { name: '代记一条口头意见' }).click();
  await expect(page.getByText('待答复', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '转镇里' }).click();
  await page.getByRole('textbox', { name: '为什么转镇里' }).fill('村里核实不了车是谁的');
  await page.getByRole('dialog').getByRole('button', { name: '转镇里' }).click();
  await expect(page.getByText('待镇里答复')).toBeVisible();
  // it is the town's now, and nobody in the village can hide or delete it
  await expect(page.getByRole('button', { name: /^答复$|不公开|删除/ })).toHaveCount(0);
  drafter.restore();
  await expect(page.getByText('还没上传')).toHaveCount(0, { timeout: 90_000 });

  const town = supervisor.page;
  await supervisor.open('/');
  const duty = town.getByRole('article').filter({ hasText: '等答复' });
  await expect(duty).toBeVisible({ timeout: 90_000 });
  await expect(duty).toContainText('贫困户识别第一次公示');
  await duty.getByRole('link').click();
  await town.getByLabel(/^答复/).fill('已向车管部门核实，车是借用的。');
  await town.getByRole('button', { name: '答复', exact: true }).click();
  await expect(town.getByText('已答复')).toBeVisible();
  await town.getByRole('button', { name: '公开', exact: true }).click();
  const words = town.getByRole('textbox', { name: '公开的文字' });
  await expect(words).toHaveValue(/周某九/);
  await town.getByRole('dialog').getByRole('button', { name: '公开', exact: true }).click();
  await expect(town.getByRole('alert')).toBeVisible();
  await town.getByRole('button', { name: '公开', exact: true }).click();
  await words.fill('有村民反映第2户有车。');
  await town.getByRole('dialog').getByRole('button', { name: '公开', exact: true }).click();
  await expect(town.getByText('示例监督员公开，公开的文字是')).toBeVisible();
  await expect(town.getByText('还没上传')).toHaveCount(0, { timeout: 90_000 });

  const html = await (await request.get(`${village.publicUrl}/v/230717100200/DEM0N0TCE1`)).text();
  expect(html).toContain('有村民反映第2户有车。');
  expect(html).toContain('已向车管部门核实，车是借用的。');
  expect(html).not.toContain('周某九');
  await village.end();
});
