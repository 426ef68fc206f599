package dev.countersign.guard.prompt.classify;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Opens classifiers that files describe; a module that can is found by {@link
 * java.util.ServiceLoader}.
 */
public interface ClassifierOpener {
  /**
   * Opens one.
   *
   * @throws IOException if the file describes none, or it cannot be used; the message is for people
   */
  PromptClassifier open(Path file) throws IOException;
}
