<?php
// SPDX-License-Identifier: MIT
// php authority.php TRUST CRL CERTIFICATE... [--phpseclib=3]: what an installing server says of each certificate, as one
// JSON list of texts, `ok` where it takes it. Written from the server's described behaviour (lib/private/Installer.php).
declare(strict_types=1);

require __DIR__ . '/server-integrity.php';
$library = in_array('--phpseclib=3', $argv, true) ? 3 : 2;
usePhpseclib($library);
[, $trustFile, $listFile] = $argv;
$files = array_filter(array_slice($argv, 3), fn ($word) => !str_starts_with($word, '--'));
$trust = trustedCertificates(file_get_contents($trustFile));

function reader(array $trust, int $library): object {
	$x509 = $library === 2 ? new phpseclib\File\X509() : new phpseclib3\File\X509();
	foreach ($trust as $authority) {
		$x509->loadCA($authority);
	}
	return $x509;
}

$list = reader($trust, $library);
$list->loadCRL(file_get_contents($listFile));
$listIsSigned = $list->validateSignature() === true;

$verdicts = [];
foreach ($files as $file) {
	$x509 = reader($trust, $library);
	$certificate = $x509->loadX509(file_get_contents($file));
	$serial = $certificate['tbsCertificate']['serialNumber']->toString();
	$name = $x509->getDN(constant(get_class($x509) . '::DN_OPENSSL'))['CN'] ?? null;
	$verdicts[] = match (true) {
		!$listIsSigned => 'the list is not signed by the authority',
		$list->getRevoked($serial) !== false => "revoked: $serial",
		$x509->validateSignature() !== true => 'not issued by the authority',
		$name !== basename($file, '.crt') => 'issued to ' . json_encode($name),
		default => 'ok',
	};
}
echo json_encode($verdicts);
