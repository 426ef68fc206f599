package dev.countersign.knowledge.rules;

import dev.countersign.knowledge.Control;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The step of the build that compiles all bundled packs. A rule that does not compile, cites an id
 * that no pinned catalogue has, or names a control that does not exist fails the build.
 */
public final class PackCompiler {
  private PackCompiler() {}

  /**
   * Compiles packs into one file.
   *
   * @param packs folder with one folder a pack
   * @param controls the control catalogue; what they stop is filled in here
   * @param target the file to write
   * @return what is wrong; nothing is written unless this is empty
   * @throws IOException if the target cannot be written
   */
  public static List<Problem> compile(
      Path packs, List<Control> controls, Citations citations, Path target) throws IOException {
    Problems problems = new Problems();
    Set<String> ids = controls.stream().map(Control::id).collect(Collectors.toSet());
    List<CompiledRule> rules = new ArrayList<>();
    for (Path pack : folders(packs)) {
      rules.addAll(RulePack.compile(pack, citations, ids, problems));
    }
    rules.sort(Comparator.comparing(rule -> rule.family().id()));
    if (problems.isEmpty()) {
      Files.createDirectories(target.toAbsolutePath().getParent());
      PackFormat.Content content =
          new PackFormat.Content(rules, stopping(controls, rules), digest(packs));
      try (var out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
        PackFormat.write(content, out);
      }
    }
    return problems.sorted();
  }

  /** What a control stops is said once: in the rules that name it. */
  static List<Control> stopping(List<Control> controls, List<CompiledRule> rules) {
    return controls.stream()
        .map(control ->
            new Control(
                control.id(),
                control.title(),
                control.does(),
                control.stage(),
                control.on(),
                rules.stream()
                    .filter(rule -> rule.family().controls().contains(control.id()))
                    .map(rule -> rule.family().id())
                    .sorted()
                    .toList(),
                control.evidence(),
                control.references()))
        .toList();
  }

  private static List<Path> folders(Path packs) throws IOException {
    try (Stream<Path> list = Files.list(packs)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Names this version of the rules: changes with any rule, not with examples or their order. */
  private static String digest(Path packs) throws IOException {
    try (Stream<Path> files = Files.find(packs, 8, (path, _) -> path.endsWith("rule.yaml"))) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Path file : files.sorted().toList()) {
        String name = packs.relativize(file).toString().replace('\\', '/');
        sha.update((name + "\0").getBytes(StandardCharsets.UTF_8));
        sha.update(Files.readAllBytes(file));
      }
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
