package dev.countersign.inspect.gguf;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * What came before GGUF: ggml without a version, ggmf, ggjt, and ggla for adapters. Each model had
 * a header of its own, so that little can be checked without knowing which it is.
 */
public final class GgmlFormat implements Format {
  private static final int LEAST = 16;
  private static final int MOST_VOCABULARY = 1 << 24;

  /**
   * First four bytes as text: as a number of the lowest byte first, and as tools that write text.
   */
  private static final Map<String, String> MAGIC =
      Map.of(
          "lmgg", "ggml", "fmgg", "ggmf", "tjgg", "ggjt", "algg", "ggla", "GGML", "ggml", "GGMF",
          "ggmf", "GGJT", "ggjt", "GGLA", "ggla");

  @Override
  public String id() {
    return "ggml";
  }

  @Override
  public String title() {
    return "GGML (before GGUF)";
  }

  @Override
  public Set<String> endings() {
    return Set.of("ggml", "ggmf", "ggjt", "ggla");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return MAGIC.containsKey(magic(artefact));
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    String magic = magic(artefact);
    if (!MAGIC.containsKey(magic)) {
      throw new Broken(0, "it does not begin with ggml, ggmf, ggjt or ggla");
    }
    String kind = MAGIC.get(magic);
    examination.report(GgufRules.LEGACY, 0, kind);
    Cursor in = new Cursor(artefact.bytes());
    in.seek(4);
    in.need(LEAST);
    long first = in.u32();
    examination.fact(ArtefactFact.FORMAT_VERSION, kind.equals("ggml") ? kind : kind + " " + first);
    if (kind.equals("ggjt") || kind.equals("ggmf")) {
      vocabulary(in, examination);
    }
  }

  /**
   * The size of the vocabulary is the first number of the header of llama: each word takes 8 bytes.
   */
  private static void vocabulary(Cursor in, Examination examination) throws Broken, IOException {
    long at = in.position();
    long words = in.u32();
    if (words > MOST_VOCABULARY && words > in.remaining() / 8) {
      examination.report(GgufRules.LEGACY_LIE, at, "a vocabulary of %,d".formatted(words));
    } else if (words > 0) {
      examination.fact(ArtefactFact.VOCABULARY, Long.toString(words));
    }
  }

  private static String magic(Artefact artefact) throws IOException {
    byte[] head = artefact.head();
    return head.length < 4 ? "" : new String(head, 0, 4, StandardCharsets.ISO_8859_1);
  }
}
