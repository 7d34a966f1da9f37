// SPDX-License-Identifier: MIT

/** Names that no new app gets, by why. Ids that were certified before keep theirs. */

/** the product, and its forerunner */
export const productNames = ['nextcloud', 'owncloud'] as const;

/** folders and scopes of the server (server: lib/private, the web root) */
const serverNames = words(`
  3rdparty apps assets build config console contribute core cron custom_apps data dist index lib occ ocm ocs public
  remote resources robots settings status themes updater version`);

/** apps that are part of the server or of its bundle (server: core/shipped.json) */
const shippedApps = words(`
  activity admin_audit app_api bruteforcesettings circles cloud_federation_api comments contactsinteraction dashboard
  dav encryption federatedfilesharing federation files files_downloadlimit files_external files_pdfviewer
  files_reminders files_sharing files_trashbin files_versions firstrunwizard logreader lookup_server_connector
  nextcloud_announcements notifications oauth2 password_policy photos privacy profile provisioning_api recommendations
  related_resources serverinfo sharebymail support survey_client suspicious_login systemtags text theming
  twofactor_backupcodes twofactor_nextcloud_notification twofactor_totp updatenotification user_ldap user_status viewer
  weather_status webhook_listeners workflowengine`);

/** what stands in documents and templates where the id should be */
const placeholders = words(`
  app app1 app_id app_name app_template appid appname certificate csr csr1 example example_app hello hello_world
  helloworld id my_app myapp my_nextcloud_app name new_app nextcloud_app sample skeleton source template test test_app
  testapp your_app yourapp your_app_id`);

/** Why an id is reserved, or undefined. */
export function reservedBecause(id: string, more: readonly string[]): string | undefined {
  if (productNames.some((product) => id === product)) return 'it is the name of the product';
  if (serverNames.has(id)) return 'it is a name of the server itself';
  if (shippedApps.has(id)) return 'an app of this name is part of the server';
  if (placeholders.has(id)) return 'it is a placeholder of the documentation, not a name';
  if (more.includes(id)) return 'the policy of this authority reserves it';
  return undefined;
}

/** One common word is no name: whoever comes first would have it for ever. */
const commonWords = words(`
  account admin agenda album archive assistant audio backup bank blog board book bookmark box browser budget bus button
  camera card cart chart chat client clock cloud code collection color connect contact content copy counter customer
  database date design desktop device diary dictionary disk document download drive editor email event exchange export
  family feed file finance folder form forum gallery game graph group guide health help history home host image import
  integration inventory invoice journal key label language learn library link list live location lock log login mail
  manager map media meeting member memo menu message mobile money monitor movie music network news note number office
  order organizer page paper password payment people phone picture player poll portal post presentation print project
  proxy query quiz radio reader receipt recipe reminder report room scan schedule school search security server share
  shop slide sound space spreadsheet stamp statistics storage store story stream student sync system table tag task
  team terminal theme ticket time timer todo tool transfer translate travel tree upload user vault video view vote
  voucher wallet weather web website wiki work workspace writer`);

export function isCommonWord(id: string): boolean {
  return commonWords.has(id) || (id.endsWith('s') && commonWords.has(id.slice(0, -1)));
}

/** The product whose name is in the id, or nearly is one of its words. */
export function nearProduct(id: string): string | undefined {
  return productNames.find(
    (product) => id.includes(product) || id.split('_').some((part) => distance(part, product, 2) <= 2),
  );
}

/** Another id that people would mistake this one for: the same but for underscores, a plural, or two letters. */
export function confusingWith(id: string, others: Iterable<string>): string | undefined {
  const plain = id.replaceAll('_', '');
  const limit = plain.length < 6 ? 1 : 2;
  for (const other of others) {
    if (other !== id && distance(plain, other.replaceAll('_', ''), limit) <= limit) return other;
  }
  return undefined;
}

/** Levenshtein's distance, or anything above `limit` where it is more */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[other.length] ?? 0;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
