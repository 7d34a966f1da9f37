// SPDX-License-Identifier: MIT

/* A click on a name copies what stands in its file. */
document.addEventListener('click', async (event) => {
	const button = event.target.closest('.hello-release__copy')
	if (button === null || navigator.clipboard === undefined) {
		return
	}
	await navigator.clipboard.writeText(button.dataset.text)
	const name = button.textContent
	button.textContent = t('hello_release', 'Copied')
	setTimeout(() => {
		button.textContent = name
	}, 1500)
})
