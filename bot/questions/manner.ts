/** 请逐条列出, 要带上单位, 原文照抄: says how to answer, and nothing of the matter. */
const HOW = new RegExp(
  [
    '^(?:请|麻烦|务必|帮我|给我|我|再|都|全部?|一起|直接|要|须|得|能|一一|逐[一条个项字对家]|一[个样家条]{1,2}|一只一只|按[^,，]{0,4}顺序|一?个?不[漏落]|完整地?|准确地?|具体|按原文|照原文|原样|把[^,，]{1,4}都)*',
    '(?:[报列写抄给说讲摘引查标带挑找念补填]|核对?|核实|确认|注明|写明|标明|说明|区分|分清|照抄|照录|排)',
    '(?:一?[下遍]|[上全齐准个来出给到进去]|清楚?|明白|出来|听听|看看|我)*',
    '(?:限定词|界限词|年份|年月日?|口径|单位|上下限|上限|下限|名单|名称|名字|名目|原文|原句|原话|准?确?数字?|出处|来源|日期)?',
    '(?:标?注?[清全齐]|一?[下遍]|清楚?|明白|出来|给我|一点|听听|看看)*$',
  ].join(''),
  'u',
);
/** 原文照抄, 名单报全: the same said the other way round. */
const WORDS =
  /^(?:原文|原话|原句|原词|名单|名字|姓名|年份|年月)(?:怎么[写说]的?|照抄|表述|是|给我|给全|报全|标清|报来|报一报|贴一下|要全)*$/u;
/** 我材料这样写可以吗, 请核一下这句对不对: asks whether what was said before is right. */
const WHETHER =
  /^(?:请|麻烦|帮我?|我)*(?:核(?:对|实)?一?下)?(?:我|这|那|报告|材料|总结|稿子?|表)?(?:的|里|上|中|边|句|个|项|段|数字?|说法|表述|提法|写法)*(?:(?:这|那)[样么]|写进去|摆进去)?(?:写|填|用|报|引|讲|说|记|表述)?(?:可以|行|妥当?|对|准确?|属实|没错|有误|没问题|有(?:无|没有)问题|合适)(?:[吗吧么]|不对|不准|不行|行不|[?？])*$/u;

/** A longer clause says more than how to answer; the patterns above would also take long over it. */
const LONGEST = 18;

function isManner(clause: string): boolean {
  return clause.length <= LONGEST && [HOW, WORDS, WHETHER].some((pattern) => pattern.test(clause));
}

/** A question without the clauses at its end that say how to answer, or ask whether it is right. */
export function withoutManner(text: string): string {
  let rest = text.replace(/[?？!！。]+$/u, '');
  for (;;) {
    const at = Math.max(...[...'，,。；;！!？?'].map((mark) => rest.lastIndexOf(mark)));
    const last = rest.slice(at + 1).trim();
    if (at < 0 || !(last === '' || isManner(last))) return rest;
    rest = rest.slice(0, at);
  }
}
