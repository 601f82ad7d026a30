// @ts-nocheck: runs in a browser, whose types this project does not load.
// Shows the failures that fit every field chosen and hold the words typed.
const form = document.querySelector('#filters');
const articles = [...document.querySelectorAll('#failures article')];
const output = form.querySelector('output');
const pattern = output.textContent.replace(/\d+/, '#');
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  const wanted = [...form.querySelectorAll('[data-field]')].map((field) => [
    field.dataset.field,
    field.value.trim(),
  ]);
  let shown = 0;
  for (const article of articles) {
    const fits = wanted.every(
      ([field, value]) =>
        value === '' ||
        (field === 'text' ? article.textContent.includes(value) : article.dataset[field] === value),
    );
    article.hidden = !fits;
    shown += Number(fits);
  }
  output.textContent = pattern.replace('#', String(shown));
});
