package dev.countersign.cli.check;

import dev.countersign.assess.policy.ExtraPack;
import dev.countersign.assess.policy.Policy;
import dev.countersign.assess.policy.PolicyFile;
import dev.countersign.knowledge.Control;
import dev.countersign.knowledge.Knowledge;
import dev.countersign.knowledge.Precedent;
import dev.countersign.knowledge.catalogue.Catalogues;
import dev.countersign.knowledge.rules.Citations;
import dev.countersign.knowledge.rules.CompiledRule;
import dev.countersign.knowledge.rules.RulePack;
import dev.countersign.model.Problem;
import dev.countersign.model.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule packs that an organisation's policy adds to the bundled ones. */
final class ExtraPacks {
  private static final int DEPTH = 4;
  private final Knowledge bundled;
  private final Problems problems = new Problems();

  ExtraPacks(Knowledge bundled) {
    this.bundled = bundled;
  }

  /** What is known under a policy; wrong packs add to the problems. */
  Knowledge under(Policy policy) {
    Knowledge all = bundled;
    for (ExtraPack pack : policy.packs()) {
      all = with(all, pack);
    }
    return all;
  }

  /** What is wrong with the packs that were read. */
  List<Problem> problems() {
    return problems.sorted();
  }

  private Knowledge with(Knowledge known, ExtraPack pack) {
    Path policyFolder = Check.folder(Path.of(pack.place().file()));
    Path folder = policyFolder.resolve(pack.path()).normalize();
    // A policy that leads out of its repository would let anybody's files decide verdicts.
    if (!real(folder).startsWith(real(PolicyFile.repository(policyFolder)))) {
      problems.add(outside(pack));
      return known;
    }
    Set<String> controls = known.controls().stream().map(Control::id).collect(Collectors.toSet());
    int before = problems.sorted().size();
    List<CompiledRule> rules = RulePack.compile(folder, citations(), controls, problems);
    return problems.sorted().size() == before ? known.with(rules, digest(folder)) : known;
  }

  private static Problem outside(ExtraPack pack) {
    return new Problem(
        "pack-outside",
        pack.place(),
        1,
        "the rule pack " + pack.path() + " lies outside the repository",
        Optional.of("a folder in the repository of the policy"),
        "Copy the pack into the repository.",
        Optional.empty());
  }

  /** Where a path leads once links are followed; itself where nothing is. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      return path;
    }
  }

  private static Citations citations() {
    Catalogues catalogues = Catalogues.bundled();
    return new Citations() {
      @Override
      public boolean exists(String id) {
        return catalogues.find(id).isPresent();
      }

      @Override
      public List<Precedent> precedentsOf(String technique) {
        return catalogues.precedentsOf(technique);
      }
    };
  }

  private static String digest(Path folder) {
    try (Stream<Path> files = Files.find(folder, DEPTH, (path, _) -> path.endsWith("rule.yaml"))) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Path file : files.sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        sha.update((name + "\0").getBytes(StandardCharsets.UTF_8));
        sha.update(Files.readAllBytes(file));
      }
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
