import type { ServerAttackName } from './attack-server.ts';
import type { Served } from './bystander.ts';
import type { Occasion, Wrong } from './judge-bystander.ts';

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
  serving: '从网络上攻击本机的服务，约一分半钟',
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
    flood: '一个人猛提问',
    atOnce: '四百人同时提问',
  } satisfies Record<ServerAttackName, string>,
  attack: (label: string, withstood: number, tried: number, seconds: string) =>
    `${label.padEnd(14, '　')}挡住 ${withstood}/${tried}，最长 ${seconds} 秒`,
  bystanders: '同时正常提问的人：',
  occasions: {
    before: '攻击之前',
    connections: '连接受攻击时',
    flood: '有人猛提问时',
    atOnce: '四百人同时提问时',
    after: '攻击之后',
  } satisfies Record<Occasion, string>,
  served: (occasion: string, { asked, answered, turnedAway, lost, p95Ms }: Served) =>
    `  ${occasion.padEnd(9, '　')}问 ${asked} 次，答 ${answered} 次，请稍后再问 ${turnedAway} 次，没有回音 ${lost} 次，95% 在 ${p95Ms} 毫秒以内`,
  wrongs: {
    lost: '有人没有得到回音',
    turnedAway: '有人被请走，本来排得上',
    slow: '等得太久（比攻击之前慢得多，或超过 20 秒）',
  } satisfies Record<Wrong, string>,
  wronged: (occasion: string, wrong: string) => `${occasion}，${wrong}`,
  notReady: '攻击之后服务没有就绪',
  endedBadly: (code: number | null) => `攻击之后没有正常停下，退出码 ${code ?? '无'}`,
} as const;
