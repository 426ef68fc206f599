package dev.countersign.inspect.msgpack;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.Set;

/**
 * Parameters of Flax and JAX in MessagePack: maps of arrays. Reading them runs no code.
 *
 * @see <a href="https://github.com/msgpack/msgpack/blob/master/spec.md">the encoding</a>
 * @see <a href="https://github.com/google/flax/blob/main/flax/serialization.py">what Flax
 *     writes</a>
 */
public final class MsgpackFormat implements Format {
  @Override
  public String id() {
    return "msgpack";
  }

  @Override
  public String title() {
    return "MessagePack of Flax";
  }

  @Override
  public Set<String> endings() {
    return Set.of("msgpack", "flax", "orbax", "jax");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    byte[] head = artefact.head();
    return endings().contains(artefact.ending()) && head.length > 1 && mapOfTexts(head);
  }

  /** A map whose first key is a text; an empty map is a pickle's first byte as well. */
  private static boolean mapOfTexts(byte[] head) {
    int first = head[0] & 0xFF;
    int key =
        switch (first) {
          case 0xDE -> 3;
          case 0xDF -> 5;
          default -> first > 0x80 && first <= 0x8F ? 1 : head.length;
        };
    return key < head.length && text(head[key] & 0xFF);
  }

  private static boolean text(int type) {
    return (type >= 0xA0 && type <= 0xBF) || (type >= 0xD9 && type <= 0xDB);
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    int first = artefact.length() == 0 ? 0 : artefact.head()[0] & 0xFF;
    if (first < 0x80 || first >= 0xE0) {
      throw new Broken(0, "it begins with a small number, as no parameters do");
    }
    new MsgpackLook(artefact.bytes(), examination).look();
  }
}
