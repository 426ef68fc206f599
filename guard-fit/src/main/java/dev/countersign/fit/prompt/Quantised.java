package dev.countersign.fit.prompt;

import dev.countersign.guard.prompt.classify.Calibration;
import dev.countersign.guard.prompt.ngram.Features;
import dev.countersign.guard.prompt.ngram.Weights;

/** One byte a weight: in 127 steps each way of what the strongest weights of its table have. */
final class Quantised {
  private Quantised() {}

  static Weights of(Trainer.Learnt learnt, Calibration calibration) {
    float[] scales = {
      scale(learnt.weights(), 0, Features.CHARS),
      scale(learnt.weights(), Features.CHARS, Features.IDEAS),
      scale(learnt.weights(), Features.IDEAS, Features.COUNT)
    };
    byte[] bytes = new byte[Features.COUNT];
    for (int i = 0; i < bytes.length; i++) {
      float scale = scales[i < Features.CHARS ? 0 : i < Features.IDEAS ? 1 : 2];
      bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(learnt.weights()[i] / scale)));
    }
    return new Weights(bytes, scales, learnt.bias(), calibration);
  }

  private static float scale(float[] weights, int from, int to) {
    float most = 1e-6f;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(weights[i]));
    }
    return most / 127;
  }
}
