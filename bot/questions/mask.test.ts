import { describe, expect, it } from 'vitest';
import { maskBeforeKeeping, maskPersonalNumbers } from './mask.ts';

describe('personal numbers', () => {
  it.each([
    ['an identity card number', '我的身份证330109199001011234能办吗', '我的身份证〔身份证号〕能办吗'],
    ['one that ends with X', '身份证号33010919900101123X', '身份证号〔身份证号〕'],
    ['one with a small x', '33010919900101123x。', '〔身份证号〕。'],
    ['one in groups', '身份证 330109 19900101 1234 怎么办', '身份证 〔身份证号〕 怎么办'],
    ['one of fifteen digits', '老身份证330109900101123', '老身份证〔身份证号〕'],
    ['one whose date is none, with X', '33010919901301123X', '〔身份证号〕'],
    ['a mobile number', '请打13812345678找我', '请打〔手机号〕找我'],
    ['one in groups', '手机138 1234 5678', '手机〔手机号〕'],
    ['one with hyphens', '138-1234-5678', '〔手机号〕'],
    ['one with the country code', '+8613812345678', '〔手机号〕'],
    ['one with the country code written 0086', '0086 138 1234 5678', '〔手机号〕'],
    ['one in full-width digits', '电话１３８１２３４５６７８', '电话〔手机号〕'],
    ['one that is spelt out', '打幺三八一二三四五六七八给我', '打〔手机号〕给我'],
    ['a bank card number', '卡号6222021234567890123', '卡号〔银行卡号〕'],
    ['one in groups of four', '6222 0212 3456 7890 转账', '〔银行卡号〕 转账'],
    ['another long number', '单号12345678901234567890123', '单号〔长号码〕'],
    ['one right after letters', 'ID330109199001011234', 'ID〔身份证号〕'],
    ['several at once', '13812345678和13987654321', '〔手机号〕和〔手机号〕'],
  ])('%s is masked', (_, text, expected) => {
    expect(maskPersonalNumbers(text)).toBe(expected);
  });

  it.each([
    ['a hotline', '12345热线怎么打'],
    ['an office telephone', '0571-82345678'],
    ['amounts and years', '2023年投资1200000000元，新建12家'],
    ['dates', '2023-01-01到2023-12-31'],
    ['a day and its hour', '2023-07-06 09:30'],
    ['a long Chinese numeral', '一千二百三十四万五千六百七十八元'],
    ['spelt-out years', '二〇二一年到二〇二三年'],
  ])('%s stays', (_, text) => {
    expect(maskPersonalNumbers(text)).toBe(text);
  });
});

describe('what people write is kept', () => {
  it.each([
    ['a mobile number', '打13812345678', '打〔手机号〕'],
    ['a landline', '家里0571-82345678没人接', '家里〔电话号码〕没人接'],
    ['one in brackets', '（0571）82345678', '〔电话号码〕'],
    ['one in a row', '057182345678', '〔电话号码〕'],
    ['one with a short code', '010 6512 3456和021-65123456', '010 6512 3456和〔电话号码〕'],
    ['a number plate', '浙A12345停在门口', '〔车牌号〕停在门口'],
    ['one with a dot and letters', '沪B·D2K18', '〔车牌号〕'],
    ['one of an electric car', '浙AD12345', '〔车牌号〕'],
    ['one in small letters', '浙a8k88z', '〔车牌号〕'],
    ['a mail address', '回我li.hua_88@mail.example.cn谢谢', '回我〔邮箱〕谢谢'],
  ])('without %s', (_, text, expected) => {
    expect(maskBeforeKeeping(text)).toBe(expected);
  });

  it.each([
    ['a hotline', '12345热线怎么打'],
    ['a grade', '浙A级景区村有几个'],
    ['years and amounts', '2021-2022年投资8234567元'],
    ['dates', '2023-07-06 09:30'],
    ['a part of a plate', '浙A牌照'],
  ])('but with %s', (_, text) => {
    expect(maskBeforeKeeping(text)).toBe(text);
  });
});
