/** What `npm run ingest` prints for a person. */
export const ingestWording = {
  description: '整理资料：读取文件夹里的文件，建立或更新索引，并列出发现的问题。',
  words: '[选项]',
  options: {
    seeds: '资料所在的文件夹',
    index: '索引所在的文件夹',
    json: '只输出 JSON',
    help: '显示用法',
  },
  waiting: '另一个整理正在进行，等它做完',
  embedded: (done: number, total: number) => `向量 ${done}/${total}`,
  failed: (message: string) => `没有成功：${message}`,

  usage: {
    line: (fault: string) => `用法不对：${fault}。看用法：npm run ingest -- --help`,
    unknownOption: (option: string) => `没有 ${option} 这个选项`,
    missingValue: (option: string) => `${option} 后面要写一个值`,
    tooMany: '选项之外不用写别的',
    other: (message: string) => message,
  },

  report: {
    counts: {
      documents: '文档',
      articles: '文章',
      rows: '表格行',
      sentences: '句子',
      passages: '段落',
      questions: '日常问法',
      problems: '问题',
    },
    changes: { added: '新增', changed: '更新', removed: '移除', unchanged: '未变' },
    names: (label: string, names: readonly string[]) => `${label}：${names.join('、')}`,
    place: (document: string, line: number | null) => (line === null ? document : `${document} 第${line}行`),
    /** A problem: where it is, what is wrong and what was done about it; the details are the index's own words. */
    problem: (place: string, kind: string, details: string) => `! ${place}：${kind}（${details}）`,
  },

  /** Kinds of problems, with what was done; one that is not listed is shown under its own name. */
  problems: {
    bad_name: '文件名里有看不见的字符，已跳过',
    broken: '文件损坏，或与扩展名不符，已跳过',
    cut_sentence: '句子被版面截断，已标明',
    doubled_glyphs: '文字重影，按一遍读',
    empty: '没有文字，已跳过',
    encrypted: '文件加了密，已跳过',
    hidden: '有看不见的文字，没有收',
    lost_title: '所拟标题没有用：所引的原文找不到，或那一篇本有标题',
    lost_quote: '日常问法所引的原文找不到了，这几条问法没有收',
    manifest_without_file: '清单里有，文件夹里没有，已忽略',
    no_article: '没有读出文章，没有可收的内容',
    no_headline: '文章没有标题，用开头几个字代替',
    no_text_layer: '没有文字层（可能是扫描件），已跳过',
    not_taken_in: '没能拆解，已跳过',
    not_text: '不是 UTF-8 或 GB18030 文字，已跳过',
    outside: '链接指到文件夹外面，已跳过',
    repeated_row: '表格里两行文字相同，只说一遍',
    same_words: '与另一份文件文字相同',
    too_large: '文件太大，已跳过',
    unknown_kind: '不认识的文件种类，已跳过',
    unreadable: '读不了，已跳过',
  } as Readonly<Record<string, string>>,
} as const;
