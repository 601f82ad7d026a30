import type { Understanding } from '../questions/understanding.ts';
import { holds } from './attributes.ts';
import { listFit, withoutOrganisers } from './enumerations.ts';

/** Things that are done one after another, or by somebody, where a matter takes its course. */
const STEPS =
  /申请|申报|报名|登记|预约|提交|审批|审核|备案|发起|对接|拨打|扫码|携带|凭借?|领取|缴纳|推荐|选拔|考核|评审|评定|打分|裁判|公示|验收|上传|采集|先[^，。]{1,12}再|首先|然后|由[^，。]{2,16}(?:负责|牵头|组织|实施)/g;
/** So many different steps make a procedure. */
const WHOLE_PROCEDURE = 2;

/** How much of the sort of answer that a question expects a sentence is; between 0 and 1. */
export function typeFit(understanding: Understanding, text: string, persons: readonly string[]): number {
  const { kind, items, attributes } = understanding;
  if (kind === 'list' || (kind === 'definition' && items !== null))
    return listFit(withoutOrganisers(text, understanding.text), items);
  if (attributes.length > 0)
    return attributes.filter((attribute) => holds(attribute, text, persons)).length / attributes.length;
  return kind === 'howto' ? Math.min(1, new Set(text.match(STEPS)).size / WHOLE_PROCEDURE) : 0;
}
