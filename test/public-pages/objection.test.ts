import { describe, expect, test } from 'vitest';
import { renderObjectionForm, renderObjectionReceipt } from '../../src/public-pages/index.ts';
import { anObjectionForm } from './page-inputs.ts';
import { textOf } from './reading.ts';

describe('在网上提意见', () => {
  const values = { text: '第3户<有车>\n请核实', name: '赵某一', telephone: '' };

  test('表单交到这份公示自己的地址，姓名、电话可不填', () => {
    const page = renderObjectionForm(anObjectionForm());
    expect(page).toContain(
      '<form action="/v/230717100200/7K3M9QX2RT/objection?lang=zh-CN" method="post">',
    );
    expect(page).toMatch(/<textarea[^>]* required=""/);
    expect(page).not.toMatch(/name="(name|telephone)"[^>]* required/);
  });

  test('没提交成功时，说明原因，写过的字一个不丢', () => {
    const page = renderObjectionForm(anObjectionForm({ values, problem: 'too-many' }));
    expect(textOf(page)).toContain('没有提交成功');
    expect(page).toContain('第3户&lt;有车&gt;\n请核实</textarea>');
    expect(page).toContain('value="赵某一"');
  });

  test('写了字的页面上，没有会让字丢掉的换语言链接', () => {
    expect(renderObjectionForm(anObjectionForm({ values }))).not.toContain(
      'href="/v/230717100200/7K3M9QX2RT/objection',
    );
  });

  test('不会写的，可以打电话', () => {
    expect(renderObjectionForm(anObjectionForm())).toContain('href="tel:04580000001"');
  });

  test('公示期最后一天还说会办理，过后说转给村里', () => {
    const on = (today: string) => textOf(renderObjectionForm(anObjectionForm({ today })));
    expect(on('2026-11-30')).toContain('会在公示期内办理');
    expect(on('2026-12-01')).toContain('公示期已满');
  });
});

describe('凭回执号看答复', () => {
  const receipt = {
    ...anObjectionForm(),
    receipt: { code: 'H3K9M7QX2R', written: 'H3K9M-7QX2R' },
    objection: { text: '请核实第3户', receivedOn: '2026-11-25', answers: [] },
    answerBy: '2026-12-05',
  };

  test('刚提交：有回执号、最迟答复的日子', () => {
    const text = textOf(renderObjectionReceipt(receipt));
    expect(text).toContain('意见收到了');
    expect(text).toContain('H3K9M-7QX2R');
    expect(text).toContain('最迟答复2026年12月5日');
    expect(text).toContain('还没有答复');
  });

  test('有了答复：写明谁答的、哪天答的', () => {
    const answer = { text: '已核实', by: '村务监督委员会', on: '2026-11-28' };
    const text = textOf(
      renderObjectionReceipt({
        ...receipt,
        objection: { ...receipt.objection, answers: [answer] },
      }),
    );
    expect(text).toContain('您的意见有答复了');
    expect(text).toContain('答复（村务监督委员会，2026年11月28日）已核实');
  });
});
