<?php

declare(strict_types=1);

// SPDX-License-Identifier: MIT

namespace OCA\HelloRelease\Controller;

use OCA\HelloRelease\AppInfo\Application;
use OCA\HelloRelease\Service\Arrival;
use OCP\App\IAppManager;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\Util;

final class PageController extends Controller {
	public function __construct(
		IRequest $request,
		private readonly Arrival $arrival,
		private readonly IAppManager $apps,
	) {
		parent::__construct(Application::APP_ID, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/')]
	public function index(): TemplateResponse {
		Util::addStyle(Application::APP_ID, 'arrival');
		Util::addScript(Application::APP_ID, 'arrival');
		return new TemplateResponse(Application::APP_ID, 'arrival', [
			'version' => $this->apps->getAppVersion(Application::APP_ID),
			'report' => $this->arrival->report(),
			'greetings' => $this->arrival->greetings(),
		]);
	}
}
