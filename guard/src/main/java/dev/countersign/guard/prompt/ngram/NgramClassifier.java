package dev.countersign.guard.prompt.ngram;

import dev.countersign.attest.hash.HashAlgorithm;
import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.classify.Peak;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.text.View;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Logistic regression over {@link Features}; its score is the logarithm of the odds. */
public final class NgramClassifier implements PromptClassifier {
  private static final String RESOURCE = "prompt-gate.weights";

  private final Weights weights;
  private final byte[] bytes;
  private final String digest;

  private NgramClassifier(Weights weights, String digest) {
    this.weights = weights;
    this.bytes = weights.bytes();
    this.digest = digest;
  }

  /** The one that ships. */
  public static NgramClassifier shipped() {
    return Shipped.CLASSIFIER;
  }

  /** The file of the one that ships, as it is signed. */
  public static byte[] shippedFile() {
    try (InputStream in = NgramClassifier.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar of countersign-guard lacks " + RESOURCE);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Loaded when first asked for: a service may bring its own. */
  private static final class Shipped {
    static final NgramClassifier CLASSIFIER = load();

    private static NgramClassifier load() {
      try {
        return of(shippedFile());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /**
   * From the file that the trainer wrote.
   *
   * @throws IOException if it is none
   */
  public static NgramClassifier of(byte[] file) throws IOException {
    return new NgramClassifier(Weights.read(file), HashAlgorithm.SHA256.hex(file));
  }

  @Override
  public String name() {
    return "countersign-ngrams";
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Calibration calibration() {
    return weights.calibration();
  }

  @Override
  public Peak peak(View view) {
    Words words = Words.of(view);
    if (words.count() == 0) {
      return new Peak(weights.bias(), 0, 0, 1);
    }
    double[] sums = new double[words.count() + 1];
    Sum sum = new Sum();
    for (int word = 0; word < words.count(); word++) {
      Features.of(words, word, sum);
      sums[word + 1] = sums[word] + sum.take() * words.weight(word);
    }
    return Windows.highest(words, sums, weights.bias());
  }

  /** Adds up weights, each table in its own steps. */
  private final class Sum implements Features.Sink {
    private int ofWords;
    private int ofChars;
    private int ofIdeas;

    @Override
    public void add(int place) {
      if (place < Features.CHARS) {
        ofWords += bytes[place];
      } else if (place < Features.IDEAS) {
        ofChars += bytes[place];
      } else {
        ofIdeas += bytes[place];
      }
    }

    double take() {
      float[] scales = weights.scales();
      double sum = ofWords * scales[0] + ofChars * scales[1] + ofIdeas * scales[2];
      ofWords = 0;
      ofChars = 0;
      ofIdeas = 0;
      return sum;
    }
  }
}
