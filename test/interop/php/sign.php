<?php
// SPDX-License-Identifier: MIT
// php sign.php FOLDER KEY CERTIFICATE [--core] [--phpseclib=3]: writes signature.json as the server's command does.
declare(strict_types=1);

require __DIR__ . '/server-integrity.php';
[, $folder, $keyFile, $certificateFile] = $argv;
$core = in_array('--core', $argv, true);
$library = in_array('--phpseclib=3', $argv, true) ? 3 : 2;
usePhpseclib($library);
$file = rtrim($folder, '/') . ($core ? '/core/signature.json' : '/appinfo/signature.json');
$hashes = hashesOfFolder(rtrim($folder, '/'), $core);
file_put_contents($file, signatureFile($hashes, file_get_contents($keyFile), file_get_contents($certificateFile), $library));
