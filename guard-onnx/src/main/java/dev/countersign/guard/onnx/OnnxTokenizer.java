package dev.countersign.guard.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tokenizer of Hugging Face's, which shortens nothing. */
final class OnnxTokenizer implements AutoCloseable {
  private static final String OFFLINE = "ai.djl.offline";

  private final HuggingFaceTokenizer tokenizer;

  private OnnxTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Of the bytes of a {@code tokenizer.json}.
   *
   * @throws IOException if they are none, or the platform has no native library
   */
  static OnnxTokenizer of(byte[] json) throws IOException {
    try {
      return new OnnxTokenizer(
          offline(() ->
              HuggingFaceTokenizer.newInstance(
                  new ByteArrayInputStream(json),
                  Map.of("truncation", "false", "padding", "false"))));
    } catch (RuntimeException | LinkageError failed) {
      throw new IOException("The tokenizer cannot be used: " + failed.getMessage() + ".", failed);
    }
  }

  private interface Loading {
    HuggingFaceTokenizer load() throws IOException;
  }

  /**
   * On machines with a GPU the library would download other native code when it is first used. It
   * finds its own parts by the thread's class loader.
   */
  private static synchronized HuggingFaceTokenizer offline(Loading loading) throws IOException {
    @Nullable String before = System.getProperty(OFFLINE);
    Thread thread = Thread.currentThread();
    ClassLoader outside = thread.getContextClassLoader();
    System.setProperty(OFFLINE, "true");
    thread.setContextClassLoader(OnnxTokenizer.class.getClassLoader());
    try {
      return loading.load();
    } finally {
      thread.setContextClassLoader(outside);
      if (before == null) {
        System.clearProperty(OFFLINE);
      } else {
        System.setProperty(OFFLINE, before);
      }
    }
  }

  /** The tokens of a text, with those that belong around it. */
  long[] tokens(String text) {
    Encoding encoding = tokenizer.encode(text, true, false);
    return encoding.getIds();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
