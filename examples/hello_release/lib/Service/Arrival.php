<?php

declare(strict_types=1);

// SPDX-License-Identifier: MIT

namespace OCA\HelloRelease\Service;

/**
 * How an app arrived: what its code signature lists, compared with the files that are there.
 *
 * It says nothing about who signed: that is for `occ integrity:check-app`, which knows the authority.
 */
final class Arrival {
	public function __construct(
		private readonly string $folder,
	) {
	}

	/**
	 * @return array{signed: bool, intact: int, damaged: list<string>}
	 *     damaged: paths of files that are missing or have other bytes, in the order of the signature
	 */
	public function report(): array {
		$hashes = $this->signedHashes();
		$damaged = [];
		foreach ($hashes as $path => $expected) {
			$file = $this->folder . '/' . $path;
			$current = is_file($file) ? hash_file('sha512', $file) : '';
			if ($current !== $expected) {
				$damaged[] = (string)$path;
			}
		}
		return [
			'signed' => $hashes !== [],
			'intact' => count($hashes) - count($damaged),
			'damaged' => $damaged,
		];
	}

	/**
	 * What came along: each file of resources/greetings by its name.
	 *
	 * @return array<string, string>
	 */
	public function greetings(): array {
		$greetings = [];
		foreach (glob($this->folder . '/resources/greetings/*.txt') ?: [] as $file) {
			$greetings[basename($file, '.txt')] = trim((string)file_get_contents($file));
		}
		ksort($greetings);
		return $greetings;
	}

	/** @return array<array-key, mixed> */
	private function signedHashes(): array {
		$file = $this->folder . '/appinfo/signature.json';
		$signature = is_file($file) ? json_decode((string)file_get_contents($file), true) : null;
		return is_array($signature) && is_array($signature['hashes'] ?? null) ? $signature['hashes'] : [];
	}
}
