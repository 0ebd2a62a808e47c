import { createSignal, type JSX } from "solid-js";
import { Button } from "./Button.tsx";
import { type DroppedFile, droppedFiles } from "./dropped-files.ts";
import "./file-drop.css";

interface FileDropProps {
  readonly title: string;
  readonly sentence: JSX.Element;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

/** Where files and folders are dropped, or chosen with the keyboard. */
export function FileDrop(props: FileDropProps) {
  const [over, setOver] = createSignal(false);
  let files!: HTMLInputElement;
  let folder!: HTMLInputElement;

  const take = (input: HTMLInputElement) => {
    props.onFiles(
      [...(input.files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })),
    );
    // The same file can be chosen again after it was put right.
    input.value = "";
  };
  const onDrop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer !== null) props.onFiles(await droppedFiles(event.dataTransfer));
  };

  return (
    <section
      class="file-drop not-printed"
      classList={{ "file-drop-over": over() }}
      aria-label={props.title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void onDrop(event)}
    >
      <h2>{props.title}</h2>
      <p class="note">{props.sentence}</p>
      <div class="file-drop-actions">
        <Button kind="primary" onClick={() => files.click()}>
          Choose files
        </Button>
        <Button kind="quiet" onClick={() => folder.click()}>
          Choose a folder
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
        aria-label="Files"
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
        aria-label="Folder"
        onChange={(event) => take(event.currentTarget)}
      />
    </section>
  );
}
