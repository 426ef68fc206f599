package dev.countersign.discover.draft;

import static dev.countersign.model.ElementKind.MCP_SERVER;
import static dev.countersign.model.ElementKind.TOOL;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.util.Locale;
import java.util.Optional;

/** Drafts tools and MCP servers. */
final class ToolDrafts {
  private final Bench bench;

  ToolDrafts(Bench bench) {
    this.bench = bench;
  }

  /** What makes a tool the same one. */
  static String key(Finding tool) {
    return "tool:" + tool.name().toLowerCase(Locale.ROOT);
  }

  /** What makes the tools of a configured server. */
  static String serverToolsKey(Finding server) {
    return "server:" + server.name();
  }

  void draft() {
    bench.about(What.MCP_SERVER).forEach(this::server);
    bench.about(What.TOOL).forEach(this::tool);
  }

  /** Which tools a server offers, no configuration says; so one stands for all of them. */
  private void server(Finding finding) {
    Optional<Piece> server =
        bench.piece(
            MCP_SERVER, "server:" + finding.name(), finding.name() + "-mcp", finding.where());
    server.ifPresent(piece -> {
      piece.note(finding.detail(Detail.PRODUCT).orElse(""));
      piece.say("origin", finding, Detail.ORIGIN);
      piece.say("supplier", finding, Detail.SUPPLIER);
      piece.say("updates", finding, Detail.UPDATES);
      piece.say("transport", finding, Detail.TRANSPORT);
      tools(finding, piece);
    });
  }

  private void tools(Finding finding, Piece server) {
    bench
        .piece(TOOL, serverToolsKey(finding), finding.name() + "-tools", finding.where())
        .ifPresent(tools -> {
          tools.note("whatever the server offers: name its tools one by one");
          tools.say("server", server.id(), finding.where());
          tools.say("origin", finding, Detail.ORIGIN);
        });
  }

  private void tool(Finding finding) {
    bench
        .piece(TOOL, key(finding), finding.name(), finding.where())
        .ifPresent(tool -> {
          finding
              .detail(Detail.EFFECT)
              .ifPresent(effect -> tool.add("effect", effect, finding.where()));
          tool.say("origin", finding, Detail.ORIGIN);
          tool.say("supplier", finding, Detail.SUPPLIER);
          if (finding.detail(Detail.OFFERED_BY).isPresent()) {
            offered(finding).ifPresent(s -> tool.say("server", s.id(), finding.where()));
          }
        });
  }

  /** The MCP server that a unit of this repository is. */
  private Optional<Piece> offered(Finding tool) {
    String unit = bench.unit(tool);
    String name = bench.nameOf(unit);
    Optional<Piece> server =
        bench.piece(
            MCP_SERVER, "own:" + unit, name.contains("mcp") ? name : name + "-mcp", tool.where());
    server.ifPresent(piece -> piece.say("origin", "own", tool.where()));
    return server;
  }
}
