package dev.countersign.inspect.tensorrt;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Engines of TensorRT. Their insides are not public: what is looked for is a library in them, and
 * code as text at their ends.
 */
public final class TensorrtFormat implements Format {
  private static final int PART = 1 << 20;
  private static final long LOOKED_THROUGH = 64L << 20;
  private static final int TEXT = 1 << 17;
  private static final byte[] ELF = {0x7F, 'E', 'L', 'F', 2, 1, 1};

  @Override
  public String id() {
    return "tensorrt";
  }

  @Override
  public String title() {
    return "TensorRT engine";
  }

  @Override
  public Set<String> endings() {
    return Set.of("engine", "plan", "trt");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith("ptrt") || artefact.startsWith("ftrt");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    texts(artefact, examination);
    if (!recognises(artefact)) {
      throw new Broken(0, "it begins with neither ptrt nor ftrt");
    }
    examination.fact(ArtefactFact.FRAMEWORK, "TensorRT");
    examination.report(TensorrtRules.OPAQUE, 0, artefact.fileName());
    libraries(artefact.bytes(), examination);
  }

  private static void texts(Artefact artefact, Examination examination) throws IOException {
    String start = new String(artefact.bytes().copy(0, TEXT), StandardCharsets.ISO_8859_1);
    Payloads.in(start)
        .filter(found -> found.kind() != Payload.Kind.HIDDEN)
        .ifPresent(found ->
            examination.report(TensorrtRules.TEXT, 0, found.kind() + ": " + found.excerpt()));
  }

  /** Looks through the first and the last 64 MiB. */
  private static void libraries(Bytes bytes, Examination examination) throws IOException {
    long first = Math.min(bytes.length(), LOOKED_THROUGH);
    library(bytes, 0, first, examination);
    library(bytes, Math.max(first, bytes.length() - LOOKED_THROUGH), bytes.length(), examination);
  }

  private static void library(Bytes bytes, long from, long to, Examination examination)
      throws IOException {
    for (long at = from; at < to; at += PART - ELF.length) {
      byte[] part = bytes.copy(at, PART);
      for (int i = 0; i + ELF.length <= part.length; i++) {
        if (part[i] == ELF[0] && begins(part, i)) {
          examination.report(TensorrtRules.LIBRARY, at + i, "ELF");
          return;
        }
      }
    }
  }

  private static boolean begins(byte[] part, int at) {
    return Arrays.equals(part, at, at + ELF.length, ELF, 0, ELF.length);
  }
}
