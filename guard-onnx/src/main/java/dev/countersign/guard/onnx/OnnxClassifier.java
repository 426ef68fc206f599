package dev.countersign.guard.onnx;

import ai.onnxruntime.OrtException;
import dev.countersign.guard.Deadline;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.Peak;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.text.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A text classifier that was exported to ONNX, as the prompt gate's.
 *
 * <pre>{@code
 * try (OnnxClassifier classifier = OnnxClassifier.open(OnnxFile.read(file))) {
 *   PromptGate gate = PromptProfile.of(profile).gate(classifier);
 *   …
 * }
 * }</pre>
 *
 * <p>Its score is the logarithm of the odds of the label for attacks, in the window where that is
 * highest. May be used by several threads; each decision takes as many threads as its file says.
 * After {@link #close} it decides nothing, and the gate goes by its fail mode.
 */
public final class OnnxClassifier implements PromptClassifier, AutoCloseable {
  private static final int MOST_MODEL = 1 << 30;
  private static final int MOST_TOKENIZER = 64 << 20;

  private final OnnxFile file;
  private final String digest;
  private final OnnxModel model;
  private final OnnxTokenizer tokenizer;
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxClassifier(OnnxFile file, OnnxModel model, OnnxTokenizer tokenizer) {
    this.file = file;
    this.digest = digest(file);
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /**
   * Opens one. Native code reads the files, so their digests are compared before it does: a model
   * of at most 1 GiB in one file, and a tokenizer of at most 64 MiB.
   *
   * @throws IOException if a file is another than was said, or is no such model
   */
  public static OnnxClassifier open(OnnxFile file) throws IOException {
    return RoomyThread.call(() -> opened(file));
  }

  private static OnnxClassifier opened(OnnxFile file) throws IOException {
    byte[] weights = file.model().bytes(MOST_MODEL);
    OnnxTokenizer tokenizer = OnnxTokenizer.of(file.tokenizer().bytes(MOST_TOKENIZER));
    try {
      OnnxModel model = OnnxModel.of(weights, file.threads());
      OnnxClassifier classifier = new OnnxClassifier(file, model, tokenizer);
      classifier.tryOut();
      return classifier;
    } catch (IOException | RuntimeException wrong) {
      tokenizer.close();
      throw wrong;
    }
  }

  private void tryOut() throws IOException {
    try {
      score(model.logits(List.of(tokenizer.tokens("a")))[0]);
    } catch (OrtException | RuntimeException wrong) {
      model.close();
      throw new IOException("The model cannot be used: " + wrong.getMessage() + ".", wrong);
    }
  }

  /** All that a score depends on. */
  private static String digest(OnnxFile file) {
    String all =
        "countersign-onnx 1\n%s\n%s\n%d %d %d\n"
            .formatted(
                file.model().sha256(),
                file.tokenizer().sha256(),
                file.attackLabel(),
                file.tokens(),
                file.window());
    return Pinned.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return file.name();
  }

  /** SHA-256 of the digests of model and tokenizer, and of how windows are cut. */
  @Override
  public String digest() {
    return digest;
  }

  /**
   * The one that came with it.
   *
   * @throws IllegalStateException if none did: a threshold for somebody else's texts is none
   */
  @Override
  public Calibration calibration() {
    return file.calibration()
        .orElseThrow(() ->
            new IllegalStateException(
                "The classifier %s has no calibration. Make a profile for it on your benign texts, or give its file a \"calibration\"."
                    .formatted(file.name())));
  }

  @Override
  public Peak peak(View view) {
    return peak(view, Deadline.none());
  }

  /**
   * @throws IllegalStateException if it was closed, the model fails, or the deadline passes
   */
  @Override
  public Peak peak(View view, Deadline deadline) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the classifier was closed");
      }
      Search search = new Search(view, deadline);
      new Windows(view, file, tokenizer).forEach(search);
      return search.peak();
    } finally {
      open.readLock().unlock();
    }
  }

  private final class Search implements Windows.Sink {
    private final View view;
    private final Deadline deadline;
    private double best = Double.NEGATIVE_INFINITY;
    private int from;
    private int to;

    Search(View view, Deadline deadline) {
      this.view = view;
      this.deadline = deadline;
    }

    @Override
    public void accept(List<Windows.Window> batch) {
      if (deadline.passed()) {
        throw new IllegalStateException("no decision in time");
      }
      float[][] rows = rows(batch);
      for (int i = 0; i < rows.length; i++) {
        double here = score(rows[i]);
        if (here > best) {
          best = here;
          from = batch.get(i).from();
          to = batch.get(i).to();
        }
      }
    }

    private float[][] rows(List<Windows.Window> batch) {
      try {
        return model.logits(batch.stream().map(Windows.Window::tokens).toList());
      } catch (OrtException failed) {
        throw new IllegalStateException(failed);
      }
    }

    Peak peak() {
      return new Peak(best, from, to, Math.max(1, (double) view.length() / file.window()));
    }
  }

  /** Of two labels or more the odds against all others; a single one is the odds already. */
  private double score(float[] logits) {
    int attack = file.attackLabel();
    if (attack >= logits.length) {
      throw new IllegalArgumentException(
          "\"attack-label\" is %d, and the model has %d labels, from 0 on"
              .formatted(attack, logits.length));
    }
    double others = 0;
    for (int label = 0; label < logits.length; label++) {
      if (label != attack) {
        others += Math.exp((double) logits[label] - logits[attack]);
      }
    }
    double score = logits.length == 1 ? logits[0] : -Math.log(others);
    if (Double.isNaN(score)) {
      throw new IllegalStateException("the model gave no number");
    }
    return Math.max(-1_000, Math.min(1_000, score));
  }

  /** Lets decisions that are being made come to their end first. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        model.close();
        tokenizer.close();
      }
    } finally {
      open.writeLock().unlock();
    }
  }
}
