package dev.countersign.gateway.grpc.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What the demo answers: a {@code ModelInferResponse} with one score for each row, and names. */
public final class ScoreMessage {
  private ScoreMessage() {}

  /** What describes a server or a model by its name alone. */
  public static byte[] named(String name) {
    return new ProtoWriter().text(1, name).message();
  }

  /** The message, with raw contents. */
  public static byte[] of(String model, List<Double> scores) {
    ByteBuffer raw =
        ByteBuffer.allocate(scores.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    scores.forEach(raw::putDouble);
    byte[] output =
        new ProtoWriter()
            .text(1, "score")
            .text(2, Datatype.FP64.name())
            .number(3, scores.size())
            .message();
    return new ProtoWriter().text(1, model).bytes(5, output).bytes(6, raw.array()).message();
  }
}
