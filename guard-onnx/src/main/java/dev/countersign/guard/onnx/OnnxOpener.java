package dev.countersign.guard.onnx;

import dev.countersign.guard.prompt.classify.ClassifierOpener;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens {@link OnnxFile}s for programs that only know the file. What was opened stays open: a
 * program that reloads its configuration gets the same classifier for the same file, and the memory
 * of native code does not grow with every reload.
 */
public final class OnnxOpener implements ClassifierOpener {
  private static final Map<String, OnnxClassifier> OPEN = new HashMap<>();

  /** For {@link java.util.ServiceLoader}. */
  public OnnxOpener() {}

  @Override
  public PromptClassifier open(Path file) throws IOException {
    OnnxFile described = OnnxFile.read(file);
    String digest = Pinned.sha256(Pinned.bounded(file, OnnxFile.MOST));
    synchronized (OPEN) {
      OnnxClassifier known = OPEN.get(digest);
      if (known != null) {
        return known;
      }
      OnnxClassifier opened = OnnxClassifier.open(described);
      OPEN.put(digest, opened);
      return opened;
    }
  }
}
