/** What a maintainer reads of the load test. */
export const loadWording = {
  description:
    '问桥：很多人同时用。网页和 Telegram（替身）各一半人，一个接一个地提问；出错或内存一直涨就以 1 结束。',
  options: {
    people: (count: number) => `同时有多少人；不写：${count}`,
    minutes: (count: number) => `多少分钟；不写：${count}，看内存是不是平的要 10 分钟以上`,
    json: '输出 JSON',
    help: '显示用法',
  },
  wrongPeople: (typed: string) => `--people 要写 1 到 9999 之间的整数，不是 ${typed}`,
  wrongMinutes: (typed: string) => `--minutes 要写大于 0、小于 1000 的分钟数，不是 ${typed}`,
  minute: (minute: string, answered: number, errors: number, megabytes: number) =>
    `第 ${minute} 分钟：答了 ${answered} 个，出错 ${errors} 个，内存 ${megabytes} MB`,
  table: {
    people: '人数',
    seconds: '秒',
    channel: '渠道',
    answered: '答出',
    perSecond: '每秒',
    p50: '一半以内(毫秒)',
    p95: '95%以内',
    p99: '99%以内',
    errors: '出错',
    channels: { web: '网页', telegram: 'Telegram' },
  },
  memory: (start: number, end: number, heap: number) =>
    `内存：热身后 ${start} MB，结束时 ${end} MB；结束时 JavaScript 堆 ${heap} MB`,
  growth: (perMinute: number) => `JavaScript 堆的最低点每分钟变化 ${perMinute} MB`,
  grows: '内存一直在涨',
  endedBadly: (code: number | null) => `没有正常停下，退出码 ${code ?? '无'}`,
} as const;
