import type { ServerAttackName } from './attack-server.ts';

/** What a maintainer reads of the attacks. */
export const attackWording = {
  description:
    '问桥：攻击自己。随机和变形的问题走完整条流程，再从网络上攻击本机的服务；有一处没有挡住就以 1 结束。',
  options: {
    inputs: (count: number) => `随机和变形的问题问多少个；不写：${count}`,
    seed: '随机数的种子；同一个种子问的完全一样，不写就每次不同',
    json: '输出 JSON',
    help: '显示用法',
  },
  wholeNumber: (option: string, typed: string) => `${option} 要写一个不超过九位的整数，不是 ${typed}`,
  progress: (done: number, total: number) => `问过 ${done}/${total}`,
  serving: '从网络上攻击本机的服务，约半分钟',
  inputs: (count: number, seed: number) => `问题 ${count} 个（种子 ${seed}）`,
  endings: { answered: '答出', clarify: '反问', refused: '资料没有', blocked: '不予查询' },
  broken: (count: number) =>
    count === 0 ? '全部合规：不崩溃、格式对、引文逐字、不超时' : `不合规 ${count} 个`,
  times: (p50: number, p99: number, slowest: number, how: string) =>
    `用时（毫秒） 一半以内 ${p50}，99% 以内 ${p99}，最慢 ${slowest}（${how}）`,
  attacks: {
    slowHeaders: '请求头一个字节一个字节地来',
    slowBodies: '请求体一个字节一个字节地来',
    idle: '连上以后什么都不说',
    largeHeaders: '请求头过大',
    largeBodies: '请求体过大',
    malformed: '不成样子的请求',
    atOnce: '同时提问',
  } satisfies Record<ServerAttackName, string>,
  attack: (label: string, withstood: number, tried: number, seconds: string) =>
    `${label.padEnd(14, '　')}挡住 ${withstood}/${tried}，最长 ${seconds} 秒`,
  bystander: (answered: number, asked: number, p95: number) =>
    `同时正常提问的人：问 ${asked} 次，答 ${answered} 次，95% 在 ${p95} 毫秒以内`,
  notReady: '攻击之后服务没有就绪',
  endedBadly: (code: number | null) => `攻击之后没有正常停下，退出码 ${code ?? '无'}`,
} as const;
