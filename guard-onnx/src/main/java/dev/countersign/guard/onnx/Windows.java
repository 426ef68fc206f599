package dev.countersign.guard.onnx;

import dev.countersign.guard.prompt.text.View;
import java.util.ArrayList;
import java.util.List;

/**
 * A view in windows that overlap by half, in batches. A window of more tokens than the model takes
 * is divided into three that overlap, down to a few characters, so that no text is out of sight: a
 * script that the tokenizer does not know has several tokens a character.
 */
final class Windows {
  private static final int FEWEST_CHARACTERS = 8;

  private final View view;
  private final OnnxFile file;
  private final OnnxTokenizer tokenizer;
  private final List<Window> batch = new ArrayList<>();

  /**
   * One of them.
   *
   * @param from where it starts in the view
   * @param to where it ends, exclusively
   * @param tokens at most as many as the model takes
   */
  @SuppressWarnings("ArrayRecordComponent") // made for one decision
  record Window(int from, int to, long[] tokens) {}

  /** Takes windows, as many as are looked at together. */
  interface Sink {
    void accept(List<Window> batch);
  }

  Windows(View view, OnnxFile file, OnnxTokenizer tokenizer) {
    this.view = view;
    this.file = file;
    this.tokenizer = tokenizer;
  }

  void forEach(Sink sink) {
    for (int start = 0; ; start += file.window() / 2) {
      int end = Math.min(view.length(), start + file.window());
      add(start, end, sink);
      if (end == view.length()) {
        break;
      }
    }
    if (!batch.isEmpty()) {
      sink.accept(batch);
    }
  }

  private void add(int from, int to, Sink sink) {
    long[] tokens = tokenizer.tokens(view.text(from, to));
    int quarter = (to - from) / 4;
    if (tokens.length <= file.tokens()) {
      add(new Window(from, to, tokens), sink);
    } else if (to - from <= FEWEST_CHARACTERS) {
      throw new IllegalStateException(
          "%d characters are %d tokens, and the model takes %d"
              .formatted(to - from, tokens.length, file.tokens()));
    } else {
      add(from, to - 2 * quarter, sink);
      add(from + quarter, to - quarter, sink);
      add(from + 2 * quarter, to, sink);
    }
  }

  private void add(Window window, Sink sink) {
    batch.add(window);
    if (batch.size() == file.batch()) {
      sink.accept(List.copyOf(batch));
      batch.clear();
    }
  }
}
