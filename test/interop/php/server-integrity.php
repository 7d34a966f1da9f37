<?php
// SPDX-License-Identifier: MIT
declare(strict_types=1);

/**
 * The server's integrity check once more, in PHP and with phpseclib, written from its described behaviour and
 * independently of src/integrity: the second opinion of the interop tests. phpseclib 2 is what servers up to stable34
 * carry, 3 is the next one.
 */

function usePhpseclib(int $version): void {
	require_once $version === 2 ? 'phpseclib/autoload.php' : 'phpseclib3/autoload.php';
}

const UNHASHED_NAMES = ['.DS_Store', '.directory', '.rnd', '.webapp', 'Thumbs.db', 'nextcloud-init-sync.lock'];
const UNHASHED_PATTERN = '/^\.webapp-nextcloud-(\d+\.){2}(\d+)(-r\d+)?$/';
const CORE_FOLDERS = ['data', 'themes', 'config', 'apps', 'assets', 'lost+found', 'updater', '_oc_upgrade'];
const HTACCESS_MARKER = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####';

/** The keys that PHP's own iterators find; values are hashes, or false for a link that leads nowhere. */
function hashesOfFolder(string $folder, bool $core): array {
	$notExcluded = function (SplFileInfo $entry) use ($folder, $core): bool {
		if ($core && in_array($entry->getPathname(), array_map(fn ($name) => "$folder/$name", CORE_FOLDERS), true)) {
			return false;
		}
		if ($entry->isDir()) {
			return true;
		}
		$name = $entry->getFilename();
		return !in_array($name, UNHASHED_NAMES, true) && preg_match(UNHASHED_PATTERN, $name) !== 1;
	};
	$walk = new RecursiveIteratorIterator(
		new RecursiveCallbackFilterIterator(
			new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
			$notExcluded,
		),
		RecursiveIteratorIterator::SELF_FIRST,
	);
	$hashes = [];
	foreach ($walk as $path => $entry) {
		$relative = ltrim(substr($path, strlen($folder)), '/');
		if ($entry->isDir() || $relative === 'appinfo/signature.json' || $relative === 'core/signature.json') {
			continue;
		}
		$hashes[$relative] = @hash_file('sha512', $path);
		if ($core && $relative === '.htaccess') {
			$parts = explode(HTACCESS_MARKER, file_get_contents($path));
			$hashes[$relative] = count($parts) === 2 ? hash('sha512', $parts[0]) : $hashes[$relative];
		}
	}
	return $hashes;
}

/** What stands under the signature. */
function signedBytes(array $hashes): string|false {
	ksort($hashes);
	return json_encode($hashes);
}

/** What is written to signature.json. */
function signatureFile(array $hashes, string $privateKey, string $certificate, int $library): string {
	ksort($hashes);
	if ($library === 2) {
		$rsa = new phpseclib\Crypt\RSA();
		$rsa->loadKey($privateKey);
		$rsa->setSignatureMode(phpseclib\Crypt\RSA::SIGNATURE_PSS);
		$rsa->setMGFHash('sha512');
		$rsa->setSaltLength(0);
		$x509 = new phpseclib\File\X509();
	} else {
		$rsa = phpseclib3\Crypt\RSA::loadPrivateKey($privateKey)
			->withPadding(phpseclib3\Crypt\RSA::SIGNATURE_PSS)
			->withHash('sha1')->withMGFHash('sha512')->withSaltLength(0);
		$x509 = new phpseclib3\File\X509();
	}
	return json_encode([
		'hashes' => $hashes,
		'signature' => base64_encode($rsa->sign(json_encode($hashes))),
		'certificate' => $x509->saveX509($x509->loadX509($certificate)),
	], JSON_PRETTY_PRINT);
}

final class InvalidSignature extends Exception {}

/** The server's checker over a folder: the array that occ prints, `EXCEPTION` included. */
function checkFolder(string $folder, string $scope, string $trust, bool $core, int $library): array {
	$file = $folder . ($core ? '/core/signature.json' : '/appinfo/signature.json');
	$content = is_file($file) ? file_get_contents($file) : false;
	return caught(fn () => verify($content, hashesOfFolder($folder, $core), $scope, $trust, $core, $library));
}

function caught(callable $run): array {
	try {
		return $run();
	} catch (InvalidSignature $error) {
		$class = 'OC\IntegrityCheck\Exceptions\InvalidSignatureException';
	} catch (Throwable $error) {
		$class = get_class($error);
	}
	return ['EXCEPTION' => ['class' => $class, 'message' => $error->getMessage()]];
}

function verify(string|false $content, array $current, string $scope, string $trust, bool $core, int $library): array {
	$data = $content === false ? null : json_decode($content, true);
	if (!is_array($data)) {
		throw new InvalidSignature('Signature data not found.');
	}
	$expected = @$data['hashes'];
	ksort($expected);
	$signature = base64_decode(@$data['signature']);
	verifySignature(json_encode($expected), $signature, @$data['certificate'], $scope, $trust, $library);
	if ($core) {
		$expected = array_filter($expected, fn ($path) => !str_starts_with((string)$path, 'updater/'), ARRAY_FILTER_USE_KEY);
	}
	return compareHashes($expected, $current);
}

function verifySignature(string|false $bytes, string $signature, mixed $certificate, string $scope, string $trust, int $library): void {
	$x509 = $library === 2 ? new phpseclib\File\X509() : new phpseclib3\File\X509();
	foreach (trustedCertificates($trust) as $authority) {
		$x509->loadCA($authority);
	}
	@$x509->loadX509($certificate);
	if (!@$x509->validateSignature()) {
		throw new InvalidSignature('Certificate is not valid.');
	}
	$name = @$x509->getDN($library === 2 ? phpseclib\File\X509::DN_OPENSSL : phpseclib3\File\X509::DN_OPENSSL)['CN'];
	if ($name !== $scope && $name !== 'core') {
		throw new InvalidSignature(@sprintf('Certificate is not valid for required scope. (Requested: %s, current: CN=%s)', $scope, $name));
	}
	if ($library === 2) {
		$rsa = new phpseclib\Crypt\RSA();
		$rsa->loadKey($x509->currentCert['tbsCertificate']['subjectPublicKeyInfo']['subjectPublicKey']);
		$rsa->setSignatureMode(phpseclib\Crypt\RSA::SIGNATURE_PSS);
		$rsa->setMGFHash('sha512');
		$rsa->setSaltLength(0);
	} else {
		$rsa = $x509->getPublicKey()
			->withPadding(phpseclib3\Crypt\RSA::SIGNATURE_PSS)
			->withHash('sha1')->withMGFHash('sha512')->withSaltLength(0);
	}
	if (!@$rsa->verify($bytes, $signature)) {
		throw new InvalidSignature('Signature could not get verified.');
	}
}

/** Dashes, label, dashes, body, dashes, label, dashes: nothing else of PEM is looked at. */
function trustedCertificates(string $bundle): array {
	preg_match_all('/-{3,}[^-]*-{3,}[^-]*-{3,}[^-]*-{3,}/', $bundle, $found);
	return $found[0];
}

/** By the values of the two lists, as PHP's array functions see them; the names come in only at the end. */
function compareHashes(array $expected, array $current): array {
	$differences = array_unique(array_merge(array_diff($expected, $current), array_diff($current, $expected)));
	$verdict = [];
	foreach ($differences as $path => $hash) {
		if (!array_key_exists($path, $expected)) {
			$verdict['EXTRA_FILE'][$path] = ['expected' => '', 'current' => $hash];
		} elseif (!array_key_exists($path, $current)) {
			$verdict['FILE_MISSING'][$path] = ['expected' => $expected[$path], 'current' => ''];
		} elseif ($expected[$path] !== $current[$path]) {
			$verdict['INVALID_HASH'][$path] = ['expected' => $expected[$path], 'current' => $current[$path]];
		} else {
			throw new Exception('Invalid behaviour in file hash comparison experienced. Please report this error to the developers.');
		}
	}
	return $verdict;
}
