<?php

declare(strict_types=1);

// SPDX-License-Identifier: MIT

namespace OCA\HelloRelease\AppInfo;

use OCA\HelloRelease\Dashboard\ArrivalWidget;
use OCA\HelloRelease\Service\Arrival;
use OCP\App\IAppManager;
use OCP\AppFramework\App;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\AppFramework\Bootstrap\IBootstrap;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use Psr\Container\ContainerInterface;

final class Application extends App implements IBootstrap {
	public const APP_ID = 'hello_release';

	public function __construct() {
		parent::__construct(self::APP_ID);
	}

	public function register(IRegistrationContext $context): void {
		$context->registerDashboardWidget(ArrivalWidget::class);
		$context->registerService(Arrival::class, static fn (ContainerInterface $container) => new Arrival(
			$container->get(IAppManager::class)->getAppPath(self::APP_ID),
		));
	}

	public function boot(IBootContext $context): void {
	}
}
