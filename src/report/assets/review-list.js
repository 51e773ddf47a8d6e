// Long lists: items are made when they come near the view, in chunks, so that 2,000 tasks open at once.

/**
 * @typedef {object} LazyList
 * @property {(index: number) => HTMLElement | null} item the item's element, made where it was not yet
 * @property {(index: number) => void} redraw makes the item anew, where it has been made
 * @property {() => void} fill makes everything, for printing
 */

/**
 * Fills `host` with `count` items.
 * @param {HTMLElement} host
 * @param {number} count
 * @param {(index: number) => number} height about how high an item is until it is made, pixels
 * @param {(index: number) => HTMLElement} make
 * @param {number} [size] items to a chunk; those of a chunk stand in a list
 * @returns {LazyList}
 */
function lazyList(host, count, height, make, size = 40) {
  const length = Math.ceil(count / size);
  /** @type {HTMLElement[][]} */
  const made = [];
  const lengthOf = (/** @type {number} */ chunk) => Math.min(size, count - chunk * size);
  const places = Array.from({ length }, (_, chunk) => {
    const place = element('div', { class: 'place', 'data-chunk': chunk });
    const heights = Array.from({ length: lengthOf(chunk) }, (_, i) => height(chunk * size + i));
    place.style.minHeight = `${heights.reduce((sum, one) => sum + one, 0)}px`;
    return place;
  });
  const fillChunk = (/** @type {number} */ chunk) => {
    const place = places[chunk];
    if (!place || made[chunk]) return;
    const items = Array.from({ length: lengthOf(chunk) }, (_, i) => make(chunk * size + i));
    made[chunk] = items;
    place.style.minHeight = '';
    if (size === 1) place.replaceChildren(...items);
    else place.replaceChildren(element('ol', { class: 'chunk' }, ...items));
    watcher.unobserve(place);
  };
  const watcher = new IntersectionObserver(
    entries => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) fillChunk(Number(/** @type {HTMLElement} */ (target).dataset.chunk));
    },
    { rootMargin: '600px' },
  );
  host.replaceChildren(...places);
  // The first chunk at once, so that nothing flickers.
  if (length > 0) fillChunk(0);
  for (const [chunk, place] of places.entries()) if (!made[chunk]) watcher.observe(place);
  return {
    item: index => {
      const chunk = Math.floor(index / size);
      fillChunk(chunk);
      return made[chunk]?.[index % size] ?? null;
    },
    redraw: index => {
      const items = made[Math.floor(index / size)];
      const old = items?.[index % size];
      if (!items || !old) return;
      const item = make(index);
      old.replaceWith(item);
      items[index % size] = item;
    },
    fill: () => {
      for (let chunk = 0; chunk < length; chunk++) fillChunk(chunk);
    },
  };
}

/**
 * Brings an element into view inside its pane. Twice: what is made on the way may move it.
 * @param {Element | null | undefined} target @param {ScrollLogicalPosition} block
 */
function bringIntoView(target, block = 'nearest') {
  if (!target) return;
  // What stays in view at the top of a pane must not cover it.
  const pane = /** @type {HTMLElement | null} */ (target.closest('.panel, #source-view'));
  const fixed = /** @type {HTMLElement | null} */ (pane?.querySelector('.filters, .place:has(> .segment.header)'));
  if (pane) pane.style.scrollPaddingTop = `${(fixed?.offsetHeight ?? 0) + 2}px`;
  target.scrollIntoView({ block, inline: 'nearest' });
  requestAnimationFrame(() => target.scrollIntoView({ block, inline: 'nearest' }));
}
