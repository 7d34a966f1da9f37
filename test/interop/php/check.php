<?php
// SPDX-License-Identifier: MIT
// php check.php FOLDER SCOPE TRUST [--core] [--phpseclib=3]: prints the verdict as one JSON document, `[]` when all is well.
declare(strict_types=1);

require __DIR__ . '/server-integrity.php';
[, $folder, $scope, $trustFile] = $argv;
$library = in_array('--phpseclib=3', $argv, true) ? 3 : 2;
usePhpseclib($library);
$core = in_array('--core', $argv, true);
echo json_encode(checkFolder(rtrim($folder, '/'), $scope, file_get_contents($trustFile), $core, $library), JSON_INVALID_UTF8_SUBSTITUTE);
