// SPDX-License-Identifier: MIT
import type { Fault } from '../../sandbox/github/faults.js';
import type { World } from '../bot/support/world.js';
import { type EndState, endStateOf } from './end-state.js';

/** Something that people do, and the bot after each step of it. */
export interface Scenario {
  readonly name: string;
  /** everything as it is before trouble begins */
  readonly open: () => Promise<World>;
  readonly play: (world: World, bot: BotWork) => Promise<void>;
  /** `OWNER/NAME` of a place that ships a copy of the list */
  readonly copy?: string;
}

export interface BotWork {
  /** The bot hears of an event; a trouble may end that. */
  hears(work: () => Promise<void>): Promise<void>;
  /** The bot reconciles until it is through, and does what it put off. */
  settles(): Promise<void>;
}

export interface Outcome {
  readonly end: EndState;
  /** requests of the bot, until all was done */
  readonly requests: number;
  /** whether the fault struck */
  readonly struck: boolean;
}

/** Reconciliations until the bot has to be through: GitHub fails once, so the first ought to be enough. */
const most = 3;

/**
 * Plays a scenario; the fault strikes one of the bot's calls, or every one from there on until the bot, which died, is
 * started again.
 */
export async function runScenario(scenario: Scenario, fault?: Fault, dies = false): Promise<Outcome> {
  const world = await scenario.open();
  const { server } = world.stage;
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (fault === undefined) throw error;
      if (dies && server.faults.struck > 0) {
        server.faults.clear();
        world.restart();
      }
      return false;
    }
  };
  const bot: BotWork = {
    hears: async (work) => {
      await attempt(work);
    },
    settles: async () => {
      for (let round = 0; round < most; round++) {
        if (await attempt(() => world.bot.do({ kind: 'reconcile' }))) break;
      }
      for (const intent of world.waiting.splice(0)) await attempt(() => world.bot.do(intent));
    },
  };
  try {
    if (fault !== undefined) server.faults.add(fault);
    const before = server.requests.length;
    await scenario.play(world, bot);
    const requests = server.requests.length - before;
    const struck = server.faults.struck > 0;
    server.faults.clear();
    return { end: await endStateOf(world, scenario.copy), requests, struck };
  } finally {
    await world.close();
  }
}
