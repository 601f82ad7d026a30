/** What a person can read on the terminal, apart from the answers themselves. */
export const terminalWording = {
  answer: {
    sources: '出处',
    line: (line: number) => `第${line}行`,
    quote: (quote: string) => `“${quote}”`,
    notes: '说明',
    suggestions: '可以接着问',
    hits: '检索到的片段',
    hit: (document: string, start: number, end: number, score: string) =>
      `${document} 第${start}–${end}字，得分${score}`,
  },

  chat: {
    greeting: '您好，我是问桥。镇里的事，用平常话问就行；答案都附原文出处。',
    firstQuestions: '可以这样问',
    commands: '输入 /new 换个话题，/help 看说明，/quit 或 Ctrl-D 退出。',
    help: [
      '直接打字提问，比如“村里老人吃饭的食堂，哪些人能送餐上门？”。带上镇名和年份，答得更准。',
      '接着问也可以，比如“那瓜沥呢？”“2023年呢？”。',
    ],
    forgotten: '好，换个话题。前面的对话已经忘掉。',
    unknownCommand: (command: string) => `没有 ${command} 这个命令。`,
    failed: '这个问题没能答上来，程序出了错。请再试一次。',
    prompt: '问> ',
    farewell: '再见。',
  },

  explanation: {
    analysis: '怎么理解这个问题',
    kept: '用上的片段',
    rejected: '没用上的片段',
    none: '（无）',
    timings: '用时',
    answer: '答案',
    hit: (rank: number, place: string, score: string) => `${rank}. ${place}，得分${score}`,
    place: (document: string, start: number, end: number) => `${document} 第${start}–${end}字`,
    yes: '是',
    no: '否',
    /** Names of what the analysis and the timings hold; a name that is not listed is shown as it is. */
    labels: {
      question: '问题',
      normalised: '规整后',
      normalized: '规整后',
      expected: '想要的答案',
      kind: '问法',
      town: '镇',
      towns: '镇',
      year: '年份',
      years: '年份',
      terms: '关键词',
      mustCover: '必须提到',
      modality: '目标还是结果',
      status: '结果',
      reason: '原因',
      history: '前文',
      screenMs: '检查（毫秒）',
      understandMs: '理解（毫秒）',
      analyseMs: '理解（毫秒）',
      retrieveMs: '检索（毫秒）',
      answerMs: '作答（毫秒）',
      verifyMs: '核对（毫秒）',
      totalMs: '合计（毫秒）',
    } as Readonly<Record<string, string>>,
  },

  command: {
    description: '问桥：在终端里提问。不带问题就进入对话，带问题就只答一次。',
    question: '要问的问题',
    words: '[选项] [问题...]',
    options: {
      json: '只输出 JSON',
      explain: '说明答案是怎么来的：怎么理解、用了哪些片段、为什么、用时多少',
      town: '只看这个镇的资料，如 义桥镇',
      year: '只看这一年的资料，如 2023',
      hits: '另外列出最相关的几个片段',
      index: '索引所在的文件夹',
      seeds: '资料所在的文件夹',
      batch: '逐行回答这个文件（JSONL，- 表示标准输入）里的问题',
      out: '把批量答案写进这个文件；不写就输出到屏幕',
      help: '显示用法',
    },
    helpTitles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：' } as Readonly<
      Record<string, string>
    >,
    building: (done: number, total: number) => `正在整理资料 ${done}/${total}`,
  },

  usage: {
    line: (fault: string) => `用法不对：${fault}。看用法：npm run ask -- --help`,
    unknownOption: (option: string) => `没有 ${option} 这个选项`,
    missingValue: (option: string) => `${option} 后面要写一个值`,
    hits: (value: string, most: number) => `--hits 要写 0 到 ${most} 的整数，不是 ${value}`,
    year: (value: string) => `--year 要写四位数的年份，不是 ${value}`,
    town: (most: number) => `--town 要写镇名，最多 ${most} 个字`,
    together: (one: string, other: string) => `${one} 和 ${other} 不能一起用`,
    needs: (one: string, other: string) => `${one} 要和 ${other} 一起用`,
    needsQuestion: (option: string) => `${option} 后面要有问题，如 npm run ask -- ${option} "问题"`,
    noFile: (path: string) => `找不到文件 ${path}`,
    noFolder: (path: string) => `找不到文件夹 ${path}`,
    isFolder: (path: string) => `${path} 是文件夹，要写文件名`,
    other: (message: string) => message,
  },

  batch: {
    notJson: '这一行不是完整的 JSON',
    notObject: '这一行不是 JSON 对象',
    wrongFields: (names: string) => `这些字段缺少或不合要求：${names}`,
    failed: '程序出错，没能回答',
    ended: (lines: number, faulty: number) =>
      `共 ${lines} 行，其中 ${faulty} 行没有答案，原因写在各行的 error 里`,
    interrupted: (path: string) => `没有做完，已经完成的在 ${path}`,
  },

  failed: (message: string) => `没有成功：${message}`,
} as const;
