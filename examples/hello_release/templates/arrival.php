<?php

// SPDX-License-Identifier: MIT

/** @var \OCP\IL10N $l */
/** @var array{version: string, report: array{signed: bool, intact: int, damaged: list<string>}, greetings: array<string, string>} $_ */
$report = $_['report'];
?>
<main id="hello-release" class="hello-release">
	<h2><?php p($l->t('Hello, release')); ?> <small><?php p($_['version']); ?></small></h2>

	<?php if (!$report['signed']): ?>
		<p class="hello-release__verdict"><?php p($l->t('This app came without a signature.')); ?></p>
	<?php elseif ($report['damaged'] === []): ?>
		<p class="hello-release__verdict hello-release__verdict--good">
			<?php p($l->n('%n file arrived as it was signed', '%n files arrived as they were signed', $report['intact'])); ?>
		</p>
	<?php else: ?>
		<p class="hello-release__verdict hello-release__verdict--bad">
			<?php p($l->n('%n file is not what was signed', '%n files are not what was signed', count($report['damaged']))); ?>
		</p>
		<ul>
			<?php foreach ($report['damaged'] as $path): ?>
				<li><code><?php p($path); ?></code></li>
			<?php endforeach; ?>
		</ul>
	<?php endif; ?>

	<h3><?php p($l->t('These names came through')); ?></h3>
	<dl class="hello-release__greetings">
		<?php foreach ($_['greetings'] as $name => $text): ?>
			<dt><button type="button" class="hello-release__copy" data-text="<?php p($text); ?>"><?php p($name); ?></button></dt>
			<dd><?php p($text); ?></dd>
		<?php endforeach; ?>
	</dl>
</main>
