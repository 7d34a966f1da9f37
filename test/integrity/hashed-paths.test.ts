// SPDX-License-Identifier: MIT
import { expect, it } from '@jest/globals';
import { selectHashed } from '../../src/integrity/hashed-paths.js';

it('leaves out, at any depth, the files that servers leave out by name', () => {
  const unhashed = [
    '.DS_Store',
    'a/.directory',
    '.rnd',
    'a/b/.webapp',
    'Thumbs.db',
    'nextcloud-init-sync.lock',
    '.webapp-nextcloud-1.2.3',
    '.webapp-nextcloud-10.20.30-r4',
    '.webapp-nextcloud-1.2.3\n',
  ];
  const hashed = [
    'thumbs.db',
    '.ds_store',
    'x.rnd',
    '.webapp-nextcloud-1.2',
    '.webapp-nextcloud-1.2.3-r',
    '.webapp-nextcloud-1.2.3\n\n',
    '.git/config',
    'node_modules/a.js',
    'tests/a.php',
    '.gitignore',
    '.htaccess',
    '.user.ini',
    'Thumbs.db/x',
  ];
  expect(selectHashed([...unhashed, ...hashed], 'app')).toEqual({ hashed, unhashed, misplaced: [] });
});

it('leaves out both signatures by their exact paths, and nothing that only looks like one', () => {
  const paths = [
    'appinfo/signature.json',
    'core/signature.json',
    'sub/appinfo/signature.json',
    'signature.json',
    'Appinfo/signature.json',
  ];
  const hashed = paths.slice(2);
  expect(selectHashed(paths, 'app')).toEqual({ hashed, unhashed: [], misplaced: ['core/signature.json'] });
  expect(selectHashed(paths, 'core')).toEqual({ hashed, unhashed: [], misplaced: ['appinfo/signature.json'] });
});

it('leaves data, apps and their like out of core, right below the root, and never out of an app', () => {
  const inside = [
    'data/x',
    'themes/x',
    'config/x',
    'apps/x',
    'assets/x',
    'lost+found/x',
    'updater/x',
    '_oc_upgrade/x',
    'data',
  ];
  const outside = ['core/data/x', 'database/x', 'lib/apps/x', 'Data/x'];
  expect(selectHashed([...inside, ...outside], 'core').hashed).toEqual(outside);
  expect(selectHashed([...inside, ...outside], 'app').hashed).toEqual([...inside, ...outside]);
});
