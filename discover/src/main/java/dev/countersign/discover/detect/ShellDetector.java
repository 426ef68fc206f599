package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.code.Shell;
import dev.countersign.discover.tree.Source;
import java.util.Set;

/** Shell scripts: calls of hosted models, servers that are started, weights that are fetched. */
public final class ShellDetector implements Detector {
  private static final Set<String> ENDINGS = Set.of("sh", "bash", "zsh", "ksh");

  @Override
  public boolean wants(Source source) {
    return ENDINGS.contains(source.extension());
  }

  @Override
  public void detect(Source source, Findings findings) {
    Commands commands = new Commands(findings);
    Shell.commands(source.text(), 1).forEach(commands::add);
  }
}
