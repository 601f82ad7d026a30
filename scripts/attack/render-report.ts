import type { InputReport } from './attack-inputs.ts';
import type { ServerReport } from './attack-server.ts';
import { bystanderFaults, OCCASIONS } from './judge-bystander.ts';
import { attackWording } from './wording.ts';

export interface AttackReport {
  readonly inputs: InputReport;
  readonly server: ServerReport;
  /** How the service ended when it was told to. */
  readonly exitCode: number | null;
}

/** Everything that was not withstood; empty when all was. */
export function defeats({ inputs, server, exitCode }: AttackReport): readonly string[] {
  const lines = server.attacks
    .filter(({ tried, withstood }) => withstood < tried)
    .map(({ name }) => attackWording.attacks[name]);
  return [
    ...(inputs.broken > 0 ? [attackWording.broken(inputs.broken)] : []),
    ...lines,
    ...wronged(server),
    ...(server.ready ? [] : [attackWording.notReady]),
    ...(exitCode === 0 ? [] : [attackWording.endedBadly(exitCode)]),
  ];
}

export function renderReport(report: AttackReport): string {
  const { inputs, server, exitCode } = report;
  const endings = Object.entries(attackWording.endings).map(
    ([status, label]) => `${label} ${inputs.endings[status as keyof typeof inputs.endings] ?? 0}`,
  );
  const lines = [
    `${attackWording.inputs(inputs.inputs, inputs.seed)}：${endings.join('，')}`,
    attackWording.times(inputs.p50Ms, inputs.p99Ms, inputs.slowestMs, inputs.slowest),
    attackWording.broken(inputs.broken),
    ...inputs.examples.map(({ how, faults, request }) => `! ${how}：${faults.join('；')} ${request}`),
    ...server.attacks.map(({ name, tried, withstood, longestMs }) =>
      attackWording.attack(attackWording.attacks[name], withstood, tried, (longestMs / 1_000).toFixed(1)),
    ),
    attackWording.bystanders,
    ...OCCASIONS.map((occasion) =>
      attackWording.served(attackWording.occasions[occasion], server.bystander[occasion]),
    ),
    ...wronged(server).map((fault) => `! ${fault}`),
    ...(server.ready ? [] : [attackWording.notReady]),
    ...(exitCode === 0 ? [] : [attackWording.endedBadly(exitCode)]),
  ];
  return `${lines.join('\n')}\n`;
}

function wronged({ bystander }: ServerReport): readonly string[] {
  return bystanderFaults(bystander).map(({ occasion, wrong }) =>
    attackWording.wronged(attackWording.occasions[occasion], attackWording.wrongs[wrong]),
  );
}
