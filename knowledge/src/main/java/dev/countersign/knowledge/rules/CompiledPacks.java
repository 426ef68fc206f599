package dev.countersign.knowledge.rules;

import dev.countersign.knowledge.Control;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Rules and controls as the build compiled them.
 *
 * @param rules by family id
 * @param controls by id, with what they stop
 * @param digest names this version of the rules
 */
public record CompiledPacks(List<CompiledRule> rules, List<Control> controls, String digest) {
  private static final String BUNDLED = "/dev/countersign/knowledge/packs.bin";

  public CompiledPacks {
    rules = List.copyOf(rules);
    controls = List.copyOf(controls);
  }

  /** What ships with this version of Countersign. */
  public static CompiledPacks bundled() {
    try (InputStream in = CompiledPacks.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException("this build of Countersign lacks its rule packs");
      }
      PackFormat.Content content =
          PackFormat.read(new DataInputStream(new BufferedInputStream(in)));
      return new CompiledPacks(content.rules(), content.controls(), content.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("the rule packs of this build cannot be read", e);
    }
  }

  /** The controls with what they stop, according to these rules. */
  public static List<Control> stopping(List<Control> controls, List<CompiledRule> rules) {
    return PackCompiler.stopping(controls, rules);
  }
}
