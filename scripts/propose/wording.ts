/** What `npm run propose` prints for a person, and the head of the files it writes. */
export const proposeWording = {
  head: {
    questions:
      '# 模型拟的日常问法，还没有人看过，整理时不会读。逐条看过、删去不对的，再并入同名的 .yaml 或改名去掉 .proposed。',
    titles:
      '# 模型给无标题文章拟的标题，还没有人看过，整理时不会读。逐条看过、改妥，再并入同名的 .yaml 或改名去掉 .proposed。',
  },
  description: '请模型为新资料拟日常问法和缺的标题，写成待审的文件；审过改名才会收进索引。',
  words: '[选项]',
  options: { seeds: '资料所在的文件夹', index: '索引所在的文件夹', help: '显示用法' },
  usage: {
    line: (fault: string) => `用法不对：${fault}。看用法：npm run propose -- --help`,
    unknownOption: (option: string) => `没有 ${option} 这个选项`,
    missingValue: (option: string) => `${option} 后面要写一个值`,
    tooMany: '选项之外不用写别的',
    other: (message: string) => message,
  },
  waiting: {
    questions: (name: string) => `${name}：已有待审的问法，先审完或删掉，这次不动`,
    titles: (name: string) => `${name}：已有待审的标题，先审完或删掉，这次不动`,
  },
  nothing: {
    questions: (name: string) => `${name}：每句都有日常问法，或模型没有拟出能用的`,
    titles: (name: string) => `${name}：没有缺标题的文章，或模型没有拟出能用的`,
  },
  working: (name: string, done: number, total: number) => `${name} ${done}/${total}`,
  written: {
    questions: (path: string, quotes: number, questions: number) =>
      `${path}：${quotes} 句原文，${questions} 个问法，请审阅`,
    titles: (path: string, titles: number) => `${path}：${titles} 个标题，请审阅`,
  },
  failed: (message: string) => `没有成功：${message}`,
  noModel: 'npm run propose needs a chat model: set LLM_BASE_URL and LLM_MODEL; see .env.example',
  modelAway: (reason: string) =>
    `the chat model gave no reply (${reason}); documents done before are kept: check LLM_BASE_URL and run it again`,
} as const;
