import { describe, expect, test } from 'vitest';
import { channelIdOf } from '../../../src/catalogue/import/channel-id.ts';
import { readChannels } from '../../../src/catalogue/import/read-channels.ts';

const ticked = (cell: string) =>
  readChannels(cell)
    .channels.filter((channel) => channel.ticked)
    .map((channel) => channel.label);

test('实心框是勾了的，空心框没勾', () => {
  expect(readChannels('■政府网站   □政府公报')).toEqual({
    channels: [
      { label: '政府网站', ticked: true },
      { label: '政府公报', ticked: false },
    ],
    unreadable: [],
  });
});

test('☑和√也是勾了的，☐没勾', () => {
  expect(ticked('☑政府网站 ☐政府公报 √精准推送')).toEqual(['政府网站', '精准推送']);
});

test('口字在渠道名前面是空框，紧挨着也是', () => {
  const { channels } = readChannels('■公开查阅点口行政服务中心 口便民服务站口入户/现场');
  expect(channels).toEqual([
    { label: '公开查阅点', ticked: true },
    { label: '行政服务中心', ticked: false },
    { label: '便民服务站', ticked: false },
    { label: '入户/现场', ticked: false },
  ]);
});

test('换行断开的渠道名还是一个渠道', () => {
  expect(ticked('■社区/企事业单位/村公示栏（电子\n屏）□其他____')).toEqual([
    '社区/企事业单位/村公示栏（电子屏）',
  ]);
});

test('框变成了字母的，不猜，渠道算没勾，列出请人看', () => {
  expect(readChannels('t政府网站□政府公报\n£精准推送')).toEqual({
    channels: [
      { label: '政府网站', ticked: false },
      { label: '政府公报', ticked: false },
      { label: '精准推送', ticked: false },
    ],
    unreadable: ['政府网站', '精准推送'],
  });
});

test('框前面的话列出请人看', () => {
  expect(readChannels('线上：■政府网站').unreadable).toEqual(['线上']);
});

test('没有框的，列了就是勾了', () => {
  expect(ticked('村务公开栏、政府网站')).toEqual(['村务公开栏', '政府网站']);
});

describe('各地叫法不同的渠道认作同一个', () => {
  test.each([
    ['village-board', '社区/企事业单位/村公示栏（电子屏）'],
    ['village-board', '村(社区)公示栏(电子屏)'],
    ['village-board', '村务公开栏'],
    ['village-board', '社区/企事业单位、村公示栏(电子屏)'],
    ['government-website', '门户网站'],
    ['press-conference', '发布会听证会'],
    ['government-service-centre', '行政服务中心'],
    ['print-media', '纸质载体'],
    ['other', '其它'],
  ])('%s：%s', (id, label) => {
    expect(channelIdOf(label)).toBe(id);
  });
});

test('本地渠道有自己的、每次都一样的标识', () => {
  expect(channelIdOf('村应急广播')).toBe(channelIdOf('村 应急广播'));
  expect(channelIdOf('村应急广播')).not.toBe(channelIdOf('组员微信群'));
});
