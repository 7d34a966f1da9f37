// SPDX-License-Identifier: MIT
import { childOf, childrenOf, findAttribute, textOf, type XmlElement, type XmlNode } from './xml/tree.js';

/**
 * An info.xml in the store's own order, before it is validated: what the store does not know is gone, old names are
 * mapped (appstore: api/v1/release/pre-info.xslt). Elements keep the places they had in the file; an element that the
 * store makes up stands at the element it was made for.
 */
export function normaliseInfo(info: XmlElement): XmlElement {
  const copy = (...names: string[]): XmlElement[] => names.flatMap((name) => childrenOf(info, name));
  const each = (name: string, rebuild: (element: XmlElement) => XmlElement): XmlElement[] =>
    childrenOf(info, name).map(rebuild);
  return rebuilt(info, [
    ...copy('id', 'name', 'summary'),
    ...summaryFromDescription(info),
    ...copy('description', 'version'),
    ...each('licence', licence),
    ...copy('author', 'namespace'),
    ...each('types', keeping(keptChildren.types)),
    ...each('documentation', keeping(keptChildren.documentation)),
    ...each('category', category),
    ...defaultCategory(info),
    ...copy('website', 'discussion', 'bugs', 'repository', 'video', 'screenshot', 'donation'),
    ...each('dependencies', keeping(keptChildren.dependencies)),
    ...copy('background-jobs'),
    ...each('repair-steps', keeping(keptChildren['repair-steps'])),
    ...copy('two-factor-providers', 'commands'),
    ...each('settings', keeping(keptChildren.settings)),
    ...each('activity', keeping(keptChildren.activity)),
    ...copy('dashboard', 'fulltextsearch'),
    ...each('navigations', navigations),
    ...copy('contactsmenu', 'collaboration'),
    ...copy(...refusedElements),
    ...each('external-app', externalApp),
  ]);
}

/** Elements that the store takes over only in order to refuse the file. */
export const refusedElements = [
  'standalone',
  'default_enable',
  'shipped',
  'public',
  'remote',
  'requiremin',
  'requiremax',
] as const;

/** Elements that are taken over as they are, whatever is in them. */
export const copiedElements = [
  'id',
  'name',
  'summary',
  'description',
  'version',
  'author',
  'namespace',
  'website',
  'discussion',
  'bugs',
  'repository',
  'video',
  'screenshot',
  'donation',
  'background-jobs',
  'two-factor-providers',
  'commands',
  'dashboard',
  'fulltextsearch',
  'contactsmenu',
  'collaboration',
] as const;

/** Elements that are made anew from these of their children; everything else in them is dropped. */
export const keptChildren = {
  types: ['prelogin', 'filesystem', 'authentication', 'logging', 'prevent_group_restriction'],
  documentation: ['user', 'admin', 'developer'],
  dependencies: ['php', 'database', 'command', 'lib', 'owncloud', 'nextcloud', 'backend'],
  'repair-steps': ['pre-migration', 'post-migration', 'live-migration', 'install', 'uninstall'],
  // The store has these two the wrong way round, so nothing of what belongs into them is kept.
  settings: ['settings', 'filters', 'providers'],
  activity: ['admin', 'admin-section'],
  navigations: ['navigation'],
  navigation: ['id', 'name', 'route', 'icon', 'order', 'type'],
  'external-app': ['docker-install', 'scopes', 'system', 'environment-variables'],
  'docker-install': ['registry', 'image', 'image-tag'],
  'environment-variables': ['variable'],
  variable: ['name', 'display-name', 'description', 'default'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Old names of licences, compared in lower case; any other text is taken over as it is. */
export const licenceNames: ReadonlyMap<string, string> = new Map([
  ['agpl', 'agpl'],
  ['apache', 'Apache-2.0'],
  ['gpl3', 'gpl3'],
  ['mit', 'MIT'],
  ['mpl', 'MPL-2.0'],
]);

function rebuilt(element: XmlElement, children: readonly XmlNode[]): XmlElement {
  return { ...element, name: element.local, attributes: [], children };
}

function made(name: string, value: string, at: XmlElement): XmlElement {
  return { ...rebuilt(at, [{ kind: 'text', value }]), name, local: name };
}

function keeping(names: readonly string[]): (element: XmlElement) => XmlElement {
  return (element) =>
    rebuilt(
      element,
      names.flatMap((name) => childrenOf(element, name)),
    );
}

function summaryFromDescription(info: XmlElement): XmlElement[] {
  if (childOf(info, 'summary')) return [];
  const description = childOf(info, 'description');
  return [made('summary', description ? textOf(description) : '', description ?? info)];
}

function defaultCategory(info: XmlElement): XmlElement[] {
  return childOf(info, 'category') ? [] : [made('category', 'tools', info)];
}

function licence(element: XmlElement): XmlElement {
  const value = textOf(element);
  // ASCII only, as XPath's translate() is told to.
  const alias = value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return made('licence', licenceNames.get(alias) ?? value, element);
}

function category(element: XmlElement): XmlElement {
  const isAuth = element.children.some((node) => node.kind === 'text' && node.value === 'auth');
  return made('category', isAuth ? 'security' : textOf(element), element);
}

function navigations(element: XmlElement): XmlElement {
  const children = childrenOf(element, 'navigation').map((navigation) => {
    const role = findAttribute(navigation, 'role');
    return { ...keeping(keptChildren.navigation)(navigation), attributes: role ? [role] : [] };
  });
  return rebuilt(element, children);
}

function externalApp(element: XmlElement): XmlElement {
  const each = (name: string, rebuild: (child: XmlElement) => XmlElement): XmlElement[] =>
    childrenOf(element, name).map(rebuild);
  return rebuilt(element, [
    ...each('docker-install', keeping(keptChildren['docker-install'])),
    ...childrenOf(element, 'scopes'),
    ...childrenOf(element, 'system'),
    ...each('environment-variables', (variables) =>
      rebuilt(variables, childrenOf(variables, 'variable').map(keeping(keptChildren.variable))),
    ),
  ]);
}

/**
 * Elements for which the store has a template of its own: where the root is not `info`, they become roots, and the
 * schema refuses the first; where there is none, nothing is left, and the store fails with 500.
 */
export const templateElements: ReadonlySet<string> = new Set(['category', ...Object.keys(keptChildren)]);
