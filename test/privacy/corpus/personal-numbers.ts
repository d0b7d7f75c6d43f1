import { type CorpusCell, cell, contact, running, seed } from './cell.ts';
import {
  bankCard,
  foreignCard,
  grouped,
  groups,
  idNumber,
  landline,
  mistypedIdNumber,
  mobile,
  oldIdNumber,
  passbook,
  personName,
  villages,
  wide,
} from './invented.ts';
import type { Chance } from './seeded.ts';

/* Cells with the numbers and addresses by which a person is found. */

const gaps = [' ', '-', '　', ' ', '－', '.', '—'];

function writtenId(chance: Chance, number: string): string {
  const way = chance.whole(0, 9);
  if (way < 4) return number;
  if (way === 4) return number.toLowerCase();
  if (way === 5) return wide(number);
  if (way === 6) return number.replace('X', '×');
  const lengths = chance.of([[6, 8], [6, 4, 4], [3, 3, 4, 4], [6, 4, 2, 2], [14]]);
  return grouped(number, lengths, chance.of(gaps));
}

export function idNumbers(chance: Chance): CorpusCell {
  const name = personName(chance);
  const right = chance.in(0.85);
  const number = right ? writtenId(chance, idNumber(chance)) : mistypedIdNumber(chance);
  const planted = seed('idNumber', number);
  switch (chance.whole(0, 9)) {
    case 0:
      return cell('', planted);
    case 1:
      return cell(chance.of(['身份证号', '户主身份证号码', '证件号码', '公民身份号码']), planted);
    case 2:
      return cell('备注', `${name}(`, planted, ')');
    case 3:
      return cell('户主姓名', `${name}${chance.of(['', ' ', '，', '/'])}`, planted);
    case 4:
      return running(`经核实，${name}（身份证号：`, planted, '）符合条件，现予以公示。');
    case 5:
      return running(
        `${name}，男，身份证号码为`,
        planted,
        `，住${chance.of(villages)}${chance.of(groups)}。`,
      );
    case 6:
      return running(`申请人 ${name} ID:`, planted, ` 家庭人口${chance.whole(1, 8)}人`);
    case 7:
      return contact(`${name} `, planted);
    case 8:
      return running(
        `${chance.whole(1, 500)}、${name} `,
        planted,
        ` 金额${chance.whole(100, 9000)}元`,
      );
    default:
      return cell(chance.of(['编号', '备注', '户编号', '序号']), planted);
  }
}

export function otherDocuments(chance: Chance): CorpusCell {
  const name = personName(chance);
  const number = idNumber(chance);
  switch (chance.whole(0, 6)) {
    case 0: {
      const certificate = `${number}${chance.whole(1, 7)}${chance.whole(1, 4)}`;
      const whole = chance.in(0.2) ? `${certificate}B1` : certificate;
      return cell('残疾证号', seed('disabilityCertificate', whole));
    }
    case 1:
      return running(
        `${name}的证号`,
        seed('disabilityCertificate', `${number}${chance.whole(1, 7)}${chance.whole(1, 4)}`),
        '，已核对',
      );
    case 2:
      return cell(chance.of(['', '身份证号']), seed('idNumber15', oldIdNumber(chance)));
    case 3:
      return cell('身份证号', seed('incompleteIdNumber', number.slice(0, 17)));
    case 4: {
      const place = chance.whole(6, 14);
      const half = number.slice(0, place) + '****'.slice(0, 18 - place) + number.slice(place + 4);
      return cell('', seed('partlyMaskedIdNumber', half));
    }
    case 5:
      return running(
        `${name}`,
        seed('partlyMaskedIdNumber', `${number.slice(0, 6)}********${number.slice(14)}`),
        '已审核',
      );
    default:
      return cell(
        chance.of(['证件号码', '护照号']),
        seed('travelDocument', `E0000${chance.digits(4)}`),
      );
  }
}

function writtenMobile(chance: Chance): string {
  const number = mobile(chance);
  const way = chance.whole(0, 9);
  if (way < 5) return number;
  if (way === 5) return wide(number);
  if (way < 8) return grouped(number, [3, 4], chance.of([' ', '-', '　', '.', '－']));
  if (way === 8) return grouped(number, [3], chance.of([' ', '-']));
  return grouped(number, [4, 4], ' ');
}

export function mobiles(chance: Chance): CorpusCell {
  const name = personName(chance);
  const planted = seed('mobile', writtenMobile(chance));
  switch (chance.whole(0, 10)) {
    case 0:
      return cell('', planted);
    case 1:
      return cell(chance.of(['联系电话', '户主手机号', '手机', '电话']), planted);
    case 2:
      return cell('备注', `电话`, planted);
    case 3:
      return cell('户主姓名', `${name}${chance.of(['', ' ', '：', '/'])}`, planted);
    case 4:
      return running(`${name}（`, planted, `）家${chance.whole(2, 7)}口人`);
    case 5:
      return running(`村民${name}电话：`, planted, '，已告知。');
    case 6:
      return cell('', '+86 ', planted);
    case 7:
      return cell('', chance.of(['86', '0', '+86']), seed('mobile', mobile(chance)));
    case 8:
      return cell(
        '备注',
        planted,
        chance.of(['、', '/', ' / ', '，']),
        seed('mobile', writtenMobile(chance)),
      );
    case 9:
      return running(`本人${name}，`, planted, `，承诺以上情况属实`);
    default:
      return cell('', `tel:`, planted, chance.of(['', '（妻子）', '(本人)']));
  }
}

export function contactMobiles(chance: Chance): CorpusCell {
  const planted = seed('mobile', writtenMobile(chance), 'confirm');
  switch (chance.whole(0, 4)) {
    case 0:
      return contact(`第一书记${personName(chance)} `, planted);
    case 1:
      return contact(planted);
    case 2:
      return running(`如有异议，请拨打举报电话：`, planted, '反映。');
    case 3:
      return running(`联系人：${personName(chance)}，联系电话：`, planted);
    default:
      return cell('负责人电话', planted);
  }
}

export function landlines(chance: Chance): CorpusCell {
  const [area, subscriber] = landline(chance);
  const number = chance.of([
    `${area}-${subscriber}`,
    `${area}${subscriber}`,
    `(${area})${subscriber}`,
    `${area} ${subscriber}`,
    `（${area}）${subscriber}`,
    `${wide(area)}－${wide(subscriber)}`,
  ]);
  const planted = seed('landline', number);
  switch (chance.whole(0, 3)) {
    case 0:
      return cell(chance.of(['联系电话', '户主电话', '家庭电话']), planted);
    case 1:
      return cell('', planted);
    case 2:
      return cell('家庭电话', seed('landline', subscriber));
    default:
      return running(`村民${personName(chance)}家电话`, planted, '无人接听');
  }
}

export function cardsAndAccounts(chance: Chance): CorpusCell {
  const name = personName(chance);
  const card = bankCard(chance);
  const written = chance.in(0.7)
    ? card
    : chance.in(0.5)
      ? wide(card)
      : grouped(card, [4, 4, 4, 4], chance.of([' ', '-']));
  const planted = seed('bankCard', written);
  switch (chance.whole(0, 8)) {
    case 0:
      return cell('', planted);
    case 1:
      return cell(chance.of(['银行卡号', '一卡通卡号', '卡号', '收款账号']), planted);
    case 2:
      return running(`${name}银行卡号`, planted, `，开户行农业银行`);
    case 3:
      return cell('备注', `${name} `, planted);
    case 4:
      return cell('', seed('bankCard', foreignCard(chance)));
    case 5:
      return cell(
        chance.of(['一卡通账号', '存折号', '账号', '社保卡号']),
        seed('account', passbook(chance)),
      );
    case 6:
      return running(`补贴打入${name}存折，账号：`, seed('account', passbook(chance)), '。');
    case 7:
      return cell(
        '',
        seed('account', `230001${chance.digits(9)}${chance.digits(chance.whole(1, 6))}`),
      );
    default:
      return running(`卡号为`, planted, `的${name}`);
  }
}

export function written(chance: Chance): CorpusCell {
  const name = personName(chance);
  const email = `${chance.of(['lisi', 'wang.wu', 'zhao_liu', 'chen88'])}${chance.digits(3)}@${chance.of(['qq.com', '163.com', 'example.cn', 'mail.example.com'])}`;
  const plate = `${chance.of(['黑F', '黑A', '京A', '吉B', '辽D', '蒙E'])}${chance.of(['', '·', ' '])}${chance.of(
    [
      chance.digits(5),
      `A${chance.digits(4)}`,
      `${chance.digits(3)}Q${chance.digits(1)}`,
      `D${chance.digits(5)}`,
      `${chance.digits(4)}挂`,
    ],
  )}`;
  switch (chance.whole(0, 6)) {
    case 0:
      return cell(chance.of(['', '备注', '电子邮件']), seed('email', email));
    case 1:
      return running(
        `村民${name}来信（`,
        seed('email', email.replace('@', chance.of(['@', '＠']))),
        '）',
      );
    case 2:
      return cell('备注', `${name}有车`, seed('plateNumber', plate));
    case 3:
      return running(`${name}名下车辆`, seed('plateNumber', plate), '，不符合条件。');
    case 4:
      return cell('', seed('plateNumber', plate));
    case 5:
      return contact(`邮箱 `, seed('email', email, 'confirm'));
    default:
      return running(`电子邮箱：`, seed('email', email, 'confirm'));
  }
}
