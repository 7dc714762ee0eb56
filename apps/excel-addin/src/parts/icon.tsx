const paths = {
  open: "M4 6l4 4 4-4",
  closed: "M6 4l4 4-4 4",
  up: "M4 10l4-4 4 4",
  back: "M10 3L5 8l5 5",
  tick: "M3 8.5l3.2 3.2L13 5",
  close: "M4 4l8 8M12 4l-8 8",
} as const;

/** A small line drawing beside words; never alone. */
export const Icon = ({ name }: { readonly name: keyof typeof paths }) => (
  <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
