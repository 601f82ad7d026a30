/** What a maintainer reads of the two modes. */
export const modesWording = {
  title: (model: string, questions: number) =>
    `两种作答并排：摘录，以及由模型 ${model} 改写（${questions} 题）`,
  columns: {
    figure: '指标',
    extractive: '摘录',
    llm: '模型改写',
    difference: '差',
    outcome: '送给模型之后',
    count: '次数',
    fault: '句子被删的原因',
  },
  outcomes: {
    reworded: '采用改写',
    exact_words_asked: '没有送：问的是原话',
    partly_missing: '没有送：答案说明有缺',
    instructions_in_evidence: '没有送：原文里像有指令',
    budget_spent: '没有送：当天额度用完',
    nothing_verified: '用摘录：没有一句通过核对',
    place_missing: '用摘录：缺了镇名或年份',
    figures_missing: '用摘录：缺了数字',
    part_missing: '用摘录：少答了一部分',
    choice_missing: '用摘录：缺了可选项',
    list_incomplete: '用摘录：列举不全',
    cut_off_untold: '用摘录：没说明原文中断',
    too_long: '用摘录：太长',
    timeout: '用摘录：超时',
    rate_limited: '用摘录：服务限流',
    server_error: '用摘录：服务出错',
    request_rejected: '用摘录：服务拒收请求',
    key_rejected: '用摘录：密钥不对',
    unreachable: '用摘录：连不上',
    cut_off: '用摘录：回复中断',
    oversized: '用摘录：回复没完没了',
    refused: '用摘录：模型不答',
    malformed: '用摘录：格式不对',
  } as Readonly<Record<string, string>>,
  changed: (gained: readonly string[], lost: readonly string[], misleading: readonly string[]) =>
    `只在模型改写后通过 ${gained.length} 题${listed(gained)}；只在摘录时通过 ${lost.length} 题${listed(lost)}；改写后才误导 ${misleading.length} 题${listed(misleading)}`,
  checks: (kept: number, dropped: number, msPerSentence: number) =>
    `核对句子：留下 ${kept}，删去 ${dropped}，每句 ${msPerSentence.toFixed(2)} 毫秒`,
  replies: (replies: {
    asked: number;
    kept: number;
    inputTokens: number;
    outputTokens: number;
    p50Ms: number;
    p95Ms: number;
  }) =>
    `模型：新问 ${replies.asked} 次，取自存档 ${replies.kept} 次；输入 ${replies.inputTokens}、输出 ${replies.outputTokens} tokens；用时中位数 ${replies.p50Ms} 毫秒，95 分位 ${replies.p95Ms} 毫秒`,
  cost: ({ all, thisRun }: { all: number; thisRun: number }) =>
    `费用：全部回复 ${all.toFixed(4)}，其中这次新花 ${thisRun.toFixed(4)}（单位同所给价格）`,
} as const;

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `（${ids.join('、')}）`;
}
