import { ScriptedServer } from '../bot/answers/model/scripted-server.ts';
import { mixedFaults, standIn } from '../evals/modes/stand-in.ts';

/**
 * A stand-in for a chat model on loopback, to try LLM_BASE_URL and `npm run evals -- --mode llm` without one: half of
 * its replies are good, the others wrong in every way that the checks must catch. Runs until it is stopped.
 */
const server = await ScriptedServer.start();
server.does(standIn(mixedFaults));
process.stdout.write(`LLM_BASE_URL=${server.baseUrl} LLM_MODEL=scripted\n`);
