package dev.countersign.guard.prompt.ngram;

import dev.countersign.guard.prompt.classify.Calibration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the trainer hands to the classifier: one byte a place, a scale for each of the three tables,
 * and the calibration. As a file: {@code CSPG}, a version, the numbers in big-endian order, the
 * scores of benign texts, the bytes.
 *
 * @param bytes a weight for each place of {@link Features}, in steps of its table's scale
 * @param scales of the words, the characters and the ideas
 * @param bias what a window without any place scores
 * @param calibration how scores become p-values
 */
public record Weights(byte[] bytes, float[] scales, float bias, Calibration calibration) {
  private static final int MAGIC = 0x43535047;
  private static final int VERSION = 1;
  private static final int MOST_BENIGN = 1 << 16;

  public Weights {
    if (bytes.length != Features.COUNT || scales.length != 3) {
      throw new IllegalArgumentException("weights of another form than this version has");
    }
  }

  /** As a file. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytesOut = new ByteArrayOutputStream(Features.COUNT + 65_536);
    try (DataOutputStream out = new DataOutputStream(bytesOut)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeFloat(bias);
      for (float scale : scales) {
        out.writeFloat(scale);
      }
      out.writeFloat((float) calibration.tail());
      double[] benign = calibration.benign();
      out.writeInt(benign.length);
      for (double score : benign) {
        out.writeFloat((float) score);
      }
      out.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytesOut.toByteArray();
  }

  /**
   * From a file.
   *
   * @throws IOException if it is none, or one of another version
   */
  public static Weights read(byte[] file) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new IOException("no weights of a prompt gate of this version");
      }
      float bias = in.readFloat();
      float[] scales = {in.readFloat(), in.readFloat(), in.readFloat()};
      double tail = in.readFloat();
      int count = in.readInt();
      if (count < 1 || count > MOST_BENIGN) {
        throw new IOException("weights with a calibration on %,d texts".formatted(count));
      }
      double[] benign = new double[count];
      for (int i = 0; i < count; i++) {
        benign[i] = in.readFloat();
      }
      byte[] bytes = in.readNBytes(Features.COUNT);
      if (bytes.length != Features.COUNT || in.read() >= 0) {
        throw new IOException("weights of another length than they should have");
      }
      return new Weights(bytes, scales, bias, Calibration.of(tail, benign));
    } catch (IllegalArgumentException wrong) {
      throw new IOException("weights with a broken calibration", wrong);
    }
  }
}
