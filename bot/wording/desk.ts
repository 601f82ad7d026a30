import type { Change } from '../../retrieval/facts/fact.ts';
import type { Bound } from '../../retrieval/facts/quantities.ts';
import type { Standing } from '../../retrieval/facts/standing.ts';

/** What the cadres' desk says, on the page, on the terminal and in files. `{name}` stands for a value. */
export const deskWording = {
  columns: {
    town: '镇',
    year: '年份',
    measure: '事项',
    kind: '性质',
    figure: '数字',
    value: '数值',
    unit: '单位',
    bound: '限定',
    change: '增减',
    deadline: '期限',
    by: '期限日期',
    places: '地点',
    persons: '人员',
    quote: '原文',
    title: '标题',
    document: '文件',
    line: '行',
    start: '起',
    end: '止',
  },
  kinds: { target: '目标', underway: '推进中', result: '结果' } satisfies Record<Standing, string>,
  bounds: {
    exact: '等于',
    at_least: '不少于',
    more_than: '超过',
    at_most: '不超过',
    less_than: '不到',
    nearly: '接近',
    about: '约',
  } satisfies Record<Bound, string>,
  changes: { growth: '增长', decline: '下降' } satisfies Record<Change, string>,
  orders: { document: '按资料顺序', year: '按年份', deadline: '按期限', measure: '按事项' },
  verdicts: {
    supported: '有依据',
    contradicted: '与资料不一致',
    not_found: '资料里没有找到',
    no_figures: '没有可核对的数字',
  },
  departures: {
    other_value: () => '资料写的是另一个数',
    other_direction: () => '增减方向和资料相反',
    bound: (printed: RegisterPlace) => `限定词和资料不同，资料写的是“${printed.figure ?? ''}”`,
    other_period: (printed: RegisterPlace) =>
      printed.period === null ? '资料写的不是几年合计的数' : `资料写的是${printed.period}年里的数`,
    target_as_result: () => '资料里这是目标，不是已完成的结果',
    underway_as_result: () => '资料里这件事还在推进，没有写已经完成',
    result_as_target: () => '资料里这是已有的结果，不是目标',
    other_town: (printed: RegisterPlace) => `这是${printed.town ?? '别处'}的数字`,
    other_year: (printed: RegisterPlace) => `这是${printed.year ?? '别的'}年的数字`,
  },
  remarks: {
    is_target: () => '资料里这是目标，不是已完成的结果',
    town_unnamed: (printed: RegisterPlace) => `原句没写是哪个镇，这是${printed.town ?? '未注明的镇'}的`,
    year_unnamed: (printed: RegisterPlace) => `原句没写年份，这是${printed.year ?? '未注明'}年的`,
  },
  check: {
    says: '资料写的是',
    basis: '依据',
    nearest: '资料里相近的',
    counts: (all: number, supported: number, contradicted: number, missing: number) =>
      `核对了${all}个数字：有依据${supported}个，不一致${contradicted}个，没找到${missing}个。`,
    empty: '没有找到可以核对的数字。',
    cut: (most: number) => `文字太长，只核对了前${most}个字。`,
    row: (place: string, kind: string, quote: string) => `${place}${kind}：“${quote}”`,
  },
  place: (town: string | null, year: number | null) =>
    `${town ?? '未注明的镇'}${year === null ? '' : `${year}年`}`,
  source: (title: string, line: number) => `《${title}》第${line}行`,
  table: {
    count: (all: number) => `共${all}条。`,
    none: '没有符合条件的条目。',
    written: (path: string, all: number) => `${all}条写进了 ${path}`,
    empty: '—',
  },
  targetsPage: {
    title: '目标台账',
    introduction: '各镇资料里写到的目标、正在推进的事和结果，每条都附原文。',
    filters: '筛选',
    all: '全部',
    measure: '事项里的词',
    before: '期限不晚于',
    beforeHint: '例如 2023-08-31',
    order: '排序',
    apply: '筛选',
    reset: '清除条件',
    csv: '下载表格（CSV）',
    table: '符合条件的条目',
    ignored: (names: string) => `看不懂的条件没有用上：${names}。`,
    page: (page: number, pages: number) => `第${page}页，共${pages}页`,
    previous: '上一页',
    next: '下一页',
    open: (line: number) => `看原文（第${line}行）`,
    openLabel: (measure: string, line: number) => `看“${measure}”的原文，第${line}行`,
    file: '目标台账',
  },
  comparePage: {
    title: '并排看',
    introduction:
      '两个镇，或一个镇的两年，同一件事各是怎么写的。数字照原文列出，不加减；事项是按字面比对的，请对照原文。',
    form: '选两边',
    town: '左边的镇',
    year: '左边的年份',
    against: '右边的镇',
    againstYear: '右边的年份',
    all: '不限',
    measure: '事项里的词（可不填）',
    apply: '并排看',
    reset: '重选',
    result: '并排结果',
  },
  sideBySide: {
    side: (town: string | null, year: number | null) =>
      [town, year === null ? null : `${year}年`].filter((part) => part !== null).join('') || '全部',
    count: (all: number, near: number) =>
      `两边对得上的有${all}项${near === 0 ? '' : `，其中${near}项的说法只是相近`}。`,
    none: '没有找到两边对得上的事项。',
    only: (side: string, all: number) => `只在${side}找到的${all}项`,
    beware: '注意',
    differences: {
      measure: '事项说法不全相同',
      kind: '目标、进行中和结果不能直接比',
      unit: '单位不同',
      change: '一边是增减，一边不是',
      period: '年数不同',
    },
    notApart: '两边要分得开：请选两个不同的镇，或两个不同的年份。',
    cut: (most: number) => `条目太多，每边只比了前${most}条，请加上事项里的词。`,
  },
  checkPage: {
    title: '核对数字',
    introduction: '贴一段文字，逐个数字和资料核对：有依据、不一致，还是资料里没有。',
    text: '要核对的文字',
    placeholder: '例如：2022年，瓜沥镇计划新增停车位600个以上。',
    town: '文字里没写镇名时，按哪个镇算',
    year: '文字里没写年份时，按哪一年算',
    unset: '不指定',
    submit: '核对',
    result: '核对结果',
    sentence: (number: number) => `第${number}句`,
    privacy: '贴上来的文字只用来核对，不保存。',
  },
  command: {
    targets: {
      description: '问桥：目标、在办事项和结果的台账，每条附原文出处。',
      options: {
        town: '只看这个镇，如 义桥镇',
        year: '只看这一年，如 2023',
        kind: '只看一种：target（目标）、underway（推进中）、result（结果）',
        measure: '只看事项里有这些词的',
        against: '和这个镇并排看；没写就是同一个镇',
        againstYear: '和这一年并排看；没写就是同一年',
        before: '只看期限不晚于这一天的，如 2023-08-31',
        order: '排序：document（按资料）、year、deadline、measure',
        json: '只输出 JSON',
        csv: '写成表格文件（带 BOM，可用电子表格打开）',
        index: '索引所在的文件夹',
        seeds: '资料所在的文件夹',
        help: '显示用法',
      },
    },
    check: {
      description: '问桥：逐个数字核对一段文字。文字写在命令后面，或用 --file，或从标准输入读。',
      words: '[选项] [文字...]',
      text: '要核对的文字',
      options: {
        file: '核对这个文件里的文字（- 表示标准输入）',
        town: '文字里没写镇名时，按这个镇算',
        year: '文字里没写年份时，按这一年算',
        json: '只输出 JSON',
        index: '索引所在的文件夹',
        seeds: '资料所在的文件夹',
        help: '显示用法',
      },
    },
  },
  usage: {
    line: (fault: string, command: string) => `用法不对：${fault}。看用法：npm run ${command} -- --help`,
    kind: (value: string) => `--kind 要写 target、underway 或 result，不是 ${value}`,
    order: (value: string) => `--sort 要写 document、year、deadline 或 measure，不是 ${value}`,
    before: (value: string) => `--before 要写日期，如 2023-08-31，不是 ${value}`,
    notApart:
      '并排看的两边要分得开，写两个不同的镇或年份，如 --town 甲镇 --year 2022 --against 乙镇 --against-year 2023',
    extra: (word: string) => `多了 ${word}`,
    noText: '没有要核对的文字',
    together: (one: string, other: string) => `${one} 和 ${other} 不能一起用`,
    unknownTown: (town: string, known: string) => `资料里没有${town}，有的是：${known}`,
  },
} as const;

/** Where a printed figure belongs. */
interface RegisterPlace {
  readonly town: string | null;
  readonly year: number | null;
  readonly figure: string | null;
  /** Over how many years it runs. */
  readonly period: number | null;
}
