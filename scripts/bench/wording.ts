import type { ChildFault } from './child.ts';
import type { EngineFailure } from './compare-engines.ts';

/** What a maintainer reads of the bench. */
export const benchWording = {
  description: '问桥：速度、内存与规模，和同类软件在同一次运行里并排测。',
  options: {
    corpus: '用这个文件做语料，一行一篇文本；不写就用种子文档的句子拼成（内容重复）',
    sizes: '测几种规模，逗号分开，例如 1000,10000,100000',
    limit: (seeds: number, corpus: number) =>
      `每个引擎在每种规模上建索引的限时（秒）；不写：${seeds}，有 --corpus 时 ${corpus}`,
    json: '输出 JSON：写文件名就写进文件，不写就输出到屏幕',
    help: '显示用法',
  },
  helpTitles: { 'Usage:': '用法：', 'Options:': '选项：' } as Readonly<Record<string, string>>,
  usage: {
    line: (fault: string) => `用法不对：${fault}。看用法：npm run bench -- --help`,
    unknownOption: (option: string) => `没有 ${option} 这个选项`,
    missingValue: (option: string) => `${option} 后面要写一个值`,
    sizes: (value: string) => `--sizes 要写 100 到 1000000 之间的整数，逗号分开，不是 ${value}`,
    limit: (value: string) => `--limit 要写 1 到 99999 之间的秒数，不是 ${value}`,
    noText: (path: string) => `${path} 里没有文字`,
    noFile: (path: string) => `找不到文件 ${path}`,
    other: (message: string) => message,
  },
  failed: (message: string) => `没有成功：${message}`,
  programFailed: (name: string, fault: ChildFault) => `${name} ${failureText(fault)}`,
  stages: {
    input: '准备语料',
    engines: '各引擎',
    assistant: '问答与启动',
    telegram: 'Telegram',
  } as Readonly<Record<string, string>>,
  report: {
    title: '# 问桥基准测试',
    machine: (cores: number, processor: string, memory: string, node: string) =>
      `机器：${cores} 核 ${processor}，内存 ${memory} GB，Node ${node}`,
    fromSeeds: '语料：种子文档的句子随机拼成，内容重复，只说明速度和内存，不说明找得准不准。',
    fromFile: (name: string) => `语料：${name}，切成不超过400字的段落。`,
    tooSmall: (passages: number) => `语料只有 ${passages} 段，更大的规模没有测。`,
    ratios: '## 与问桥之比',
    ratiosNote:
      '同类相比（词法对词法，向量对向量）；大于1表示比问桥慢、比问桥占得多。最后一列：它的查询p50与问桥整个混合检索（切词、编码、两路、融合）的查询p50之比。',
    overHybrid: 'p50／混合p50',
    figures: '## 各引擎数字',
    figuresNote:
      '各引擎拿到同样的词和同样的向量，各在自己的进程里跑；内存是从第一段到最后一问进程增加的常驻内存。“找到”指用段落里的原话去查，前十条里有含这句话的段落；“近邻召回”指前十个与逐一比较相同。',
    shared: (analysis: string, embedding: string) =>
      `切词每段 ${analysis} 毫秒，向量每段 ${embedding} 毫秒，不计在建索引里（混合检索查询时计入）。混合检索打开 wenqiao-vector 建好的图，建图的时间也算在它头上。`,
    size: '规模',
    engine: '引擎',
    index: '建索引',
    p50: '查询p50',
    p95: '查询p95',
    resident: '内存',
    found: '找到',
    recall: '近邻召回',
    asked: (queries: number) => `（${queries}问）`,
    notMeasured: (failure: EngineFailure) => `没有测成：${failureText(failure)}`,
    limit: (seconds: number) => `每个引擎在每种规模上最多建 ${seconds} 秒索引。`,
    assistant: '## 问答、启动、Telegram',
    measure: '项目',
    ratio: '比值',
    ours: '问桥',
    baseline: '对照',
    coldStart: 'ask 冷启动／同样启动的空脚本（毫秒，中位数）',
    telegram: 'Telegram 每秒回答／光杆 grammY 回声（条）',
    ask: (questions: number) => `端到端问答 p50／p95（毫秒，${questions} 问）`,
    open: '打开现成的索引（毫秒）',
    residentStarted: '常驻内存，刚启动（MB）',
    residentAsked: (questions: number) => `常驻内存，答过 ${questions} 问之后（MB）`,
  },
} as const;

function failureText(failure: EngineFailure): string {
  switch (failure.reason) {
    case 'index-limit':
      return `${failure.seconds} 秒内只建了 ${failure.passages} 段`;
    case 'expected':
      return `照前一规模推算要 ${Math.round(failure.seconds)} 秒以上，没有去试`;
    case 'stopped':
      return `${failure.seconds} 秒没有结束，已停止`;
    case 'broken':
      return `出错：${failure.message}`;
  }
}
