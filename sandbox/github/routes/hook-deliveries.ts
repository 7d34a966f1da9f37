// SPDX-License-Identifier: MIT
import { type Answer, json, problem } from '../answer.js';
import { timestamp } from '../json/timestamp.js';
import { found, refuse } from '../refused.js';
import type { Call, Route } from '../router.js';
import type { Delivery } from '../webhooks/delivery.js';
import type { Webhooks } from '../webhooks/webhooks.js';

const hook = '/api/v3/app/hook';

/** An App's own webhook: its configuration, what was delivered, and delivering again. */
export function hookRoutes(webhooks: () => Webhooks): readonly Route[] {
  return [
    { method: 'GET', path: `${hook}/config`, forApps: true, handle: config },
    { method: 'GET', path: `${hook}/deliveries`, forApps: true, handle: (call) => list(call, webhooks()) },
    { method: 'GET', path: `${hook}/deliveries/:id`, forApps: true, handle: (call) => get(call, webhooks()) },
    {
      method: 'POST',
      path: `${hook}/deliveries/:id/attempts`,
      forApps: true,
      handle: (call) => again(call, webhooks()),
    },
  ];
}

function config(call: Call): Answer {
  const { url } = found(call.app?.hook);
  return json(200, { content_type: 'json', secret: '********', insecure_ssl: '0', url });
}

function own(call: Call, webhooks: Webhooks): Delivery[] {
  return [...webhooks.deliveries.values()].filter(({ app }) => app === call.app);
}

/** Newest first; the next page begins at the `cursor` that the Link header gives. */
function list(call: Call, webhooks: Webhooks): Answer {
  const query = call.url.searchParams;
  const perPage = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30) || 30));
  const cursor = Number(query.get('cursor') ?? Infinity);
  const rest = own(call, webhooks)
    .toReversed()
    .filter(({ id }) => !(id > cursor));
  const next = rest[perPage];
  const address = new URL(call.url);
  if (next !== undefined) address.searchParams.set('cursor', String(next.id));
  const headers: Record<string, string> = next === undefined ? {} : { link: `<${address.href}>; rel="next"` };
  return json(200, rest.slice(0, perPage).map(briefly), headers);
}

function deliveryNamed(call: Call, webhooks: Webhooks): Delivery {
  const delivery = webhooks.deliveries.get(Number(call.params.id));
  return found(delivery?.app === call.app ? delivery : undefined);
}

function get(call: Call, webhooks: Webhooks): Answer {
  const delivery = deliveryNamed(call, webhooks);
  return json(200, {
    ...briefly(delivery),
    url: delivery.app.hook?.url ?? '',
    request: { headers: delivery.requestHeaders, payload: JSON.parse(delivery.payload) as unknown },
    response: { headers: delivery.responseHeaders, payload: delivery.responseBody },
  });
}

function again(call: Call, webhooks: Webhooks): Answer {
  if (call.app?.hook === undefined) return refuse(problem(422, 'The App has no webhook.'));
  webhooks.redeliver(deliveryNamed(call, webhooks));
  return json(202, {});
}

function briefly(delivery: Delivery): Record<string, unknown> {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: timestamp(delivery.deliveredAt),
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installation.id,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}
