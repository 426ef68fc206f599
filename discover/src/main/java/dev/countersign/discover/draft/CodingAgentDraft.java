package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.COMPONENT;
import static dev.countersign.model.ElementKind.PROMPT;
import static dev.countersign.model.ElementKind.TOOL;

import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.stream.Stream;

/** Drafts the agent that works on the repository, where files instruct it or give it servers. */
final class CodingAgentDraft {
  private final Bench bench;

  CodingAgentDraft(Bench bench) {
    this.bench = bench;
  }

  void draft() {
    Stream.concat(bench.about(What.MCP_SERVER), bench.about(What.AGENT_INSTRUCTIONS))
        .findFirst()
        .flatMap(first -> bench.piece(COMPONENT, "coding-agent", "coding-agent", first.where()))
        .ifPresent(this::facts);
  }

  private void facts(Piece agent) {
    agent.note("works on this repository; delete it if that is not part of the system");
    bench
        .known(PROMPT, "instructions")
        .ifPresent(prompt -> agent.add("prompts", prompt.id(), prompt.where()));
    bench.about(What.MCP_SERVER).forEach(server -> uses(agent, server));
  }

  private void uses(Piece agent, Finding server) {
    bench
        .known(TOOL, ToolDrafts.serverToolsKey(server))
        .ifPresent(tools -> agent.add("uses", tools.id(), server.where()));
  }
}
