package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.tree.Source;
import java.util.Set;

/** Instructions for agents that work on the repository. */
public final class AgentFileDetector implements Detector {
  private static final Set<String> NAMES =
      Set.of(
          "AGENTS.md",
          "CLAUDE.md",
          "GEMINI.md",
          ".cursorrules",
          ".windsurfrules",
          "copilot-instructions.md",
          ".clinerules");

  @Override
  public boolean wants(Source source) {
    return NAMES.contains(source.name()) || source.extension().equals("mdc");
  }

  @Override
  public void detect(Source source, Findings findings) {
    findings.whole(What.AGENT_INSTRUCTIONS, source.path()).with(Detail.FILES, source.path()).sure();
  }
}
