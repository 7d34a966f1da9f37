// SPDX-License-Identifier: MIT
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from './xml/tree.js';
import { rawSpecification, specification, versionRange } from './version-range.js';

/** Texts by language; in the language's name the store writes `_` for `-`. */
export type Translations = Record<string, string>;

/** An info.xml as the store keeps it (appstore: api/v1/release/info.xslt and parser.py); empty texts are null. */
export interface StoreInfo {
  readonly app: {
    readonly id: string;
    readonly categories: readonly { readonly category: { readonly id: string } }[];
    readonly description: Translations;
    readonly summary: Translations;
    readonly name: Translations;
    readonly authors: readonly {
      readonly author: { readonly name: string; readonly homepage: string | null; readonly mail: string | null };
    }[];
    readonly videos: readonly { readonly video: { readonly url: string; readonly ordering: number } }[];
    readonly screenshots: readonly {
      readonly screenshot: { readonly url: string; readonly small_thumbnail: string | null; readonly ordering: number };
    }[];
    readonly donations: readonly {
      readonly donation: {
        readonly url: string;
        readonly title: string;
        readonly type: string;
        readonly ordering: number;
      };
    }[];
    readonly admin_docs?: string;
    readonly user_docs?: string;
    readonly developer_docs?: string;
    readonly website: string | null;
    readonly discussion: string | null;
    readonly issue_tracker: string | null;
    readonly release: StoreRelease;
  };
}

export interface StoreRelease extends StoreVersions<'php'>, StoreVersions<'platform'> {
  readonly version: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
  readonly min_int_size: number;
  readonly php_extensions: readonly { readonly php_extension: StoreRequirement }[];
  readonly databases: readonly { readonly database: StoreRequirement }[];
  readonly shell_commands: readonly { readonly shell_command: { readonly name: string } }[];
  readonly platform_version_spec: string;
  readonly raw_platform_version_spec: string;
  readonly php_version_spec: string;
  readonly raw_php_version_spec: string;
  readonly external_app?: {
    readonly docker_install: Readonly<Record<'registry' | 'image' | 'image_tag', string | null>>;
    readonly scopes: readonly { readonly value: string | null }[];
    readonly system: string | null;
    readonly environment_variables: readonly { readonly variable: StoreVariable }[];
  };
}

type StoreVersions<What extends string> = Readonly<
  Record<`${What}_min_version` | `raw_${What}_min_version` | `${What}_max_version` | `raw_${What}_max_version`, string>
>;

interface StoreRequirement {
  readonly id: string;
  readonly min_version: string;
  readonly raw_min_version: string;
  readonly max_version: string;
  readonly raw_max_version: string;
}

interface StoreVariable {
  readonly name: string | null;
  readonly display_name: string | null;
  readonly description?: string | null;
  readonly default?: string | null;
}

/** What the store keeps of an info.xml that it accepted, from its normalised form. */
export function storeInfo(info: XmlElement): StoreInfo {
  const text = (element: XmlElement | undefined): string | null => orNull(element && textOf(element));
  const required = (name: string): string => text(childOf(info, name)) ?? '';
  const [name, summary, description] = withFallbacks(
    ['name', 'summary', 'description'].map((field) => translations(info, field)),
  );
  return {
    app: {
      id: required('id'),
      categories: childrenOf(info, 'category').map((category) => ({ category: { id: textOf(category) } })),
      description: description ?? {},
      summary: summary ?? {},
      name: name ?? {},
      authors: childrenOf(info, 'author').map((author) => ({
        author: {
          name: textOf(author),
          homepage: orNull(attributeOf(author, 'homepage')),
          mail: orNull(attributeOf(author, 'mail')),
        },
      })),
      videos: childrenOf(info, 'video').map((video, index) => ({ video: { url: textOf(video), ordering: index + 1 } })),
      screenshots: childrenOf(info, 'screenshot').map((screenshot, index) => ({
        screenshot: {
          url: textOf(screenshot),
          small_thumbnail: orNull(attributeOf(screenshot, 'small-thumbnail')),
          ordering: index + 1,
        },
      })),
      donations: childrenOf(info, 'donation').map((donation, index) => ({
        donation: {
          url: textOf(donation),
          title: attributeOf(donation, 'title') ?? 'Donate to support this app',
          type: attributeOf(donation, 'type') ?? 'other',
          ordering: index + 1,
        },
      })),
      ...documentation(childOf(info, 'documentation')),
      website: text(childOf(info, 'website')),
      discussion: text(childOf(info, 'discussion')),
      issue_tracker: text(childOf(info, 'bugs')),
      release: release(info),
    },
  };
}

/** lxml knows no empty text: the store keeps None. */
function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** Texts of one element in the languages that have it, before any fallback. */
export function translations(info: XmlElement, field: string): Translations {
  return Object.fromEntries(
    childrenOf(info, field).map((element) => [
      (attributeOf(element, 'lang') ?? 'en').replaceAll('-', '_'),
      textOf(element),
    ]),
  );
}

/** A language that one of the fields has and another lacks is filled up with English there. */
function withFallbacks(fields: readonly Translations[]): Translations[] {
  const languages = new Set(fields.flatMap((field) => Object.keys(field)));
  return fields.map((field) =>
    Object.fromEntries(
      [...new Set([...Object.keys(field), ...languages])].map((language) => [
        language,
        field[language] ?? field.en ?? '',
      ]),
    ),
  );
}

/** A slug such as `admin-news` is accepted, but not kept. */
function documentation(
  element: XmlElement | undefined,
): Pick<StoreInfo['app'], 'admin_docs' | 'user_docs' | 'developer_docs'> {
  const addresses = (['admin', 'user', 'developer'] as const).flatMap((audience) => {
    const child = childOf(element, audience);
    const address = child && textOf(child);
    return address?.startsWith('https://') ? [[`${audience}_docs`, address] as const] : [];
  });
  return Object.fromEntries(addresses);
}

function release(info: XmlElement): StoreRelease {
  const dependencies = childOf(info, 'dependencies');
  const php = childOf(dependencies, 'php');
  const platform = childOf(dependencies, 'nextcloud');
  const externalApp = childOf(info, 'external-app');
  const named = (name: string): XmlElement[] => (dependencies ? childrenOf(dependencies, name) : []);
  const [phpRange, platformRange] = [rangeOf(php), rangeOf(platform)];
  const version = childOf(info, 'version');
  return {
    version: version ? textOf(version) : '',
    licenses: childrenOf(info, 'licence').map((licence) => ({ license: { id: textOf(licence) } })),
    php_min_version: phpRange.min,
    raw_php_min_version: phpRange.rawMin,
    php_max_version: phpRange.max,
    raw_php_max_version: phpRange.rawMax,
    min_int_size: Number((php && attributeOf(php, 'min-int-size')) ?? 32),
    platform_min_version: platformRange.min,
    raw_platform_min_version: platformRange.rawMin,
    platform_max_version: platformRange.max,
    raw_platform_max_version: platformRange.rawMax,
    php_extensions: named('lib').map((lib) => ({ php_extension: requirement(lib) })),
    databases: named('database').map((database) => ({ database: requirement(database) })),
    shell_commands: named('command').map((command) => ({ shell_command: { name: textOf(command) } })),
    platform_version_spec: specification(platformRange.min, platformRange.max),
    raw_platform_version_spec: rawSpecification(platformRange.rawMin, platformRange.rawMax),
    php_version_spec: specification(phpRange.min, phpRange.max),
    raw_php_version_spec: rawSpecification(phpRange.rawMin, phpRange.rawMax),
    ...(externalApp && { external_app: externalAppOf(externalApp) }),
  };
}

function rangeOf(element: XmlElement | undefined): ReturnType<typeof versionRange> {
  return versionRange(element && attributeOf(element, 'min-version'), element && attributeOf(element, 'max-version'));
}

function requirement(element: XmlElement): StoreRequirement {
  const { min, rawMin, max, rawMax } = rangeOf(element);
  return { min_version: min, raw_min_version: rawMin, max_version: max, raw_max_version: rawMax, id: textOf(element) };
}

function externalAppOf(element: XmlElement): NonNullable<StoreRelease['external_app']> {
  const text = (parent: XmlElement | undefined, name: string): string | null => {
    const child = childOf(parent, name);
    return orNull(child && textOf(child));
  };
  const install = childOf(element, 'docker-install');
  const scopes = childOf(element, 'scopes');
  const variables = childOf(element, 'environment-variables');
  return {
    docker_install: {
      registry: text(install, 'registry'),
      image: text(install, 'image'),
      image_tag: text(install, 'image-tag'),
    },
    scopes: scopes ? childrenOf(scopes, 'value').map((value) => ({ value: orNull(textOf(value)) })) : [],
    system: text(element, 'system'),
    environment_variables: (variables ? childrenOf(variables, 'variable') : []).map((variable) => ({
      variable: {
        name: text(variable, 'name'),
        display_name: text(variable, 'display-name'),
        ...(childOf(variable, 'description') && { description: text(variable, 'description') }),
        ...(childOf(variable, 'default') && { default: text(variable, 'default') }),
      },
    })),
  };
}
