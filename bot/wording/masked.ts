/** What stands in place of a number that tells who somebody is. */
export const masked = {
  identity: '〔身份证号〕',
  mobile: '〔手机号〕',
  card: '〔银行卡号〕',
  long: '〔长号码〕',
  telephone: '〔电话号码〕',
  plate: '〔车牌号〕',
  mail: '〔邮箱〕',
} as const;
