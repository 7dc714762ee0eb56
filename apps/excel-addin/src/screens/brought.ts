/** Small, and always beside the pane: where it does not come, nothing else would. */
const sign = "help.css";

const reaches = async (address: string): Promise<void> => {
  const { ok, status } = await fetch(address, { cache: "no-store" });
  if (!ok) throw new Error(`${address}: ${status}`);
};

/** The same module under another address, since the page keeps for good that the first address gave nothing. */
async function underAnotherAddress<Module>(failure: unknown): Promise<Module> {
  const [address] = /\S+\.js(?=\s|$)/.exec(failure instanceof Error ? failure.message : "") ?? [];
  if (address === undefined || new URL(address, location.href).origin !== location.origin) throw failure;
  await reaches(address);
  return import(/* @vite-ignore */ `${address}?${Date.now()}`);
}

/**
 * A part that comes late, asked for as often as it takes (后到的部分). Chromium keeps for the life of a page that a module did
 * not come, and those that it needs as well; so nothing is imported while the network is away, and a part that failed all the
 * same is asked for under another address. What has come is not asked for again.
 */
export function brought<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let coming: Promise<Module> | undefined;
  const bring = async (): Promise<Module> => {
    await reaches(sign);
    return load().catch((failure) => underAnotherAddress<Module>(failure));
  };
  return () =>
    (coming ??= bring().catch((failure) => {
      coming = undefined;
      throw failure;
    }));
}
