package dev.countersign.fit.prompt;

import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.ngram.NgramClassifier;
import dev.countersign.guard.prompt.ngram.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the weights of the prompt gate from a folder of public texts. */
public final class PromptTraining {
  /** The seed of what ships. */
  public static final long SEED = 1;

  private static final int OF_A_SOURCE = 500;
  private static final int FEW = 20;

  private PromptTraining() {}

  /**
   * The file of the weights; the same bytes for the same texts and seed.
   *
   * @param folder the texts, as benchmarks/README.md lays them out
   * @throws IOException if some are missing, or of another form
   */
  public static byte[] train(Path folder, long seed) throws IOException {
    return train(folder, seed, Material.SENTENCES);
  }

  static byte[] train(Path folder, long seed, int sentences) throws IOException {
    Material material = new Material(Sources.read(folder, seed), seed, sentences);
    return train(material, Set.of(), Trainer.Recipe.STANDARD);
  }

  /** The same with some sources left out, attacks and benign texts both. */
  static byte[] train(Material material, Set<String> without, Trainer.Recipe recipe) {
    Trainer.Learnt learnt = Trainer.train(material.training(without), recipe);
    Weights rough = Quantised.of(learnt, Calibration.of(0, new double[] {0}));
    Calibration calibration = Calibrating.on(calibrating(material), classifier(rough.toBytes()));
    return new Weights(rough.bytes(), rough.scales(), rough.bias(), calibration).toBytes();
  }

  static NgramClassifier classifier(byte[] file) {
    try {
      return NgramClassifier.of(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Each source counts the same in the threshold, whatever it has: small ones come several times,
   * and of large ones a part. A source of a handful of texts comes as it is.
   */
  private static List<String> calibrating(Material material) {
    List<String> texts = new ArrayList<>();
    for (List<Text> some : material.benign(Material.Part.CALIBRATE).values()) {
      int count = some.size() < FEW ? some.size() : OF_A_SOURCE;
      for (int i = 0; i < count; i++) {
        texts.add(some.get(i % some.size()).text());
      }
    }
    return texts;
  }
}
