import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, plainDay, toICalendar } from '../../src/calendar/index.ts';

const stamp = new Date('2026-11-24T02:03:04.567Z');

function aDeadline(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: '7K3M9QX2RT-deadline@noticeboard.example',
    title: '公开截止：项目库',
    from: plainDay('2026-12-31'),
    to: plainDay('2026-12-31'),
    ...changes,
  };
}

function linesOf(...events: CalendarEvent[]): string[] {
  const file = toICalendar(events, { name: '村务公开', stamp });
  return file.replaceAll('\r\n ', '').split('\r\n');
}

function valueIn(name: string, lines: string[]): string | undefined {
  return lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
}

test('一个截止日是一整天的事，结束写第二天，跨年也对', () => {
  const lines = linesOf(aDeadline());
  expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
  expect(lines).toContain('DTEND;VALUE=DATE:20270101');
  expect(lines).toContain('DTSTAMP:20261124T020304Z');
  expect(lines).toContain('UID:7K3M9QX2RT-deadline@noticeboard.example');
});

test('文件首尾完整，每行以回车换行结束', () => {
  const file = toICalendar([aDeadline(), aDeadline()], { name: '村务公开', stamp });
  expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('估算的日期标为待定', () => {
  expect(valueIn('STATUS', linesOf(aDeadline()))).toBe('CONFIRMED');
  expect(valueIn('STATUS', linesOf(aDeadline({ tentative: true })))).toBe('TENTATIVE');
});

test('标题里的标点、换行写得进日历，也掺不进别的行', () => {
  const lines = linesOf(aDeadline({ title: '甲,乙;丙\\丁\r\nSTATUS:CANCELLED\u0007' }));
  expect(valueIn('SUMMARY', lines)).toBe('甲\\,乙\\;丙\\\\丁\\nSTATUS:CANCELLED');
  expect(lines).not.toContain('STATUS:CANCELLED');
});

test('半个字符换成替代字，文件照样是完整的文字', () => {
  expect(valueIn('SUMMARY', linesOf(aDeadline({ title: '甲\uD800乙' })))).toBe('甲\uFFFD乙');
});

describe('提醒在早上九点', () => {
  test.each([
    [30, '-PT711H'],
    [1, '-PT15H'],
    [0, 'PT9H'],
  ])('提前 %i 天', (remindDaysBefore, trigger) => {
    expect(valueIn('TRIGGER', linesOf(aDeadline({ remindDaysBefore })))).toBe(trigger);
  });

  test('不要提醒就没有', () => {
    expect(linesOf(aDeadline())).not.toContain('BEGIN:VALARM');
  });
});

test('再长的标题，每行不超过 75 个字节，展开后一字不差', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (noise) => {
      const title = `村务公示${noise.replace(/[\\;,\p{Cc}\p{Cs}]/gu, '')}防止返贫致贫对象`;
      const file = toICalendar([aDeadline({ title, url: new URL('https://example.org/v/1') })], {
        name: title,
        stamp,
      });
      for (const line of file.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(valueIn('SUMMARY', file.replaceAll('\r\n ', '').split('\r\n'))).toBe(title);
    }),
  );
});
