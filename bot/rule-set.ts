// SPDX-License-Identifier: MIT
import { version } from '../common/version.js';

/** Which rules a verdict was given by: they change with the program, and then every open pull request is judged again. */
export const ruleSet = version;
