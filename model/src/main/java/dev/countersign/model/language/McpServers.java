package dev.countersign.model.language;

import static dev.countersign.model.ElementKind.MCP_SERVER;
import static dev.countersign.model.ElementKind.ZONE;
import static dev.countersign.model.language.Grammar.oneOf;
import static dev.countersign.model.language.Grammar.ref;
import static dev.countersign.model.language.Grammar.text;
import static dev.countersign.model.language.Grammar.word;

/** The keys of an MCP server. */
final class McpServers {
  private McpServers() {}

  static final KindOfElement GRAMMAR =
      Grammar.of(MCP_SERVER, "A server of the Model Context Protocol that offers tools.")
          .key("origin", Words.ORIGIN_OF_SOFTWARE, "Who made it.", "Who made {id}?")
          .note("supplier", text(), "Who supplies it.")
          .key(
              "updates",
              Words.UPDATES,
              "How new versions arrive.",
              "How do new versions of {id} arrive?")
          .key(
              "transport",
              oneOf(word("stdio", "a process on the same host"), word("http", "over a network")),
              "How it is reached.",
              "Is {id} a local process or reached over a network?")
          .key(
              "authentication",
              Words.AUTHENTICATION,
              "How clients and server prove who they are.",
              "How do clients and {id} prove who they are?")
          .key("zone", ref(ZONE), "The trust zone it runs in.", "In which zone does {id} run?")
          .build();
}
