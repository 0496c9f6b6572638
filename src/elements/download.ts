const MOST_CHARACTERS = 120;
/** Some browsers read what they save only after the click. */
const KEPT_MS = 40_000;

/** Saves a file that was made here. The name may come from anywhere: what no file system takes is left out of it. */
export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** A name that every file system takes: no path, no controls, no marks that turn its direction, not too long. */
export function fileName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/[\\/:*?"<>|\s]+/g, '-');
  const [, all = '', ending = ''] = /^(.*?)(\.\w{1,5})?$/.exec(plain) ?? [];
  const stem = [...all.replace(/^[-.]+/, '')].slice(0, MOST_CHARACTERS).join('');
  return `${stem || 'file'}${ending}`;
}
