/** What the program prints to the person who starts it. */
export const startWording = {
  serving: (address: string): string => `问桥已启动：${address}\n`,
  connecting: 'Telegram 机器人正在连接\n',
} as const;
