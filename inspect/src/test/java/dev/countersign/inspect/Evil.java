package dev.countersign.inspect;

import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.engine.Engine;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A format for tests of archives, which is evil and knows itself by its first letters. */
public final class Evil implements Format {
  private static final Rule RULE =
      Rule.malicious("evil", "It is evil.", "Evil happens.", "Leave it.");

  /** What is evil. */
  public static byte[] bytes() {
    return "EVIL system('id')".getBytes(StandardCharsets.US_ASCII);
  }

  /** Looks by some formats and this one. */
  public static Inspected look(String name, byte[] bytes, Format... formats) throws IOException {
    List<Format> all = new ArrayList<>(List.of(formats));
    all.add(new Evil());
    return new Engine(all, ArtefactPolicy.USUAL).inspect(Artefact.of(name, Bytes.of(bytes)));
  }

  /** Ids of what is found and is no note, in order. */
  public static List<String> rules(Inspected inspected) {
    return inspected.findings().stream()
        .filter(finding -> finding.rule().verdict() != Verdict.CLEAN)
        .map(finding -> finding.rule().id())
        .distinct()
        .toList();
  }

  @Override
  public String id() {
    return "evil";
  }

  @Override
  public String title() {
    return "Evil";
  }

  @Override
  public Set<String> endings() {
    return Set.of("evil");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith("EVIL");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) {
    examination.report(RULE, 0, "");
  }
}
