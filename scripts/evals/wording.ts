/** What a maintainer reads of the command itself; the report's words stand with the report. */
export const commandWording = {
  description: '问桥：评测。不带选项就跑全部套件并与基准比较；退步时以 1 结束。',
  options: {
    suite:
      '只跑这个套件（documents、retrieval、understanding、answers、refusal、citations、programmes），可以写多次',
    part: '题组：tuned 调优题，aside 留出题，all 全部',
    score: '不再提问，给存下的答案（JSONL）重新判分',
    json: '输出 JSON：写文件名就写进文件，不写就输出到屏幕',
    updateBaseline: '把这次的结果写成新的基准',
    mode: 'llm 把每题用摘录和模型改写各答一遍，并排比较（要先设好 LLM_BASE_URL 和 LLM_MODEL）；回复存档，重跑不再花钱',
    prices: '每百万 tokens 的输入价和输出价，如 2,8，用来算费用；要和 --mode llm 一起用',
    beir: '在一个 BEIR 数据集上测检索',
    run: '把混合检索的排序写成 TREC run 文件，要和 --beir 一起用',
    squad: '在一个 SQuAD 格式的文件上测抽取',
    help: '显示用法',
  },
  helpTitles: { 'Usage:': '用法：', 'Options:': '选项：' } as Readonly<Record<string, string>>,
  usage: {
    line: (fault: string) => `用法不对：${fault}。看用法：npm run evals -- --help`,
    unknownOption: (option: string) => `没有 ${option} 这个选项`,
    missingValue: (option: string) => `${option} 后面要写一个值`,
    choice: (option: string, value: string, choices: readonly string[]) =>
      `${option} 只能是 ${choices.join('、')}，不是 ${value}`,
    together: (one: string, other: string) => `${one} 和 ${other} 不能一起用`,
    needs: (one: string, other: string) => `${one} 要和 ${other} 一起用`,
    prices: (value: string) => `--prices 要写成“输入价,输出价”，如 2,8，不是 ${value}`,
    noFile: (path: string) => `找不到文件 ${path}`,
    noFolder: (path: string) => `找不到文件夹 ${path}`,
    other: (message: string) => message,
  },
  stages: {
    index: '索引',
    retrieval: '检索',
    answers: '答案',
    programmes: '专名',
    'left-out': '抽走原文再问',
    'near-misses': '只差一点的难题',
    modes: '两种作答',
    outside: '外部数据',
  } as Readonly<Record<string, string>>,
  reports: (folder: string) => `报告：${folder}/report.html，另有 report.md、report.json`,
  noModel: '--mode llm needs a chat model: set LLM_BASE_URL and LLM_MODEL; see .env.example',
  modelAway: (reason: string) =>
    `the chat model gave no reply to any question (${reason}); check LLM_BASE_URL, LLM_API_KEY and LLM_MODEL`,
  failed: (message: string) => `没有成功：${message}`,
} as const;
