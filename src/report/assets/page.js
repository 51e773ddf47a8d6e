// What the scripts of all pages share; it stands before theirs in the same script element.

/** The page's data, as `renderPage` put it in. */
const pageData = () => JSON.parse(document.getElementById('data')?.textContent ?? 'null');

/**
 * Makes an element. Text becomes text nodes, so that nothing of a document can become markup.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} attributes `on…`: a listener
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2).toLowerCase(), value);
    else if (value !== null && value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(
    ...children.filter(child => child !== null && child !== undefined && child !== false).map(child => child || ''),
  );
  return made;
}
