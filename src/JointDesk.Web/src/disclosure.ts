let panels = 0;

/** A button that opens and closes what it controls. Escape and a press elsewhere close it, and Escape gives the focus back. */
export function disclosure(button: HTMLElement, panel: HTMLElement, onOpen: () => void = () => {}): { close: () => void } {
  panel.id ||= `panel-${++panels}`;
  button.setAttribute('aria-controls', panel.id);
  const isOpen = () => panel.classList.contains('open');
  const set = (open: boolean) => {
    panel.classList.toggle('open', open);
    button.setAttribute('aria-expanded', String(open));
    if (open) onOpen();
  };
  set(false);
  button.addEventListener('click', () => set(!isOpen()));
  document.addEventListener('pointerdown', event => {
    const at = event.target as Node;
    if (isOpen() && !panel.contains(at) && !button.contains(at)) set(false);
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !isOpen()) return;
    set(false);
    button.focus();
  });
  return { close: () => set(false) };
}
