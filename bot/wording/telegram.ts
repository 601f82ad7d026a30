import { feedbackReasons } from './feedback.ts';

/** What a person can read on Telegram, apart from the answers themselves. */
export const telegramWording = {
  commands: {
    start: '开始使用，换个话题重新聊',
    help: '怎么提问',
    source: '我读过哪些文件',
    town: '只问一个镇的事',
    targets: '查目标和完成情况',
    check: '核对一段话里的数字',
    feedback: '说说哪里好、哪里不好',
    privacy: '您的消息会怎样处理',
  },

  maintainerCommands: {
    stats: '问答和评价的统计',
    gaps: '大家问得最多、没答上的问题',
    reload: '重新读一遍文件',
  },

  start: {
    greeting: '您好，我是问桥。',
    body: '镇里在做什么、办什么事、有哪些数字，您用平常的话问我就行。我只根据镇里的报纸版面和工作报告回答，每个回答都附上原文出处；文件里没有的，我会直说没有。',
    firstQuestions: '可以先试试这几个问题：',
    more: '发送 /help 看怎么提问。',
  },

  help: {
    title: '怎么提问',
    lines: [
      '直接打字问，比如“村里老人吃饭的食堂，哪些人能送餐上门？”。带上镇名和年份，答得更准。',
      '接着问也可以，比如“那瓜沥呢？”“2023年呢？”。',
      '回答下面的“原文”按钮，可以看出处前后的文字；其他按钮是可以接着问的问题。',
      '在群里，请@我，或者回复我的消息。',
    ],
    commands: '可以用的命令',
  },

  source: {
    title: (count: number) => `我读过的文件，一共${count}份`,
    none: '现在还没有收录任何文件，所以暂时答不了问题。',
    unlisted: (count: number) => `另有${count}份没有列在这里。`,
    indexedAt: (day: string) => `收录时间：${day}。这之后的新消息，我还不知道。`,
  },

  privacy: {
    title: '您的消息会怎样处理',
    lines: ({ turns, minutes, hours, townDays, retentionDays }: Kept) => [
      '您的问题用来查文件、写回答，不写进运行日志。下面这些存在我们自己的机器上，手机号、身份证号、银行卡号、车牌、邮箱会先遮住，您的名字不存，编号换成看不出是谁的代号。',
      '一条消息从收到到答完会存一下，好在断电后接着答；这期间要记住答到哪个聊天里。答完就删，最多放24小时。',
      `为了听懂“那……呢”这样的追问，最近${turns}条对话放${minutes}分钟；发送 /start 马上清掉。`,
      `为了让按钮能用，回答和它的出处、/targets 查的词放${hours}小时；为了认出您改过的问题，放48小时看不出内容的记号。`,
      `您用 /town 选的镇放${townDays}天；您屏蔽了我，会记一年，您再发消息就删掉。`,
      `没答上的问题、您点的评价和 /feedback 里的话，连同问题和回答，${retentionDays === 0 ? '一直留着，' : `留${retentionDays}天，`}给管理员改进用。`,
      '用 /check 核对的话不留。',
      '出错时，日志里只有打乱过的聊天编号，看不出您是谁。',
      '请不要发身份证号、银行卡号这类个人信息。',
      '消息经过 Telegram 的服务器，Telegram 怎样处理以它的隐私条款为准。',
    ],
    languageModel: '为了把话说得顺，问题和找到的原文会发给一个语言模型服务；个人号码会先遮住。',
  },

  answer: {
    sources: '出处',
    notes: '说明',
    asked: '问：',
    edited: '您改过问题，按改后的回答。',
    passageButton: '原文',
    noPeriod: '时间未写明',
  },

  town: {
    anyWord: '不限',
    choose: (current: string | undefined) =>
      current === undefined
        ? '现在不限镇。想只问哪个镇的事？点一下，或者发“/town 镇名”。问题里写了镇名的，按写的查。'
        : `现在没写镇名的问题都按${current}查。要换一个吗？`,
    set: (town: string) => `好，没写镇名的问题就按${town}查。`,
    any: '好，不限镇了。',
    unknown: '我的资料里没有这个镇。有的是这几个，点一下就行：',
    none: '现在还没有收录任何镇的文件。',
    gone: '我的资料里没有这个镇了，请发 /town 重新选。',
    applied: (town: string) => `只看了${town}，发 /town 可以改。`,
  },

  targets: {
    missing:
      '想查哪些目标或完成情况？把镇名、年份、事项写在后面，比如：\n/targets 2023年停车位\n/targets 食堂 目标\n也可以点下面的按钮。',
    empty: '现在的资料里没有目标、在办事项和结果，所以没有可查的。',
    heading: (filter: string, all: number, page: number, pages: number) =>
      pages > 1 ? `${filter}，共${all}条，第${page}/${pages}页` : `${filter}，共${all}条`,
    everything: '全部',
    year: (year: number) => `${year}年`,
    measure: (words: string) => `“${words}”`,
    none: '没有符合条件的条目。换个说法，或者少写一个条件再试试。',
    unknownTown: (town: string) => `资料里没有${town}。`,
    severalYears: '一次只能按一年查，这里没有按年份筛。',
    expired: '这个按钮已经过期了，请重新发 /targets。',
  },

  check: {
    missing:
      '请把要核对的话写在后面，比如：\n/check 2023年新增停车位500个。\n也可以回复一条消息，发 /check。',
    signs: { supported: '✅', contradicted: '❌', not_found: '❔' },
    figure: (label: string, reasons: readonly string[]) =>
      reasons.length === 0 ? ` ${label}` : ` ${label}：${reasons.join('；')}`,
    unlisted: (count: number) => `还有${count}个数字没有列出来，请分成几段再核对。`,
    tookTooLong: '这段话核对得太久，我先停下了。请分成几段再试。',
  },

  stats: {
    since: (milliseconds: number) => `这次启动以来（${duration(milliseconds)}）`,
    days: (days: number) => `最近${days}天`,
    nothing: '还没有。',
    channels: { web: '网页', telegram: 'Telegram', terminal: '终端' },
    statuses: { answered: '答出', clarify: '反问', refused: '没答上', blocked: '不回答' },
    opinions: {
      title: '评价',
      counts: (good: number, bad: number, words: number) => `👍${good}，👎${bad}，留言${words}`,
    },
    state: {
      title: '现在',
      index: (passages: number, age: number) => `索引：${passages}段，${duration(age)}前建的`,
      memory: (bytes: number) => `内存：${Math.round(bytes / 1024 / 1024)} MB`,
    },
  },

  gaps: {
    title: (count: number) => `没答上的问题，一共${count}种`,
    none: '没有没答上的问题。',
    line: (question: string, count: number, people: number, reason: string, day: string) =>
      `${question}（${count}次，${people}人，${reason}，最近${day}）`,
    unlisted: (count: number) => `另有${count}种没有列在这里。`,
  },

  reload: {
    unchanged: (documents: number) => `${documents}份文件都没有变，照旧用。`,
    replaced: (
      counts: Readonly<
        Record<'added' | 'changed' | 'removed' | 'documents' | 'passages' | 'problems', number>
      >,
    ) =>
      `换好了：新增${counts.added}份，改动${counts.changed}份，去掉${counts.removed}份；现在一共${counts.documents}份、${counts.passages}段，发现问题${counts.problems}处。`,
    failed: (fault: string) => `没有换成，旧的照常用：${fault}`,
  },

  feedback: {
    good: '👍',
    bad: '👎',
    chosen: (label: string) => `${label} ✓`,
    reasons: feedbackReasons,
    thanks: '谢谢，记下了。',
    thanksAndWhy: '记下了。哪里不好？点一下就行。',
    thanksForReason: (reason: string) => `谢谢，记下了：${reason}。`,
    thanksForWords: '谢谢，您的话记下了，管理员会看。',
    missing: '请把想说的话写在后面，比如：/feedback 食堂的电话换了。也可以回复我的一条回答来说。',
    tooLong: (most: number) => `一次最多记${most}个字，您的话太长了，我没有记。请分成几条再发。`,
    failed: '对不起，没能记下来。请过一会儿再试一次。',
    expired: '这个回答太久了，不能再点评价。想说的话，请发 /feedback 加上您的话。',
    notYours: '只有提问的人能评价这个回答。您想说的话，请发 /feedback 加上您的话。',
  },

  passage: {
    line: (line: number) => `第${line}行`,
    gone: '这份文件现在查不到了，可能已经更换。',
  },

  group: {
    greeting: (name: string) =>
      `大家好，我是问桥，回答镇里报纸和工作报告上写着的事。要问我，请@${name}，或者回复我的消息。`,
  },

  emptyQuestion: '您想问什么？请把问题写在一条消息里发给我，比如：',
  unknownCommand: '没有这个命令。直接打字提问就行，发送 /help 看怎么提问。',
  editedCommand: '改过的命令我不会再执行，请重新发一次。',
  notText: '我现在只看得懂文字。请把想问的话打字发给我，一两句就行。',
  staleButton: '这个按钮已经过期了，请直接把问题打字发给我。',
  tooFast: (seconds: number) =>
    `您问得有点快，我跟不上了。请过${seconds}秒再问；在这之前发来的消息，我不会回答。`,
  tooFastInGroup: (seconds: number) =>
    `群里问得有点快，我跟不上了。请过${seconds}秒再问；在这之前发来的消息，我不会回答。`,
  chatQueueFull: (waiting: number) => `前面还有${waiting}个问题没答完，这一条我没有收下。请等答完再发一次。`,
  queueFull: '现在提问的人太多，这一条我没有收下。请过几分钟再发一次。',
  tookTooLong: '这个问题查得太久，我先停下了。请换个说法，或者过一会儿再问。',
  perhapsArrived: '刚才网络断断续续，回答可能没有发到。没看到的话，请再问一次。',
  givenUp: '对不起，我重启了两次，有一条消息没有答成。请再问一次。',
  failed: '对不起，刚才出了点差错，没有答成。请过一会儿再问一次。',
} as const;

/** How much is kept, and how long. */
interface Kept {
  readonly turns: number;
  readonly minutes: number;
  readonly hours: number;
  readonly townDays: number;
  /** 0 for good. */
  readonly retentionDays: number;
}

/** About how long, in the largest unit that fits. */
function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes}分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours}小时` : `${Math.floor(hours / 24)}天`;
}
