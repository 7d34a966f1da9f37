<?php
// SPDX-License-Identifier: MIT
// Answers questions about PHP itself: one JSON document per line in, one per line out. Byte strings are hexadecimal.
declare(strict_types=1);

require __DIR__ . '/server-integrity.php';
$library = in_array('--phpseclib=3', $argv, true) ? 3 : 2;
usePhpseclib($library);

/** Pairs of name and value, names in hexadecimal, so that nothing is lost on the way. */
function listFromPairs(array $pairs): array {
	$list = [];
	foreach ($pairs as [$name, $value]) {
		$list[hex2bin($name)] = $value;
	}
	return $list;
}

function pairsFromList(array $list): array {
	return array_map(fn ($name, $value) => [bin2hex((string)$name), $value], array_keys($list), $list);
}

$answers = [
	'is-numeric' => fn (array $q) => is_numeric(hex2bin($q['text'])),
	'is-integer-key' => fn (array $q) => is_int(array_key_first([hex2bin($q['text']) => 0])),
	'decode-base64' => fn (array $q) => bin2hex(base64_decode(hex2bin($q['text']))),
	'is-json-array' => fn (array $q) => is_array(json_decode(hex2bin($q['text']), true)),
	'signed-bytes' => fn (array $q) => bin2hex(signedBytes(listFromPairs($q['hashes']))),
	'pretty-print' => fn (array $q) => bin2hex(json_encode(['hashes' => listFromPairs($q['hashes'])], JSON_PRETTY_PRINT)),
	'compare' => fn (array $q) => caught(fn () => compareHashes(listFromPairs($q['expected']), listFromPairs($q['current']))),
	'hash-folder' => fn (array $q) => pairsFromList(hashesOfFolder($q['folder'], $q['core'])),
	'verify' => fn (array $q) => caught(fn () => verify(hex2bin($q['content']), listFromPairs($q['current']), $q['scope'], $q['trust'], $q['core'], $library)),
];
while (($line = fgets(STDIN)) !== false) {
	$question = json_decode($line, true);
	echo json_encode($answers[$question['ask']]($question)), "\n";
}
