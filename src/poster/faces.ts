import type { Face } from './layout/index.ts';

/**
 * The families of each face: first what office computers have for GB/T 9704 (仿宋, 黑体, 小标宋), then
 * what Apple, Android and Linux have nearest to it. No font is loaded: a device's own fonts hold
 * rare characters, and a poster must print without signal.
 */
export const FACE_FAMILIES: Readonly<Record<Face, string>> = {
  text: '"FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif',
  strong:
    '"SimHei", "黑体", "PingFang SC", "Heiti SC", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  title:
    '"FZXiaoBiaoSong-B05S", "方正小标宋简体", "方正小标宋_GBK", "STZhongsong", "华文中宋", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif',
  arabic:
    '"UKIJ Tuz", "Microsoft Uighur", "Noto Naskh Arabic", "Noto Sans Arabic", "Geeza Pro", "Arial", serif',
  tibetan: '"Microsoft Himalaya", "Kailasa", "Noto Serif Tibetan", "Noto Sans Tibetan", serif',
  hangul:
    '"Batang", "AppleMyungjo", "Noto Serif CJK KR", "Source Han Serif K", "Malgun Gothic", "Apple SD Gothic Neo", serif',
  yi: '"Microsoft Yi Baiti", "Noto Sans Yi", "STHeiti", sans-serif',
  latin: '"Times New Roman", "Liberation Serif", "Noto Serif", serif',
};

export const FACE_WEIGHTS: Readonly<Record<Face, number>> = {
  text: 400,
  strong: 700,
  title: 700,
  arabic: 400,
  tibetan: 400,
  hangul: 400,
  yi: 400,
  latin: 400,
};
