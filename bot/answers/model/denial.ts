/** 不断 and 未来 deny nothing. */
export const NO_DENIAL =
  /不断|不仅|不少|不同|不久|不但|不动产|不忘|不锈|不论|不管|无论|未来|无障碍|无人机|无缝|无偿|非常|非遗|非公|除非|没关系|不超过|不少于|不低于|不高于|不多于/g;
/** Words that deny; those of `NO_DENIAL` are taken out first. */
export const DENIAL = /[不未没无非勿]|禁止|严禁|除外|暂停|取消/;
