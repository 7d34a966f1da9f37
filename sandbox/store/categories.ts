// SPDX-License-Identifier: MIT

/** The categories that info.xml may name (store: api/v1/release/info.xsd); their names here are our own words. */
const names = {
  ai: 'Artificial intelligence',
  customization: 'Customization',
  dashboard: 'Dashboard',
  files: 'Files',
  games: 'Games',
  integration: 'Integration',
  monitoring: 'Monitoring',
  multimedia: 'Multimedia',
  office: 'Office & text',
  organization: 'Organization',
  search: 'Search',
  security: 'Security',
  social: 'Social & communication',
  tools: 'Tools',
  workflow: 'Flow',
} as const;

export const categories: readonly unknown[] = Object.entries(names).map(([id, name]) => ({
  id,
  translations: { en: { name, description: '' } },
}));
