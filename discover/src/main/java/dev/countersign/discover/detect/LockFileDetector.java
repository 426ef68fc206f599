package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.tree.Source;
import java.util.Set;

/** Lock files that fix versions with hashes; what stands in them is not read. */
public final class LockFileDetector implements Detector {
  private static final Set<String> NAMES =
      Set.of(
          "uv.lock",
          "poetry.lock",
          "pdm.lock",
          "pylock.toml",
          "Pipfile.lock",
          "package-lock.json",
          "pnpm-lock.yaml",
          "yarn.lock",
          "bun.lock",
          "Cargo.lock",
          "go.sum");

  @Override
  public boolean wants(Source source) {
    return NAMES.contains(source.name());
  }

  @Override
  public void detect(Source source, Findings findings) {
    findings.whole(What.TRAIT, "dependencies").with(Detail.VALUE, "pinned").sure();
  }
}
