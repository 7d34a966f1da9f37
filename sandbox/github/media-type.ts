// SPDX-License-Identifier: MIT
import type { Call } from './router.js';

/**
 * Which of GitHub's own representations a caller asks for: `application/vnd.github.raw`, `….raw+json`, `….v3.raw` are
 * `raw` (REST documentation, "Media types"). Anything else is `json`.
 */
export function representation(call: Call): 'raw' | 'object' | 'sha' | 'json' {
  const [, name] = /application\/vnd\.github\.(?:v3\.)?(raw|object|sha)\b/.exec(call.headers.accept ?? '') ?? [];
  return (name as 'raw' | undefined) ?? 'json';
}
