package dev.countersign.guard.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A text classifier behind ONNX Runtime: tokens in, logits out. */
final class OnnxModel implements AutoCloseable {
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES);

  /**
   * Where weights in other files are looked for; in the folder that the process was started in,
   * unless this is set. To a folder that does not exist: nobody has compared them with anything.
   */
  private static final String WEIGHTS_FOLDER =
      "session.model_external_initializers_file_folder_path";

  private final OrtSession session;
  private final String output;

  private OnnxModel(OrtSession session, String output) {
    this.session = session;
    this.output = output;
  }

  /**
   * Of the bytes of a file. A model with weights in other files is refused.
   *
   * @param threads of one run
   * @throws IOException if they are no model of this kind
   */
  static OnnxModel of(byte[] bytes, int threads) throws IOException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry(WEIGHTS_FOLDER, UUID.randomUUID().toString());
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      OrtSession session = OrtEnvironment.getEnvironment().createSession(bytes, options);
      try {
        return of(session);
      } catch (IOException | OrtException wrong) {
        session.close();
        throw wrong;
      }
    } catch (OrtException | LinkageError failed) {
      throw new IOException("The model cannot be used: " + failed.getMessage() + ".", failed);
    }
  }

  private static OnnxModel of(OrtSession session) throws IOException, OrtException {
    Set<String> inputs = session.getInputNames();
    if (!inputs.contains(IDS) || !KNOWN.containsAll(inputs)) {
      throw new IOException(
          "The model takes %s; a text classifier takes %s and at most %s and %s besides."
              .formatted(inputs, IDS, MASK, TYPES));
    }
    String output =
        session.getOutputNames().contains("logits")
            ? "logits"
            : session.getOutputNames().iterator().next();
    NodeInfo info = session.getOutputInfo().get(output);
    boolean logits =
        info != null
            && info.getInfo() instanceof TensorInfo tensor
            && tensor.type == OnnxJavaType.FLOAT
            && tensor.getShape().length == 2;
    if (!logits) {
      throw new IOException(
          "The output \"%s\" of the model is no table of floats, a row a text and a column a label."
              .formatted(output));
    }
    return new OnnxModel(session, output);
  }

  /**
   * A row of logits for each text.
   *
   * @param texts tokens of each
   * @throws OrtException if the model fails on them
   */
  float[][] logits(List<long[]> texts) throws OrtException {
    int length = texts.stream().mapToInt(text -> text.length).max().orElse(0);
    long[] shape = {texts.size(), length};
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        LongBuffer values = values(name, texts, length);
        inputs.put(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape));
      }
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        OnnxValue value = result.get(0);
        return (float[][]) value.getValue();
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  /** Shorter texts are filled up with tokens that the mask hides. */
  private static LongBuffer values(String name, List<long[]> texts, int length) {
    LongBuffer values = LongBuffer.allocate(texts.size() * length);
    for (long[] text : texts) {
      for (int i = 0; i < length; i++) {
        boolean there = i < text.length;
        long value =
            switch (name) {
              case IDS -> there ? text[i] : 0;
              case MASK -> there ? 1 : 0;
              default -> 0;
            };
        values.put(value);
      }
    }
    return values.flip();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
