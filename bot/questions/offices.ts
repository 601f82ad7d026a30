const OFFICE =
  /党委书记|党委副书记|副书记|支部书记|(?<!副)书记|副镇长|镇长|人大副主席|人大主席|副主席|主席|副主任|主任|副会长|会长|校长|局长|所长|队长|院长|董事长|总经理|理事长|秘书长|教练|民政员|[馆站店班组厂村区市县园场科处]长(?=是|叫|姓|哪|谁|的名字)/g;

/** Offices that a question about a person names; the answer must name them too. 正副主席 are two of them. */
export function officesIn(question: string): string[] {
  const apart = question.replace(/正副(主席|主任|会长|书记|镇长|校长|队长)/gu, '$1、副$1');
  return [...new Set(apart.match(OFFICE) ?? [])];
}
