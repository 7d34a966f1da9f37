<?php

declare(strict_types=1);

// SPDX-License-Identifier: MIT

namespace OCA\HelloRelease\Dashboard;

use OCA\HelloRelease\AppInfo\Application;
use OCA\HelloRelease\Service\Arrival;
use OCP\Dashboard\IAPIWidgetV2;
use OCP\Dashboard\IIconWidget;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;

/** One line on the dashboard: did everything arrive? */
final class ArrivalWidget implements IAPIWidgetV2, IIconWidget {
	public function __construct(
		private readonly Arrival $arrival,
		private readonly IL10N $l10n,
		private readonly IURLGenerator $urls,
	) {
	}

	public function getId(): string {
		return Application::APP_ID;
	}

	public function getTitle(): string {
		return $this->l10n->t('Hello, release');
	}

	public function getOrder(): int {
		return 77;
	}

	public function getIconClass(): string {
		return 'icon-checkmark';
	}

	public function getIconUrl(): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
	}

	public function getUrl(): string {
		return $this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index');
	}

	public function load(): void {
	}

	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		$report = $this->arrival->report();
		if (!$report['signed']) {
			return new WidgetItems([], $this->l10n->t('This app came without a signature.'));
		}
		$title = $report['damaged'] === []
			? $this->l10n->n('%n file arrived as it was signed', '%n files arrived as they were signed', $report['intact'])
			: $this->l10n->n('%n file is not what was signed', '%n files are not what was signed', count($report['damaged']));
		return new WidgetItems([
			new WidgetItem($title, implode(', ', array_slice($report['damaged'], 0, 3)), $this->getUrl(), $this->getIconUrl()),
		]);
	}
}
