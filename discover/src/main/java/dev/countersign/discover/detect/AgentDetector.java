package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Code;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.Optional;
import java.util.Set;

/** Agents that code makes with a framework, and MCP servers that code itself is. */
public final class AgentDetector implements Detector {
  private static final int LONGEST_NAME = 60;
  private static final Set<String> DECORATORS = Set.of("Agent", "AiService", "CrewBase");

  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    boolean mcp = Imported.kind(source, "mcp");
    boolean agent = Imported.kind(source, "agent");
    for (Call call : source.code().calls()) {
      if (call.decorator()) {
        continue;
      }
      if (agent && CallWords.has(CallWords.AGENTS, call.resolved())) {
        add(What.AGENT, call, findings);
      } else if (mcp && CallWords.has(CallWords.MCP_SERVERS, call.resolved())) {
        add(What.MCP_OFFERED, call, findings);
      }
    }
    if (agent) {
      source.code().functions().forEach(function -> decorated(function, findings));
    }
  }

  /** {@code @Agent} and {@code @AiService} of Java stand before what is one. */
  private static void decorated(Code.Function function, Findings findings) {
    function.decorators().stream()
        .filter(DECORATORS::contains)
        .findFirst()
        .ifPresent(decorator ->
            findings
                .at(What.AGENT, function.name(), function.line())
                .with(Detail.PRODUCT, "@" + decorator)
                .with(Detail.ORIGIN, "own")
                .likely());
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
        .orElse(Character.isUpperCase(call.name().charAt(0)) ? call.name() : call.resolved());
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST_NAME && text.indexOf('\n') < 0;
  }
}
