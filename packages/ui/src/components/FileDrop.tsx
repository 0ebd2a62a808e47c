import { createSignal, type JSX, onCleanup, onMount } from "solid-js";
import { Button } from "./Button.tsx";
import { type DroppedFile, droppedFiles, isOthersWork } from "./dropped-files.ts";
import "./file-drop.css";
import { words } from "./words.ts";

interface FileDropProps {
  readonly title: string;
  readonly sentence: JSX.Element;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

/** Files and folders that are dropped anywhere on the page, or chosen with the keyboard here. */
export function FileDrop(props: FileDropProps) {
  const [over, setOver] = createSignal(false);
  let files!: HTMLInputElement;
  let folder!: HTMLInputElement;

  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])].map((file) => ({
      file,
      path: file.webkitRelativePath || file.name,
    }));
    props.onFiles(chosen.filter(({ path }) => !isOthersWork(path)));
    // The same file can be chosen again after it was put right.
    input.value = "";
  };
  onDropAnywhere(setOver, props);

  return (
    <section class="file-drop not-printed" classList={{ "file-drop-over": over() }} aria-label={props.title}>
      <h2>{props.title}</h2>
      <p class="note">{props.sentence}</p>
      <div class="file-drop-actions">
        <Button kind="primary" onClick={() => files.click()}>
          {words().chooseFiles}
        </Button>
        <Button kind="quiet" onClick={() => folder.click()}>
          {words().chooseFolder}
        </Button>
      </div>
      <input
        ref={(input) => {
          files = input;
        }}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={words().files}
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder = input;
          input.webkitdirectory = true;
        }}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={words().folder}
        onChange={(event) => take(event.currentTarget)}
      />
    </section>
  );
}

/** Listens on the whole page while the owner lives: whoever misses the frame would else leave the page for the file. */
function onDropAnywhere(setOver: (over: boolean) => void, props: FileDropProps): void {
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  // The pointer leaves every element on its way; only out of the window does it go to none.
  const onDragLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer !== null) props.onFiles(await droppedFiles(event.dataTransfer));
  };
  const drop = (event: DragEvent) => void onDrop(event);
  onMount(() => {
    document.addEventListener("dragover", onDragOver);
    document.addEventListener("dragleave", onDragLeave);
    document.addEventListener("drop", drop);
  });
  onCleanup(() => {
    document.removeEventListener("dragover", onDragOver);
    document.removeEventListener("dragleave", onDragLeave);
    document.removeEventListener("drop", drop);
  });
}
