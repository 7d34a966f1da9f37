<?php

declare(strict_types=1);

// SPDX-License-Identifier: MIT

namespace OCA\HelloRelease\Tests;

use OCA\HelloRelease\Service\Arrival;
use PHPUnit\Framework\TestCase;

final class ArrivalTest extends TestCase {
	public function testAnAppWithoutSignatureIsSaidToHaveNone(): void {
		$report = (new Arrival(__DIR__))->report();
		self::assertSame(['signed' => false, 'intact' => 0, 'damaged' => []], $report);
	}
}
