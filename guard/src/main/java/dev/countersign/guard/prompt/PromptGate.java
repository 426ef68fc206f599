package dev.countersign.guard.prompt;

import dev.countersign.guard.Deadline;
import dev.countersign.guard.Decision;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.Peak;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.ngram.NgramClassifier;
import dev.countersign.guard.prompt.text.Normalised;
import dev.countersign.guard.prompt.text.Normaliser;
import dev.countersign.guard.prompt.text.View;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Triage of text on its way to a model: of what users write, and of what tools and retrieval bring.
 * It takes the disguises off, scores windows of what is left, and says how unusual the highest one
 * is among benign texts. <b>It is a signal and no boundary</b>: whoever words an attack unlike
 * those that it was trained on is accepted. The control against prompt injection is what a model is
 * allowed to cause, which is the tool gate's business. May be used by several threads.
 */
public final class PromptGate {
  private final PromptClassifier classifier;
  private final Calibration calibration;
  private final PromptSettings settings;
  private final double threshold;

  private PromptGate(
      PromptClassifier classifier, Calibration calibration, PromptSettings settings) {
    this.classifier = classifier;
    this.calibration = calibration;
    this.settings = settings;
    this.threshold = calibration.threshold(settings.falsePositives());
  }

  /** With the classifier that ships, calibrated on public benign texts. */
  public static PromptGate standard() {
    return of(NgramClassifier.shipped(), PromptSettings.STANDARD);
  }

  /** With another classifier, or other settings. */
  public static PromptGate of(PromptClassifier classifier, PromptSettings settings) {
    return of(classifier, classifier.calibration(), settings);
  }

  /** With a calibration on texts of one's own: a public one is about other people's texts. */
  public static PromptGate of(
      PromptClassifier classifier, Calibration calibration, PromptSettings settings) {
    return new PromptGate(classifier, calibration, settings);
  }

  /** The first classifier that the class path offers as a service. */
  public static Optional<PromptClassifier> installed() {
    return ServiceLoader.load(PromptClassifier.class).findFirst();
  }

  /** What it says of a text, however long that takes. */
  public Scored score(CharSequence text) {
    return score(text, Deadline.none());
  }

  /** What it says of a text, by a moment after which the fail mode decides. */
  public Scored score(CharSequence text, Deadline deadline) {
    Normalised normalised = Normaliser.normalise(text, deadline);
    Highest highest = new Highest();
    boolean complete = normalised.complete();
    for (View view : normalised.views()) {
      if (deadline.passed()) {
        complete = false;
        break;
      }
      complete &= highest.consider(view, deadline);
    }
    return highest.scored(normalised, complete);
  }

  /** The classifier that it asks. */
  public PromptClassifier classifier() {
    return classifier;
  }

  /** The corrected score from which a text is suspicious; infinity if nothing is. */
  public double threshold() {
    return threshold;
  }

  private final class Highest {
    private double score = Double.NEGATIVE_INFINITY;
    private int from;
    private int to;
    private boolean decoded;
    private int seen;

    /** Whether the classifier came to an end: a bug in it must not open the gate. */
    boolean consider(View view, Deadline deadline) {
      try {
        take(view, classifier.peak(view, deadline));
        return true;
      } catch (RuntimeException | StackOverflowError failed) {
        return false;
      } finally {
        seen++;
      }
    }

    private void take(View view, Peak peak) {
      double corrected = calibration.corrected(peak);
      if (corrected > score) {
        score = corrected;
        from = view.start(peak.from());
        to = view.end(peak.to());
        decoded = seen > 0;
      }
    }

    Scored scored(Normalised normalised, boolean complete) {
      boolean suspicious = score > threshold || normalised.hidden();
      Decision decision = suspicious ? settings.suspicious() : Decision.ACCEPT;
      return new Scored(
          complete ? decision : decision.and(settings.failMode().decision()),
          score,
          calibration.pValue(score),
          from,
          to,
          decoded,
          normalised.hidden(),
          complete,
          normalised.signals());
    }
  }
}
