package dev.countersign.guard.prompt.classify;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.prompt.text.View;

/**
 * Tells text that orders a model about from other text. What ships is {@code NgramClassifier}; a
 * better one is given to {@code PromptGate}, or found by {@link java.util.ServiceLoader}. {@link
 * WindowClassifier} is the short way to one that takes strings, such as a transformer.
 * Implementations may be used by several threads at once.
 */
public interface PromptClassifier {
  /** What a profile names it by. */
  String name();

  /** SHA-256 of its weights, in lower-case hexadecimal: a threshold is worth nothing for others. */
  String digest();

  /** How it is turned into a decision unless a profile says otherwise. */
  Calibration calibration();

  /**
   * The window of a view that is most like an attack. Where it throws, the gate goes by its fail
   * mode.
   */
  Peak peak(View view);

  /** The same for one that takes its time: by the deadline it throws. */
  default Peak peak(View view, Deadline deadline) {
    return peak(view);
  }
}
