package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.Optional;

/** Agents that code makes with a framework, and MCP servers that code itself is. */
public final class AgentDetector implements Detector {
  private static final int LONGEST_NAME = 60;

  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    boolean mcp = Imported.kind(source, "mcp");
    boolean agent = Imported.kind(source, "agent");
    for (Call call : source.code().calls()) {
      if (agent && CallWords.has(CallWords.AGENTS, call.resolved())) {
        add(What.AGENT, call, findings);
      } else if (mcp && CallWords.has(CallWords.MCP_SERVERS, call.resolved())) {
        add(What.MCP_OFFERED, call, findings);
      }
    }
  }

  private static void add(What what, Call call, Findings findings) {
    findings
        .at(what, name(call), call.line())
        .with(Detail.PRODUCT, call.path())
        .with(Detail.ORIGIN, "own")
        .likely();
  }

  /** The name that it is given, else what it is assigned to, else what makes it. */
  private static String name(Call call) {
    return call.text("name")
        .or(() -> call.strings().stream().findFirst())
        .filter(AgentDetector::isName)
        .or(() -> Optional.of(call.target()).filter(target -> !target.isEmpty()))
        .orElse(call.name());
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST_NAME && text.indexOf('\n') < 0;
  }
}
